import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type { Entry } from './entry.ts';

/**
 * The entries, each with a fractional index that sorts, byte by byte, as they stand. An index that already does stays as
 * it is: a move changes one entry, once all have one.
 */
export function withOrder(entries: readonly Entry[]): Entry[] {
  const ordered: Entry[] = [];
  let waiting: Entry[] = [];
  let last: string | null = null;
  const settle = (next: string | null) => {
    const keys = generateNKeysBetween(last, next, waiting.length);
    ordered.push(...waiting.map((entry, at) => withKey(entry, keys[at])));
    waiting = [];
  };
  for (const entry of entries) {
    const { order } = entry;
    if (order === undefined || (last !== null && order <= last) || !isKey(order)) waiting.push(entry);
    else {
      settle(order);
      ordered.push(entry);
      last = order;
    }
  }
  settle(null);
  return ordered;
}

/** The entry with no index, for one that goes to another place. */
export function withoutOrder(entry: Entry): Entry {
  const { order: _, ...rest } = entry;
  return rest;
}

function withKey(entry: Entry, order: string | undefined): Entry {
  return order === undefined ? entry : { ...entry, order };
}

/** Whether an index is of the kind that is made here: another program may have written any text. */
function isKey(order: string): boolean {
  if (!/^[0-9A-Za-z]+$/u.test(order)) return false;
  try {
    generateKeyBetween(order, null);
    return true;
  } catch {
    return false;
  }
}
