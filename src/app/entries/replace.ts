import { randomUUID } from 'node:crypto';
import { tagsMaximum } from '../../core/entry/label.ts';
import { toTrash, type Entry, type TrashedEntry } from '../../core/entry/entry.ts';
import { withFormer } from '../../core/entry/former.ts';
import { joinSiteCodes } from './site-codes.ts';

/**
 * What becomes of an entry and a new one that takes its place: the new one takes over its id, use, history and what
 * a person added; the old entry goes to the trash unchanged, under a new id.
 */
export function replacement(
  old: Entry,
  newcomer: Entry,
  now: number,
): { placed: Entry; trashed: TrashedEntry } {
  const trashed = toTrash(old, now, randomUUID());
  const { id, pinned, order, lastUsedAt, uses, unknownMembers } = old;
  const placed: Entry = {
    ...newcomer,
    ...(unknownMembers && { unknownMembers }),
    id,
    ...takenOver(old, newcomer),
    former: withFormer(old.former, old.parameters, now),
    pinned,
    ...(order !== undefined && { order }),
    lastUsedAt,
    uses,
    replaces: trashed.id,
  };
  return { placed, trashed };
}

/** What a person added to an entry, for a successor that may bring its own: the entry's wins, lists join. */
export function takenOver(old: Entry, newcomer: Entry): Pick<Entry, 'tags' | 'note' | 'icon' | 'siteCodes'> {
  const icon = old.icon ?? newcomer.icon;
  return {
    tags: [...new Set([...old.tags, ...newcomer.tags])].slice(0, tagsMaximum),
    note: old.note || newcomer.note,
    ...(icon && { icon }),
    siteCodes: joinSiteCodes(old.siteCodes, newcomer.siteCodes),
  };
}
