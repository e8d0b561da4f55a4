import { randomUUID } from 'node:crypto';
import type { Duplicate, DuplicateAnswers } from '../../contract/duplicate.ts';
import type { OtpParameters } from '../../core/otp/parameters.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { findSame, type Comparable } from '../../core/entry/sameness.ts';
import { Failure } from '../failure.ts';
import { changeEntry } from './change.ts';
import { replaceEntry } from './replace.ts';
import { viewOfParameters } from './view.ts';

export interface Placed {
  document: VaultDocument;
  entryId: string;
  how: 'added' | 'corrected' | 'replaced';
}

/**
 * Adds a new entry as the person answered: beside the existing one, as its correction, or in its place.
 *
 * @throws Failure ALREADY_HERE for an identical entry; SAME_SECRET and SAME_NAME, with the entry in question,
 *   if the person has to answer first
 */
export function placeEntry(
  document: VaultDocument,
  newcomer: Entry,
  answers: DuplicateAnswers,
  now: number,
): Placed {
  const found = findSame(newcomer, document.entries);
  const duplicate = duplicateOf(newcomer, document);
  if (found === null || duplicate === null) return add(document, newcomer);
  switch (found.sameness) {
    case 'same':
      throw new Failure('ALREADY_HERE', { entryId: duplicate.entryId, duplicate });
    case 'sameSecret': {
      if (answers.onSameSecret === undefined) {
        throw new Failure('SAME_SECRET', { entryId: duplicate.entryId, duplicate });
      }
      if (answers.onSameSecret === 'keepBoth') return add(document, newcomer);
      const { id } = found.entry;
      return {
        document: changeEntry(document, id, (entry) => corrected(entry, newcomer)),
        entryId: id,
        how: 'corrected',
      };
    }
    case 'sameName': {
      if (answers.onSameName === undefined) {
        throw new Failure('SAME_NAME', { entryId: duplicate.entryId, duplicate });
      }
      if (answers.onSameName === 'keepBoth') return add(document, newcomer);
      const { id } = found.entry;
      return { document: replaceEntry(document, id, newcomer, now), entryId: id, how: 'replaced' };
    }
  }
}

/** The existing entry that conflicts with a new one, as the window sees it; null if there is none. */
export function duplicateOf(newcomer: Comparable, document: VaultDocument): Duplicate | null {
  const found = findSame(newcomer, document.entries);
  if (found === null) return null;
  const { sameness, entry } = found;
  return {
    kind: sameness,
    entryId: entry.id,
    issuer: entry.issuer,
    account: entry.account,
    settings: viewOfParameters(entry.parameters),
  };
}

/** @throws Failure ALREADY_HERE if a changed entry would be identical to another one */
export function refuseTwin(document: VaultDocument, changed: Entry): void {
  const others = document.entries.filter(({ id }) => id !== changed.id);
  const duplicate = duplicateOf(changed, { ...document, entries: others });
  if (duplicate?.kind !== 'same') return;
  throw new Failure('ALREADY_HERE', { entryId: duplicate.entryId, duplicate });
}

function add(document: VaultDocument, newcomer: Entry): Placed {
  const isTaken = [...document.entries, ...document.trash].some(({ id }) => id === newcomer.id);
  const entry = isTaken ? { ...newcomer, id: randomUUID() } : newcomer;
  return {
    document: { ...document, entries: [...document.entries, entry] },
    entryId: entry.id,
    how: 'added',
  };
}

/** The entry with the new one's settings and names; the secret is the same. */
function corrected(entry: Entry, newcomer: Entry): Entry {
  const { issuer, account, unknownParameters } = newcomer;
  return {
    ...entry,
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
