import { inParts } from '../../contract/entry-lists.ts';
import { entriesContract, trashContract } from '../../contract/entry.ts';
import { formerContract } from '../../contract/former.ts';
import { listContract } from '../../contract/list.ts';
import { siteCodesContract } from '../../contract/site-codes.ts';
import { serve } from '../serve.ts';
import type { Entries } from './entries.ts';
import type { Former } from './former.ts';
import type { Icons } from './icons.ts';
import type { List } from './list.ts';
import type { SiteCodes } from './site-codes.ts';

/** The entries' part of the window's router. */
export function entriesRouter({ entries, icons }: { entries: Entries; icons: Icons }) {
  return serve(entriesContract, {
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
  });
}

/** The part of deleted entries. */
export function trashRouter(entries: Entries) {
  return serve(trashContract, { purge: (input) => entries.purge(input.ids) });
}

/** The part of the entries' order and tags. */
export function listRouter(list: List) {
  return serve(listContract, list);
}

/** The part of replaced secrets. */
export function formerRouter(former: Former) {
  return serve(formerContract, {
    list: (input) => former.list(input.id),
    takeBack: (input) => former.takeBack(input.id, input.replacedAt),
    forget: (input) => former.forget(input.id, input.replacedAt),
  });
}

/** The part of the recovery codes of a site. */
export function siteCodesRouter(siteCodes: SiteCodes) {
  return serve(siteCodesContract, {
    keep: (input) => siteCodes.keep(input),
    reveal: (input) => siteCodes.reveal(input),
    tick: (input) => siteCodes.tick(input),
    remove: (input) => siteCodes.remove(input.id),
  });
}
