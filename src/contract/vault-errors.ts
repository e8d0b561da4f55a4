/** Errors that several parts of the window's contract share. Nothing was changed when one of them comes. */
import { z } from 'zod';

/** Those that any procedure working on the open vault can end in. */
export const vaultErrors = {
  VAULT_NOT_OPEN: { message: 'The vault is not open' },
  VAULT_WRITE_FAILED: { message: 'The vault could not be written', data: z.object({ reason: z.string() }) },
  VAULT_READ_ONLY: { message: 'The vault is open for reading only' },
} as const;

/** What a person is told when the OS keychain could not take or give the key (see ports.ts, `Keychain`). */
export const keychainOutcomeSchema = z.enum(['absent', 'locked', 'denied', 'unavailable']);

/** Where a passphrase is asked for, to be compared with the one that is set. */
export const passphraseErrors = {
  PASSPHRASE_WRONG: { message: 'That is not the passphrase' },
  PASSPHRASE_WAIT: { message: 'Too many wrong passphrases', data: z.object({ waitMs: z.number() }) },
  /** The present passphrase (or, where none is set and one is wanted, a new one) was left out. */
  PASSPHRASE_NEEDED: { message: 'The passphrase is needed for this' },
} as const;

/** Where a passphrase is chosen; those that were chosen before open what they opened. */
export const newPassphraseErrors = {
  PASSPHRASE_TOO_SHORT: {
    message: 'The passphrase is too short',
    data: z.object({ minimum: z.number() }),
  },
  /** Long enough, but anyone would try it soon (src/contract/passwords/guessing.ts). */
  PASSPHRASE_TOO_WEAK: { message: 'The passphrase is easy to guess' },
} as const;

export const keychainErrors = {
  KEYCHAIN_FAILED: {
    message: 'The keychain did not keep or give the key',
    data: z.object({ outcome: keychainOutcomeSchema }),
  },
} as const;

/** A recovery code as it was typed. `KIT_TYPO` and `KIT_LENGTH` come before any work, and cost no time. */
export const kitCodeErrors = {
  /** A group's check character does not fit. `group` counts from 1. */
  KIT_TYPO: { message: 'There is a typing mistake in the code', data: z.object({ group: z.number() }) },
  /** Characters are missing or too many; spaces and dashes do not count. */
  KIT_LENGTH: {
    message: 'The code has another length',
    data: z.object({ characters: z.number(), expected: z.number() }),
  },
  /** A sound code, but not the one of this vault: of another vault, or of a kit that a newer one replaced. */
  KIT_WRONG: { message: 'This code is not the one of this vault' },
  KIT_NOT_MADE: { message: 'This vault has no recovery kit' },
} as const;
