import { inParts } from '../../contract/entry-lists.ts';
import { entriesContract, trashContract } from '../../contract/entry.ts';
import { formerContract } from '../../contract/former.ts';
import { siteCodesContract } from '../../contract/site-codes.ts';
import { serve } from '../serve.ts';
import type { Entries } from './entries.ts';
import type { Former } from './former.ts';
import type { Icons } from './icons.ts';
import type { SiteCodes } from './site-codes.ts';

interface Parts {
  entries: Entries;
  icons: Icons;
  former: Former;
  siteCodes: SiteCodes;
}

/** The entries part of the window's router, with the trash; no decisions are made here. */
export function entriesRouter({ entries, icons, former, siteCodes }: Parts) {
  return {
    entries: serve(entriesContract, {
      watch: (_, signal) => inParts(entries.watch(signal)),
      find: (input) => ({ entries: entries.find(input.query, input.fit) }),
      edit: async ({ id, icon, ...edit }) =>
        entries.edit(id, { ...edit, ...(icon !== undefined && { icon: await icons.chosen(icon) }) }),
      picture: (input) => icons.picture(input.hash),
      setPinned: (input) => entries.setPinned(input.id, input.pinned),
      setCounter: (input) => entries.setCounter(input.id, input.counter),
      look: (input) => entries.look(input),
      setSettings: (input) => entries.setSettings(input),
      remove: (input) => entries.remove(input.id),
      restore: (input) => entries.restore(input.id),
    }),
    former: serve(formerContract, {
      list: (input) => former.list(input.id),
      takeBack: (input) => former.takeBack(input.id, input.replacedAt),
      forget: (input) => former.forget(input.id, input.replacedAt),
    }),
    siteCodes: serve(siteCodesContract, {
      keep: (input) => siteCodes.keep(input),
      reveal: (input) => siteCodes.reveal(input),
      tick: (input) => siteCodes.tick(input),
      remove: (input) => siteCodes.remove(input.id),
    }),
    trash: serve(trashContract, { purge: (input) => entries.purge(input.ids) }),
  };
}
