import { isKeyOf, VAULT_KEY_BYTES, type BothSlot, type KeychainSlot } from '../../core/vault/slots.ts';
import type { Keychain, KeychainRead } from '../ports.ts';
import { Failure } from '../failure.ts';

export type KeychainKey =
  { outcome: 'found'; key: Buffer } | { outcome: Exclude<KeychainRead['outcome'], 'found'> | 'wrongKey' };

/** Reads the vault key, or its half, that the keychain holds for a slot; `wrongKey` if the key differs. */
export async function readKey(
  keychain: Keychain,
  slot: KeychainSlot | BothSlot,
  vaultId: string,
): Promise<KeychainKey> {
  const answer = await keychain.read(slot.item);
  if (answer.outcome !== 'found') return { outcome: answer.outcome };
  const key = Buffer.from(answer.secret, 'base64');
  if (key.length === VAULT_KEY_BYTES && isKeyOf(slot, key, vaultId)) return { outcome: 'found', key };
  key.fill(0);
  return { outcome: 'wrongKey' };
}

/**
 * Stores a key in the keychain and checks that it reads back unchanged. Uses one line of base64, because a line
 * break in an item has made whole keyrings unreadable.
 */
export async function keepKey(
  keychain: Keychain,
  item: string,
  key: Buffer,
): Promise<'kept' | Exclude<KeychainRead['outcome'], 'found'>> {
  const secret = key.toString('base64');
  const written = await keychain.write(item, secret);
  if (written.outcome !== 'kept') return written.outcome;
  const back = await keychain.read(item);
  if (back.outcome !== 'found') return back.outcome;
  return back.secret === secret ? 'kept' : 'unavailable';
}

/** Like readKey, for callers that cannot continue without the key. @throws Failure KEYCHAIN_FAILED */
export async function needKey(
  keychain: Keychain,
  slot: KeychainSlot | BothSlot,
  vaultId: string,
): Promise<Buffer> {
  const read = await readKey(keychain, slot, vaultId);
  if (read.outcome === 'found') return read.key;
  const outcome = read.outcome === 'wrongKey' ? 'absent' : read.outcome;
  throw new Failure('KEYCHAIN_FAILED', { outcome });
}
