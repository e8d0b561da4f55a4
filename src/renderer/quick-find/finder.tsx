import { Inbox, Search as SearchIcon } from 'lucide-react';
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { CorrectionBar } from '../clock/correction-bar.tsx';
import { useFound, useOrdered } from '../codes/arrange.ts';
import { twinMarks } from '../codes/twins.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { ComboField } from '../design/combo-field.tsx';
import { rowMoves } from '../design/row-list.ts';
import { errorWords } from '../words/error-words.ts';
import { Found, listId, optionId } from './found.tsx';
import { Hint, Keys } from './hints.tsx';
import { Instead, Waiting } from './instead.tsx';
import { usePick } from './use-pick.ts';
import { useReadyTitle } from './use-ready-title.ts';

/** The open vault: a few keys find an entry and copy its code. Follows the codes while it is shown. */
export function Finder({ onHide }: { onHide: () => void }) {
  const { t } = useTranslation();
  const { entries, codes, client } = useApplication();
  const heard = useLive(entries);
  useEffect(() => {
    const stop = codes.start();
    return () => {
      stop();
      codes.clear();
    };
  }, [codes]);
  if (heard === null) return <Waiting />;
  if (heard.entries.length > 0) return <Search entries={heard.entries} onHide={onHide} />;
  return (
    <Instead
      icon={Inbox}
      title={t('codes.emptyTitle')}
      text={t('quickFind.emptyText')}
      action={{ label: t('quickFind.openWindow'), run: () => void client.quickFind.openWindow() }}
    />
  );
}

/** The search and what it finds. The first match is chosen; ↑ ↓ choose, Enter copies, Shift+Enter copies the next code. */
function Search({ entries, onHide }: { entries: EntryView[]; onHide: () => void }) {
  const { t } = useTranslation();
  const order = useLive(useApplication().preferences)?.listOrder ?? 'use';
  const [text, setText] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const { pick, error } = usePick(onHide);
  useReadyTitle();
  const found = useFound(useOrdered(entries, order), text);
  const marks = useMemo(() => twinMarks(entries, t), [entries, t]);
  const at = Math.max(
    0,
    found.findIndex(({ id }) => id === chosenId),
  );
  const chosen = found[at];

  const choose = (to: number) => {
    const entry = found[to];
    if (entry !== undefined) setChosenId(entry.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const moves = rowMoves({ current: at, count: found.length, page: pageRows }, choose);
    const acts: Record<string, (() => void) | undefined> = {
      ...moves,
      // These two move in the text.
      Home: undefined,
      End: undefined,
      Enter: () => chosen !== undefined && pick(chosen, event.shiftKey ? 'next' : 'current'),
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  return (
    <>
      <Field
        text={text}
        onText={(next) => {
          setText(next);
          setChosenId(null);
        }}
        onKeyDown={onKeyDown}
        active={chosen && optionId(chosen.id)}
      />
      <p role="status" className="sr-only">
        {text !== '' &&
          (chosen === undefined ? t('codes.noMatch', { text }) : t('codes.matches', { count: found.length }))}
      </p>
      {chosen === undefined ? (
        <Nothing text={text} />
      ) : (
        <Found
          entries={found}
          text={text}
          marks={marks}
          at={at}
          hasActed={text !== '' || chosenId !== null}
          onPick={pick}
        />
      )}
      <CorrectionBar isLeading={false} />
      <Foot chosen={chosen} error={error} />
    </>
  );
}

/** How far PageUp and PageDown go, in rows: what is in sight, but for one. */
const pageRows = 6;

interface FieldProps {
  text: string;
  onText: (text: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  /** The id of the chosen option; undefined if nothing was found. */
  active: string | undefined;
}

/** The search field, a combobox that is always open. It keeps the focus: whatever is pressed beside it gives it back. */
function Field({ text, onText, onKeyDown, active }: FieldProps) {
  const { t } = useTranslation();
  const [field, setField] = useState<HTMLInputElement | null>(null);
  useEffect(() => field?.focus(), [field]);
  return (
    <div className="flex h-15 shrink-0 items-center gap-3 border-b border-line px-5">
      <SearchIcon size={20} aria-hidden className="shrink-0 text-soft" />
      <ComboField
        label={t('quickFind.search')}
        text={text}
        onText={onText}
        onKeyDown={onKeyDown}
        listId={listId}
        activeId={active}
        fieldRef={setField}
        onBlur={() => field?.focus()}
        className="text-lg"
      />
    </div>
  );
}

function Nothing({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <div className="flex min-h-0 flex-1 flex-col items-center justify-center gap-2 p-6 text-center">
      <p className="line-clamp-3 font-semibold wrap-anywhere">{t('codes.noMatch', { text })}</p>
      <p className="text-soft">{t('codes.noMatchText')}</p>
    </div>
  );
}

/** What the keys do for the chosen entry; or why the last one did nothing. */
function Foot({ chosen, error }: { chosen: EntryView | undefined; error: unknown }) {
  const { t } = useTranslation();
  if (error !== null) {
    const words = errorWords(error, t);
    return (
      <p role="alert" className="shrink-0 border-t border-line bg-canvas px-5 py-2.5 text-hint text-danger">
        {words.title}. {words.text}
      </p>
    );
  }
  const isHotp = chosen?.kind === 'hotp';
  return (
    <Keys>
      {chosen !== undefined && (
        <>
          <Hint keys={['↵']}>{isHotp ? t('quickFind.makeAndCopy') : t('quickFind.copy')}</Hint>
          {!isHotp && <Hint keys={['⇧', '↵']}>{t('quickFind.copyNext')}</Hint>}
          <Hint keys={['↑', '↓']}>{t('quickFind.choose')}</Hint>
        </>
      )}
      <Hint keys={['Esc']}>{t('quickFind.close')}</Hint>
    </Keys>
  );
}
