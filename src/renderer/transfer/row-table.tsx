import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../../contract/imports.ts';
import { Check } from '../design/check.tsx';
import { rowMoves, useFocusRow, useRowList } from '../design/row-list.ts';
import { decidedOn, isChoosable, type Decisions, type RowDecision } from './decisions.ts';
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
/** How many rows PageUp and PageDown pass. */
const page = 8;

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
  const count = rows.length;
  const current = Math.min(at, count - 1);
  const lines = useRowList({
    count,
    current,
    keyOf: useCallback((index) => rows[index]?.row ?? index, [rows]),
    scroller: () => list.current?.closest<HTMLElement>('.scrolls') ?? null,
    rowHeight,
    // What stands above it fills most of the window.
    firstHeight: rowHeight,
    overscan: 6,
    scrollMargin,
    scrollPaddingStart: covered.head,
    scrollPaddingEnd: covered.foot,
  });
  const focusRow = useFocusRow();
  // Each step of a scroll draws the table again, and must not go through 10,000 rows.
  const choosable = useMemo(() => rows.filter((row) => isChoosable(row, decisions)), [rows, decisions]);
  const chosen = useMemo(
    () => choosable.filter((row) => !decidedOn(row, decisions).isLeftOut).length,
    [choosable, decisions],
  );

  const move = (to: number) => {
    const row = rows[to];
    if (row === undefined) return;
    setAt(to);
    lines.scrollToIndex(to);
    focusRow(rowLineId(row.row));
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
      ...rowMoves({ current, count, page }, move),
      Enter: () => toggle(row),
      ' ': () => {
        if (!isReadOnly && isChoosable(row, decisions)) bring(row, decidedOn(row, decisions).isLeftOut);
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
      aria-rowcount={count + 1}
      aria-colcount={5}
      aria-multiselectable
      onKeyDown={onKeyDown}
      className="card"
    >
      <div role="rowgroup" className="sticky top-0 z-10 rounded-t-2xl border-b border-line bg-sunken">
        <div role="row" aria-rowindex={1} className={`${columns} min-h-11 py-1 text-hint text-soft`}>
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
              twin={opened.has(row.row) ? all.find((one) => one.row === row.twin) : undefined}
              index={index}
              isTabStop={index === current}
              isOpened={opened.has(row.row)}
              isReadOnly={isReadOnly}
              {...decidedOn(row, decisions)}
              measure={lines.measureElement}
              start={start - scrollMargin}
              acts={acts}
              t={t}
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
