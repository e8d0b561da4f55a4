import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { languages } from '../../contract/vocabulary.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { Choice } from '../controls/choice.tsx';
import { ErrorNotice } from '../controls/notice.tsx';
import { Select } from '../controls/select.tsx';
import { Switch } from '../controls/switch.tsx';
import { ClipboardPermission } from './clipboard-permission.tsx';
import { Card } from './group.tsx';
import { languageName } from '../words/languages.ts';
import { Panel } from './panel.tsx';

const waits = [10, 30, 60, 120, 0];

/** How Latchkey looks and treats codes; each change applies at once. */
export function General() {
  const { t } = useTranslation();
  const application = useApplication();
  const preferences = useLive(application.preferences);
  const { mutate: set, error } = useMutation(application.calls.preferences.set.mutationOptions());
  if (preferences === null) return <Panel title={t('settings.general')}>{null}</Panel>;
  const { clearClipboardAfter: wait } = preferences;
  const offered = waits.includes(wait) ? waits : [wait, ...waits];
  return (
    <Panel title={t('settings.general')}>
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
        <Choice
          label={t('preferences.language')}
          look="segments"
          value={preferences.language}
          onChange={(language) => set({ language })}
          options={[
            { value: 'system', label: t('preferences.languageSystem') },
            ...languages.map((language) => ({
              value: language,
              label: <span lang={language}>{languageName(language)}</span>,
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
        <Switch isSelected={preferences.hideCodes} onChange={(hideCodes) => set({ hideCodes })}>
          {t('preferences.hideCodes')}
          <span className="block text-[0.8125rem] text-soft">{t('preferences.hideCodesText')}</span>
        </Switch>
      </Card>
    </Panel>
  );
}
