import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type CSSProperties,
  type PointerEvent as ReactPointerEvent,
} from 'react';
import type { EntryView } from '../../contract/entry.ts';
import type { MoveTo } from './use-move.ts';

/** A row near a point: whether the point is in its first half, and how that edge of it is drawn. */
export interface RowAt {
  readonly index: number;
  readonly isBefore: boolean;
  readonly edge: CSSProperties;
}

interface DragOptions {
  entries: readonly EntryView[];
  scroller: () => HTMLElement | null;
  /** The row nearest to a point of the window. */
  rowAt: (x: number, y: number) => RowAt | undefined;
  onMove: MoveTo;
}

interface Drag {
  readonly id: string;
  /** Where the row would go, counted from 0, and the edge of the row there; null: it would stay. */
  readonly to: number;
  readonly edge: CSSProperties | null;
}

/** How close to the edge of the list dragging scrolls it, and how far in a frame, in pixels. */
const edge = { within: 48, step: 10 };

/**
 * Drags a row of the list by its grip, with a mouse, a pen or a finger. A line shows where it would go; Escape gives it
 * up. The dragged row has to stay drawn: choose it first.
 */
export function useDrag(options: DragOptions) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const stop = useRef(() => {});
  useEffect(() => () => stop.current(), []);

  const begin = useCallback((entry: EntryView, event: ReactPointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const grip = event.currentTarget;
    grip.setPointerCapture(event.pointerId);
    let [x, y] = [event.clientX, event.clientY];
    let to = -1;
    let frame = 0;
    const look = () => {
      const { entries, rowAt } = latest.current;
      const from = entries.findIndex(({ id }) => id === entry.id);
      const row = rowAt(x, y);
      to = row === undefined ? from : placeFor(entries, from, row);
      const edge = to === from ? null : (row?.edge ?? null);
      setDrag((former) => (former?.to === to ? former : { id: entry.id, to, edge }));
    };
    const scroll = () => {
      const box = latest.current.scroller()?.getBoundingClientRect();
      if (box !== undefined) {
        const by = y < box.top + edge.within ? -edge.step : y > box.bottom - edge.within ? edge.step : 0;
        if (by !== 0) {
          latest.current.scroller()?.scrollBy(0, by);
          look();
        }
      }
      frame = requestAnimationFrame(scroll);
    };
    const onMove = (moved: PointerEvent) => {
      [x, y] = [moved.clientX, moved.clientY];
      look();
    };
    const onKey = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape') return;
      pressed.preventDefault();
      stop.current();
    };
    const onUp = () => {
      stop.current();
      latest.current.onMove(entry.id, to);
    };
    stop.current = () => {
      cancelAnimationFrame(frame);
      grip.removeEventListener('pointermove', onMove);
      grip.removeEventListener('pointerup', onUp);
      grip.removeEventListener('pointercancel', stop.current);
      document.removeEventListener('keydown', onKey, { capture: true });
      setDrag(null);
      stop.current = () => {};
    };
    grip.addEventListener('pointermove', onMove);
    grip.addEventListener('pointerup', onUp);
    grip.addEventListener('pointercancel', stop.current);
    document.addEventListener('keydown', onKey, { capture: true });
    frame = requestAnimationFrame(scroll);
    look();
  }, []);
  return { drag, begin };
}

/** Where a row goes that is let go near another: to the nearer edge of that one, among those pinned like it. */
function placeFor(entries: readonly EntryView[], from: number, { index, isBefore }: RowAt): number {
  if (entries[index]?.pinned !== entries[from]?.pinned || index === from) return from;
  const gap = isBefore ? index : index + 1;
  return gap > from ? gap - 1 : gap;
}
