import { useMemo, useState } from 'react';
import type { EntryView } from '../../contract/entry.ts';
import { inOrder } from '../../contract/search/order.ts';
import { search, searchable } from '../../contract/search/search.ts';
import type { ListOrder } from '../../contract/vocabulary.ts';

interface Shown {
  readonly of: readonly EntryView[];
  readonly order: ListOrder;
  readonly is: EntryView[];
  /** When each was used last as the list opened, or as it came. */
  readonly usedAt: ReadonlyMap<string, number>;
}

const nothing: Shown = { of: [], order: 'use', is: [], usedAt: new Map() };

/**
 * The entries in the order that the person chose. By use, it is the order of the moment when the list was opened, or when
 * that order was chosen: using a code moves no row under the pointer.
 */
export function useOrdered(entries: EntryView[], order: ListOrder): EntryView[] {
  const [shown, setShown] = useState(nothing);
  if (shown.of === entries && shown.order === order) return shown.is;
  const next = arrange(entries, order, shown.order === order ? shown : nothing);
  setShown(next);
  return next.is;
}

/** The entries that match the text, the best match first. What makes them comparable is made for the first search. */
export function useFound(entries: EntryView[], text: string): EntryView[] {
  const isSearching = text !== '';
  const keys = useMemo(() => (isSearching ? searchable(entries) : null), [entries, isSearching]);
  return useMemo(() => (keys === null ? entries : search(keys, text)), [keys, entries, text]);
}

function arrange(entries: readonly EntryView[], order: ListOrder, shown: Shown): Shown {
  const usedAt = new Map(entries.map(({ id, lastUsedAt }) => [id, shown.usedAt.get(id) ?? lastUsedAt ?? 0]));
  const by = (list: readonly EntryView[]) => inOrder(list, order, ({ id }) => usedAt.get(id) ?? 0);
  if (order === 'hand') return { of: entries, order, is: by(entries), usedAt };
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const known = shown.is.flatMap(({ id }) => byId.get(id) ?? []);
  const isSame = known.length === entries.length && shown.is.every((was, at) => hasSamePlace(was, known[at]));
  if (isSame) return { of: entries, order, is: known, usedAt };
  // Sorting costs little where most are in order already.
  const places = new Set(known);
  return { of: entries, order, is: by([...known, ...entries.filter((entry) => !places.has(entry))]), usedAt };
}

/** Does nothing that an order goes by tell the two apart? */
function hasSamePlace(was: EntryView, is: EntryView | undefined): boolean {
  return is?.pinned === was.pinned && is.issuer === was.issuer && is.account === was.account;
}
