import { VaultFileError } from '../../core/vault/error.ts';
import {
  derivationOf,
  makePassphraseSlot,
  newDerivation,
  normalisePassphrase,
  unwrapKey,
  type PassphraseSlot,
} from '../../core/vault/slots.ts';
import type { Clock, KeyDerivation } from '../ports.ts';
import { VaultError } from './error.ts';

/**
 * Shortest passphrase, in characters. Argon2id makes each guess cost a tenth of a second here; with twelve
 * characters of a few words, guessing a stolen file through is out of reach of a thief who has no datacentre.
 */
export const MINIMUM_PASSPHRASE = 12;

/** So many wrong ones are free: typing mistakes. From then on each doubles the wait. */
const FREE_TRIES = 3;
const LONGEST_WAIT_MS = 5 * 60_000;

export interface PassphraseGate {
  /**
   * A slot for a new passphrase.
   * @throws VaultError PASSPHRASE_TOO_SHORT
   */
  makeSlot(passphrase: string, key: Uint8Array, vaultId: string): Promise<PassphraseSlot>;
  /**
   * The vault key behind a slot. Wrong ones cost time, never data.
   * @throws VaultError PASSPHRASE_WRONG, PASSPHRASE_WAIT
   */
  open(slot: PassphraseSlot, vaultId: string, passphrase: string): Promise<Buffer>;
}

/** Turns passphrases into keys, and counts the wrong ones. */
export function createPassphraseGate({
  keyDerivation,
  clock,
}: {
  keyDerivation: KeyDerivation;
  clock: Clock;
}): PassphraseGate {
  let wrong = 0;
  let notBefore = 0;
  return {
    async makeSlot(passphrase, key, vaultId) {
      const text = normalisePassphrase(passphrase);
      checkPassphraseLength(text);
      const derivation = newDerivation();
      const wrappingKey = await keyDerivation.derive(text, derivation);
      try {
        return makePassphraseSlot(key, vaultId, derivation, wrappingKey);
      } finally {
        wrappingKey.fill(0);
      }
    },

    async open(slot, vaultId, passphrase) {
      const waitMs = notBefore - clock.now();
      if (waitMs > 0) throw new VaultError({ code: 'PASSPHRASE_WAIT', data: { waitMs } });
      const wrappingKey = await keyDerivation.derive(normalisePassphrase(passphrase), derivationOf(slot));
      try {
        const key = unwrapKey(slot, vaultId, wrappingKey);
        wrong = 0;
        return key;
      } catch (error) {
        if (!(error instanceof VaultFileError)) throw error;
        wrong += 1;
        if (wrong >= FREE_TRIES) {
          notBefore = clock.now() + Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** (wrong - FREE_TRIES));
        }
        throw new VaultError({ code: 'PASSPHRASE_WRONG', data: undefined });
      } finally {
        wrappingKey.fill(0);
      }
    },
  };
}

/** @throws VaultError PASSPHRASE_TOO_SHORT */
export function checkPassphraseLength(passphrase: string): void {
  if (Array.from(passphrase).length >= MINIMUM_PASSPHRASE) return;
  throw new VaultError({ code: 'PASSPHRASE_TOO_SHORT', data: { minimum: MINIMUM_PASSPHRASE } });
}
