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
  const compare = {
    // Newest first, then by name.
    use: (one: Entry, other: Entry) => usedAt(other) - usedAt(one) || byName(one, other),
    name: byName,
    hand: () => 0,
  }[order];
  return entries.toSorted((one, other) => Number(other.pinned) - Number(one.pinned) || compare(one, other));
}

function byName(one: Ordered, other: Ordered): number {
  return compareNames(one.issuer, other.issuer) || compareNames(one.account, other.account);
}
