import type { Entry } from '../../entry/entry.ts';
import type { VaultDocument } from '../../vault/document.ts';
import type { Body } from './record.ts';

/** An item as a vault has it, with the vault's own count of its changes. */
export interface LocalItem {
  readonly body: Body;
  readonly revision: number;
}

/** The entries of a vault as items, by their ids in lower case. What the vault could not read is not among them. */
export function itemsOf({ entries, trash, tombstones }: VaultDocument): Map<string, LocalItem> {
  const items = new Map<string, LocalItem>();
  for (const { id, revision, deletedAt } of tombstones)
    items.set(id.toLowerCase(), { body: { kind: 'gone', deletedAt }, revision });
  for (const entry of trash)
    items.set(entry.id.toLowerCase(), { body: { kind: 'trashed', entry }, revision: entry.revision });
  for (const entry of entries)
    items.set(entry.id.toLowerCase(), { body: { kind: 'entry', entry }, revision: entry.revision });
  return items;
}

/**
 * The vault with other bodies under some ids; null takes an entry out. The list is sorted by the entries' fractional
 * indexes, if all have one. The vault's own write counts the changes (`withRevisions`).
 */
export function withItems(document: VaultDocument, changes: ReadonlyMap<string, Body | null>): VaultDocument {
  if (changes.size === 0) return document;
  const rest = new Map(changes);
  const place = <E extends Entry>(
    list: readonly E[],
    kind: 'entry' | 'trashed',
    bodyOf: (body: Body) => E | null,
  ): E[] =>
    list.flatMap((entry) => {
      const id = entry.id.toLowerCase();
      const body = changes.get(id);
      if (body === undefined) return [entry];
      if (body?.kind !== kind) return [];
      rest.delete(id);
      const placed = bodyOf(body);
      return placed === null ? [] : [{ ...placed, id: entry.id, revision: entry.revision }];
    });
  const entries = place(document.entries, 'entry', (body) => (body.kind === 'entry' ? body.entry : null));
  const trash = place(document.trash, 'trashed', (body) => (body.kind === 'trashed' ? body.entry : null));
  for (const body of rest.values()) {
    if (body?.kind === 'entry') entries.push(body.entry);
    if (body?.kind === 'trashed') trash.push(body.entry);
  }
  return { ...document, entries: sorted(entries), trash };
}

function sorted(entries: Entry[]): Entry[] {
  if (entries.some(({ order }) => order === undefined)) return entries;
  return entries.toSorted(
    (one, other) => compare(one.order ?? '', other.order ?? '') || compare(one.id, other.id),
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
