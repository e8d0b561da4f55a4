import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeychainStatus } from '../../contract/vault.ts';
import { Button } from '../design/button.tsx';
import { Page } from '../design/page.tsx';
import { FromBefore } from './from-before.tsx';
import { StepOf } from './step-of.tsx';
import { WithKeychain, WithPassphrase } from './protection.tsx';
import { Welcome } from './welcome.tsx';

/**
 * No vault yet: what Latchkey is, then what protects the codes. The third step, the first code, stands on the list that is
 * empty yet (`codes/empty.tsx`).
 */
export function FirstRun({ keychain }: { keychain: KeychainStatus }) {
  const { t } = useTranslation();
  const [step, setStep] = useState<'welcome' | 'protection' | null>(null);
  // The heading has the focus from the second screen on: on the first one, nobody has done anything.
  if (step !== 'protection') {
    return (
      <Page key="welcome" title={t('firstRun.title')} icon={<Mark />} takesFocus={step === 'welcome'}>
        <Welcome onNext={() => setStep('protection')} />
        <FromBefore />
        <StepOf step={1} />
      </Page>
    );
  }
  return (
    <Page key="protection" title={t('firstRun.protectionTitle')} icon={<Mark />} takesFocus>
      {keychain.available ? (
        <WithKeychain backend={keychain.backend} />
      ) : (
        <WithPassphrase keychain={keychain} />
      )}
      <Button
        look="plain"
        size="small"
        className="self-center text-soft!"
        icon={<ArrowLeft size={16} aria-hidden />}
        onPress={() => setStep('welcome')}
      >
        {t('settings.back')}
      </Button>
      <StepOf step={2} />
    </Page>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 64 64" className="size-10">
      <circle cx="32" cy="22" r="12" fill="none" stroke="currentColor" strokeWidth="7" />
      <path d="M32 34v22M32 48h10" fill="none" stroke="currentColor" strokeWidth="7" strokeLinecap="round" />
    </svg>
  );
}
