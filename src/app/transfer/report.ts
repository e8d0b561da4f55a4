import type { ImportRow, ReportEvent, RowOutcome } from '../../contract/imports.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import { viewOfDuplicate } from '../entries/place.ts';
import { viewOfParameters } from '../entries/view.ts';
import { createComparing, type Compared } from './compare.ts';
import { viewOfHeld, type Held } from './held.ts';
import { arrivesChanged, type Row } from './rows.ts';

/** How many rows an event has: enough that 10,000 are quickly there, few enough for a frame of the window. */
const rowsPerEvent = 500;

/** What each row of an import would become, without any secret. The vault is compared at the first event. */
export function* reportOf(held: Held, document: VaultDocument): Generator<ReportEvent> {
  const rows = [...held.rows];
  const comparing = createComparing(document, held.rows.values());
  const compared = rows.map(([number, row]) => comparing.compare(row, number));
  const counts: Record<RowOutcome, number> = {
    new: 0,
    here: 0,
    twice: 0,
    sameSecret: 0,
    sameName: 0,
    quarantine: 0,
    unreadable: 0,
  };
  for (const { outcome } of compared) counts[outcome] += 1;
  yield {
    type: 'summary',
    import: viewOfHeld(held),
    counts,
    changed: rows.filter(([, row]) => arrivesChanged(row)).length,
    present: document.entries.filter(({ enrolment }) => enrolment === undefined).length,
  };
  for (let start = 0; start < rows.length; start += rowsPerEvent) {
    const some = rows.slice(start, start + rowsPerEvent);
    yield {
      type: 'rows',
      rows: some.flatMap(([number, row], at) => {
        const its = compared[start + at];
        return its === undefined ? [] : [viewOfRow(number, row, its)];
      }),
    };
  }
}

function viewOfRow(number: number, row: Row & { source: number }, compared: Compared): ImportRow {
  const { outcome } = compared;
  const shared = {
    row: number,
    source: row.source,
    outcome,
    problems: [...row.problems],
    isChanged: arrivesChanged(row),
    duplicate: duplicateOf(compared),
    twin: outcome === 'twice' ? compared.twin : null,
  };
  if (row.kind === 'unreadable') {
    const nothing = {
      settings: null,
      foreign: null,
      tags: [],
      hasNote: false,
      pinned: false,
      trashed: false,
    };
    return { ...shared, ...nothing, issuer: row.subject, account: '' };
  }
  const { issuer, account, pinned, trashed } = row;
  return {
    ...shared,
    issuer,
    account,
    ...settingsOf(row),
    tags: [...row.tags],
    hasNote: row.note !== '',
    pinned,
    trashed,
  };
}

function settingsOf(row: Exclude<Row, { kind: 'unreadable' }>): Pick<ImportRow, 'settings' | 'foreign'> {
  if (row.kind === 'entry') return { settings: viewOfParameters(row.parameters), foreign: null };
  const { secret: _, pin: __, ...foreign } = row.parameters;
  return { settings: null, foreign };
}

function duplicateOf(compared: Compared): ImportRow['duplicate'] {
  switch (compared.outcome) {
    case 'sameSecret':
    case 'sameName':
      return viewOfDuplicate(compared.found);
    case 'here':
      return compared.present && viewOfDuplicate({ sameness: 'same', entry: compared.present });
    case 'new':
    case 'twice':
    case 'quarantine':
    case 'unreadable':
      return null;
  }
}
