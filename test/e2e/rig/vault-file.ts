import { readFile, writeFile } from 'node:fs/promises';
import { argon2id } from '../../../src/adapters/key-derivation/argon2id.ts';
import { plainPassword } from '../../../src/core/spelling.ts';
import type { QuarantinedEntry } from '../../../src/core/entry/quarantined.ts';
import { sealVault, unsealVault } from '../../../src/core/vault/seal.ts';
import {
  derivationOf,
  findKeychainSlot,
  findPassphraseSlot,
  unwrapKey,
} from '../../../src/core/vault/slots.ts';
import { parseLayout } from '../../../src/core/vault/layout.ts';
import { asVersion } from '../../unit/vault/samples.ts';

/** A record with 99 digits: read by no Latchkey, made by some other program. */
const unreadable: QuarantinedEntry = {
  kind: 'entry',
  json: Buffer.from(
    JSON.stringify({
      issuer: 'Old Forum',
      account: 'ada@example.org',
      parameters: { kind: 'totp', algorithm: 'SHA1', digits: 99, period: 30, secret: [0, 20] },
    }),
  ),
  secrets: Buffer.from('12345678901234567890'),
  wrong: 'digits',
  reason: '',
};

/** Puts an entry that cannot be understood into a vault's file, sealed as it should be. */
export async function addUnreadable(path: string, passphrase: string): Promise<void> {
  const { bytes, key } = await opened(path, passphrase);
  const { header, document } = unsealVault(bytes, key);
  const quarantine = [...document.quarantine, unreadable];
  await writeFile(path, sealVault(header, { ...document, quarantine }, key));
}

/** Makes a vault's file one that a Latchkey of a later format version has written. */
export async function makeNewer(path: string, passphrase: string): Promise<void> {
  const { bytes, key } = await opened(path, passphrase);
  await writeFile(path, asVersion(bytes, key, 1, 99));
}

/**
 * Gives a vault's key to another keychain: as after a change of the desktop, or a copy to another system.
 */
export async function keepElsewhere(path: string, passphrase: string, backend: string): Promise<void> {
  const { bytes, key } = await opened(path, passphrase);
  const { header, document } = unsealVault(bytes, key);
  const slots = header.slots.map((slot) => (slot.kind === 'keychain' ? { ...slot, backend } : slot));
  await writeFile(path, sealVault({ ...header, slots }, document, key));
}

/** The name of the keychain item that opens a vault. */
export async function keychainItem(path: string): Promise<string> {
  const slot = findKeychainSlot(parseLayout(await readFile(path)).header.slots);
  if (slot === null) throw new Error('no keychain opens the vault');
  return slot.item;
}

async function opened(path: string, passphrase: string): Promise<{ bytes: Buffer; key: Buffer }> {
  const bytes = await readFile(path);
  const { vaultId, slots } = parseLayout(bytes).header;
  const slot = findPassphraseSlot(slots);
  if (slot === null) throw new Error('the vault has no passphrase');
  const derived = await argon2id.derive(plainPassword(passphrase), derivationOf(slot));
  return { bytes, key: unwrapKey(slot, vaultId, derived) };
}
