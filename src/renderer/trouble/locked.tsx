import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VaultState } from '../../contract/vault.ts';
import { LookAgain } from './look-again.tsx';
import { Page } from './page.tsx';
import { UnlockForm } from './unlock-form.tsx';

type LockedState = Extract<VaultState, { state: 'locked' }>;

/** The vault is locked: a passphrase opens it, or the keychain does. */
export function Locked({ ways }: Pick<LockedState, 'ways'>) {
  const { t } = useTranslation();
  return (
    <Page title={t('trouble.lockedTitle')} icon={<Lock size={28} />}>
      <p className="text-center text-soft">
        {ways.passphrase ? t('trouble.lockedText') : t('trouble.lockedNoWayText')}
      </p>
      {ways.passphrase && <UnlockForm />}
      {ways.keychain && <LookAgain look={ways.passphrase ? 'quiet' : 'primary'} />}
    </Page>
  );
}
