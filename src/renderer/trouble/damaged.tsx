import { FileWarning } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VaultState } from '../../contract/vault.ts';
import { LookAgain } from './look-again.tsx';
import { Page } from '../design/page.tsx';
import { VaultPlace } from './vault-place.tsx';
import { Ways } from './way.tsx';
import { BackupWay, SetAsideWay } from './ways-back.tsx';

type DamagedState = Extract<VaultState, { state: 'damaged' }>;

const advice = {
  notAVault: 'trouble.damagedDo',
  truncated: 'trouble.damagedDo',
  tampered: 'trouble.damagedDo',
  unreadable: 'trouble.unreadableDo',
  newer: 'trouble.newerDo',
} as const;

/** The file cannot be read: says what is wrong, that it is untouched, and what to do. */
export function Damaged({ vault }: { vault: DamagedState }) {
  const { t } = useTranslation();
  const isLasting = vault.reason !== 'newer' && vault.reason !== 'unreadable';
  return (
    <Page title={t('trouble.damagedTitle')} icon={<FileWarning size={28} />} takesFocus>
      <div className="flex flex-col gap-2 text-center text-pretty">
        <p className="font-medium">{t('trouble.damagedCalm')}</p>
        <p className="text-soft">{t(`trouble.${vault.reason}`)}</p>
        {isLasting && <p className="text-soft">{t('trouble.damagedOlder')}</p>}
        <p className="text-soft">{t(advice[vault.reason])}</p>
      </div>
      <LookAgain />
      <Ways label={t('trouble.otherWays')}>
        <BackupWay />
        <SetAsideWay />
      </Ways>
      <VaultPlace path={vault.path} />
    </Page>
  );
}
