import type { TFunction } from 'i18next';
import type { EntryView } from '../../contract/entry.ts';
import { shapeWords } from '../entry/shape.ts';
import { formatDate } from '../words/dates.ts';

/**
 * What distinguishes entries with the same name, by id, in the person's language: their settings if those
 * differ, otherwise also when they were added. Entries with a unique name have no mark.
 */
export function twinMarks(entries: readonly EntryView[], t: TFunction): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  for (const twins of Map.groupBy(entries, nameKey).values()) {
    if (twins.length === 1) continue;
    const inWords = [
      (entry: EntryView) => shapeWords(entry, t),
      (entry: EntryView) => t('codes.twinAdded', { date: formatDate(entry.addedAt, true) }),
      (entry: EntryView) => t('codes.twinNumber', { number: twins.indexOf(entry) + 1 }),
    ];
    const telling = inWords.find((say) => new Set(twins.map(say)).size === twins.length) ?? inWords.at(-1);
    if (telling !== undefined) for (const entry of twins) marks.set(entry.id, telling(entry));
  }
  return marks;
}

function nameKey({ issuer, account }: EntryView): string {
  // No name has a line break in it.
  return `${issuer.trim()}\n${account.trim()}`.normalize('NFC').toLowerCase();
}
