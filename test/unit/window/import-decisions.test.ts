import { expect, it } from 'vitest';
import type { ImportRow } from '../../../src/contract/imports.ts';
import { decide, undecided, wishesOf } from '../../../src/renderer/transfer/decisions.ts';

const rows = Array.from({ length: 10_000 }, (_, row) => rowOf(row, row < 2 ? 'sameName' : 'new'));

it('sends nothing of rows that were left out and taken in again', () => {
  const out = decide(undecided, rows, { isLeftOut: true });
  expect(wishesOf(out).rows).toHaveLength(10_000);
  expect(wishesOf(decide(out, rows, { isLeftOut: false })).rows).toEqual([]);
});

it('keeps the answer of a row that was left out in between', () => {
  const answered = decide(undecided, rows.slice(0, 1), { onSameName: 'keepBoth' });
  const again = decide(decide(answered, rows, { isLeftOut: true }), rows, { isLeftOut: false });
  expect(wishesOf(again).rows).toEqual([{ row: 0, onSameName: 'keepBoth', isLeftOut: false }]);
});

function rowOf(row: number, outcome: ImportRow['outcome']): ImportRow {
  return {
    row,
    source: 0,
    outcome,
    issuer: 'Deno',
    account: '',
    settings: null,
    foreign: null,
    tags: [],
    hasNote: false,
    pinned: false,
    trashed: false,
    problems: [],
    isChanged: false,
    duplicate: null,
    twin: null,
  };
}
