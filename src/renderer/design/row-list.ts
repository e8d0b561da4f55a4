import {
  defaultRangeExtractor,
  measureElement,
  useVirtualizer,
  type Virtualizer,
} from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';

interface RowListOptions {
  count: number;
  /** The row with the focus, or the one that Tab enters. It stays drawn when it is scrolled out of sight. */
  current: number;
  /** A row's key. The same function as long as the rows are the same: a new one makes all of them be placed anew. */
  keyOf: (index: number) => string | number;
  scroller: () => HTMLElement | null;
  /** A row's usual height, in pixels; each row that is drawn is measured. */
  rowHeight: number;
  /** How many rows stand beside each other; by default, one. They fill a line before the next one begins. */
  lanes?: number;
  /** How many rows are drawn beyond those in sight, on either side. */
  overscan: number;
  /** How much of the list is in sight at first, in pixels, until it is measured; by default, as much as the window shows. */
  firstHeight?: number;
  /** How far the list begins below the top of what scrolls it, in pixels. */
  scrollMargin?: number;
  /** Room above the first row and below the last one, in pixels. */
  paddingStart?: number;
  paddingEnd?: number;
  /** What covers rows at the top and at the bottom, in pixels. */
  scrollPaddingStart?: number;
  scrollPaddingEnd?: number;
}

/** The same while the list moves: a far jump draws each row that it leads to, all in one frame. */
const overscanOnTheMove = 1;

/** The rows of a long list, of which only those in sight are drawn. */
export function useRowList({
  current,
  keyOf,
  scroller,
  rowHeight,
  firstHeight = window.innerHeight,
  ...options
}: RowListOptions): Virtualizer<HTMLElement, HTMLElement> {
  const rows = useVirtualizer<HTMLElement, HTMLElement>({
    ...options,
    getScrollElement: scroller,
    // Rows come with the first drawing, which may be cut into pieces; measuring the list first would draw them at once.
    initialRect: { width: 0, height: firstHeight },
    estimateSize: () => rowHeight,
    // A row's place does not depend on how high the rows before it turn out to be.
    laneAssignmentMode: 'estimate',
    getItemKey: keyOf,
    // A row that is new is measured once the page is laid out: asking at once has the page laid out one more time.
    measureElement: (row, resized, list) =>
      resized === undefined
        ? (list.itemSizeCache.get(keyOf(list.indexFromElement(row))) ?? rowHeight)
        : measureElement(row, resized, list),
    rangeExtractor: (range) => {
      const overscan = rows.isScrolling ? overscanOnTheMove : range.overscan;
      const inSight = defaultRangeExtractor({ ...range, overscan });
      if (current < 0 || current >= range.count || inSight.includes(current)) return inSight;
      return [...inSight, current].toSorted((one, other) => one - other);
    },
  });
  return rows;
}

/** Where each key leads in a list of rows, of which `lanes` stand beside each other; `page` counts rows. */
export function rowMoves(
  { current, count, page, lanes = 1 }: { current: number; count: number; page: number; lanes?: number },
  move: (to: number) => void,
): Record<string, () => void> {
  const to = (row: number) => () => move(Math.min(Math.max(row, 0), count - 1));
  return {
    ArrowDown: to(current + lanes),
    ArrowUp: to(current - lanes),
    ...(lanes > 1 && { ArrowRight: to(current + 1), ArrowLeft: to(current - 1) }),
    Home: to(0),
    End: to(count - 1),
    PageDown: to(current + page),
    PageUp: to(current - page),
  };
}

/** Focuses a row, by its element's id, as soon as it exists: a jump far away has to draw it first. */
export function useFocusRow(): (elementId: string) => void {
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return useCallback((elementId) => {
    let tries = 10;
    const attempt = () => {
      const row = document.querySelector<HTMLElement>(`#${CSS.escape(elementId)}`);
      if (row !== null) row.focus({ preventScroll: true });
      else if (tries-- > 0) frame.current = requestAnimationFrame(attempt);
    };
    cancelAnimationFrame(frame.current);
    attempt();
  }, []);
}
