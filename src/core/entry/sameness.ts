import type { OtpParameters } from '../otp/parameters.ts';
import type { Entry } from './entry.ts';

/** The compared parts of an entry, or of a set-up code that may become one. */
export type Comparable = Pick<Entry, 'parameters' | 'issuer' | 'account'>;

/**
 * How an entry compares with a newcomer. `same`: same secret, settings and names. `sameSecret`: same secret,
 * other settings or names. `sameName`: same names, another secret.
 */
export type Sameness = 'same' | 'sameSecret' | 'sameName';

/**
 * The entry most like a newcomer, if any: first the same one, then one with its secret (preferring one that
 * also has its names), then one with its names.
 */
export function findSame<E extends Comparable>(
  newcomer: Comparable,
  entries: readonly E[],
): { sameness: Sameness; entry: E } | null {
  const found = (sameness: Sameness, is: (entry: E) => boolean) => {
    const entry = entries.find(is);
    return entry && { sameness, entry };
  };
  return (
    found('same', (entry) => isSame(entry, newcomer)) ??
    found('sameSecret', (entry) => sameSecret(entry, newcomer) && sameName(entry, newcomer)) ??
    found('sameSecret', (entry) => sameSecret(entry, newcomer)) ??
    found('sameName', (entry) => sameName(entry, newcomer)) ??
    null
  );
}

/** Whether two entries make the same codes, regardless of names and counters. */
export function sameCode(
  { parameters: one }: Pick<Comparable, 'parameters'>,
  { parameters: other }: Pick<Comparable, 'parameters'>,
): boolean {
  return isSameBytes(one, other) && isSameSettings(one, other);
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
  return fold(one.issuer) === fold(other.issuer) && fold(one.account) === fold(other.account);
}

/** A newcomer with a higher counter brings news: the entry's codes were used elsewhere. */
function isSame(entry: Comparable, newcomer: Comparable): boolean {
  const isAhead =
    entry.parameters.kind === 'hotp' &&
    newcomer.parameters.kind === 'hotp' &&
    newcomer.parameters.counter > entry.parameters.counter;
  return sameCode(entry, newcomer) && sameName(entry, newcomer) && !isAhead;
}

function isSameBytes(one: OtpParameters, other: OtpParameters): boolean {
  return Buffer.compare(one.secret, other.secret) === 0;
}

function isSameSettings(one: OtpParameters, other: OtpParameters): boolean {
  if (one.kind === 'steam' || other.kind === 'steam') return one.kind === other.kind;
  if (one.algorithm !== other.algorithm || one.digits !== other.digits) return false;
  return one.kind === 'totp' ? other.kind === 'totp' && one.period === other.period : other.kind === 'hotp';
}

function fold(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}
