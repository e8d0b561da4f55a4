import { FileWarning } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VaultState } from '../../contract/vault.ts';
import { LookAgain } from './look-again.tsx';
import { Page } from './page.tsx';
import { SetAside } from './set-aside.tsx';

type DamagedState = Extract<VaultState, { state: 'damaged' }>;

const advice = {
  notAVault: 'trouble.damagedDo',
  truncated: 'trouble.damagedDo',
  tampered: 'trouble.damagedDo',
  unreadable: 'trouble.unreadableDo',
  newer: 'trouble.newerDo',
} as const;

/** The file cannot be read: what is wrong with it, that it is untouched, and what to do. */
export function Damaged({ vault }: { vault: DamagedState }) {
  const { t } = useTranslation();
  return (
    <Page title={t('trouble.damagedTitle')} icon={<FileWarning size={28} />}>
      <div className="flex flex-col gap-2 text-center">
        <p>{t(`trouble.${vault.reason}`)}</p>
        <p className="text-soft">{t(advice[vault.reason])}</p>
      </div>
      <LookAgain />
      <SetAside path={vault.path} intro={t('trouble.damagedCalm')} />
    </Page>
  );
}
