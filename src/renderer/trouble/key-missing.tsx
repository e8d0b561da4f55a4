import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VaultState } from '../../contract/vault.ts';
import { LookAgain } from './look-again.tsx';
import { Page } from '../design/page.tsx';
import { VaultPlace } from './vault-place.tsx';
import { Ways } from './way.tsx';
import { BackupWay, KitWay, PassphraseWay, SetAsideWay } from './ways-back.tsx';

type KeyMissingState = Extract<VaultState, { state: 'keyMissing' }>;

const advice = {
  absent: 'trouble.doAbsent',
  locked: 'trouble.doLocked',
  denied: 'trouble.doDenied',
  unavailable: 'trouble.doUnavailable',
  wrongKey: 'trouble.doWrongKey',
} as const;

/** The vault is intact but its key is missing: says why, how to repair that, and the other ways back. */
export function KeyMissing({ vault }: { vault: KeyMissingState }) {
  const { t } = useTranslation();
  const { backend, keptBy, outcome, unlockMethods, mode, path } = vault;
  const isChanged = keptBy !== null && keptBy !== backend;
  return (
    <Page title={t('trouble.keyMissingTitle')} icon={<KeyRound size={28} />} takesFocus>
      <div className="flex flex-col gap-2 text-center text-pretty">
        <p className="font-medium">{t('trouble.keyMissingCalm')}</p>
        <p className="text-soft">
          {isChanged ? t('trouble.changed', { keptBy, backend }) : t(`trouble.${outcome}`, { backend })}
        </p>
        <p className="text-soft">{isChanged ? t('trouble.doChanged', { keptBy }) : t(advice[outcome])}</p>
        {mode === 'both' && <p className="text-soft">{t('trouble.bothMissing')}</p>}
      </div>
      <LookAgain />
      <Ways label={t('trouble.otherWays')} unfolded={unlockMethods.passphrase ? 'passphrase' : undefined}>
        {unlockMethods.passphrase && <PassphraseWay />}
        {unlockMethods.recovery && <KitWay />}
        <BackupWay />
        <SetAsideWay />
      </Ways>
      <VaultPlace path={path} />
    </Page>
  );
}
