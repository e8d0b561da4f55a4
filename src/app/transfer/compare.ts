import type { Entry } from '../../core/entry/entry.ts';
import { fingerprintOf, type QuarantinedEntry } from '../../core/entry/quarantined.ts';
import { indexEntries, type Found } from '../../core/entry/sameness.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import type { EntryRow, Row } from './rows.ts';

/** What a row would become; the outcomes of the contract's `rowOutcomes`. */
export type Compared =
  | { outcome: 'new'; row: EntryRow }
  | { outcome: 'sameSecret' | 'sameName'; row: EntryRow; found: Found<Entry> }
  /** `present`: the entry of the list that it is, if it is none of the trash or the quarantine. */
  | { outcome: 'here'; present: Entry | null }
  | { outcome: 'twice'; twin: number }
  | { outcome: 'quarantine'; record: QuarantinedEntry }
  | { outcome: 'unreadable' };

/**
 * Compares the rows of an import with a vault, one after another. Rows came together from one application, where
 * they stood side by side. So no question is asked about two of them, nor about an entry that is one of them.
 */
export interface Comparing {
  /** Compares a row, which counts as arrived from then on. @param number identifies it, for its twins */
  compare(row: Row, number: number): Compared;
  /** A row corrected this entry or took its place: later rows are not compared with it. */
  settle(entry: Entry): void;
}

export function createComparing(document: VaultDocument, rows: Iterable<Row>): Comparing {
  const present = indexEntries(document.entries);
  /** The entries that a row may correct or replace. */
  const others = indexEntries(document.entries);
  for (const row of rows) {
    const found = row.kind === 'entry' ? present.find(row) : null;
    if (found?.sameness === 'same') others.remove(found.entry);
  }
  const trash = indexEntries<Entry>(document.trash);
  const arrived = indexEntries<EntryRow>([]);
  const numbers = new Map<EntryRow, number>();
  /** The number of the row that a record came with; null for one of the vault's. */
  const records = new Map<string, number | null>(
    document.quarantine.map((record) => [fingerprintOf(record), null]),
  );

  function compareRecord(record: QuarantinedEntry, number: number): Compared {
    const print = fingerprintOf(record);
    const twin = records.get(print);
    if (twin === null) return { outcome: 'here', present: null };
    if (twin !== undefined) return { outcome: 'twice', twin };
    records.set(print, number);
    return { outcome: 'quarantine', record };
  }

  function compareEntry(row: EntryRow, number: number): Compared {
    const twin = arrived.find(row);
    if (twin?.sameness === 'same') return { outcome: 'twice', twin: numbers.get(twin.entry) ?? number };
    arrived.add(row);
    numbers.set(row, number);
    const found = present.find(row);
    if (found?.sameness === 'same') return { outcome: 'here', present: found.entry };
    if (row.trashed) {
      const isBuried = trash.find(row)?.sameness === 'same';
      return isBuried ? { outcome: 'here', present: null } : { outcome: 'new', row };
    }
    const other = others.find(row);
    return other === null || other.sameness === 'same'
      ? { outcome: 'new', row }
      : { outcome: other.sameness, row, found: other };
  }

  return {
    compare(row, number) {
      switch (row.kind) {
        case 'entry':
          return compareEntry(row, number);
        case 'foreign':
          return compareRecord(row.record, number);
        case 'unreadable':
          return { outcome: 'unreadable' };
      }
    },
    settle: (entry) => others.remove(entry),
  };
}
