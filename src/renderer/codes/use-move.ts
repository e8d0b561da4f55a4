import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { afterFrames } from '../design/heading-focus.ts';
import { announce } from '../design/toasts.tsx';
import { useEntryCall } from '../entry/use-entry-call.ts';
import { showUndo } from '../restore/show-undo.ts';
import { rowId } from './code-row.tsx';
import { nameOf } from './name.ts';

/** Puts an entry at another's place among those shown, counted from 0. Those that are pinned stay together. */
export type MoveTo = (id: string, to: number) => void;

/** Moves entries in the order by hand, one write of the vault each. The moved row has the focus; Undo takes it back. */
export function useMove(shown: readonly EntryView[], focusRow: (id: string) => void): MoveTo {
  const { t } = useTranslation();
  const call = useEntryCall();
  const latest = useRef({ shown, t });
  /** A key that is held down: the next step begins where this one ended. */
  const isMoving = useRef(false);
  /** The row that moves, and where it was, until it is drawn at its new place. */
  const moved = useRef<{ id: string; from: number } | null>(null);
  useEffect(() => {
    latest.current = { shown, t };
    if (moved.current === null) return;
    const { id, from } = moved.current;
    if (shown[from]?.id === id) return;
    moved.current = null;
    // A row that is drawn at another place loses the focus.
    focusRow(id);
    afterFrames(() => document.querySelector(`#${rowId(id)}`)?.scrollIntoView({ block: 'nearest' }));
  }, [shown, t, focusRow]);
  return useCallback(
    (id, to) => {
      const { shown: entries, t: say } = latest.current;
      const from = entries.findIndex((entry) => entry.id === id);
      const [entry, of] = [entries[from], entries[to]];
      if (isMoving.current || entry === undefined) return;
      if (of === undefined || of === entry || of.pinned !== entry.pinned) return;
      isMoving.current = true;
      moved.current = { id, from };
      const name = nameOf(entry, say);
      void call(async (client) => {
        const { undoId } = await client.list.move({ id, side: to < from ? 'before' : 'after', of: of.id });
        showUndo(client, undoId, say('list.moved', { name }), say, 'moved');
        announce(say('list.movedTo', { name, place: to + 1, count: entries.length }));
      }).then((hasWorked) => {
        isMoving.current = false;
        if (!hasWorked) moved.current = null;
      });
    },
    [call],
  );
}
