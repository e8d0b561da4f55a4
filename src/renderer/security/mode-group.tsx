import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LockMode } from '../../contract/vault.ts';
import type { OpenState } from '../codes/open-vault.tsx';
import { Button } from '../controls/button.tsx';
import { Check } from '../controls/check.tsx';
import { Notice } from '../controls/notice.tsx';
import { showToast } from '../controls/toasts.tsx';
import { Group } from '../preferences/group.tsx';
import { openSettings } from '../preferences/place.ts';
import { ModeChoice } from './mode-choice.tsx';
import { hasPassphrase } from './ways.ts';
import { WaysForm } from './ways-form.tsx';

/** What opens the vault; another choice is made only when its form is sent. */
export function ModeGroup({ vault }: { vault: OpenState }) {
  const { t } = useTranslation();
  const [mode, setMode] = useState(vault.mode);
  const [of, setOf] = useState(vault.mode);
  if (of !== vault.mode) {
    // Changed, here or in another window: the choice follows.
    setOf(vault.mode);
    setMode(vault.mode);
  }
  return (
    <Group title={t('security.opens')} text={t('security.opensText')}>
      <ModeChoice backend={vault.backend} value={mode} onChange={setMode} isDisabled={vault.readOnly} />
      {mode !== vault.mode && (
        <ModeChange key={mode} vault={vault} mode={mode} onCancel={() => setMode(vault.mode)} />
      )}
    </Group>
  );
}

function ModeChange({ vault, mode, onCancel }: { vault: OpenState; mode: LockMode; onCancel: () => void }) {
  const { t } = useTranslation();
  const [isKept, setKept] = useState(true);
  const isRemoved = mode === 'session' && !isKept;
  return (
    <div className="enter-appear flex flex-col gap-4 border-t border-line pt-4">
      <p className="text-pretty">{t(`security.change_${mode}`, { backend: vault.backend })}</p>
      {vault.kit === null && mode !== 'session' && (
        <Notice kind="warning" title={t('security.noKit')}>
          <p className="mb-2">{t('security.noKitText')}</p>
          <Button size="small" onPress={() => openSettings('recovery', 'make')}>
            {t('security.noKitMake')}
          </Button>
        </Notice>
      )}
      {mode === 'session' && (
        <Check isSelected={isKept} onChange={setKept}>
          {t('security.keepPassphrase')}
        </Check>
      )}
      <WaysForm
        vault={vault}
        mode={mode}
        passphrase={isRemoved ? 'remove' : hasPassphrase(vault) ? 'keep' : 'new'}
        label={t('security.changeMode')}
        autoFocus={false}
        onCancel={onCancel}
        onDone={() => showToast(t('security.modeChanged'))}
      />
    </div>
  );
}
