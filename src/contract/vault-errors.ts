/** Errors that several parts of the window's contract share. None of them leaves a change behind. */
import { z } from 'zod';

/** The errors of any procedure that works on the open vault. */
export const vaultErrors = {
  VAULT_NOT_OPEN: { message: 'The vault is not open' },
  VAULT_WRITE_FAILED: { message: 'The vault could not be written', data: z.object({ reason: z.string() }) },
  VAULT_READ_ONLY: { message: 'The vault is open for reading only' },
} as const;

/** What the person is told if the OS keychain could not store or provide the key (see ports.ts, `Keychain`). */
export const keychainOutcomeSchema = z.enum(['absent', 'locked', 'denied', 'unavailable']);

/** Errors of calls that compare a passphrase with the present one. */
export const passphraseErrors = {
  PASSPHRASE_WRONG: { message: 'That is not the passphrase' },
  PASSPHRASE_WAIT: { message: 'Too many wrong passphrases', data: z.object({ waitMs: z.number() }) },
  /** The present passphrase was left out (or a new one, if one is required and none is set). */
  PASSPHRASE_NEEDED: { message: 'The passphrase is needed for this' },
} as const;

/** Errors of calls that set a new passphrase; existing passphrases keep working. */
export const newPassphraseErrors = {
  PASSPHRASE_TOO_SHORT: {
    message: 'The passphrase is too short',
    data: z.object({ minimum: z.number() }),
  },
  /** Long enough, but easy to guess (src/contract/passwords/guessing.ts). */
  PASSPHRASE_TOO_WEAK: { message: 'The passphrase is easy to guess' },
} as const;

export const keychainErrors = {
  KEYCHAIN_FAILED: {
    message: 'The keychain did not keep or give the key',
    data: z.object({ outcome: keychainOutcomeSchema }),
  },
} as const;

/** Errors of a typed recovery code. `KIT_TYPO` and `KIT_LENGTH` are found before any work and cost no time. */
export const kitCodeErrors = {
  /** A group's check character does not fit. `group` counts from 1. */
  KIT_TYPO: { message: 'There is a typing mistake in the code', data: z.object({ group: z.number() }) },
  /** Too few or too many characters; spaces and dashes do not count. */
  KIT_LENGTH: {
    message: 'The code has another length',
    data: z.object({ characters: z.number(), expected: z.number() }),
  },
  /** A well-formed code, but not this vault's: it is for another vault, or for a kit that has been replaced. */
  KIT_WRONG: { message: 'This code is not the one of this vault' },
  KIT_NOT_MADE: { message: 'This vault has no recovery kit' },
} as const;
