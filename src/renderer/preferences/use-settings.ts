import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OpenState } from '../../contract/vault.ts';
import { hasMeaning, lockTriggers } from '../../contract/vocabulary.ts';
import { useAccount } from '../account/shared/use-account.ts';
import { useApplication, useLive } from '../connection/application.ts';
import type { Place } from '../navigation/place.ts';
import { hasPassphrase } from '../security/unlock-methods.ts';
import type { SettingRoom } from './section-icons.ts';

/** A setting, as the search finds it. */
export interface Setting {
  readonly name: string;
  /** Other words for it. */
  readonly also: string;
  readonly section: SettingRoom;
  readonly sectionName: string;
  /** Where it is; it is marked there. */
  readonly place: Place;
}

/** Everything that can be set here and now, in the order of the sections. */
export function useSettings(vault: OpenState): readonly Setting[] {
  const { t } = useTranslation();
  const application = useApplication();
  const { data: host } = useQuery(application.calls.host.info.queryOptions());
  const preferences = useLive(application.preferences);
  const view = useAccount();
  const account = view?.account;
  const hasServer = (view?.server.status ?? 'none') !== 'none';
  const isWritable = !vault.readOnly;

  const inSection = (
    section: Exclude<SettingRoom, 'import' | 'export' | 'account' | 'recovery' | 'backups'>,
    name: string,
    also: string,
  ): Setting => ({
    name,
    also,
    section,
    sectionName: t(`settings.${section}`),
    place: { at: 'settings', section, marks: name },
  });
  const general = [
    inSection('general', t('preferences.theme'), t('settingsAlso.theme')),
    inSection('general', t('preferences.language'), t('settingsAlso.language')),
    inSection('general', t('preferences.clipboard'), t('settingsAlso.clipboard')),
    inSection('list', t('list.density'), `${t('list.densityComfortable')} ${t('list.densityCompact')}`),
    inSection('list', t('list.digits'), `${t('list.digitsNormal')} ${t('list.digitsLarge')}`),
    inSection(
      'list',
      t('list.order'),
      [t('list.orderUse'), t('list.orderName'), t('list.orderHand')].join(' '),
    ),
    inSection('list', t('preferences.hideCodes'), t('settingsAlso.hideCodes')),
    ...(host?.desktopSearch === true
      ? [inSection('general', t('preferences.desktopSearch'), t('settingsAlso.desktopSearch'))]
      : []),
    ...(host?.setUpLinks === true
      ? [inSection('general', t('preferences.setUpLinks'), t('settingsAlso.setUpLinks'))]
      : []),
  ];
  const quickFind = [
    inSection('quickFind', t('quickFind.title'), t('settingsAlso.quickFind')),
    inSection('quickFind', t('quickFind.bind'), t('settingsAlso.command')),
  ];
  const desktop = (host?.desktop ?? [])
    .filter((choice) => preferences !== null && hasMeaning(choice, preferences))
    .map((choice) => {
      const name = choice === 'trayIcon' && host?.platform === 'darwin' ? 'menuBarIcon' : choice;
      return inSection('desktop', t(`desktop.${name}`), t(`desktop.${choice}Text`));
    });
  const clock = [
    ...(hasServer ? [inSection('clock', t('clock.compare'), t('settingsAlso.clock'))] : []),
    inSection('clock', t('clock.byHand'), t('settingsAlso.clock')),
  ];
  const security = [
    inSection('security', t('security.opens'), t('settingsAlso.opens')),
    inSection('security', t('trouble.passphrase'), t('settingsAlso.passphrase')),
    ...(hasPassphrase(vault)
      ? [
          inSection('security', t('security.idle'), t('settingsAlso.idle')),
          ...lockTriggers
            .filter((trigger) => host?.locks.triggers.includes(trigger) === true)
            .map((trigger) =>
              inSection('security', t(`lockTriggers.${trigger}.setting`), t('settingsAlso.idle')),
            ),
        ]
      : []),
    inSection('security', t('security.key'), t('settingsAlso.key')),
  ];
  const recovery = { section: 'recovery', sectionName: t('settings.recovery') } as const;
  const backups = { section: 'backups', sectionName: t('settings.backups') } as const;
  const safekeeping: Setting[] = [
    ...(isWritable
      ? [
          {
            ...recovery,
            name: t('recovery.make'),
            also: t('settingsAlso.recovery'),
            place: { at: 'settings', section: 'recovery', step: 'make' },
          } as const,
          {
            ...backups,
            name: t('backups.setUp'),
            also: t('settingsAlso.backups'),
            place: { at: 'settings', section: 'backups', step: 'setUp' },
          } as const,
        ]
      : []),
    {
      ...backups,
      name: t('firstRun.backup'),
      also: t('settingsAlso.restore'),
      place: { at: 'settings', section: 'backups', step: 'chooseFile' },
    },
    inSection('sync', t('settings.sync'), t('settingsAlso.sync')),
    inSection('history', t('settings.history'), t('settingsAlso.history')),
    ...(vault.quarantined > 0
      ? [inSection('unreadable', t('settings.unreadable'), t('settings.unreadableText'))]
      : []),
  ];
  const about = [
    inSection('about', t('preferences.vaultAt'), t('settingsAlso.vaultAt')),
    inSection('about', t('settings.keychain'), t('settingsAlso.key')),
  ];
  const rooms: Setting[] = (['import', 'export'] as const).map((at) => ({
    name: t(`${at}s.title`),
    also: t(`${at}s.wayText`),
    section: at,
    sectionName: '',
    place: { at },
  }));
  const ofAccount: Setting[] =
    account?.stage === 'signedIn' && account.kind === 'full'
      ? (['profile', 'address', 'password', 'sessions', 'activity', 'delete'] as const).map((page) => ({
          name: t(`account.page.${page}`),
          also: t(`settingsAlso.${page}`),
          section: 'account',
          sectionName: t('account.title'),
          place: { at: 'account', page },
        }))
      : [];
  return [
    ...general,
    ...quickFind,
    ...desktop,
    ...clock,
    ...security,
    ...safekeeping,
    ...about,
    ...rooms,
    ...ofAccount,
  ];
}
