import { startTransition, useEffect, useMemo, useState } from 'react';
import type { EntryView } from '../../contract/entry.ts';
import { inOrder, inOrderBySteps } from '../../contract/search/order.ts';
import { search, searchable } from '../../contract/search/search.ts';
import type { ListOrder } from '../../contract/vocabulary.ts';

/** What a list shows, and what that came from. */
export interface Shown {
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
 *
 * @param first what was arranged before, for the first time that it is shown
 */
export function useOrdered(entries: EntryView[], order: ListOrder, first = nothing): EntryView[] {
  const [shown, setShown] = useState(first);
  if (shown.of === entries && shown.order === order) return shown.is;
  const next = arrange(entries, order, shown.order === order ? shown : nothing);
  setShown(next);
  return next.is;
}

/** How long a piece of work may keep the window from a frame, in ms. */
const pieceMs = 5;

/** A list's first arrangement, made in pieces between which the window goes on; null until it is there. */
export function useFirstOrder(entries: EntryView[] | null, order: ListOrder): Shown | null {
  const [first, setFirst] = useState<Shown | null>(null);
  useEffect(() => {
    if (entries === null || first !== null) return undefined;
    const usedAt = timesOfUse(entries, nothing);
    const steps = inOrderBySteps(entries, order, ({ id }) => usedAt.get(id) ?? 0);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const work = () => {
      const end = performance.now() + pieceMs;
      let step = steps.next();
      while (!step.done && performance.now() < end) step = steps.next();
      if (!step.done) timer = setTimeout(work);
      else {
        const is = step.value;
        startTransition(() => setFirst({ of: entries, order, is, usedAt }));
      }
    };
    work();
    return () => clearTimeout(timer);
  }, [entries, order, first]);
  return first;
}

/** The entries that match the text, the best match first. What makes them comparable is made for the first search. */
export function useFound(entries: EntryView[], text: string): EntryView[] {
  const isSearching = text !== '';
  const keys = useMemo(() => (isSearching ? searchable(entries) : null), [entries, isSearching]);
  return useMemo(() => (keys === null ? entries : search(keys, text)), [keys, entries, text]);
}

function arrange(entries: readonly EntryView[], order: ListOrder, shown: Shown): Shown {
  const usedAt = timesOfUse(entries, shown);
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

function timesOfUse(entries: readonly EntryView[], { usedAt }: Shown): ReadonlyMap<string, number> {
  return new Map(entries.map(({ id, lastUsedAt }) => [id, usedAt.get(id) ?? lastUsedAt ?? 0]));
}

/** Does nothing that an order goes by tell the two apart? */
function hasSamePlace(was: EntryView, is: EntryView | undefined): boolean {
  return is?.pinned === was.pinned && is.issuer === was.issuer && is.account === was.account;
}
