import { useQuery } from '@tanstack/react-query';
import { Archive, FolderInput, LifeBuoy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../connection/application.ts';
import { Check } from '../design/check.tsx';
import { LookAgain } from '../trouble/look-again.tsx';
import { Way, Ways } from '../trouble/way.tsx';
import { useNext } from './use-create.ts';

/** For people who have codes already: in another app, in a backup, or in a vault file with its recovery kit. */
export function FromBefore() {
  const { t } = useTranslation();
  const [next, setNext] = useNext();
  const { data: host } = useQuery(useApplication().calls.host.info.queryOptions());
  return (
    <Ways label={t('firstRun.hasOther')}>
      <Way id="import" icon={FolderInput} title={t('imports.way')}>
        <p className="text-pretty text-soft">{t('firstRun.importText')}</p>
        <Check
          isSelected={next === 'import'}
          onChange={(wants) => setNext(wants ? 'import' : null)}
          autoFocus
        >
          {t('firstRun.importStart')}
        </Check>
      </Way>
      <Way id="backup" icon={Archive} title={t('firstRun.backup')}>
        <p className="text-pretty text-soft">{t('firstRun.backupText')}</p>
        <Check
          isSelected={next === 'backup'}
          onChange={(wants) => setNext(wants ? 'backup' : null)}
          autoFocus
        >
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
