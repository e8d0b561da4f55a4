import { useMemo, useRef } from 'react';
import type { EntryView } from '../../contract/entry.ts';
import type { ListState } from './list-state.ts';

/** Several entries of the list, to do one thing with all of them. What a search or a filter hides stays selected. */
export interface Selection {
  /** The selected entries that exist; null while the person is not selecting. */
  readonly ids: ReadonlySet<string> | null;
  /** Begins with none of them. */
  readonly start: () => void;
  /** Selects an entry, or no longer; begins the selection if there is none. */
  readonly toggle: (id: string) => void;
  /** Selects all entries from the one that was selected last to this one. */
  readonly extendTo: (id: string) => void;
  /** Selects all entries that are shown; none of them if all are. */
  readonly toggleShown: () => void;
  readonly end: () => void;
}

export function useSelection(
  list: ListState,
  entries: readonly EntryView[],
  shown: readonly EntryView[],
): Selection {
  const { selected, set } = list;
  const last = useRef<string | null>(null);
  const ids = useMemo(
    () => selected && new Set(entries.flatMap(({ id }) => (selected.has(id) ? [id] : []))),
    [selected, entries],
  );
  const now = ids ?? new Set<string>();
  return {
    ids,
    start: () => set({ selected: new Set() }),
    toggle(id) {
      last.current = id;
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      set({ selected: next });
    },
    extendTo(id) {
      const [from, to] = [last.current, id].map((one) => shown.findIndex((entry) => entry.id === one));
      last.current = id;
      if (from === undefined || to === undefined || to === -1) return;
      const start = from === -1 ? to : from;
      const between = shown.slice(Math.min(start, to), Math.max(start, to) + 1);
      set({ selected: new Set([...now, ...between.map((entry) => entry.id)]) });
    },
    toggleShown() {
      const all = shown.map(({ id }) => id);
      const hasAll = all.every((id) => now.has(id));
      set({
        selected: hasAll ? new Set([...now].filter((id) => !all.includes(id))) : new Set([...now, ...all]),
      });
    },
    end: () => set({ selected: null }),
  };
}
