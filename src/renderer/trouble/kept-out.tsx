import { DoorClosed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Refused } from '../connection/transport.ts';
import { Page } from '../design/page.tsx';

/** This window is refused, or no longer let in: says why, and how to get in. Shows nothing of the vault. */
export function KeptOut({ why }: { why: Refused }) {
  const { t } = useTranslation();
  return (
    <Page title={t(`outside.${why}Title`)} icon={<DoorClosed size={28} />} takesFocus>
      <div className="flex flex-col gap-2 text-center text-pretty">
        <p className="text-soft">{t(`outside.${why}Text`)}</p>
        <p className="font-medium">{t('outside.again')}</p>
        {why === 'elsewhere' && <p className="text-soft">{t('outside.notYou')}</p>}
      </div>
    </Page>
  );
}
