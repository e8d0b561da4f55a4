import type { VaultDocument } from '../../core/vault/document.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { Failure } from '../failure.ts';

/** The document with one entry changed. Throws the failure ENTRY_NOT_FOUND. */
export function changeEntry(
  document: VaultDocument,
  id: string,
  change: (entry: Entry) => Entry,
): VaultDocument {
  const entry = findEntry(document.entries, id);
  return { ...document, entries: document.entries.map((other) => (other === entry ? change(entry) : other)) };
}

/**
 * The document with several entries changed, or none of them.
 * @throws Failure ENTRY_NOT_FOUND if one does not exist (any more)
 */
export function changeEntries(
  document: VaultDocument,
  ids: readonly string[],
  change: (entry: Entry) => Entry,
): VaultDocument {
  const wanted = everyOne(document, ids);
  return {
    ...document,
    entries: document.entries.map((entry) => (wanted.has(entry.id) ? change(entry) : entry)),
  };
}

/** The ids, each of which is one of an entry. @throws Failure ENTRY_NOT_FOUND */
export function everyOne(document: VaultDocument, ids: readonly string[]): ReadonlySet<string> {
  const there = new Set(document.entries.map(({ id }) => id));
  if (!ids.every((id) => there.has(id))) throw new Failure('ENTRY_NOT_FOUND');
  return new Set(ids);
}

/** The entry with this id. Throws the failure ENTRY_NOT_FOUND. */
export function findEntry<E extends Entry>(entries: readonly E[], id: string): E {
  const entry = entries.find((candidate) => candidate.id === id);
  if (!entry) throw new Failure('ENTRY_NOT_FOUND');
  return entry;
}
