import type { VaultDocument } from './document.ts';
import type { Entry, TrashedEntry } from '../entry/entry.ts';
import { mapSafekeeping, secretsOfSafekeeping } from './safekeeping.ts';
import { sameRecord } from '../entry/record.ts';
import { mapSecrets, secretsOf } from '../entry/secrets.ts';

/** Every secret in the document; the arrays themselves, not copies. */
export function allSecrets(document: VaultDocument): Uint8Array[] {
  return [
    ...document.entries.flatMap(secretsOf),
    ...document.trash.flatMap(secretsOf),
    ...secretsOfSafekeeping(document.safekeeping),
    ...document.quarantine.map(({ secrets }) => secrets),
    ...document.unknownRecords.map(({ secrets }) => secrets),
  ];
}

/** Zeroes the secrets of a document that was opened only to inspect it. */
export function zeroSecrets(document: VaultDocument): void {
  for (const secret of allSecrets(document)) secret.fill(0);
}

/**
 * Returns the edited document with its own copies of the secrets that the former one did not have. The caller
 * may then zero the originals.
 */
export function ownSecrets(edited: VaultDocument, former: VaultDocument): VaultDocument {
  const known = new Set(allSecrets(former));
  const own = (secret: Uint8Array): Uint8Array => {
    if (known.has(secret)) return secret;
    const copy = Buffer.allocUnsafeSlow(secret.length);
    copy.set(secret);
    return copy;
  };
  const isOwn = (entry: Entry): boolean => secretsOf(entry).every((secret) => known.has(secret));
  const keep = <E extends Entry>(entry: E): E => (isOwn(entry) ? entry : mapSecrets(entry, own));
  const keepRecord = <R extends { secrets: Uint8Array }>(record: R): R =>
    known.has(record.secrets) ? record : { ...record, secrets: own(record.secrets) };
  return {
    ...edited,
    entries: edited.entries.map(keep),
    trash: edited.trash.map(keep),
    quarantine: edited.quarantine.map(keepRecord),
    safekeeping: mapSafekeeping(edited.safekeeping, own),
  };
}

/**
 * Returns a newly read document, with each unchanged entry taken from the former one. Zeroes the duplicates, so
 * that writes from elsewhere do not pile up secrets.
 */
export function reuseEntries(read: VaultDocument, former: VaultDocument): VaultDocument {
  const reuse = <E extends Entry | TrashedEntry>(entries: readonly E[], formerEntries: readonly E[]): E[] => {
    const byId = new Map(formerEntries.map((entry) => [entry.id, entry]));
    return entries.map((entry) => {
      const known = byId.get(entry.id);
      if (!known || !sameRecord(entry, known)) return entry;
      for (const secret of secretsOf(entry)) secret.fill(0);
      return known;
    });
  };
  return {
    ...read,
    entries: reuse(read.entries, former.entries),
    trash: reuse(read.trash, former.trash),
  };
}
