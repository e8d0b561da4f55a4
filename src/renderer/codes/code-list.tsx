import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { useStacked } from '../design/use-wide.ts';
import { CodeRow, rowId } from './code-row.tsx';

interface CodeListProps {
  entries: readonly EntryView[];
  /** What distinguishes entries with the same name, by id. */
  marks: ReadonlyMap<string, string>;
  /** The chosen entry; without one, Tab goes to the first row. */
  currentId: string | null;
  isCovered: boolean;
  isReadOnly: boolean;
  onChoose: (id: string) => void;
  onCopy: (entry: EntryView, which?: 'current' | 'next') => void;
  onOpen: (id: string) => void;
  /** Called for ↑ on the first row. */
  onLeave: () => void;
}

/** A row's least height; with the name above the code, its usual height. */
const rowHeights = { beside: 72, stacked: 106 };

/**
 * The codes as a grid that renders only the visible rows. ↑ ↓ Home End PageUp PageDown move, Enter copies the
 * code, Shift+Enter the next code.
 */
export function CodeList(props: CodeListProps) {
  const { entries, marks, currentId, isCovered, isReadOnly, onChoose, onCopy, onOpen, onLeave } = props;
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const at = entries.findIndex(({ id }) => id === currentId);
  const current = Math.max(0, at);
  const rowHeight = useStacked() ? rowHeights.stacked : rowHeights.beside;

  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
    paddingEnd: 12,
    getItemKey: (index) => entries[index]?.id ?? index,
    // The focused row must stay rendered when it is scrolled out of sight.
    rangeExtractor: (range) =>
      current < range.count
        ? [...new Set([...defaultRangeExtractor(range), current])].toSorted((one, other) => one - other)
        : defaultRangeExtractor(range),
  });

  const focusRow = useFocusRow();
  const move = (to: number) => {
    const entry = entries[Math.min(Math.max(to, 0), entries.length - 1)];
    if (entry === undefined) return;
    rows.scrollToIndex(entries.indexOf(entry));
    onChoose(entry.id);
    focusRow(entry.id);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const entry = entries[current];
    const onRow = event.target instanceof HTMLElement && event.target.role === 'row';
    const acts: Record<string, (() => void) | false | undefined> = {
      ArrowDown: () => move(current + 1),
      ArrowUp: () => (current === 0 ? onLeave() : move(current - 1)),
      Home: () => move(0),
      End: () => move(entries.length - 1),
      PageDown: () => move(current + page),
      PageUp: () => move(current - page),
      Enter: onRow && entry !== undefined && (() => onCopy(entry, event.shiftKey ? 'next' : 'current')),
      ArrowRight: onRow && entry !== undefined && (() => onOpen(entry.id)),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <div ref={scroller} className="min-h-0 flex-1 scrolls overscroll-contain" tabIndex={-1}>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its rows take the focus */}
      <div
        role="grid"
        id="codes"
        aria-label={t('codes.list')}
        aria-rowcount={entries.length}
        onKeyDown={onKeyDown}
        className="relative"
        style={{ height: rows.getTotalSize() }}
      >
        {rows.getVirtualItems().map((row) => {
          const entry = entries[row.index];
          return entry === undefined ? null : (
            <CodeRow
              key={entry.id}
              entry={entry}
              index={row.index}
              isCurrent={row.index === at}
              isTabStop={row.index === current}
              isCovered={isCovered}
              isReadOnly={isReadOnly}
              mark={marks.get(entry.id)}
              measure={rows.measureElement}
              style={{ transform: `translateY(${row.start}px)` }}
              onChoose={onChoose}
              onCopy={onCopy}
              onOpen={onOpen}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Focuses a row as soon as it exists: a jump far away has to render it first. */
export function useFocusRow(): (id: string) => void {
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return useCallback((id) => {
    let tries = 10;
    const attempt = () => {
      const row = document.querySelector<HTMLElement>(`#${CSS.escape(rowId(id))}`);
      if (row !== null) row.focus({ preventScroll: true });
      else if (tries-- > 0) frame.current = requestAnimationFrame(attempt);
    };
    attempt();
  }, []);
}
