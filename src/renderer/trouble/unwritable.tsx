import { FolderLock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LookAgain } from './look-again.tsx';
import { Page } from '../design/page.tsx';
import { VaultPlace } from './vault-place.tsx';

/** There is no vault, and the folder in which one would be made can't be written: says what to do about it. */
export function Unwritable({ path }: { path: string }) {
  const { t } = useTranslation();
  return (
    <Page title={t('trouble.unwritableTitle')} icon={<FolderLock size={28} />} takesFocus>
      <div className="flex flex-col gap-2 text-center text-pretty">
        <p className="font-medium">{t('trouble.unwritableCalm')}</p>
        <p className="text-soft">{t('trouble.unwritableText')}</p>
        <p className="text-soft">{t('trouble.unwritableDo')}</p>
      </div>
      <LookAgain />
      <VaultPlace path={path} label={t('trouble.whereMade')} />
      <p className="px-1 text-hint text-pretty text-soft">{t('trouble.unwritableElse')}</p>
    </Page>
  );
}
