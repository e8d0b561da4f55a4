import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView, TrashView } from '../../contract/entry.ts';
import { search, searchable } from '../../contract/search.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { Entry } from '../entry/entry.tsx';
import { Trash } from '../entry/trash.tsx';
import { afterFrames } from '../design/heading-focus.ts';
import { leaveWindow } from '../design/unsaved.tsx';
import { useWide } from '../design/use-wide.ts';
import { amend, back, done, open, useNavigation } from '../navigation/navigator.ts';
import { keepOrder } from './arrange.ts';
import { CodeMenu } from './code-menu.tsx';
import { CodeList, useFocusRow } from './code-list.tsx';
import { Empty, NoMatch } from './empty.tsx';
import { useAdvance } from './next-code.tsx';
import type { OpenState } from '../../contract/vault.ts';
import { twinMarks } from './twins.ts';
import { Toolbar } from './toolbar.tsx';
import { useCopy } from './use-copy.ts';
import { useTypeToSearch } from './use-type-to-search.ts';
import { VaultNotices } from '../trouble/vault-notices.tsx';
import type { ListState } from './list-state.ts';

interface CodesProps {
  vault: OpenState;
  list: ListState;
  entries: EntryView[];
  trash: TrashView[];
}

/** The list, and the chosen entry beside it (or over it, in a narrow window). */
export function Codes({ vault, list, entries, trash }: CodesProps) {
  const { t } = useTranslation();
  const application = useApplication();
  const isCovered = useLive(application.preferences)?.hideCodes ?? false;
  const isWide = useWide();
  const { place, inCodes } = useNavigation();
  const isOpen = inCodes.at === 'entry';
  const { text } = list;
  const chosenId = isOpen ? inCodes.id : list.chosenId;
  const field = useRef<HTMLInputElement>(null);
  const ordered = useOrdered(entries);
  const keys = useMemo(() => searchable(ordered), [ordered]);
  const shown = useMemo(() => search(keys, text), [keys, text]);
  const marks = useMemo(() => twinMarks(entries, t), [entries, t]);
  const focusRow = useFocusRow();
  const onCopy = useCopyOrAdvance();

  const chosen = shown.find(({ id }) => id === chosenId);
  const current = chosen ?? (text === '' ? undefined : shown[0]);
  const inDetail = current ?? (isCovered ? undefined : shown[0]);
  const part = isOpen && inCodes.id === inDetail?.id ? inCodes.part : undefined;

  const onText = (next: string) =>
    leaveWindow(() => {
      list.set({ text: next, chosenId: null });
      if (isOpen) done({ at: 'list' });
    });
  const toSearch = useCallback(() => field.current?.focus(), []);
  const toList = () => {
    const first = current ?? shown[0];
    if (first === undefined) return;
    choose(first.id);
    focusRow(first.id);
  };
  const choose = useChoose({
    set: list.set,
    openId: isOpen ? inCodes.id : null,
    shownId: inDetail?.id ?? null,
    focusRow,
  });
  useAskedFor({ list, entries, shown, focusRow });
  useReturnToRow({ isOpen, text, id: current?.id, focusRow });
  useTypeToSearch({ field, toList, onEscape: isOpen ? back : () => onText('') });

  const isOverlaid = isOpen && !isWide && chosen !== undefined;
  return (
    <main className="flex min-h-0 flex-1">
      <h1 className="sr-only">Latchkey</h1>
      <section
        aria-label={t('codes.list')}
        hidden={isOverlaid}
        className={`flex min-h-0 min-w-0 flex-1 flex-col ${isOverlaid ? 'hidden' : ''} two-panes:max-w-105 two-panes:border-r two-panes:border-line`}
      >
        <Toolbar
          vault={vault}
          text={text}
          onText={onText}
          found={shown.length}
          fieldRef={field}
          onDown={toList}
          onEnter={() => current !== undefined && onCopy(current)}
          hasSearch={entries.length > 0}
        />
        <VaultNotices vault={vault} hasEntries={entries.length > 0} />
        {entries.length === 0 && <Empty isReadOnly={vault.readOnly} />}
        {entries.length > 0 && shown.length === 0 && <NoMatch text={text} onClear={() => onText('')} />}
        {shown.length > 0 && (
          <CodeMenu
            entries={shown}
            isReadOnly={vault.readOnly}
            onCopy={onCopy}
            onRename={(id) => open({ at: 'entry', id, part: 'rename' })}
            onEnd={focusRow}
          >
            <CodeList
              entries={shown}
              marks={marks}
              currentId={(isWide ? inDetail : current)?.id ?? null}
              isCovered={isCovered}
              isReadOnly={vault.readOnly}
              onChoose={choose}
              onCopy={onCopy}
              onOpen={openEntry}
              onLeave={toSearch}
            />
          </CodeMenu>
        )}
      </section>
      {(isWide || isOverlaid) && entries.length > 0 && (
        <section
          aria-label={inDetail === undefined ? t('codes.pick') : undefined}
          className="flex min-h-0 min-w-0 flex-1 flex-col"
        >
          {inDetail === undefined ? (
            <p className="m-auto text-soft">{t('codes.pick')}</p>
          ) : (
            <Entry
              key={`${inDetail.id} ${part}`}
              part={part}
              onPartEnd={() => amend({ at: 'entry', id: inDetail.id })}
              entry={inDetail}
              isReadOnly={vault.readOnly}
              onCopy={onCopy}
              onBack={isWide ? undefined : back}
            />
          )}
        </section>
      )}
      <Trash isOpen={place.at === 'deleted'} trash={trash} isReadOnly={vault.readOnly} />
    </main>
  );
}

interface Choose extends Pick<AskedFor, 'focusRow'> {
  set: ListState['set'];
  openId: string | null;
  /** The entry that is shown beside the list. */
  shownId: string | null;
}

/**
 * Chooses an entry; beside the list, the one that is open goes along. Asks first if something filled in there would
 * be lost: the row that took the focus has it again once the person says so.
 */
function useChoose(given: Choose): (id: string) => void {
  const latest = useRef(given);
  useEffect(() => {
    latest.current = given;
  });
  return useCallback((id) => {
    const choose = () => {
      const { set: setList, openId } = latest.current;
      setList({ chosenId: id });
      if (openId !== null && openId !== id) done({ at: 'entry', id });
    };
    if (latest.current.shownId === id) return choose();
    let isAsked = false;
    leaveWindow(() => {
      choose();
      if (isAsked) afterFrames(() => latest.current.focusRow(id));
    });
    isAsked = true;
  }, []);
}

interface AskedFor {
  list: ListState;
  entries: readonly EntryView[];
  shown: readonly EntryView[];
  focusRow: (id: string) => void;
}

/** Shows what the place asks for: chooses it, and gives up a search that hides it, or a place that is gone. */
function useAskedFor(given: AskedFor): void {
  const { place, inCodes } = useNavigation();
  const latest = useRef(given);
  useEffect(() => {
    latest.current = given;
  });
  const isGone = place.at === 'entry' && !given.entries.some(({ id }) => id === place.id);
  useEffect(() => {
    const { list, shown, focusRow } = latest.current;
    if (isGone) done({ at: 'list' });
    else if (inCodes.at === 'entry') {
      const isShown = shown.some(({ id }) => id === inCodes.id);
      list.set({ chosenId: inCodes.id, ...(!isShown && { text: '' }) });
    } else if (inCodes.at === 'list' && inCodes.shows !== undefined) {
      list.set({ text: '', chosenId: inCodes.shows });
      focusRow(inCodes.shows);
      amend({ at: 'list' });
    }
  }, [inCodes, isGone]);
}

interface ReturnToRow extends Pick<AskedFor, 'focusRow'> {
  isOpen: boolean;
  text: string;
  id: string | undefined;
}

/** Back from an entry, its row has the focus, unless it was the search that closed the entry. */
function useReturnToRow({ isOpen, text, id, focusRow }: ReturnToRow): void {
  const former = useRef({ isOpen, text });
  useEffect(() => {
    const isBack = former.current.isOpen && !isOpen && former.current.text === text;
    former.current = { isOpen, text };
    if (isBack && id !== undefined) focusRow(id);
  });
}

const openEntry = (id: string) => open({ at: 'entry', id });

/** The entries in an order that does not change as codes are used. */
function useOrdered(entries: EntryView[]): EntryView[] {
  const [order, setOrder] = useState<{ of: EntryView[]; is: EntryView[] }>({ of: [], is: [] });
  if (order.of === entries) return order.is;
  const is = keepOrder(entries, order.is);
  setOrder({ of: entries, is });
  return is;
}

/** Copies the code; a counter-based entry without one first generates and shows its next code. */
function useCopyOrAdvance(): (entry: EntryView, which?: 'current' | 'next') => void {
  const { codes } = useApplication();
  const copy = useCopy();
  const { mutate: advance } = useAdvance();
  return useCallback(
    (entry, which) => {
      if (entry.kind === 'hotp' && codes.advanced(entry.id) === undefined) advance(entry);
      else void copy(entry, which);
    },
    [codes, copy, advance],
  );
}
