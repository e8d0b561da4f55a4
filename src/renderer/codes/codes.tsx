import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView, TrashView } from '../../contract/entry.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { Entry } from '../entry/entry.tsx';
import { Trash } from '../entry/trash.tsx';
import { afterFrames } from '../design/heading-focus.ts';
import { useFocusRow } from '../design/row-list.ts';
import { leaveWindow } from '../design/unsaved.tsx';
import { useWide } from '../design/use-wide.ts';
import { amend, back, done, open, useNavigation } from '../navigation/navigator.ts';
import { useFound } from './arrange.ts';
import { useArrivalSaid } from './arrival.ts';
import { ClearNotice } from './clear-notice.tsx';
import { CodeMenu } from './code-menu.tsx';
import { CodeList } from './code-list.tsx';
import { rowId } from './code-row.tsx';
import { Empty, NoMatch } from './empty.tsx';
import { useAdvance } from './next-code.tsx';
import type { OpenState } from '../../contract/vault.ts';
import { SelectionBar } from './selection-bar.tsx';
import { TagChips } from './tag-chips.tsx';
import { filterByTag, filterInForce, tagsOf } from './tags.ts';
import { twinMarks } from './twins.ts';
import { Toolbar } from './toolbar.tsx';
import { useCopy } from './use-copy.ts';
import { useMove } from './use-move.ts';
import { useSelection } from './use-selection.ts';
import { useTypeToSearch } from './use-type-to-search.ts';
import { VaultNotices } from '../trouble/vault-notices.tsx';
import type { ListState } from './list-state.ts';

interface CodesProps {
  vault: OpenState;
  list: ListState;
  entries: EntryView[];
  /** The same in the order of the list. */
  ordered: EntryView[];
  trash: TrashView[];
}

/** Until the preferences are known. */
const defaultLook = {
  listOrder: 'use',
  listDensity: 'comfortable',
  digitSize: 'normal',
  hideCodes: false,
} as const;

/** The list, and the chosen entry beside it (or over it, in a narrow window). */
export function Codes({ vault, list, entries, ordered, trash }: CodesProps) {
  const { t } = useTranslation();
  const application = useApplication();
  const look = useLive(application.preferences) ?? defaultLook;
  const isWide = useWide();
  const { place, inCodes } = useNavigation();
  const isOpen = inCodes.at === 'entry';
  const { text, filter } = list;
  const chosenId = isOpen ? inCodes.id : list.chosenId;
  const field = useRef<HTMLInputElement>(null);
  useArrivalSaid(entries.length);
  const focusElement = useFocusRow();
  const focusRow = useCallback((id: string) => focusElement(rowId(id)), [focusElement]);
  const tags = useMemo(() => tagsOf(entries), [entries]);
  const filtered = useMemo(() => filterByTag(ordered, filter, tags), [ordered, filter, tags]);
  const shown = useFound(filtered, text);
  const selection = useSelection(list, entries, shown);
  const moveTo = useMove(shown, focusRow);
  // A search has an order of its own.
  const onMove = look.listOrder === 'hand' && text === '' && !vault.readOnly ? moveTo : null;
  const marks = useMemo(() => twinMarks(entries, t), [entries, t]);
  const onCopy = useCopyOrAdvance();

  const chosen = shown.find(({ id }) => id === chosenId);
  const current = chosen ?? (text === '' ? undefined : shown[0]);
  const inDetail = current ?? (look.hideCodes ? undefined : shown[0]);
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
  const onEscape = () => {
    if (isOpen) back();
    else if (selection.ids !== null) selection.end();
    else onText('');
  };
  useTypeToSearch({ field, toList, onEscape });

  const isOverlaid = isOpen && !isWide && chosen !== undefined;
  return (
    <main className="flex min-h-0 flex-1">
      <h1 className="sr-only">Latchkey</h1>
      <section
        aria-label={t('codes.list')}
        hidden={isOverlaid}
        className={`flex min-h-0 min-w-0 flex-col ${isOverlaid ? 'hidden' : ''} ${entries.length === 0 ? 'flex-1' : 'list-pane'}`}
      >
        <Toolbar
          vault={vault}
          text={text}
          onText={onText}
          found={shown.length}
          fieldRef={field}
          onDown={toList}
          onEnter={() => current !== undefined && onCopy(current)}
          onSelect={() => {
            selection.start();
            // The menu gives the focus back to its button first.
            afterFrames(toList);
          }}
          hasSearch={entries.length > 0}
        />
        {tags.length > 0 && (
          <TagChips tags={tags} filter={filter} onFilter={(next) => list.set({ filter: next })} />
        )}
        {entries.length === 0 ? (
          <>
            <VaultNotices vault={vault} hasEntries={false} />
            <Empty isReadOnly={vault.readOnly} />
          </>
        ) : (
          <CodeMenu
            entries={shown}
            isReadOnly={vault.readOnly}
            onCopy={onCopy}
            onRename={(id) => open({ at: 'entry', id, part: 'rename' })}
            onSelect={selection.toggle}
            onMove={onMove}
            onEnd={focusRow}
          >
            <CodeList
              key={`${look.listDensity} ${look.digitSize}`}
              above={<VaultNotices vault={vault} hasEntries />}
              empty={
                <NoMatch
                  text={text}
                  isFiltered={filterInForce(filter, tags) !== 'all'}
                  onClear={() => onText('')}
                  onAll={() => list.set({ filter: 'all' })}
                />
              }
              entries={shown}
              text={text}
              marks={marks}
              currentId={(isWide ? inDetail : current)?.id ?? null}
              selection={selection}
              look={look}
              isReadOnly={vault.readOnly}
              onMove={onMove}
              onChoose={choose}
              onCopy={onCopy}
              onOpen={openEntry}
              onLeave={toSearch}
            />
          </CodeMenu>
        )}
        {selection.ids !== null && (
          <SelectionBar
            entries={ordered.filter(({ id }) => selection.ids?.has(id))}
            tags={tags}
            isReadOnly={vault.readOnly}
            onToggleShown={selection.toggleShown}
            onEnd={() => {
              selection.end();
              if (current !== undefined) focusRow(current.id);
            }}
          />
        )}
        {shown.length > 0 && selection.ids === null && <ClearNotice />}
      </section>
      {(isWide || isOverlaid) && entries.length > 0 && (
        <section
          aria-label={inDetail === undefined ? t('codes.pick') : undefined}
          className="entry-pane flex min-h-0 min-w-0 flex-col"
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
      list.set({ chosenId: inCodes.id, ...(!isShown && { text: '', filter: 'all' }) });
    } else if (inCodes.at === 'list' && inCodes.shows !== undefined) {
      list.set({ text: '', chosenId: inCodes.shows, filter: 'all' });
      focusRow(inCodes.shows);
      amend({ at: 'list' });
    } else if (inCodes.at === 'list' && inCodes.search !== undefined) {
      list.set({ text: inCodes.search, chosenId: null, filter: 'all' });
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
