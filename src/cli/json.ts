import type { EntryView } from '../contract/entry.ts';

/** An entry as the command prints it: all that is known of it but its secret. Times are ISO 8601. */
export function printedEntry(entry: EntryView) {
  const { id, issuer, account, kind, algorithm, digits, period, counter, pinned } = entry;
  return {
    id,
    issuer,
    account,
    type: kind,
    algorithm,
    digits,
    period: kind === 'hotp' ? null : period,
    counter,
    pinned,
    addedAt: isoOf(entry.addedAt),
    lastUsedAt: entry.lastUsedAt === null ? null : isoOf(entry.lastUsedAt),
  };
}

/** A moment as ISO 8601. @param ms since 1970 */
export function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
