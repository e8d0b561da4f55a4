import type { OtpParameters } from '../otp/parameters.ts';
import type { Entry, FormerParameters, TrashedEntry } from './entry.ts';
import { sameSecret } from './sameness.ts';

/** How many replaced secrets an entry keeps; a further one takes the place of the oldest. */
export const formerMaximum = 5;

/**
 * A history with one more secret, which something else takes the place of now.
 * @param now ms since 1970; a moment that the history has already becomes the next free one
 */
export function withFormer(
  former: readonly FormerParameters[],
  parameters: OtpParameters,
  now: number,
): FormerParameters[] {
  const taken = new Set(former.map(({ replacedAt }) => replacedAt));
  let replacedAt = now;
  while (taken.has(replacedAt)) replacedAt += 1;
  return [{ parameters, replacedAt }, ...former].slice(0, formerMaximum);
}

/**
 * An entry's replaced secrets, newest first. Formats before 1.3 had the last one only in the entry in the trash that
 * this one replaced.
 */
export function formerOf(
  entry: Entry,
  trashed: (id: string) => TrashedEntry | undefined,
): readonly FormerParameters[] {
  const old = entry.replaces === undefined ? undefined : trashed(entry.replaces);
  if (old === undefined || entry.former.some((one) => sameSecret(one, old))) return entry.former;
  return withFormer(entry.former, old.parameters, old.deletedAt);
}
