import type { Proof } from '../../contract/proof.ts';
import type { VaultHeader } from '../../core/vault/header.ts';
import { findKeychainSlot } from '../../core/vault/slots.ts';
import { needKey } from './keychain-key.ts';
import { keyByCode, keyByPassphrase, type OpenPorts } from './keys.ts';
import { hasPassphrase } from './methods.ts';
import { Failure } from '../failure.ts';

/**
 * Checks that the person can open the vault now: by its passphrase if it has one, or by the recovery kit. Where
 * only the keychain opens it, the keychain has to give the key once more.
 * @throws Failure PASSPHRASE_NEEDED, PASSPHRASE_WRONG, PASSPHRASE_WAIT, KEYCHAIN_FAILED, KIT_TYPO, KIT_LENGTH,
 *   KIT_WRONG, KIT_NOT_MADE
 */
export async function provePerson(
  header: VaultHeader,
  { current, kitCode }: Proof,
  ports: OpenPorts,
): Promise<void> {
  const { slots, vaultId } = header;
  if (kitCode !== undefined) {
    keyByCode(slots, vaultId, kitCode).fill(0);
    return;
  }
  const slot = findKeychainSlot(slots);
  if (hasPassphrase(header) || slot === null) {
    if (current === undefined) throw new Failure('PASSPHRASE_NEEDED');
    const { key } = await keyByPassphrase(header, current, ports);
    key.fill(0);
    return;
  }
  (await needKey(ports.keychain, slot, vaultId)).fill(0);
}
