import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LockMode, OpenState } from '../../contract/vault.ts';
import { Button } from '../design/button.tsx';
import { Check as Tick } from '../design/check.tsx';
import { Notice } from '../design/notice.tsx';
import { RowButton } from '../design/row-button.tsx';
import { Sheet } from '../design/sheet.tsx';
import { showToast } from '../design/toasts.tsx';
import { Group } from '../design/group.tsx';
import { open } from '../navigation/navigator.ts';
import { lockModes } from './lock-modes.ts';
import { modeIcons } from './mode-choice.tsx';
import { hasPassphrase } from './unlock-methods.ts';
import { UnlockMethodsForm } from './unlock-methods-form.tsx';

/** What opens the vault: the lock mode in force, and a change of mode, which applies once its form is sent. */
export function ModeGroup({ vault }: { vault: OpenState }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<LockMode | null>(null);
  return (
    <>
      <Group title={t('security.opens')} text={t('security.opensText')} holds="rows">
        {lockModes.map((mode) => (
          <Mode
            key={mode}
            mode={mode}
            backend={vault.backend}
            isInForce={mode === vault.mode}
            onPress={vault.readOnly ? null : () => setAsked(mode)}
          />
        ))}
      </Group>
      <Sheet
        title={asked === null ? '' : t(`security.mode_${asked}`)}
        isOpen={asked !== null}
        onClose={() => {
          setAsked(null);
          showToast(t('security.nothingChanged'));
        }}
        width="narrow"
      >
        {asked !== null && (
          <ModeChange
            vault={vault}
            mode={asked}
            onCancel={() => {
              setAsked(null);
              showToast(t('security.nothingChanged'));
            }}
            onDone={() => {
              setAsked(null);
              showToast(t('security.modeChanged'));
            }}
          />
        )}
      </Sheet>
    </>
  );
}

interface ModeProps {
  mode: LockMode;
  backend: string;
  isInForce: boolean;
  /** Null: nothing can be changed. */
  onPress: (() => void) | null;
}

/** One lock mode: marked if it is in force, otherwise a step towards it. */
function Mode({ mode, backend, isInForce, onPress }: ModeProps) {
  const { t } = useTranslation();
  const text = t(`security.mode_${mode}_text`, { backend });
  const title = t(`security.mode_${mode}`);
  if (!isInForce && onPress !== null) {
    return <RowButton icon={modeIcons[mode]} title={title} text={text} onPress={onPress} />;
  }
  const Icon = modeIcons[mode];
  return (
    <div
      aria-current={isInForce}
      className={`flex items-center gap-3.5 px-4 py-3 ${isInForce ? 'bg-tint' : 'opacity-60'}`}
    >
      <Icon size={20} aria-hidden className="shrink-0 text-accent" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{title}</p>
        <p className="text-hint text-pretty text-soft">{text}</p>
      </div>
      {isInForce && (
        <span className="flex shrink-0 items-center gap-1 text-hint font-medium text-accent">
          <Check size={16} aria-hidden />
          {t('security.inForce')}
        </span>
      )}
    </div>
  );
}

interface ModeChangeProps {
  vault: OpenState;
  mode: LockMode;
  onCancel: () => void;
  onDone: () => void;
}

function ModeChange({ vault, mode, onCancel, onDone }: ModeChangeProps) {
  const { t } = useTranslation();
  const [isKept, setKept] = useState(true);
  const isRemoved = mode === 'session' && !isKept;
  return (
    <div className="flex flex-col gap-4 pt-1">
      <p className="text-pretty">{t(`security.change_${mode}`, { backend: vault.backend })}</p>
      {vault.kit === null && mode !== 'session' && (
        <Notice kind="warning" title={t('security.noKit')}>
          <p className="mb-2">{t('security.noKitText')}</p>
          <Button size="small" onPress={() => open({ at: 'settings', section: 'recovery', step: 'make' })}>
            {t('security.noKitMake')}
          </Button>
        </Notice>
      )}
      {mode === 'session' && (
        <Tick isSelected={isKept} onChange={setKept}>
          {t('security.keepPassphrase')}
        </Tick>
      )}
      <UnlockMethodsForm
        vault={vault}
        mode={mode}
        passphrase={isRemoved ? 'remove' : hasPassphrase(vault) ? 'keep' : 'new'}
        label={t('security.changeMode')}
        onCancel={onCancel}
        onDone={onDone}
      />
    </div>
  );
}
