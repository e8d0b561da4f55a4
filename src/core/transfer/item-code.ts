import { decodePercent } from '../otpauth/query.ts';
import { takeApart } from '../otpauth/take-apart.ts';
import type { Carried } from './format.ts';
import type { ProblemCode } from './problem.ts';
import type { ReadingBuilder } from './reading.ts';

type Names = Pick<Carried, 'issuer' | 'account'>;

/**
 * Adds what a password manager keeps as an item's code: a set-up address, `steam://SECRET` or a bare secret. The
 * item's names stand in for those that the address lacks.
 */
export function addItemCode(
  reading: ReadingBuilder,
  code: string,
  item: Names & Partial<Carried>,
  notes: readonly ProblemCode[] = [],
): void {
  const value = code.trim();
  const steamSecret = /^steam:\/\/([^?/]*)/iu.exec(value)?.[1];
  if (/^otpauth[a-z-]*:/iu.test(value)) reading.addUri(value, { ...item, ...namesIn(value, item) }, notes);
  else if (steamSecret === undefined) reading.add({ ...item, kind: 'totp', secret: value }, notes);
  else reading.add({ ...item, kind: 'steam', secret: decodePercent(steamSecret, []) }, notes);
}

/** The names in an address, filled up from the item that holds it. */
export function namesIn(uri: string, item: Names): Names {
  const apart = takeApart(uri);
  if (!apart.ok) return { issuer: item.issuer, account: item.account };
  const { issuer, account } = apart.pieces.names;
  return { issuer: issuer || item.issuer, account: account || item.account };
}
