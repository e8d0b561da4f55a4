import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '../../contract/preferences.ts';
import type { OpenState } from '../codes/open-vault.tsx';
import { useApplication, useLive } from '../connection/application.ts';
import { Choice } from '../controls/choice.tsx';
import { ErrorNotice } from '../controls/notice.tsx';
import { Select } from '../controls/select.tsx';
import { Sheet } from '../controls/sheet.tsx';
import { Switch } from '../controls/switch.tsx';
import { ClipboardPermission } from './clipboard-permission.tsx';

interface PreferencesSheetProps {
  isOpen: boolean;
  onClose: () => void;
  vault: OpenState;
}

/** The preferences; each counts as soon as it is changed. */
export function PreferencesSheet({ isOpen, onClose, vault }: PreferencesSheetProps) {
  const { t } = useTranslation();
  const preferences = useLive(useApplication().preferences);
  return (
    <Sheet title={t('preferences.title')} isOpen={isOpen} onClose={onClose}>
      {preferences !== null && <Form preferences={preferences} vault={vault} />}
    </Sheet>
  );
}

const waits = [10, 30, 60, 120, 0];

function Form({ preferences, vault }: { preferences: Preferences; vault: OpenState }) {
  const { t } = useTranslation();
  const { calls } = useApplication();
  const { mutate: set, error } = useMutation(calls.preferences.set.mutationOptions());
  const { clearClipboardAfter: wait } = preferences;
  const offered = waits.includes(wait) ? waits : [wait, ...waits];
  return (
    <div className="flex flex-col gap-6">
      <ErrorNotice error={error} />
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
          { value: 'en', label: <span lang="en">English</span> },
          { value: 'nl', label: <span lang="nl">Nederlands</span> },
        ]}
      />
      <div className="flex flex-col gap-2">
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
      </div>
      <Switch isSelected={preferences.hideCodes} onChange={(hideCodes) => set({ hideCodes })}>
        {t('preferences.hideCodes')}
        <span className="block text-[0.8125rem] text-soft">{t('preferences.hideCodesText')}</span>
      </Switch>
      <About vault={vault} />
    </div>
  );
}

function About({ vault }: { vault: OpenState }) {
  const { t } = useTranslation();
  const { data: host } = useQuery(useApplication().calls.host.info.queryOptions());
  const { backend, ways } = vault;
  const guard = ways.keychain
    ? ways.passphrase
      ? t('preferences.guardBoth', { backend })
      : backend
    : t('preferences.guardPassphrase');
  if (host === undefined) return null;
  return (
    <section className="border-t border-line pt-4 text-[0.8125rem]">
      <h3 className="sr-only">{t('preferences.about')}</h3>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        <dt className="text-soft">{t('preferences.guardedBy')}</dt>
        <dd>{guard}</dd>
        <dt className="text-soft">{t('preferences.vaultAt')}</dt>
        <dd className="selectable wrap-anywhere">{host.vaultPath}</dd>
        <dt className="text-soft">Latchkey</dt>
        <dd>{host.version}</dd>
      </dl>
    </section>
  );
}
