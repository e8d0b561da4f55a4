import { Pin } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { marksOf } from '../../contract/search/marks.ts';
import { useCode } from '../codes/code-store.ts';
import { Digits, HiddenDigits } from '../codes/digits.tsx';
import { IssuerIcon } from '../codes/issuer-icon.tsx';
import { Marked } from '../codes/marked.tsx';
import { nameLines } from '../codes/name.ts';
import { FoundBeside } from '../codes/row-names.tsx';
import { TimeRing } from '../codes/time-ring.tsx';
import { useCountdown } from '../codes/use-countdown.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { useRowList } from '../design/row-list.ts';
import type { Pick } from './use-pick.ts';

interface FoundProps {
  entries: readonly EntryView[];
  /** What is searched; empty: nothing. */
  text: string;
  /** What distinguishes entries with the same name, by id. */
  marks: ReadonlyMap<string, string>;
  /** The chosen entry, counted from 0. */
  at: number;
  /** Whether the person has typed or chosen: until then, covered codes stay covered. */
  hasActed: boolean;
  onPick: Pick;
}

export const listId = 'found';
export const optionId = (id: string): string => `found-${id}`;

/** In pixels. */
const rowHeight = 52;
const padding = 6;

/** What was found, as the combobox's list. Renders only the rows in sight. */
export function Found({ entries, text, marks, at, hasActed, onPick }: FoundProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const isCovered = useLive(useApplication().preferences)?.hideCodes ?? false;
  const rows = useRowList({
    count: entries.length,
    current: at,
    keyOf: useCallback((index) => entries[index]?.id ?? index, [entries]),
    scroller: () => scroller.current,
    rowHeight,
    overscan: 4,
    paddingStart: padding,
    paddingEnd: padding,
    scrollPaddingStart: padding,
    scrollPaddingEnd: padding,
  });
  const { scrollToIndex } = rows;
  // Other entries are seen from the chosen one on, even if its place is the same.
  useEffect(() => {
    if (at < entries.length) scrollToIndex(at);
  }, [at, entries, scrollToIndex]);
  return (
    <div ref={scroller} className="min-h-0 flex-1 scrolls">
      <div
        role="listbox"
        id={listId}
        aria-label={t('codes.list')}
        className="relative"
        style={{ height: rows.getTotalSize() }}
      >
        {rows.getVirtualItems().map(({ index, start }) => {
          const entry = entries[index];
          return entry === undefined ? null : (
            <Option
              key={entry.id}
              entry={entry}
              text={text}
              mark={marks.get(entry.id)}
              index={index}
              count={entries.length}
              isChosen={index === at}
              isCovered={isCovered && !(hasActed && index === at)}
              style={{ transform: `translateY(${start}px)`, height: rowHeight }}
              onPick={onPick}
            />
          );
        })}
      </div>
    </div>
  );
}

interface OptionProps {
  entry: EntryView;
  text: string;
  mark: string | undefined;
  /** Counted from 0. */
  index: number;
  count: number;
  isChosen: boolean;
  isCovered: boolean;
  style: CSSProperties;
  onPick: Pick;
}

function Option({ entry, text, mark, index, count, isChosen, isCovered, style, onPick }: OptionProps) {
  const { t } = useTranslation();
  const code = useCode(useApplication().codes, entry.id);
  const countDown = useCountdown(code, t);
  const found = useMemo(() => (text === '' ? null : marksOf(entry, text)), [entry, text]);
  const [first, second] = nameLines(entry);
  const [inFirst, inSecond] = entry.issuer === '' ? [found?.account] : [found?.issuer, found?.account];
  return (
    // The combobox has the focus and handles the keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      ref={countDown}
      role="option"
      id={optionId(entry.id)}
      aria-selected={isChosen}
      aria-setsize={count}
      aria-posinset={index + 1}
      style={style}
      onClick={() => onPick(entry, 'current')}
      className="group absolute inset-x-1.5 flex cursor-pointer items-center gap-3 rounded-xl px-3.5 hover:bg-ink/4 aria-selected:bg-tint forced-colors:aria-selected:outline-2"
    >
      <IssuerIcon issuer={entry.issuer} account={entry.account} icon={entry.icon} size={32} />
      <div className="min-w-0 flex-1">
        <div className="flex items-center gap-1.5">
          <bdi className="truncate font-medium">
            {first === '' ? t('codes.unnamed') : <Marked text={first} ranges={inFirst} />}
          </bdi>
          {entry.pinned && (
            <>
              <Pin size={11} aria-hidden className="shrink-0 fill-current text-accent" />
              <span className="sr-only">{t('codes.pinned')}</span>
            </>
          )}
        </div>
        {(second !== '' || mark !== undefined || found !== null) && (
          <div className="flex gap-1.5 text-xs text-soft">
            {second !== '' && (
              <bdi className="truncate">
                <Marked text={second} ranges={inSecond} />
              </bdi>
            )}
            {mark !== undefined && <span className="shrink-0">{second === '' ? mark : `· ${mark}`}</span>}
            {found !== null && <FoundBeside found={found} t={t} />}
          </div>
        )}
      </div>
      {entry.kind === 'hotp' ? (
        <span className="shrink-0 text-xs text-soft">{t('codes.hotpAsk')}</span>
      ) : code === undefined ? (
        <>
          <span aria-hidden className="h-5 w-22 shrink-0 rounded-md bg-ink/8" />
          <span className="sr-only">{t('codes.waiting')}</span>
        </>
      ) : (
        <>
          <span className="urgent-late shrink-0 text-end text-lg leading-6 font-medium">
            {isCovered ? <HiddenDigits length={code.code.length} /> : <Digits code={code.code} />}
            {isChosen && !isCovered && code.next !== '' && (
              <span aria-hidden className="block text-mini leading-4 font-normal text-soft">
                {t('codes.next')} <Digits code={code.next} />
              </span>
            )}
          </span>
          {/* Its time would be read out again and again, as a part of what is chosen. */}
          <span aria-hidden className="flex">
            <TimeRing size="row" />
          </span>
        </>
      )}
    </div>
  );
}
