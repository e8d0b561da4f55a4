import { plainPassword } from '../../core/spelling.ts';
import { VaultFileError } from '../../core/vault/error.ts';
import {
  derivationOf,
  newDerivation,
  passphraseForms,
  unwrapBoth,
  unwrapKey,
  type BothSlot,
  type Derivation,
  type PassphraseSlot,
} from '../../core/vault/slots.ts';
import type { Clock, KeyDerivation } from '../ports.ts';
import { Failure } from '../failure.ts';

/** Number of wrong attempts without a wait, to allow for typing mistakes. Each further one doubles the wait. */
const FREE_TRIES = 3;
const LONGEST_WAIT_MS = 5 * 60_000;

/** The result of deriving a new passphrase: 32 bytes, which the caller zeroes. */
export interface Derived {
  derivation: Derivation;
  derived: Uint8Array;
}

export interface PassphraseGate {
  /** Derives a passphrase for a new slot, at today's cost. The caller has checked a newly chosen one. */
  derive(passphrase: string): Promise<Derived>;
  /**
   * The key in a slot; `openBoth` also needs the keychain's half. Wrong passphrases cost time, never data.
   * @throws Failure PASSPHRASE_WRONG, PASSPHRASE_WAIT
   */
  open(slot: PassphraseSlot, vaultId: string, passphrase: string): Promise<Buffer>;
  openBoth(slot: BothSlot, vaultId: string, half: Uint8Array, passphrase: string): Promise<Buffer>;
}

/** Turns passphrases into keys and counts wrong ones. */
export function createPassphraseGate({
  keyDerivation,
  clock,
}: {
  keyDerivation: KeyDerivation;
  clock: Clock;
}): PassphraseGate {
  let wrong = 0;
  /** By elapsed time, which nobody can set in order to keep guessing. */
  let failedAt = 0;

  function waitMs(): number {
    if (wrong < FREE_TRIES) return 0;
    const whole = Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** (wrong - FREE_TRIES));
    return Math.ceil(failedAt + whole - clock.elapsed());
  }

  async function attempt(
    slot: PassphraseSlot | BothSlot,
    passphrase: string,
    unwrap: (derived: Uint8Array) => Buffer,
  ): Promise<Buffer> {
    const wait = waitMs();
    if (wait > 0) throw new Failure('PASSPHRASE_WAIT', { waitMs: wait });
    for (const form of passphraseForms(passphrase)) {
      const derived = await keyDerivation.derive(form, derivationOf(slot));
      try {
        const key = unwrap(derived);
        wrong = 0;
        return key;
      } catch (error) {
        if (!(error instanceof VaultFileError)) throw error;
      } finally {
        derived.fill(0);
      }
    }
    wrong += 1;
    failedAt = clock.elapsed();
    throw new Failure('PASSPHRASE_WRONG');
  }

  return {
    async derive(passphrase) {
      const derivation = newDerivation();
      return { derivation, derived: await keyDerivation.derive(plainPassword(passphrase), derivation) };
    },
    open: (slot, vaultId, passphrase) =>
      attempt(slot, passphrase, (derived) => unwrapKey(slot, vaultId, derived)),
    openBoth: (slot, vaultId, half, passphrase) =>
      attempt(slot, passphrase, (derived) => unwrapBoth(slot, vaultId, half, derived)),
  };
}
