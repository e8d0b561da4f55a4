import { Lock } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultState } from '../../contract/vault.ts';
import { LookAgain } from './look-again.tsx';
import { Page } from '../design/page.tsx';
import { announce } from '../design/toasts.tsx';
import { UnlockForm } from './unlock-form.tsx';
import { Ways } from './way.tsx';
import { KitWay } from './ways-back.tsx';

type LockedState = Extract<VaultState, { state: 'locked' }>;

/** The vault is locked: says since when, and what opens it. */
export function Locked({ vault }: { vault: LockedState }) {
  const { t } = useTranslation();
  const { unlockMethods, cause, mode } = vault;
  useEffect(() => {
    // The passphrase's field takes the focus, not the title. A page that just opened is read by the screen reader.
    if (cause !== 'start') announce(t('trouble.lockedTitle'));
  }, [cause, t]);
  return (
    <Page title={t('trouble.lockedTitle')} icon={<Lock size={28} />} takesFocus>
      <div className="flex flex-col gap-1 text-center text-pretty text-soft">
        {cause !== 'start' && <p>{t(`trouble.cause_${cause}`)}</p>}
        <p>
          {unlockMethods.passphrase
            ? mode === 'both'
              ? t('trouble.lockedBothText')
              : t('trouble.lockedText')
            : t('trouble.lockedNoWayText')}
        </p>
      </div>
      {unlockMethods.passphrase && <UnlockForm />}
      {unlockMethods.keychain && unlockMethods.passphrase && (
        <>
          <LookAgain look="quiet" label={t('trouble.byKeychain')} />
          <p className="text-center text-hint text-pretty text-soft">{t('trouble.lockHidesOnly')}</p>
        </>
      )}
      {unlockMethods.keychain && !unlockMethods.passphrase && <LookAgain />}
      {unlockMethods.recovery && (
        <Ways label={t('trouble.forgotten')}>
          <KitWay />
        </Ways>
      )}
      {unlockMethods.passphrase && !unlockMethods.keychain && !unlockMethods.recovery && (
        <p className="text-center text-hint text-soft">{t('trouble.noKit')}</p>
      )}
    </Page>
  );
}
