import { entriesContract, trashContract } from '../../contract/entry.ts';
import { serve } from '../serve.ts';
import type { Entries } from './entries.ts';

/** The entries part of the window's router, with the trash; no decisions are made here. */
export function entriesRouter(entries: Entries) {
  return {
    entries: serve(entriesContract, {
      watch: (_, signal) => entries.watch(signal),
      rename: (input) => entries.rename(input.id, input),
      setPinned: (input) => entries.setPinned(input.id, input.pinned),
      setCounter: (input) => entries.setCounter(input.id, input.counter),
      look: (input) => entries.look(input),
      setSettings: (input) => entries.setSettings(input),
      remove: (input) => entries.remove(input.id),
      restore: (input) => entries.restore(input.id),
      undoReplace: (input) => entries.undoReplace(input.id),
    }),
    trash: serve(trashContract, { purge: (input) => entries.purge(input.ids) }),
  };
}
