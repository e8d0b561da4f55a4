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

/** The entry with this id. Throws the failure ENTRY_NOT_FOUND. */
export function findEntry<E extends Entry>(entries: readonly E[], id: string): E {
  const entry = entries.find((candidate) => candidate.id === id);
  if (!entry) throw new Failure('ENTRY_NOT_FOUND');
  return entry;
}
