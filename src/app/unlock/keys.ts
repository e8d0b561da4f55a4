import type { VaultState } from '../../contract/vault.ts';
import { VaultFileError } from '../../core/vault/error.ts';
import type { VaultHeader } from '../../core/vault/header.ts';
import { CODE_CHARACTERS, readCode } from '../../core/vault/recovery-code.ts';
import { findRecoverySlot, openRecoverySlot } from '../../core/vault/recovery-slot.ts';
import { findBothSlot, findKeychainSlot, findPassphraseSlot, type Slot } from '../../core/vault/slots.ts';
import type { Keychain } from '../ports.ts';
import { Failure } from '../failure.ts';
import { needKey, readKey } from './keychain-key.ts';
import type { PassphraseGate } from './passphrase-gate.ts';

type KeyMissing = Extract<VaultState, { state: 'keyMissing' }>['outcome'];

/** What the keychain says about a vault before the person is asked for anything. */
export type KeychainAnswer =
  | { answer: 'key'; key: Buffer }
  /** No slot needs the keychain, or it has its half of the key ready. */
  | { answer: 'passphraseOpens' }
  | { answer: 'missing'; outcome: KeyMissing; keptBy: string | null };

export interface OpenPorts {
  keychain: Keychain;
  passphrases: PassphraseGate;
}

/** Asks the keychain for the key that the slots say it holds. */
export async function askKeychain(keychain: Keychain, header: VaultHeader): Promise<KeychainAnswer> {
  const slot = findKeychainSlot(header.slots);
  const both = slot === null ? findBothSlot(header.slots) : null;
  const asked = slot ?? both;
  if (asked === null) return { answer: 'passphraseOpens' };
  const read = await readKey(keychain, asked, header.vaultId);
  if (read.outcome !== 'found') {
    return { answer: 'missing', outcome: read.outcome, keptBy: asked.backend ?? null };
  }
  if (slot !== null) return { answer: 'key', key: read.key };
  read.key.fill(0);
  return { answer: 'passphraseOpens' };
}

/**
 * Opens the vault key with a passphrase, plus the keychain's half if the slot requires it.
 * @throws Failure PASSPHRASE_WRONG, PASSPHRASE_WAIT, PASSPHRASE_NOT_SET, KEYCHAIN_FAILED
 */
export async function keyByPassphrase(
  { slots, vaultId }: VaultHeader,
  passphrase: string,
  { keychain, passphrases }: OpenPorts,
): Promise<{ key: Buffer; by: 'passphrase' | 'both' }> {
  const both = findBothSlot(slots);
  if (both !== null) {
    const half = await needKey(keychain, both, vaultId);
    try {
      return { key: await passphrases.openBoth(both, vaultId, half, passphrase), by: 'both' };
    } finally {
      half.fill(0);
    }
  }
  const slot = findPassphraseSlot(slots);
  if (slot === null) throw new Failure('PASSPHRASE_NOT_SET');
  return { key: await passphrases.open(slot, vaultId, passphrase), by: 'passphrase' };
}

/**
 * Opens the key of a vault or a backup with a recovery code.
 * @throws Failure KIT_TYPO, KIT_LENGTH, KIT_WRONG, KIT_NOT_MADE
 */
export function keyByCode(slots: readonly Slot[], vaultId: string, text: string): Buffer {
  const code = parseCode(text);
  try {
    const slot = findRecoverySlot(slots);
    if (slot === null) throw new Failure('KIT_NOT_MADE');
    return openRecoverySlot(slot, vaultId, code);
  } catch (error) {
    throw error instanceof VaultFileError ? new Failure('KIT_WRONG') : error;
  } finally {
    code.fill(0);
  }
}

/** The code's 20 bytes; the caller zeroes them. @throws Failure KIT_TYPO, KIT_LENGTH */
export function parseCode(text: string): Buffer {
  const read = readCode(text);
  switch (read.outcome) {
    case 'read':
      return read.code;
    case 'typo':
      throw new Failure('KIT_TYPO', { group: read.group });
    case 'length': {
      const { characters } = read;
      throw new Failure('KIT_LENGTH', { characters, expected: CODE_CHARACTERS });
    }
  }
}
