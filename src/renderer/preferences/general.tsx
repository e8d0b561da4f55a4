import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { languages } from '../../contract/vocabulary.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { Choice } from '../design/choice.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Select } from '../design/select.tsx';
import { Switch } from '../design/switch.tsx';
import { Card } from '../design/card.tsx';
import { languageName } from '../words/languages.ts';
import { Panel } from './panel.tsx';
import { clipboardPermissionQuery } from '../codes/window-clipboard.ts';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';

const waits = [10, 30, 60, 120, 0];

/** How Latchkey looks and treats codes; each change applies at once. */
export function General() {
  const { t } = useTranslation();
  const application = useApplication();
  const preferences = useLive(application.preferences);
  const { data: host } = useQuery(application.calls.host.info.queryOptions());
  const { mutate: set, error } = useMutation(application.calls.preferences.set.mutationOptions());
  if (preferences === null) return <Panel title={t('settings.general')}>{null}</Panel>;
  const { clearClipboardAfter: wait } = preferences;
  const offered = waits.includes(wait) ? waits : [wait, ...waits];
  return (
    <Panel title={t('settings.general')} width="cards">
      <ErrorNotice error={error} />
      <Card>
        <Choice
          label={t('preferences.theme')}
          look="segments"
          value={preferences.theme}
          onChange={(theme) => set({ theme })}
          options={[
            { value: 'system', label: t('preferences.themeSystem') },
            { value: 'light', label: t('preferences.themeLight') },
            { value: 'dark', label: t('preferences.themeDark') },
          ]}
        />
        <Select
          label={t('preferences.language')}
          value={preferences.language}
          onChange={(language) => set({ language })}
          options={[
            { value: 'system', label: t('preferences.languageSystem') },
            ...languages.map((language) => ({
              value: language,
              label: languageName(language),
              lang: language,
            })),
          ]}
        />
      </Card>
      <Card>
        <Select
          label={t('preferences.clipboard')}
          value={String(wait)}
          onChange={(value) => set({ clearClipboardAfter: Number(value) })}
          options={offered.map((count) => ({
            value: String(count),
            label:
              count === 0 ? t('preferences.clipboardNever') : t('preferences.clipboardSeconds', { count }),
          }))}
        />
        {wait > 0 && <ClipboardPermission />}
        {host?.desktopSearch === true && (
          <Switch
            isSelected={preferences.inDesktopSearch}
            onChange={(inDesktopSearch) => set({ inDesktopSearch })}
          >
            {t('preferences.desktopSearch')}
            <span className="block text-hint text-soft">{t('preferences.desktopSearchText')}</span>
          </Switch>
        )}
      </Card>
      {host?.setUpLinks === true && (
        <Card>
          <Switch
            isSelected={preferences.openSetUpLinks}
            onChange={(openSetUpLinks) => set({ openSetUpLinks })}
          >
            {t('preferences.setUpLinks')}
            <span className="block text-hint text-soft">{t('preferences.setUpLinksText')}</span>
          </Switch>
        </Card>
      )}
    </Panel>
  );
}

/** If the window itself copies: may it read the clipboard, to clear only its own code? */
function ClipboardPermission() {
  const { t } = useTranslation();
  const { data: host } = useQuery(useApplication().calls.host.info.queryOptions());
  const permission = useQuery(clipboardPermissionQuery);
  const ask = useMutation({
    mutationFn: async () => {
      // Only reading triggers the question; the text read is dropped.
      await navigator.clipboard.readText().catch(() => undefined);
      await permission.refetch();
    },
  });
  if (host?.clipboard !== 'window') return null;
  switch (permission.data) {
    case 'prompt':
      return (
        <Notice>
          <p className="mb-2">{t('preferences.clipboardAllow')}</p>
          <Button size="small" isPending={ask.isPending} onPress={() => ask.mutate()}>
            {t('preferences.clipboardAllowButton')}
          </Button>
        </Notice>
      );
    case 'denied':
      return (
        <Notice>
          <p>{t('preferences.clipboardDenied')}</p>
        </Notice>
      );
    default:
      return null;
  }
}
