import { randomBytes, randomUUID } from 'node:crypto';
import { EMPTY_DOCUMENT } from '../../core/vault/document.ts';
import { sealVault, verifySealed } from '../../core/vault/seal.ts';
import {
  keyCheck,
  makeKeychainSlot,
  makePassphraseSlot,
  VAULT_KEY_BYTES,
  type Slot,
} from '../../core/vault/slots.ts';
import type { Ports } from '../ports.ts';
import { Failure } from '../failure.ts';
import type { OpenedVault } from './find.ts';
import { keepKey } from '../unlock/keychain-key.ts';
import type { PassphraseGate } from '../unlock/passphrase-gate.ts';
import { writeFailed } from './session.ts';

/** How a new vault is protected. With the keychain, a passphrase is a second unlock method. */
export type NewVault =
  | { protection: 'keychain'; passphrase?: string | undefined }
  | { protection: 'passphrase'; passphrase: string };

type MakePorts = Pick<Ports, 'keychain' | 'vaultStore' | 'clock' | 'log'> & { passphrases: PassphraseGate };

/**
 * Creates an empty vault. Stores the key in the keychain and reads it back before writing a file that needs it.
 * If the file cannot be written, removes the item again.
 * @throws Failure VAULT_EXISTS, KEYCHAIN_FAILED, VAULT_WRITE_FAILED
 */
export async function makeVault(
  input: NewVault,
  ports: MakePorts,
): Promise<{ opened: OpenedVault; key: Buffer }> {
  const vaultId = randomUUID();
  const key = Buffer.allocUnsafeSlow(VAULT_KEY_BYTES);
  randomBytes(VAULT_KEY_BYTES).copy(key);
  try {
    return { opened: await write(input, vaultId, key, ports), key };
  } catch (error) {
    key.fill(0);
    throw error;
  }
}

async function write(input: NewVault, vaultId: string, key: Buffer, ports: MakePorts): Promise<OpenedVault> {
  const { keychain, passphrases, vaultStore, clock } = ports;
  const slots: Slot[] = [];
  if (input.passphrase !== undefined) {
    const { derivation, derived } = await passphrases.derive(input.passphrase);
    slots.push(makePassphraseSlot(key, vaultId, derivation, derived));
    derived.fill(0);
  }
  if (input.protection === 'keychain') {
    const outcome = await keepKey(keychain, vaultId, key);
    if (outcome !== 'kept') throw new Failure('KEYCHAIN_FAILED', { outcome });
    slots.unshift(makeKeychainSlot(key, vaultId, { item: vaultId, backend: keychain.backend }));
  }
  const header = {
    vaultId,
    generation: 1,
    writtenAt: clock.now(),
    keyCheck: keyCheck(key, vaultId),
    strayItems: [],
    slots,
    unknownMembers: {},
  };
  const bytes = sealVault(header, EMPTY_DOCUMENT, key);
  try {
    await vaultStore.update(
      (present) => {
        // Another process created the vault first.
        if (present !== null) throw new Failure('VAULT_EXISTS');
        return { bytes, presentIsBroken: false };
      },
      (written) => verifySealed(written, bytes, key),
    );
  } catch (error) {
    if (input.protection === 'keychain') await removeItem(vaultId, ports);
    throw error instanceof Failure ? error : writeFailed(error);
  }
  return { header, document: EMPTY_DOCUMENT, readOnly: false, takesWriting: true, bytes, isOlder: false };
}

async function removeItem(vaultId: string, { keychain, log }: MakePorts): Promise<void> {
  const { outcome } = await keychain.remove(vaultId);
  if (outcome !== 'kept' && outcome !== 'absent') log.error('keychain-item-left', { outcome });
}
