import { useTranslation } from 'react-i18next';
import { useApplication, useLive } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { Fold } from '../design/fold.tsx';
import { progressOf } from '../moving/progress.ts';
import { open } from '../navigation/navigator.ts';

/** Where other applications have their export. The names are their own. */
const applications = [
  { id: 'google', name: 'Google Authenticator' },
  { id: 'aegis', name: 'Aegis' },
  { id: '2fas', name: '2FAS' },
  { id: 'ente', name: 'Ente Auth' },
  { id: 'proton', name: 'Proton Authenticator' },
  { id: 'bitwarden', name: 'Bitwarden' },
  { id: 'keepass', name: 'KeePass, KeePassXC' },
  { id: 'lastpass', name: 'LastPass Authenticator' },
  { id: 'stratum', name: 'Stratum, Authenticator Pro' },
] as const;

/** Where to find the export of another application, and how to move from those that have none. */
export function MovingHelp() {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-2">
      <Fold title={t('imports.which')}>
        <p className="mb-3 text-pretty text-soft">{t('imports.whichText')}</p>
        <dl className="flex flex-col gap-2.5">
          {applications.map(({ id, name }) => (
            <div key={id}>
              <dt className="font-medium">{name}</dt>
              <dd className="text-pretty text-soft">{t(`imports.where_${id}`)}</dd>
            </div>
          ))}
        </dl>
      </Fold>
      <Fold title={t('imports.none')}>
        <SiteBySite />
      </Fold>
    </div>
  );
}

/** Leads to the moving list, and says how far it is if there is one. */
function SiteBySite() {
  const { t } = useTranslation();
  const { moved, count } = progressOf(useLive(useApplication().moving)?.sites ?? []);
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-pretty">{t('imports.noneText')}</p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button onPress={() => open({ at: 'moving' })}>
          {count === 0 ? t('moving.start') : t('moving.goOn')}
        </Button>
        {count > 0 && <p className="text-soft">{t('moving.progress', { moved, count })}</p>}
      </div>
    </div>
  );
}
