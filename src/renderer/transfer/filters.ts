import type { ImportRow } from '../../contract/imports.ts';

/** By what the person can filter the rows, in this order. */
export const filters = ['all', 'new', 'asks', 'changed', 'here', 'kept', 'unreadable'] as const;
export type Filter = (typeof filters)[number];

const tests: Record<Filter, (row: ImportRow) => boolean> = {
  all: () => true,
  new: ({ outcome }) => outcome === 'new',
  asks: ({ outcome }) => outcome === 'sameSecret' || outcome === 'sameName',
  changed: ({ isChanged }) => isChanged,
  here: ({ outcome }) => outcome === 'here' || outcome === 'twice',
  kept: ({ outcome }) => outcome === 'quarantine',
  unreadable: ({ outcome }) => outcome === 'unreadable',
};

export function filtered(rows: readonly ImportRow[], filter: Filter): readonly ImportRow[] {
  return filter === 'all' ? rows : rows.filter(tests[filter]);
}

/** How many rows each filter shows; without those that show none. */
export function countsOf(rows: readonly ImportRow[]): { filter: Filter; count: number }[] {
  return filters
    .map((filter) => ({ filter, count: filtered(rows, filter).length }))
    .filter(({ filter, count }) => filter === 'all' || count > 0);
}
