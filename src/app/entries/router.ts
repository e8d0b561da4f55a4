import { implement } from '@orpc/server';
import { entriesContract, trashContract } from '../../contract/entry.ts';
import type { Entries } from './entries.ts';

const contract = implement(entriesContract);
const trash = implement(trashContract);

/** The entries' part of the window's router, with the trash; nothing is decided here. */
export function entriesRouter(entries: Entries) {
  return {
    entries: contract.router({
      watch: contract.watch.handler(({ signal }) => entries.watch(signal)),
      rename: contract.rename.handler(({ input }) => entries.rename(input.id, input)),
      setPinned: contract.setPinned.handler(({ input }) => entries.setPinned(input.id, input.pinned)),
      setCounter: contract.setCounter.handler(({ input }) => entries.setCounter(input.id, input.counter)),
      look: contract.look.handler(({ input }) => entries.look(input)),
      setSettings: contract.setSettings.handler(({ input }) => entries.setSettings(input)),
      remove: contract.remove.handler(({ input }) => entries.remove(input.id)),
      restore: contract.restore.handler(({ input }) => entries.restore(input.id)),
      undoReplace: contract.undoReplace.handler(({ input }) => entries.undoReplace(input.id)),
    }),
    trash: trash.router({ purge: trash.purge.handler(({ input }) => entries.purge(input.ids)) }),
  };
}
