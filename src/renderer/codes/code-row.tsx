import { Check, GripVertical } from 'lucide-react';
import type { TFunction } from 'i18next';
import {
  memo,
  useCallback,
  useMemo,
  useState,
  type MouseEvent,
  type PointerEvent,
  type RefCallback,
} from 'react';
import type { EntryView } from '../../contract/entry.ts';
import { marksOf } from '../../contract/search/marks.ts';
import { useApplication } from '../connection/application.ts';
import { RowIconButton } from '../design/icon-button.tsx';
import { useCodeNow } from './code-store.ts';
import { IssuerIcon } from './issuer-icon.tsx';
import { nameOf } from './name.ts';
import { codeId, RowCode } from './row-code.tsx';
import { RowNames } from './row-names.tsx';
import { useCountdown } from './use-countdown.ts';

export interface CodeRowProps {
  entry: EntryView;
  /** What distinguishes the entry from another with the same name; undefined if none has it. */
  mark: string | undefined;
  /** What is searched; empty: nothing. */
  text: string;
  /** Counted from 0. */
  index: number;
  /** Chosen: it has the list's focus, and Tab reaches its buttons. */
  isCurrent: boolean;
  /** Whether it is one of the selected rows; null while the person is not selecting. */
  isSelected: boolean | null;
  /** Tab enters the list here: at the chosen row, or at the first if none is chosen. */
  isTabStop: boolean;
  isCovered: boolean;
  isReadOnly: boolean;
  /** It can be dragged to another place. */
  isMovable: boolean;
  isDragged: boolean;
  isCompact: boolean;
  /** Where it begins below the list's beginning, in pixels. */
  start: number;
  /** Which of the rows beside each other it is, counted from 0. */
  lane: number;
  /** Measures the row, whose height depends on its content. */
  measure: (row: HTMLElement | null) => void;
  onChoose: (id: string) => void;
  onPress: (entry: EntryView, event: MouseEvent) => void;
  onGrip: (entry: EntryView, event: PointerEvent<HTMLElement>) => void;
  onCopy: (entry: EntryView, which?: 'current' | 'next') => void;
  onOpen: (id: string) => void;
  /** Handed down, because a hook in each part of each row would cost as much as the row. */
  t: TFunction;
}

export const rowId = (id: string): string => `row-${id}`;

/**
 * One entry in the list: its name, its code and the next one, and the time left. A press copies the code, or selects the
 * row. In a narrow or zoomed window, the name stands above the code: a code never appears without its name.
 */
export const CodeRow = memo((props: CodeRowProps) => {
  const { entry, mark, text, index, isCurrent, isSelected, isTabStop, isMovable, isDragged } = props;
  const { isCompact, start, lane, measure, onChoose, onPress, onGrip, onOpen, t } = props;
  const name = nameOf(entry, t);
  const { codes } = useApplication();
  const { code, now } = useCodeNow(codes, entry);
  const [said, setSaid] = useState<{ code: string | undefined } | null>(null);
  const countDown = useCountdown(code, t);
  const found = useMemo(() => (text === '' ? null : marksOf(entry, text)), [entry, text]);
  const isSelecting = isSelected !== null;
  const ref: RefCallback<HTMLElement> = useCallback(
    (row) => {
      measure(row);
      return countDown(row);
    },
    [measure, countDown],
  );
  return (
    // The grid handles the keys for all its rows.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={ref}
      data-index={index}
      role="row"
      id={rowId(entry.id)}
      aria-rowindex={index + 1}
      aria-selected={isSelected ?? isCurrent}
      aria-label={mark === undefined ? name : `${name}, ${mark}`}
      // A screen reader says a row that takes the focus, and each later change of what describes it: it keeps quiet
      // when another code comes, until the person comes back to the row.
      {...((said === null || said.code === now) && { 'aria-describedby': codeId(entry.id) })}
      tabIndex={isTabStop ? 0 : -1}
      style={{ transform: `translateY(${start}px)`, '--lane': lane }}
      onFocus={() => {
        setSaid({ code: now });
        onChoose(entry.id);
      }}
      onBlur={() => setSaid(null)}
      onClick={(event) => onPress(entry, event)}
      className={`group in-lane absolute flex min-h-18 cursor-pointer items-center gap-3 rounded-2xl px-3 transition-colors duration-100 hover:bg-ink/4 focus-visible:-outline-offset-2 active:bg-ink/7 aria-selected:bg-tint compact:min-h-10.5 compact:rounded-xl stacked:grid stacked:grid-cols-[minmax(0,1fr)_auto] stacked:gap-x-2 stacked:gap-y-1 stacked:py-2.5 compact:stacked:gap-y-0 compact:stacked:py-1.5 tiny:px-2 forced-colors:aria-selected:outline-2 ${isDragged ? 'opacity-40' : ''}`}
    >
      <div
        role="gridcell"
        className="flex min-w-0 flex-1 items-center gap-3 compact:gap-2.5 least:col-span-2"
      >
        {isMovable && !isSelecting && <Grip onGrip={(event) => onGrip(entry, event)} />}
        {isSelecting && <SelectionBox />}
        <span className="tiny:hidden">
          <IssuerIcon
            issuer={entry.issuer}
            account={entry.account}
            icon={entry.icon}
            size={isCompact ? 28 : 40}
          />
        </span>
        <RowNames entry={entry} mark={mark} found={found} t={t} />
      </div>
      <RowCode {...props} code={code} isSelecting={isSelecting} />
      <div
        role="gridcell"
        inert={isSelecting}
        className="-me-1.5 -ms-2 stacked:col-start-2 stacked:row-start-1 stacked:ms-0 least:row-start-3"
      >
        <RowIconButton
          label={t('codes.details', { name })}
          isTabStop={isTabStop}
          onPress={() => onOpen(entry.id)}
          className={`chevron-sign size-8! opacity-60 group-hover:opacity-100 group-aria-selected:opacity-100 two-panes:hidden ${isSelecting ? 'invisible' : ''}`}
        />
      </div>
    </div>
  );
});

/** What the row is dragged by. The keyboard and the row's menu move it, too. */
function Grip({ onGrip }: { onGrip: (event: PointerEvent<HTMLElement>) => void }) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <span
      aria-hidden
      data-grip
      onPointerDown={onGrip}
      onClick={(event) => event.stopPropagation()}
      className="-mx-2 flex h-8 w-6 shrink-0 cursor-grab touch-none items-center justify-center rounded-md text-soft hover:bg-ink/7 hover:text-ink active:cursor-grabbing"
    >
      <GripVertical size={16} />
    </span>
  );
}

/** Shows whether the row is selected. The row itself says so to a screen reader. */
function SelectionBox() {
  return (
    <span
      aria-hidden
      className="flex size-5 shrink-0 items-center justify-center rounded-md border-2 border-control bg-surface text-on-accent group-aria-selected:border-accent group-aria-selected:bg-accent"
    >
      <Check size={14} strokeWidth={3.5} className="opacity-0 group-aria-selected:opacity-100" />
    </span>
  );
}
