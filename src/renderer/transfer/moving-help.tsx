import { useTranslation } from 'react-i18next';
import { Fold } from '../design/fold.tsx';

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
        <p className="text-pretty">{t('imports.noneText')}</p>
      </Fold>
    </div>
  );
}
