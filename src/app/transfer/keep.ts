import type { Applied, Apply } from '../../contract/imports.ts';
import { toTrash, type Entry } from '../../core/entry/entry.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import { corrected } from '../entries/place.ts';
import { replacement } from '../entries/replace.ts';
import { createComparing, type Compared } from './compare.ts';
import { entryOf, type Row } from './rows.ts';

/** How the person wants an import kept. */
export type Wishes = Pick<Apply, 'mode' | 'answers' | 'rows'>;

/** What became of the rows; `Applied` without its undo. */
type Counts = Omit<Applied, 'undoId'>;

/** The document with an import's rows in it, by their numbers; see `imports.apply` in the contract. */
export function keepRows(
  document: VaultDocument,
  rows: ReadonlyMap<number, Row>,
  { mode, answers, rows: exceptions }: Wishes,
  now: number,
): { document: VaultDocument; counts: Counts } {
  const exceptionOf = new Map(exceptions.map((exception) => [exception.row, exception]));
  const staying = document.entries.filter(({ enrolment }) => mode === 'merge' || enrolment !== undefined);
  // A map keeps the place of an entry that is changed.
  const entries = new Map(staying.map((entry) => [entry.id, entry]));
  const trash = [...document.trash];
  const quarantine = [...document.quarantine];
  const comparing = createComparing(document, rows.values());
  const counts: Counts = {
    added: 0,
    trashed: 0,
    corrected: 0,
    replaced: 0,
    quarantined: 0,
    here: 0,
    leftOut: 0,
    unreadable: 0,
    removed: 0,
  };

  const add = (entry: Entry) => {
    entries.set(entry.id, entry);
    counts.added += 1;
  };

  /** What to do about a question; replacing everything asks none. */
  const answerOf = ({ outcome }: Compared, number: number) => {
    if (mode === 'replace') return 'keepBoth';
    const exception = exceptionOf.get(number);
    return outcome === 'sameSecret'
      ? (exception?.onSameSecret ?? answers.onSameSecret)
      : (exception?.onSameName ?? answers.onSameName);
  };

  const settle = (compared: Extract<Compared, { found: object; row: object }>, number: number) => {
    const { entry: present } = compared.found;
    const newcomer = entryOf(compared.row, now);
    switch (answerOf(compared, number)) {
      case 'skip':
        counts.leftOut += 1;
        return;
      case 'keepBoth':
        add(newcomer);
        return;
      case 'correct':
        comparing.settle(present);
        entries.set(present.id, corrected(present, newcomer));
        counts.corrected += 1;
        return;
      case 'replace': {
        comparing.settle(present);
        const { placed, trashed } = replacement(present, newcomer, now);
        entries.set(present.id, placed);
        trash.push(trashed);
        counts.replaced += 1;
      }
    }
  };

  for (const [number, row] of rows) {
    if (row.kind !== 'unreadable' && exceptionOf.get(number)?.isLeftOut === true) {
      counts.leftOut += 1;
      continue;
    }
    const compared = comparing.compare(row, number);
    switch (compared.outcome) {
      case 'unreadable':
        counts.unreadable += 1;
        break;
      case 'twice':
        counts.here += 1;
        break;
      case 'here':
        counts.here += 1;
        if (compared.present !== null) entries.set(compared.present.id, compared.present);
        break;
      case 'quarantine':
        quarantine.push(compared.record);
        counts.quarantined += 1;
        break;
      case 'new':
        if (compared.row.trashed) {
          trash.push(toTrash(entryOf(compared.row, now), now));
          counts.trashed += 1;
        } else add(entryOf(compared.row, now));
        break;
      case 'sameSecret':
      case 'sameName':
        settle(compared, number);
    }
  }

  const removed = document.entries.filter(({ id }) => !entries.has(id));
  counts.removed = removed.length;
  return {
    document: {
      ...document,
      entries: [...entries.values()],
      trash: [...trash, ...removed.map((entry) => toTrash(entry, now))],
      quarantine,
    },
    counts,
  };
}

/** Whether an import with these counts changes anything. */
export function hasNews(counts: Counts): boolean {
  const { added, trashed, corrected: mended, replaced, quarantined, removed } = counts;
  return added + trashed + mended + replaced + quarantined + removed > 0;
}
