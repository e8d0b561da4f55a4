import { randomUUID } from 'node:crypto';
import type { Duplicate, DuplicateAnswers } from '../../contract/duplicate.ts';
import type { OtpParameters } from '../../core/otp/parameters.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { findSame, indexEntries, type Found, type SamenessIndex } from '../../core/entry/sameness.ts';
import { Failure } from '../failure.ts';
import { replacement, takenOver } from './replace.ts';
import { viewOfParameters } from './view.ts';

export interface Placed {
  entryId: string;
  how: 'added' | 'corrected' | 'replaced';
}

/** Puts new entries into a document, one after another. */
export interface Placing {
  /**
   * Adds a new entry as the person answered: beside the existing one, as its correction, or in its place. If it
   * throws, nothing was placed.
   *
   * @throws Failure ALREADY_HERE for an identical entry; SAME_SECRET and SAME_NAME, with the entry in question,
   *   if the person has to answer first
   */
  place(newcomer: Entry, answers: DuplicateAnswers, now: number): Placed;
  /** The document with everything placed so far. */
  document(): VaultDocument;
}

export function createPlacing(document: VaultDocument): Placing {
  const entries = new Map(document.entries.map((entry) => [entry.id, entry]));
  const trash = new Map(document.trash.map((entry) => [entry.id, entry]));
  const index: SamenessIndex<Entry> = indexEntries(document.entries);

  const add = (newcomer: Entry): Placed => {
    const isTaken = entries.has(newcomer.id) || trash.has(newcomer.id);
    const entry = isTaken ? { ...newcomer, id: randomUUID() } : newcomer;
    entries.set(entry.id, entry);
    index.add(entry);
    return { entryId: entry.id, how: 'added' };
  };
  const change = (former: Entry, entry: Entry) => {
    // A map keeps the place of a key that it has.
    entries.set(former.id, entry);
    index.replace(former, entry);
  };

  return {
    place(newcomer, answers, now) {
      const found = index.find(newcomer);
      if (found === null) return add(newcomer);
      const { id } = found.entry;
      switch (found.sameness) {
        case 'same':
          throw duplicateFailure('ALREADY_HERE', found);
        case 'sameSecret':
          if (answers.onSameSecret === undefined) throw duplicateFailure('SAME_SECRET', found);
          if (answers.onSameSecret === 'keepBoth') return add(newcomer);
          change(found.entry, corrected(found.entry, newcomer));
          return { entryId: id, how: 'corrected' };
        case 'sameName': {
          if (answers.onSameName === undefined) throw duplicateFailure('SAME_NAME', found);
          if (answers.onSameName === 'keepBoth') return add(newcomer);
          const { placed, trashed } = replacement(found.entry, newcomer, now);
          change(found.entry, placed);
          trash.set(trashed.id, trashed);
          return { entryId: id, how: 'replaced' };
        }
      }
    },
    document: () => ({ ...document, entries: [...entries.values()], trash: [...trash.values()] }),
  };
}

/** Places one entry. @throws as `Placing.place` */
export function placeEntry(
  document: VaultDocument,
  newcomer: Entry,
  answers: DuplicateAnswers,
  now: number,
): Placed & { document: VaultDocument } {
  const placing = createPlacing(document);
  const placed = placing.place(newcomer, answers, now);
  return { ...placed, document: placing.document() };
}

/** The existing entry that conflicts with a new one, as the window sees it. */
export function viewOfDuplicate({ sameness, entry }: Found<Entry>): Duplicate {
  return {
    kind: sameness,
    entryId: entry.id,
    issuer: entry.issuer,
    account: entry.account,
    settings: viewOfParameters(entry.parameters),
  };
}

/** @throws Failure ALREADY_HERE if a changed or returning entry would be identical to another one */
export function refuseTwin(document: VaultDocument, changed: Entry): void {
  const others = document.entries.filter(({ id }) => id !== changed.id);
  const found = findSame(changed, others);
  if (found?.sameness === 'same') throw duplicateFailure('ALREADY_HERE', found);
}

function duplicateFailure(code: 'ALREADY_HERE' | 'SAME_SECRET' | 'SAME_NAME', found: Found<Entry>): Failure {
  return new Failure(code, { entryId: found.entry.id, duplicate: viewOfDuplicate(found) });
}

/** The entry with the new one's settings, names and tags; the secret is the same. It keeps a note and an icon. */
export function corrected(entry: Entry, newcomer: Entry): Entry {
  const { issuer, account, unknownParameters } = newcomer;
  return {
    ...entry,
    ...takenOver(entry, newcomer),
    issuer,
    account,
    parameters: correctedParameters(entry.parameters, newcomer.parameters),
    unknownParameters: unknownParameters.length > 0 ? unknownParameters : entry.unknownParameters,
  };
}

/** A correction never lowers the counter: its earlier codes were already used. */
export function correctedParameters(present: OtpParameters, wanted: OtpParameters): OtpParameters {
  const { secret } = present;
  if (present.kind !== 'hotp' || wanted.kind !== 'hotp') return { ...wanted, secret };
  return { ...wanted, secret, counter: Math.max(present.counter, wanted.counter) };
}
