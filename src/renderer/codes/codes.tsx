import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView, TrashView } from '../../contract/entry.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { Entry } from '../entry/entry.tsx';
import { useWide } from '../controls/use-wide.ts';
import { keepOrder, search, searchable } from './arrange.ts';
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
import { useRevealed } from './revealed.ts';

interface CodesProps {
  vault: OpenState;
  entries: EntryView[];
  trash: TrashView[];
}

/** The list, and the chosen entry beside it (or over it, in a narrow window). */
export function Codes({ vault, entries, trash }: CodesProps) {
  const { t } = useTranslation();
  const application = useApplication();
  const isCovered = useLive(application.preferences)?.hideCodes ?? false;
  const isWide = useWide();
  const [text, setText] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  /** The entry whose page opens with its names ready to be changed. */
  const [renamedId, setRenamed] = useState<string | null>(null);
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

  const onText = (next: string) => {
    setText(next);
    setChosenId(null);
    setOpen(false);
  };
  const toSearch = useCallback(() => field.current?.focus(), []);
  const toList = () => {
    const first = current ?? shown[0];
    if (first === undefined) return;
    setChosenId(first.id);
    focusRow(first.id);
  };
  const open = useCallback((id: string) => {
    setChosenId(id);
    setOpen(true);
  }, []);
  const choose = useCallback((id: string) => {
    setChosenId(id);
    setRenamed((former) => (former === id ? id : null));
  }, []);
  const rename = (id: string) => {
    open(id);
    setRenamed(id);
  };
  const close = () => {
    setRenamed(null);
    setOpen(false);
    if (current !== undefined) focusRow(current.id);
  };
  useTypeToSearch({ field, toList, onEscape: isOpen ? close : () => onText('') });
  useRevealed(
    useCallback(
      (id) => {
        setText('');
        setChosenId(id);
        focusRow(id);
      },
      [focusRow],
    ),
  );

  const isOverlaid = isOpen && !isWide && inDetail !== undefined;
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
          trash={trash}
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
            onRename={rename}
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
              onOpen={open}
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
              key={`${inDetail.id} ${inDetail.id === renamedId}`}
              isRenamed={inDetail.id === renamedId}
              onRenamed={() => setRenamed(null)}
              entry={inDetail}
              isReadOnly={vault.readOnly}
              onCopy={onCopy}
              onBack={isWide ? undefined : close}
            />
          )}
        </section>
      )}
    </main>
  );
}

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
