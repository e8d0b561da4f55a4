import type { LockMode, UnlockMethods } from '../../contract/vault.ts';
import type { VaultHeader } from '../../core/vault/header.ts';
import { findRecoverySlot } from '../../core/vault/recovery-slot.ts';
import { findBothSlot, findKeychainSlot, findPassphraseSlot } from '../../core/vault/slots.ts';

/** The lock mode that a header's slots represent. */
export function modeOf(header: VaultHeader): LockMode {
  if (findBothSlot(header.slots) !== null) return 'both';
  return hasKeychainSlot(header) ? 'session' : 'passphrase';
}

/** @param hasHalf in mode `both`, whether the keychain provides its half */
export function unlockMethodsOf({ slots }: VaultHeader, hasHalf = true): UnlockMethods {
  return {
    keychain: findKeychainSlot(slots) !== null,
    passphrase: findPassphraseSlot(slots) !== null || (hasHalf && findBothSlot(slots) !== null),
    recovery: findRecoverySlot(slots) !== null,
  };
}

/** Whether a passphrase, alone or with the keychain's half, opens the vault. */
export function hasPassphrase({ slots }: VaultHeader): boolean {
  return findPassphraseSlot(slots) !== null || findBothSlot(slots) !== null;
}

/** Whether the keychain alone opens the vault. */
export function hasKeychainSlot({ slots }: VaultHeader): boolean {
  return findKeychainSlot(slots) !== null;
}
