import { randomUUID } from 'node:crypto';
import type { VaultDocument } from '../../core/vault/document.ts';
import { tagsMaximum } from '../../core/entry/label.ts';
import { outOfTrash, toTrash, type Entry, type TrashedEntry } from '../../core/entry/entry.ts';
import { Failure } from '../failure.ts';
import { changeEntry, findEntry } from './change.ts';

/**
 * What becomes of an entry and a new one that takes its place: the new one takes over its id, use and what a
 * person added; the old entry goes to the trash unchanged, under a new id.
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
    pinned,
    ...(order !== undefined && { order }),
    lastUsedAt,
    uses,
    replaces: trashed.id,
  };
  return { placed, trashed };
}

/** What a person added to an entry, for a successor that may bring its own: the entry's wins, tags join. */
export function takenOver(old: Entry, newcomer: Entry): Pick<Entry, 'tags' | 'note' | 'icon'> {
  const icon = old.icon ?? newcomer.icon;
  return {
    tags: [...new Set([...old.tags, ...newcomer.tags])].slice(0, tagsMaximum),
    note: old.note || newcomer.note,
    ...(icon && { icon }),
  };
}

/**
 * Restores the entry that another one replaced; the replacement moves to the trash.
 * @throws Failure ENTRY_NOT_FOUND if there is nothing to restore (any more)
 */
export function undoReplace(document: VaultDocument, id: string, now: number): VaultDocument {
  const present = findEntry(document.entries, id);
  const { replaces, former, ...rest } = present;
  if (former !== null) {
    // Written by an older Latchkey, which kept only the parameters.
    const trashed = toTrash({ ...rest, former: null }, now, randomUUID());
    const back = { ...rest, parameters: former.parameters, former: null };
    return { ...changeEntry(document, id, () => back), trash: [...document.trash, trashed] };
  }
  if (replaces === undefined) throw new Failure('ENTRY_NOT_FOUND');
  const old = findEntry(document.trash, replaces);
  const trashed = toTrash({ ...rest, former }, now, old.id);
  return {
    ...changeEntry(document, id, () => ({ ...outOfTrash(old), id })),
    trash: document.trash.map((other) => (other === old ? trashed : other)),
  };
}
