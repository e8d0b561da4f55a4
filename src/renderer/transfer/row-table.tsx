import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../../contract/imports.ts';
import { Check } from '../design/check.tsx';
import { isChoosable, isLeftOut, type Decisions, type RowDecision } from './decisions.ts';
import { columns, RowLine, rowLineId, type RowActs } from './row-line.tsx';
import { useScrollMargin } from './use-scroll-margin.ts';

interface RowTableProps {
  importId: string;
  /** The rows to show, and all of the import. */
  rows: readonly ImportRow[];
  all: readonly ImportRow[];
  decisions: Decisions;
  isReadOnly: boolean;
  onDecide: (rows: readonly ImportRow[], decision: RowDecision) => void;
}

/** A row's usual height as a table's line, in pixels; as a card it is measured. */
const rowHeight = 60;
/** What covers the rows while the page scrolls: the head above them, the buttons below. */
const covered = { head: 48, foot: 76 };

/**
 * The rows as a grid that renders only what is in sight and scrolls with the page. ↑ ↓ Home End PageUp PageDown move,
 * Space says whether the row comes in, Enter opens its details.
 */
export function RowTable({ importId, rows, all, decisions, isReadOnly, onDecide }: RowTableProps) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const scrollMargin = useScrollMargin(list);
  const current = Math.min(at, rows.length - 1);
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current?.closest<HTMLElement>('.scrolls') ?? null,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollMargin,
    scrollPaddingStart: covered.head,
    scrollPaddingEnd: covered.foot,
    getItemKey: (index) => rows[index]?.row ?? index,
    // The focused row must stay rendered when it is scrolled out of sight.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), current])]
        .filter((index) => index >= 0 && index < range.count)
        .toSorted((one, other) => one - other),
  });
  const focusRow = useFocusRow();
  const choosable = rows.filter((row) => isChoosable(row, decisions));
  const chosen = choosable.filter((row) => !isLeftOut(row, decisions)).length;

  const move = (to: number) => {
    const index = Math.min(Math.max(to, 0), rows.length - 1);
    const row = rows[index];
    if (row === undefined) return;
    setAt(index);
    lines.scrollToIndex(index);
    focusRow(row.row);
  };
  const bring = (row: ImportRow, isComing: boolean) => onDecide([row], decisionTo(row, isComing));
  const toggle = ({ row }: ImportRow) =>
    setOpened((former) => {
      const next = new Set(former);
      if (!next.delete(row)) next.add(row);
      return next;
    });
  const acts = useSameActs({
    focus: setAt,
    bring,
    decide: (row, decision) => onDecide([row], decision),
    toggle,
  });

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const row = rows[current];
    const isOnRow = event.target instanceof HTMLElement && event.target.role === 'row';
    if (!isOnRow || row === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const keys: Record<string, (() => void) | undefined> = {
      ArrowDown: () => move(current + 1),
      ArrowUp: () => move(current - 1),
      Home: () => move(0),
      End: () => move(rows.length - 1),
      PageDown: () => move(current + 8),
      PageUp: () => move(current - 8),
      Enter: () => toggle(row),
      ' ': () => {
        if (!isReadOnly && isChoosable(row, decisions)) bring(row, isLeftOut(row, decisions));
      },
    };
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its rows take the focus
    <div
      role="grid"
      aria-label={t('imports.list')}
      aria-rowcount={rows.length + 1}
      aria-colcount={5}
      aria-multiselectable
      onKeyDown={onKeyDown}
      className="rounded-2xl border border-line bg-surface"
    >
      <div role="rowgroup" className="sticky top-0 z-10 rounded-t-2xl border-b border-line bg-sunken">
        <div role="row" aria-rowindex={1} className={`${columns} min-h-11 py-1 text-[0.8125rem] text-soft`}>
          <div role="columnheader" className="flex items-center">
            <span className="sr-only">{t('imports.columnBring')}</span>
            {!isReadOnly && choosable.length > 0 && (
              <Check
                aria-label={t('imports.bringAll')}
                isSelected={chosen === choosable.length}
                isIndeterminate={chosen > 0 && chosen < choosable.length}
                onChange={(isComing) =>
                  onDecide(choosable, isComing ? { isLeftOut: false } : { isLeftOut: true })
                }
              />
            )}
          </div>
          <div role="columnheader">{t('imports.columnEntry')}</div>
          <div role="columnheader" className="max-two:sr-only">
            {t('imports.columnSettings')}
          </div>
          <div role="columnheader" className="max-two:sr-only">
            {t('imports.columnOutcome')}
          </div>
          <div role="columnheader">
            <span className="sr-only">{t('imports.columnMore')}</span>
          </div>
        </div>
      </div>
      <div ref={list} role="rowgroup" className="relative" style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <RowLine
              key={row.row}
              importId={importId}
              row={row}
              twin={row.twin === null ? undefined : all.find((one) => one.row === row.twin)}
              index={index}
              isTabStop={index === current}
              isOpened={opened.has(row.row)}
              isReadOnly={isReadOnly}
              decisions={decisions}
              measure={lines.measureElement}
              start={start - scrollMargin}
              acts={acts}
            />
          );
        })}
      </div>
    </div>
  );
}

/** The acts as they are now, in an object that stays the same. */
function useSameActs(given: RowActs): RowActs {
  const latest = useRef(given);
  useEffect(() => {
    latest.current = given;
  });
  const [same] = useState<RowActs>(() => ({
    focus: (index) => latest.current.focus(index),
    bring: (row, isComing) => latest.current.bring(row, isComing),
    decide: (row, decision) => latest.current.decide(row, decision),
    toggle: (row) => latest.current.toggle(row),
  }));
  return same;
}

/** Bringing in a row that an answer for all leaves out takes an answer of its own. */
function decisionTo({ outcome }: ImportRow, isComing: boolean): RowDecision {
  if (!isComing) return { isLeftOut: true };
  if (outcome === 'sameSecret') return { isLeftOut: false, onSameSecret: 'keepBoth' };
  if (outcome === 'sameName') return { isLeftOut: false, onSameName: 'keepBoth' };
  return { isLeftOut: false };
}

/** Focuses a row as soon as it exists: a jump far away has to render it first. */
function useFocusRow(): (row: number) => void {
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return (row) => {
    let tries = 10;
    const attempt = () => {
      const line = document.querySelector<HTMLElement>(`#${rowLineId(row)}`);
      if (line !== null) line.focus({ preventScroll: true });
      else if (tries-- > 0) frame.current = requestAnimationFrame(attempt);
    };
    attempt();
  };
}
