import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '../../contract/preferences.ts';
import { hasMeaning, type DesktopChoice } from '../../contract/vocabulary.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { live } from '../connection/live.ts';
import { Card } from '../design/card.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Notice } from '../design/notice.tsx';
import { Switch } from '../design/switch.tsx';
import { Panel } from './panel.tsx';

/** What Latchkey is beyond its window, as far as this computer honours it; each change applies at once. */
export function Desktop() {
  const { t } = useTranslation();
  const application = useApplication();
  const preferences = useLive(application.preferences);
  const { data: host } = useQuery(application.calls.host.info.queryOptions());
  const hasTray = useHasTray();
  const { mutate: set, error } = useMutation(application.calls.preferences.set.mutationOptions());
  if (preferences === null || host === undefined) return <Panel title={t('settings.desktop')}>{null}</Panel>;
  const chosen = { ...preferences, trayIcon: preferences.trayIcon && hasTray };
  const shown = host.desktop.filter((choice) => hasMeaning(choice, chosen));
  const nameOf = (choice: DesktopChoice) =>
    choice === 'trayIcon' && host.platform === 'darwin' ? 'menuBarIcon' : choice;
  return (
    <Panel title={t('settings.desktop')}>
      <ErrorNotice error={error} />
      <Card>
        {shown.map((choice) => (
          <Switch
            key={choice}
            isSelected={preferences[choice]}
            onChange={(isOn) => set(changeOf(choice, isOn))}
          >
            {t(`desktop.${nameOf(choice)}`)}
            <span className="block text-hint text-soft">{t(`desktop.${choice}Text`)}</span>
          </Switch>
        ))}
      </Card>
      {preferences.trayIcon && !hasTray && (
        <Notice kind="warning" title={t('desktop.noTray')}>
          <p>{t('desktop.noTrayText')}</p>
        </Notice>
      )}
      {!host.desktop.includes('contentProtection') && (
        <p className="text-hint text-soft">{t('desktop.picturesOpen')}</p>
      )}
    </Panel>
  );
}

/** Whether the desktop shows tray icons now. */
function useHasTray(): boolean {
  const { client } = useApplication();
  const tray = useMemo(
    () => live<{ isThere: boolean }>((options) => client.host.tray(undefined, options)),
    [client],
  );
  useEffect(() => tray.start(), [tray]);
  return useLive(tray)?.isThere ?? true;
}

function changeOf(choice: DesktopChoice, isOn: boolean): Partial<Preferences> {
  return { [choice]: isOn };
}
