import { useCallback, useEffect, useRef } from 'react';
import type { KeyboardEvent, MouseEvent, PointerEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import type { Preferences } from '../../contract/preferences.ts';
import { rowMoves, useFocusRow, useRowList } from '../design/row-list.ts';
import { useHeight } from '../design/use-height.ts';
import { useLanes } from '../design/use-lanes.ts';
import { useStacked } from '../design/use-wide.ts';
import { CodeRow, rowId } from './code-row.tsx';
import { useDrag, type RowAt } from './use-drag.ts';
import type { MoveTo } from './use-move.ts';
import type { Selection } from './use-selection.ts';

interface CodeListProps {
  /** Stands above the rows and scrolls away with them. */
  above: ReactNode;
  /** Stands in place of the rows if there are none. */
  empty: ReactNode;
  entries: readonly EntryView[];
  /** What is searched; empty: nothing. */
  text: string;
  /** What distinguishes entries with the same name, by id. */
  marks: ReadonlyMap<string, string>;
  /** The chosen entry; without one, Tab goes to the first row. */
  currentId: string | null;
  selection: Selection;
  look: Pick<Preferences, 'listDensity' | 'digitSize' | 'hideCodes'>;
  isReadOnly: boolean;
  /** Moves an entry; null where the order is not the person's own. */
  onMove: MoveTo | null;
  onChoose: (id: string) => void;
  onCopy: (entry: EntryView, which?: 'current' | 'next') => void;
  onOpen: (id: string) => void;
  /** Called for ↑ on the first line. */
  onLeave: () => void;
}

/** A row's least height, in pixels; with the name above the code, its usual height. */
const rowHeights = {
  comfortable: { beside: 72, stacked: 106 },
  compact: { beside: 42, stacked: 68 },
} as const;

/**
 * The codes as a grid that renders only the visible rows, beside each other where there is room. ↑ ↓ Home End PageUp
 * PageDown move, ← → as well among rows beside each other; Enter copies the code, Shift+Enter the next code. Alt with ↑ ↓
 * Home End moves the row itself, where the order is by hand. While the person selects, Enter and Space select, and Shift
 * with ↑ ↓ extends the selection.
 */
export function CodeList(props: CodeListProps) {
  const { entries, text, marks, currentId, selection, look, isReadOnly } = props;
  const { above, empty, onMove, onChoose, onCopy, onOpen, onLeave } = props;
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const lanes = useLanes(scroller);
  const aboveBox = useRef<HTMLDivElement>(null);
  const scrollMargin = useHeight(aboveBox);
  const grid = useRef<HTMLDivElement>(null);
  const count = entries.length;
  const at = entries.findIndex(({ id }) => id === currentId);
  const current = Math.max(0, at);
  const isCompact = look.listDensity === 'compact';
  const rowHeight = rowHeights[look.listDensity][useStacked() ? 'stacked' : 'beside'];
  const isSelecting = selection.ids !== null;

  const rows = useRowList({
    count,
    current,
    keyOf: useCallback((index) => entries[index]?.id ?? index, [entries]),
    scroller: () => scroller.current,
    rowHeight,
    lanes,
    scrollMargin,
    overscan: 4,
    paddingEnd: 12,
  });
  const focusRow = useFocusRow();
  const goTo = (to: number) => {
    const entry = entries[to];
    if (entry === undefined) return;
    rows.scrollToIndex(to);
    onChoose(entry.id);
    focusRow(rowId(entry.id));
  };

  /** The row nearest to a point of the window, and where in it that is. */
  const rowAt = (x: number, y: number): RowAt | undefined => {
    const box = grid.current?.getBoundingClientRect();
    if (box === undefined) return undefined;
    const width = box.width / lanes;
    const lane = Math.min(lanes - 1, Math.max(0, Math.floor((x - box.left) / width)));
    const middle = (row: { start: number; size: number }) => row.start - scrollMargin + row.size / 2;
    const off = (row: { start: number; size: number }) => Math.abs(middle(row) - (y - box.top));
    const [row] = rows
      .getVirtualItems()
      .filter((one) => one.lane === lane)
      .toSorted((one, other) => off(one) - off(other));
    if (row === undefined) return undefined;
    const top = row.start - scrollMargin;
    if (lanes === 1) {
      const isBefore = y - box.top < middle(row);
      return {
        index: row.index,
        isBefore,
        edge: { left: 12, right: 12, top: top + (isBefore ? 0 : row.size), height: 4 },
      };
    }
    const isBefore = x - box.left < (lane + 0.5) * width;
    return {
      index: row.index,
      isBefore,
      edge: { left: (lane + (isBefore ? 0 : 1)) * width, top, width: 4, height: row.size },
    };
  };
  const { drag, begin } = useDrag({
    entries,
    scroller: () => scroller.current,
    rowAt,
    onMove: (id, to) => onMove?.(id, to),
  });

  const latest = useRef({ selection, onCopy });
  useEffect(() => {
    latest.current = { selection, onCopy };
  });
  const onPress = useCallback((entry: EntryView, event: MouseEvent) => {
    const { selection: selected, onCopy: copy } = latest.current;
    if (selected.ids !== null && event.shiftKey) selected.extendTo(entry.id);
    else if (selected.ids !== null || event.ctrlKey || event.metaKey) selected.toggle(entry.id);
    else copy(entry);
  }, []);
  const onGrip = useCallback(
    (entry: EntryView, event: PointerEvent<HTMLElement>) => {
      onChoose(entry.id);
      begin(entry, event);
    },
    [onChoose, begin],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const entry = entries[current];
    const isCommand = event.ctrlKey || event.metaKey;
    const onRow = event.target instanceof HTMLElement && event.target.role === 'row';
    const page = lanes * Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const acts = event.altKey ? alt() : isCommand ? command() : plain();
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();

    type Acts = Record<string, (() => void) | false | undefined>;
    function plain(): Acts {
      const moves = rowMoves({ current, count, page, lanes }, goTo);
      const press = onRow && entry !== undefined;
      const extend = (key: 'ArrowUp' | 'ArrowDown') => () => {
        const next = entries[key === 'ArrowUp' ? current - lanes : current + lanes];
        moves[key]?.();
        if (next !== undefined) selection.extendTo(next.id);
      };
      if (isSelecting) {
        return {
          ...moves,
          ...(current < lanes && !event.shiftKey && { ArrowUp: onLeave }),
          ...(event.shiftKey && { ArrowUp: extend('ArrowUp'), ArrowDown: extend('ArrowDown') }),
          Enter: press && (() => selection.toggle(entry.id)),
          ' ': press && (() => selection.toggle(entry.id)),
        };
      }
      return {
        ...moves,
        ...(current < lanes && { ArrowUp: onLeave }),
        Enter: press && (() => onCopy(entry, event.shiftKey ? 'next' : 'current')),
        ...(lanes === 1 && { ArrowRight: press && (() => onOpen(entry.id)) }),
      };
    }
    function alt(): Acts {
      if (isCommand || onMove === null || entry === undefined || !onRow) return {};
      const group = entries.filter(({ pinned }) => pinned === entry.pinned);
      const first = entries.findIndex(({ pinned }) => pinned === entry.pinned);
      return {
        ArrowUp: () => onMove(entry.id, current - lanes),
        ArrowDown: () => onMove(entry.id, current + lanes),
        ...(lanes > 1 && {
          ArrowLeft: () => onMove(entry.id, current - 1),
          ArrowRight: () => onMove(entry.id, current + 1),
        }),
        Home: () => onMove(entry.id, first),
        End: () => onMove(entry.id, first + group.length - 1),
      };
    }
    function command(): Acts {
      return { a: isSelecting && selection.toggleShown };
    }
  };

  return (
    <div
      ref={scroller}
      data-density={look.listDensity}
      data-digits={look.digitSize}
      className="flex min-h-0 flex-1 flex-col scrolls overscroll-contain"
      tabIndex={-1}
      style={{ '--lanes': lanes }}
    >
      <div ref={aboveBox} className="shrink-0">
        {above}
      </div>
      {count === 0 && empty}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its rows take the focus */}
      <div
        ref={grid}
        role="grid"
        hidden={count === 0}
        id="codes"
        aria-label={t('codes.list')}
        aria-rowcount={count}
        {...(isSelecting && { 'aria-multiselectable': true })}
        onKeyDown={onKeyDown}
        className="relative shrink-0"
        style={{ height: rows.getTotalSize() }}
      >
        {rows.getVirtualItems().map((row) => {
          const entry = entries[row.index];
          return entry === undefined ? null : (
            <CodeRow
              key={entry.id}
              entry={entry}
              text={text}
              index={row.index}
              isCurrent={row.index === at}
              isSelected={selection.ids && selection.ids.has(entry.id)}
              isTabStop={row.index === current}
              isCovered={look.hideCodes}
              isReadOnly={isReadOnly}
              isMovable={onMove !== null}
              isDragged={drag?.id === entry.id}
              isCompact={isCompact}
              mark={marks.get(entry.id)}
              measure={rows.measureElement}
              start={row.start - scrollMargin}
              lane={row.lane}
              onChoose={onChoose}
              onPress={onPress}
              onGrip={onGrip}
              onCopy={onCopy}
              onOpen={onOpen}
              t={t}
            />
          );
        })}
        {drag?.edge && (
          <div
            aria-hidden
            className="pointer-events-none absolute -m-0.5 rounded-full bg-accent forced-colors:bg-[Highlight]"
            style={drag.edge}
          />
        )}
      </div>
    </div>
  );
}
