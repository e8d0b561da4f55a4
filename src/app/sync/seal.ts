import type { KeptSync } from '../../core/sync/client/kept.ts';
import { decodeKept, encodeKept, KEPT_MAXIMUM } from '../../core/sync/client/kept-bytes.ts';
import { SyncError } from '../../core/sync/protocol/fault.ts';
import { sealBeside, unsealBeside } from '../sealing.ts';

const NAME = Buffer.from('LATCHSYN', 'latin1');
const VERSION = 1;
/** What the file begins with, authenticated with the rest. */
export const HEAD = Buffer.from([...NAME, VERSION]);

/**
 * Why a file is not what this computer keeps of sync.
 *
 * - `newer`: a later Latchkey wrote it
 * - `broken`: it is changed, cut short, sealed with another key, or not such a file
 */
export type KeptFault = 'newer' | 'broken';

/**
 * The bytes of `sync.sealed` (docs/sync.md).
 *
 * @param key 32 bytes, derived from the vault's key for this file alone
 */
export function sealKept(kept: KeptSync, key: Uint8Array): Buffer {
  const content = encodeKept(kept);
  try {
    return sealBeside(HEAD, content, key);
  } finally {
    content.fill(0);
  }
}

/** What a file holds. It is read whole or not at all. */
export function unsealKept(bytes: Uint8Array, key: Uint8Array): KeptSync | KeptFault {
  const isNamed = Buffer.compare(bytes.subarray(0, NAME.length), NAME) === 0;
  if (isNamed && (bytes[NAME.length] ?? 0) > VERSION) return 'newer';
  if (bytes.length > KEPT_MAXIMUM) return 'broken';
  const content = unsealBeside(HEAD, bytes, key);
  if (content === null) return 'broken';
  try {
    return decodeKept(content);
  } catch (error) {
    if (error instanceof SyncError) return 'broken';
    throw error;
  } finally {
    content.fill(0);
  }
}
