import { LifeBuoy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenState } from '../../contract/vault.ts';
import { Button } from '../design/button.tsx';
import { Check } from '../design/check.tsx';
import { showToast } from '../design/toasts.tsx';
import { ModeChoice } from '../security/mode-choice.tsx';
import { hasPassphrase } from '../security/unlock-methods.ts';
import { UnlockMethodsForm } from '../security/unlock-methods-form.tsx';
import { Page } from '../design/page.tsx';

/** The kit has opened the vault: asks what opens it from now on, so that the paper can be put away again. */
export function AfterRecovery({ vault, onEnd }: { vault: OpenState; onEnd: () => void }) {
  const { t } = useTranslation();
  const [mode, setMode] = useState(vault.mode);
  const [isKept, setKept] = useState(false);
  const [isSecond, setSecond] = useState(false);
  const isSet = hasPassphrase(vault);
  const passphrase = isSet ? (isKept ? 'keep' : 'new') : mode === 'session' && !isSecond ? 'keep' : 'new';
  return (
    <Page title={t('recovery.afterTitle')} icon={<LifeBuoy size={28} />} takesFocus>
      <p className="text-center text-pretty text-soft">{t('recovery.afterText')}</p>
      <ModeChoice backend={vault.backend} value={mode} onChange={setMode} />
      {isSet && (
        <Check isSelected={isKept} onChange={setKept} className="px-1">
          {t('recovery.afterKeep')}
        </Check>
      )}
      {!isSet && mode === 'session' && (
        <Check isSelected={isSecond} onChange={setSecond} className="px-1">
          {t('firstRun.alsoPassphrase')}
        </Check>
      )}
      <UnlockMethodsForm
        key={`${mode} ${passphrase}`}
        vault={vault}
        mode={mode}
        passphrase={passphrase}
        label={t('recovery.afterDo')}
        autoFocus={false}
        onDone={() => {
          showToast(t('recovery.afterDone'));
          onEnd();
        }}
      />
      <Button look="plain" className="self-center" onPress={onEnd}>
        {t('recovery.afterLater')}
      </Button>
    </Page>
  );
}
