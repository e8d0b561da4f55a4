import { VAULT_KEY_BYTES, isKeyOf, type KeychainSlot } from '../../core/vault/slots.ts';
import type { Keychain, KeychainRead } from '../ports.ts';

export type KeychainKey =
  { outcome: 'found'; key: Buffer } | { outcome: Exclude<KeychainRead['outcome'], 'found'> | 'wrongKey' };

/** The vault key that the keychain holds for a slot; `wrongKey` where it is not the slot's, or none at all. */
export async function readKey(keychain: Keychain, slot: KeychainSlot, vaultId: string): Promise<KeychainKey> {
  const answer = await keychain.read(slot.item);
  if (answer.outcome !== 'found') return { outcome: answer.outcome };
  const key = Buffer.from(answer.secret, 'base64');
  if (key.length === VAULT_KEY_BYTES && isKeyOf(slot, key, vaultId)) return { outcome: 'found', key };
  key.fill(0);
  return { outcome: 'wrongKey' };
}

/**
 * Gives the key to the keychain and makes sure that it gives the same one back: one line of base64, for a line
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
