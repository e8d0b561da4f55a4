import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VaultState } from '../../contract/vault.ts';
import { LookAgain } from './look-again.tsx';
import { Page } from './page.tsx';
import { SetAside } from './set-aside.tsx';
import { UnlockForm } from './unlock-form.tsx';

type KeyMissingState = Extract<VaultState, { state: 'keyMissing' }>;

const advice = {
  absent: 'trouble.doAbsent',
  locked: 'trouble.doLocked',
  denied: 'trouble.doDenied',
  unavailable: 'trouble.doUnavailable',
  wrongKey: 'trouble.doWrongKey',
} as const;

/** The vault is whole but its key is not there: why, the ways back, and the last way. */
export function KeyMissing({ vault }: { vault: KeyMissingState }) {
  const { t } = useTranslation();
  return (
    <Page title={t('trouble.keyMissingTitle')} icon={<KeyRound size={28} />}>
      <div className="flex flex-col gap-2 text-center">
        <p className="font-medium">{t('trouble.keyMissingCalm')}</p>
        <p className="text-soft">{t(`trouble.${vault.outcome}`, { backend: vault.backend })}</p>
        <p className="text-soft">{t(advice[vault.outcome])}</p>
      </div>
      <LookAgain />
      {vault.ways.passphrase && (
        <section className="flex flex-col gap-3 border-t border-line pt-5">
          <h2 className="font-medium">{t('trouble.orPassphrase')}</h2>
          <UnlockForm look="quiet" autoFocus={false} />
        </section>
      )}
      <SetAside path={vault.path} />
    </Page>
  );
}
