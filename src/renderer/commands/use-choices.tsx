import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { search, searchable } from '../../contract/search/search.ts';
import { isPossible, windowCommands, type WindowCommandId } from '../../contract/commands.ts';
import type { EntryView } from '../../contract/entry.ts';
import type { OpenState } from '../../contract/vault.ts';
import { IssuerIcon } from '../codes/issuer-icon.tsx';
import { nameLines, nameOf } from '../codes/name.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { showToast } from '../design/toasts.tsx';
import { open } from '../navigation/navigator.ts';
import { sectionIcons } from '../preferences/section-icons.ts';
import { useSettings } from '../preferences/use-settings.ts';
import { copyCode } from '../quick-find/use-pick.ts';
import { showFailure } from '../words/show-failure.ts';
import type { Choosable } from './combo.tsx';
import { mostFound, type Findable } from './find-choices.ts';
import { commandIcons } from './icons.ts';
import { shownKeys } from './keys.ts';
import { keepRecent, recentCommands } from './recent.ts';
import { useHas, useRun } from './use-run.ts';

/** What the palette itself has no use for: it is open, and the way back is a key. */
const left = new Set<WindowCommandId>(['palette', 'back']);

/** The commands that are possible now: those used last, and the others. */
export function useCommandChoices(
  vault: OpenState,
  close: () => void,
): { recent: readonly Findable[]; others: readonly Findable[] } {
  const { t, i18n } = useTranslation();
  const { data: host } = useQuery(useApplication().calls.host.info.queryOptions());
  const run = useRun(vault);
  const has = useHas(vault);
  // As it was when the palette opened: nothing moves under the keys.
  const [used] = useState(recentCommands);
  const choiceOf = (id: WindowCommandId): Findable => ({
    id,
    name: t(`commands.${id}`),
    also: t(`commandsAlso.${id}`),
    icon: commandIcons[id],
    keys: shownKeys(id, host?.platform ?? 'other', i18n.language),
    run: () => {
      keepRecent(id);
      close();
      run(id);
    },
  });
  const isOffered = (id: WindowCommandId) => isPossible(id, has) && !left.has(id);
  return {
    recent: used.filter(isOffered).map(choiceOf),
    others: windowCommands.filter((id) => isOffered(id) && !used.includes(id)).map(choiceOf),
  };
}

/** Every setting, and the way to it. */
export function useSettingChoices(vault: OpenState, close: () => void): readonly Findable[] {
  return useSettings(vault).map(({ name, also, section, sectionName, place }) => ({
    id: `setting ${section} ${name}`,
    name,
    text: sectionName,
    also,
    icon: sectionIcons[section],
    run: () => {
      close();
      open(place, { instead: true });
    },
  }));
}

/** Finds entries. Enter copies an entry's code; Ctrl or ⌘ and Enter opens the entry. */
export function useEntryChoices(close: () => void): (text: string) => readonly Choosable[] {
  const { t } = useTranslation();
  const { entries } = useApplication();
  const heard = useLive(entries)?.entries;
  const prepared = useMemo(() => searchable(heard ?? []), [heard]);
  const copy = useCopyAnywhere();
  return (text) =>
    search(prepared, text)
      .slice(0, mostFound)
      .map((entry) => {
        const [first, second] = nameLines(entry);
        return {
          id: `entry ${entry.id}`,
          name: first || t('codes.unnamed'),
          text: second,
          icon: <IssuerIcon issuer={entry.issuer} account={entry.account} icon={entry.icon} size={24} />,
          run: (isSecond) => {
            close();
            if (isSecond) open({ at: 'entry', id: entry.id });
            else copy(entry);
          },
        };
      });
}

/** Copies a code and says so, wherever the person is. A counter-based entry makes its next code for it. */
function useCopyAnywhere(): (entry: EntryView) => void {
  const { t } = useTranslation();
  const { client } = useApplication();
  return (entry) =>
    void copyCode(client, { entry, which: 'current' }).then(
      () => showToast(t('codes.copiedFor', { name: nameOf(entry, t) })),
      (error: unknown) => showFailure(error, t),
    );
}
