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
 * Shortest passphrase, in characters. NIST SP 800-63B asks for 8 where guesses are limited and for 15 where a
 * password stands alone: this file can be carried off and guessed at, and Argon2id, which makes each guess cost
 * a tenth of a second and 64 MiB, stands in for the difference.
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
  let failedAt = 0;

  function waitMs(): number {
    if (wrong < FREE_TRIES) return 0;
    const whole = Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** (wrong - FREE_TRIES));
    // A clock that was put back makes no wait longer than it is.
    return Math.min(failedAt + whole - clock.now(), whole);
  }

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
      const wait = waitMs();
      if (wait > 0) throw new VaultError({ code: 'PASSPHRASE_WAIT', data: { waitMs: wait } });
      const wrappingKey = await keyDerivation.derive(normalisePassphrase(passphrase), derivationOf(slot));
      try {
        const key = unwrapKey(slot, vaultId, wrappingKey);
        wrong = 0;
        return key;
      } catch (error) {
        if (!(error instanceof VaultFileError)) throw error;
        wrong += 1;
        failedAt = clock.now();
        throw new VaultError({ code: 'PASSPHRASE_WRONG', data: undefined });
      } finally {
        wrappingKey.fill(0);
      }
    },
  };
}

/** @throws VaultError PASSPHRASE_TOO_SHORT */
export function checkPassphraseLength(passphrase: string): void {
  if (Array.from(normalisePassphrase(passphrase)).length >= MINIMUM_PASSPHRASE) return;
  throw new VaultError({ code: 'PASSPHRASE_TOO_SHORT', data: { minimum: MINIMUM_PASSPHRASE } });
}
