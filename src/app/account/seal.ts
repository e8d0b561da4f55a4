import { sealBeside, unsealBeside } from '../sealing.ts';
import { localAccountSchema, type LocalAccount } from './local-account.ts';

/** `LATCHACC` and the format's number, authenticated with the rest. */
export const HEAD = Buffer.from('LATCHACC\u0001', 'latin1');
/** Far more than any account needs; larger files are rejected unread. */
const LONGEST = 1_048_576;

/**
 * The bytes of `account.sealed`: the local account as JSON, sealed.
 *
 * @param key 32 bytes, derived from the vault's key for this file alone
 */
export function sealLocalAccount(local: LocalAccount, key: Uint8Array): Buffer {
  const content = Buffer.from(JSON.stringify(local));
  try {
    return sealBeside(HEAD, content, key);
  } finally {
    content.fill(0);
  }
}

/** The local account in a file; null if it is broken, has another format, or is sealed with another key. */
export function unsealLocalAccount(bytes: Uint8Array, key: Uint8Array): LocalAccount | null {
  if (bytes.length > LONGEST) return null;
  const content = unsealBeside(HEAD, bytes, key);
  if (content === null) return null;
  try {
    return localAccountSchema.safeParse(JSON.parse(content.toString())).data ?? null;
  } catch {
    return null;
  } finally {
    content.fill(0);
  }
}
