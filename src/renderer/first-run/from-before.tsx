import { useQuery } from '@tanstack/react-query';
import { Archive, LifeBuoy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../connection/application.ts';
import { Check } from '../controls/check.tsx';
import { LookAgain } from '../trouble/look-again.tsx';
import { Way, Ways } from '../trouble/way.tsx';
import { useRestores } from './use-create.ts';

/** For people coming from another computer: a backup, or the vault file with its recovery kit. */
export function FromBefore() {
  const { t } = useTranslation();
  const [restores, setRestores] = useRestores();
  const { data: host } = useQuery(useApplication().calls.host.info.queryOptions());
  return (
    <Ways label={t('firstRun.hasOther')}>
      <Way id="backup" icon={Archive} title={t('firstRun.backup')}>
        <p className="text-pretty text-soft">{t('firstRun.backupText')}</p>
        <Check isSelected={restores} onChange={setRestores} autoFocus>
          {t('firstRun.backupStart')}
        </Check>
      </Way>
      <Way id="kit" icon={LifeBuoy} title={t('firstRun.kit')}>
        <p className="text-pretty text-soft">{t('firstRun.kitText')}</p>
        <code className="selectable font-mono text-xs wrap-anywhere">{host?.vaultPath}</code>
        <LookAgain look="quiet" />
      </Way>
    </Ways>
  );
}
