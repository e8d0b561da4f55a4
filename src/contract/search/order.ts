import type { EntryView } from '../entry.ts';
import type { ListOrder } from '../vocabulary.ts';

type Ordered = Pick<EntryView, 'issuer' | 'account' | 'pinned' | 'lastUsedAt'>;

let collator: Intl.Collator | undefined;

/** Compares two names as a list sorts them: by letters, whatever their case, and by numbers in them. */
export function compareNames(one: string, other: string): number {
  // Made for the first two names: that takes longer than all else of finding one entry in a terminal.
  collator ??= new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });
  return collator.compare(one, other);
}

/**
 * The entries in an order of the list: pinned first.
 * @param entries in the vault's order, which is the one by hand
 * @param usedAt when an entry counts as used last, in ms since 1970
 */
export function inOrder<Entry extends Ordered>(
  entries: readonly Entry[],
  order: ListOrder,
  usedAt: (entry: Entry) => number = ({ lastUsedAt }) => lastUsedAt ?? 0,
): Entry[] {
  return entries.toSorted(comparing(order, usedAt));
}

/** How many entries a step sorts or merges: about 2 ms. */
const stepLength = 500;

/** The same, in steps between which other work can be done: a long list takes longer than a frame. */
export function* inOrderBySteps<Entry extends Ordered>(
  entries: readonly Entry[],
  order: ListOrder,
  usedAt: (entry: Entry) => number,
): Generator<void, Entry[]> {
  const compare = comparing(order, usedAt);
  let runs: Entry[][] = [];
  for (let at = 0; at < entries.length; at += stepLength) {
    runs.push(entries.slice(at, at + stepLength).toSorted(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: Entry[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(yield* merge(runs[at] ?? [], runs[at + 1] ?? [], compare));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

/** Two sorted lists as one; of equal entries, those of `one` come first. */
function* merge<Entry>(
  one: readonly Entry[],
  other: readonly Entry[],
  compare: (one: Entry, other: Entry) => number,
): Generator<void, Entry[]> {
  const merged: Entry[] = [];
  let at = 0;
  for (const entry of one) {
    for (let next = other[at]; next !== undefined && compare(next, entry) < 0; next = other[at]) {
      merged.push(next);
      at += 1;
    }
    merged.push(entry);
    if (merged.length % stepLength === 0) yield;
  }
  return merged.concat(other.slice(at));
}

function comparing<Entry extends Ordered>(order: ListOrder, usedAt: (entry: Entry) => number) {
  const compare = {
    // Newest first, then by name.
    use: (one: Entry, other: Entry) => usedAt(other) - usedAt(one) || byName(one, other),
    name: byName,
    hand: () => 0,
  }[order];
  return (one: Entry, other: Entry) => Number(other.pinned) - Number(one.pinned) || compare(one, other);
}

function byName(one: Ordered, other: Ordered): number {
  return compareNames(one.issuer, other.issuer) || compareNames(one.account, other.account);
}
