import { createHash } from 'node:crypto';
import type { OtpParameters } from '../otp/parameters.ts';
import type { Entry } from './entry.ts';

/** The compared parts of an entry, or of a set-up code that may become one. */
export type Comparable = Pick<Entry, 'parameters' | 'issuer' | 'account'>;

/**
 * How an entry compares with a newcomer. `same`: same secret, settings and names. `sameSecret`: same secret,
 * other settings or names. `sameName`: same names, another secret.
 */
export type Sameness = 'same' | 'sameSecret' | 'sameName';

export interface Found<E extends Comparable> {
  readonly sameness: Sameness;
  readonly entry: E;
}

/** Entries by what makes two of them the same, for comparing many newcomers with many entries. */
export interface SamenessIndex<E extends Comparable> {
  /**
   * The entry most like a newcomer, if any: first the same one, then one with its secret (preferring one that
   * also has its names), then one with its names. Of several, the one that was added first.
   */
  find(newcomer: Comparable): Found<E> | null;
  add(entry: E): void;
  remove(entry: E): void;
  /** Puts a changed entry in the place of the former one. */
  replace(former: E, entry: E): void;
}

export function indexEntries<E extends Comparable>(entries: readonly E[]): SamenessIndex<E> {
  const byCode = new Map<string, E[]>();
  const bySecretAndName = new Map<string, E[]>();
  const bySecret = new Map<string, E[]>();
  const byName = new Map<string, E[]>();
  /** When each was added; a changed entry keeps the number of the former one. */
  const places = new Map<E, number>();

  const listsOf = (keys: Keys) =>
    [
      [byCode, keys.code],
      [bySecretAndName, keys.secretAndName],
      [bySecret, keys.secret],
      [byName, keys.name],
    ] as const;
  const put = (entry: E, place: number) => {
    places.set(entry, place);
    for (const [map, key] of listsOf(keysOf(entry))) {
      const list = map.get(key);
      if (list === undefined) map.set(key, [entry]);
      else list.splice(list.findLastIndex((other) => (places.get(other) ?? 0) < place) + 1, 0, entry);
    }
  };
  /** Its number stays taken, so that entries added later have greater ones. */
  const remove = (entry: E) => {
    for (const [map, key] of listsOf(keysOf(entry))) {
      const list = map.get(key) ?? [];
      const at = list.indexOf(entry);
      if (at !== -1) list.splice(at, 1);
    }
  };
  for (const [place, entry] of entries.entries()) put(entry, place);

  return {
    find(newcomer) {
      const keys = keysOf(newcomer);
      const found = (sameness: Sameness, entry: E | undefined) => entry && { sameness, entry };
      return (
        found(
          'same',
          byCode.get(keys.code)?.find((entry) => !isAhead(newcomer, entry)),
        ) ??
        found('sameSecret', bySecretAndName.get(keys.secretAndName)?.[0]) ??
        found('sameSecret', bySecret.get(keys.secret)?.[0]) ??
        found('sameName', byName.get(keys.name)?.[0]) ??
        null
      );
    },
    add: (entry) => put(entry, places.size),
    remove,
    replace(former, entry) {
      remove(former);
      put(entry, places.get(former) ?? places.size);
    },
  };
}

/** One newcomer's `SamenessIndex.find`. */
export function findSame<E extends Comparable>(newcomer: Comparable, entries: readonly E[]): Found<E> | null {
  return indexEntries(entries).find(newcomer);
}

/** Whether two entries make the same codes, regardless of names and counters. */
export function sameCode(
  { parameters: one }: Pick<Comparable, 'parameters'>,
  { parameters: other }: Pick<Comparable, 'parameters'>,
): boolean {
  return isSameBytes(one, other) && settingsOf(one) === settingsOf(other);
}

export function sameSecret(
  one: Pick<Comparable, 'parameters'>,
  other: Pick<Comparable, 'parameters'>,
): boolean {
  return isSameBytes(one.parameters, other.parameters);
}

/** Names are the same if they read the same, regardless of Unicode composition and case. */
export function sameName(
  one: Pick<Comparable, 'issuer' | 'account'>,
  other: Pick<Comparable, 'issuer' | 'account'>,
): boolean {
  return nameOf(one) === nameOf(other);
}

/** A newcomer with a higher counter brings news: the entry's codes were used elsewhere. */
function isAhead({ parameters: newcomer }: Comparable, { parameters: entry }: Comparable): boolean {
  return entry.kind === 'hotp' && newcomer.kind === 'hotp' && newcomer.counter > entry.counter;
}

interface Keys {
  code: string;
  secretAndName: string;
  secret: string;
  name: string;
}

/** Entries are immutable, and compared again and again: with each import, and with the vault of that moment. */
const knownKeys = new WeakMap<Comparable, Keys>();

function keysOf(entry: Comparable): Keys {
  const known = knownKeys.get(entry);
  if (known !== undefined) return known;
  // A hash, since a secret in a string could not be zeroed.
  const secret = createHash('sha256').update(entry.parameters.secret).digest('base64');
  const name = nameOf(entry);
  const secretAndName = `${secret}${name}`;
  const keys = { code: `${settingsOf(entry.parameters)} ${secretAndName}`, secretAndName, secret, name };
  knownKeys.set(entry, keys);
  return keys;
}

function isSameBytes(one: OtpParameters, other: OtpParameters): boolean {
  return Buffer.compare(one.secret, other.secret) === 0;
}

/** The settings that decide which codes a secret makes; the counter moves by itself. */
function settingsOf(parameters: OtpParameters): string {
  switch (parameters.kind) {
    case 'totp':
      return `totp ${parameters.algorithm} ${parameters.digits} ${parameters.period}`;
    case 'hotp':
      return `hotp ${parameters.algorithm} ${parameters.digits}`;
    case 'steam':
      return 'steam';
  }
}

function nameOf({ issuer, account }: Pick<Comparable, 'issuer' | 'account'>): string {
  return JSON.stringify([foldedName(issuer), foldedName(account)]);
}

/** The form in which names are compared: without the spaces around it, composed, in lower case. */
export function foldedName(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}
