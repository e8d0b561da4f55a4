import { transferLimits } from './limits.ts';
import type { ProblemCode } from './problem.ts';
import type { ReadingBuilder } from './reading.ts';
import { TransferError } from './transfer-error.ts';

/**
 * An object of a JSON file, read leniently: each member may be missing, null or of a type that its format does not
 * give it. What was left out for its type is among the notes.
 */
export interface JsonItem {
  /** FIELD_INVALID if a member was left out; for `ReadingBuilder.add`. */
  readonly notes: readonly ProblemCode[];
  has(name: string): boolean;
  /** As it stands; null if missing. */
  value(name: string): unknown;
  /** A text, or a number as its digits; else empty. */
  text(name: string): string;
  /** A setting of codes as text, whatever its type, so that a bad one is refused; undefined if missing or null. */
  setting(name: string): string | undefined;
  /** A secret as its text; undefined if it is none, since a number would have lost its zeros. */
  secret(name: string): string | undefined;
  /** True for true, 1 and their texts. */
  flag(name: string): boolean;
  /** A number, or a text that is one; null if it is neither. */
  number(name: string): number | null;
  list(name: string): readonly unknown[];
  /** The texts of a list. */
  texts(name: string): readonly string[];
  /** An object inside this one, with the same notes; an empty one if it is missing. */
  item(name: string): JsonItem;
}

/** A JSON value as an item; null if it is no object. */
export function jsonItem(value: unknown, notes: ProblemCode[] = []): JsonItem | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return itemOf(new Map<string, unknown>(Object.entries(value)), notes);
}

/**
 * Reads each item of a list. One that is no object becomes a problem.
 * @throws TransferError DAMAGED if it is no list; TOO_LARGE if it is too long
 */
export function readItems(list: unknown, reading: ReadingBuilder, read: (item: JsonItem) => void): void {
  for (const value of boundedList(list)) {
    const item = jsonItem(value);
    if (item === null) reading.note('ITEM_INVALID');
    else read(item);
  }
}

/** A list of at most as many items as a file may have. @throws TransferError DAMAGED, TOO_LARGE */
export function boundedList(list: unknown): readonly unknown[] {
  if (!Array.isArray(list)) throw new TransferError('DAMAGED');
  if (list.length > transferLimits.entries) throw new TransferError('TOO_LARGE');
  return list;
}

/** The names in a list of groups, folders or categories by their identities, which may be numbers. */
export function namesById(list: readonly unknown[], id: string, name: string): ReadonlyMap<string, string> {
  const items = list.flatMap((value) => jsonItem(value) ?? []);
  return new Map(items.map((item) => [item.text(id), item.text(name)]));
}

/** Sorts items by the position that a file gives them; those without one stay where they are, at the end. */
export function inOrder<Item>(items: readonly Item[], positionOf: (item: Item) => number | null): Item[] {
  const keyed = items.map((item) => ({ item, position: positionOf(item) ?? Number.MAX_VALUE }));
  return keyed.toSorted((one, other) => one.position - other.position).map(({ item }) => item);
}

function itemOf(members: ReadonlyMap<string, unknown>, notes: ProblemCode[]): JsonItem {
  const get = (name: string) => members.get(name) ?? null;
  const invalid = () => {
    if (!notes.includes('FIELD_INVALID')) notes.push('FIELD_INVALID');
  };
  const list = (name: string): readonly unknown[] => {
    const found = get(name);
    if (Array.isArray(found)) return found;
    if (found !== null) invalid();
    return [];
  };
  return {
    notes,
    has: (name) => members.has(name),
    value: get,
    text(name) {
      const found = get(name);
      if (typeof found === 'string') return found;
      if (typeof found === 'number') return String(found);
      if (found !== null) invalid();
      return '';
    },
    setting(name) {
      const found = get(name);
      return found === null ? undefined : (scalar(found) ?? '?');
    },
    secret(name) {
      const found = get(name);
      return typeof found === 'string' ? found : undefined;
    },
    flag: (name) => ['true', '1'].includes(scalar(get(name))?.toLowerCase() ?? ''),
    number(name) {
      const found = get(name);
      const number = typeof found === 'string' && found.trim() !== '' ? Number(found) : found;
      return typeof number === 'number' && Number.isFinite(number) ? number : null;
    },
    list,
    texts(name) {
      const all = list(name);
      const texts = all.filter((one) => typeof one === 'string');
      if (texts.length < all.length) invalid();
      return texts;
    },
    item(name) {
      const item = jsonItem(get(name) ?? {}, notes);
      if (item === null) invalid();
      return item ?? itemOf(new Map(), notes);
    },
  };
}

/** The text of a text, number or truth value; null for anything else. */
function scalar(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : null;
}
