/** The vault's states as the window sees them (each has its own screen), and the transitions between them. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { textLimits } from './limits.ts';
import { text } from './text.ts';
import { lockTriggers } from './vocabulary.ts';
import { keychainErrors, newPassphraseErrors, passphraseErrors, vaultErrors } from './vault-errors.ts';

/** The OS keychain's answer before a vault exists. */
export const keychainStatusSchema = z.discriminatedUnion('available', [
  z.object({ available: z.literal(true), backend: z.string() }),
  z.object({
    available: z.literal(false),
    backend: z.string(),
    outcome: z.enum(['locked', 'denied', 'unavailable']),
  }),
]);
export type KeychainStatus = z.infer<typeof keychainStatusSchema>;

/**
 * What protects the vault.
 *
 * - `session`: the keychain opens it; a passphrase, if set, is a second unlock method
 * - `passphrase`: the keychain holds nothing; locking removes the key from memory and from the computer
 * - `both`: the key requires both the keychain's half and the passphrase
 */
export const lockModeSchema = z.enum(['session', 'passphrase', 'both']);
export type LockMode = z.infer<typeof lockModeSchema>;

/**
 * What can open the vault now. `passphrase`: a passphrase is enough, together with what the keychain provides
 * now (false in mode `both` while the keychain does not provide its half). `recovery`: there is a recovery kit.
 */
const unlockMethodsSchema = z.object({
  keychain: z.boolean(),
  passphrase: z.boolean(),
  recovery: z.boolean(),
});
export type UnlockMethods = z.infer<typeof unlockMethodsSchema>;

/** Why the vault is locked. `start`: nothing has opened it yet; `otherProcess`: its key changed elsewhere. */
export const lockCauseSchema = z.enum(['start', 'person', 'idle', ...lockTriggers, 'otherProcess']);
export type LockCause = z.infer<typeof lockCauseSchema>;

/** The recovery kit in force. */
export const kitSchema = z.object({
  madeAt: z.number(),
  /** When the person last proved that they have it; null if never. */
  checkedAt: z.number().nullable(),
});

export const vaultStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('opening') }),
  /** First run. */
  z.object({ state: z.literal('absent'), keychain: keychainStatusSchema }),
  /** Locked on purpose or by its lock mode; a passphrase or the recovery kit opens it. */
  z.object({
    state: z.literal('locked'),
    unlockMethods: unlockMethodsSchema,
    mode: lockModeSchema,
    cause: lockCauseSchema,
  }),
  /** The keychain should have the key (or its half) but does not provide it; the file is untouched. */
  z.object({
    state: z.literal('keyMissing'),
    outcome: z.enum(['absent', 'locked', 'denied', 'unavailable', 'wrongKey']),
    /** The keychain that was asked. */
    backend: z.string(),
    /** The keychain that stored the key, if known. If it differs from `backend`, the keychain was changed. */
    keptBy: z.string().nullable(),
    unlockMethods: unlockMethodsSchema,
    mode: lockModeSchema,
    path: z.string(),
  }),
  /** The file (and each of its older states) can't be read; it is untouched. */
  z.object({
    state: z.literal('damaged'),
    /** `newer`: written by a Latchkey whose format this one cannot read at all. */
    reason: z.enum(['notAVault', 'truncated', 'tampered', 'unreadable', 'newer']),
    path: z.string(),
  }),
  /**
   * There is no vault, and none can be made: the folder, or the one in which it would be made, can't be written.
   * The application looks again by itself and with `vault.retry`.
   */
  z.object({ state: z.literal('unwritable'), path: z.string() }),
  /**
   * The vault's path leads to something that is missing now: a dangling or circular link, or a drive that is
   * not mounted. Nothing is created in its place. The application looks again by itself and with `vault.retry`.
   * `canStartAnew`: the folder exists or can be made, and only the vault once seen in it is missing;
   * `vault.startAnew` gives that vault up.
   */
  z.object({ state: z.literal('away'), path: z.string(), canStartAnew: z.boolean() }),
  z.object({
    state: z.literal('open'),
    backend: z.string(),
    unlockMethods: unlockMethodsSchema,
    mode: lockModeSchema,
    /**
     * What opened it. After `recovery` the window leads to `vault.setUnlockMethods`, which then does not ask
     * for the passphrase, because that may be what was lost.
     */
    openedBy: z.enum(['made', 'keychain', 'passphrase', 'both', 'recovery']),
    /** The recovery kit; null if none has been made. */
    kit: kitSchema.nullable(),
    /** Whether changes are impossible; see `readOnlyBecause`. */
    readOnly: z.boolean(),
    /** `newer`: written in a newer format. `place`: the file, its folder or its drive is read-only. */
    readOnlyBecause: z.enum(['newer', 'place']).nullable(),
    /** Number of entries that failed validation and are kept byte for byte (`quarantine`). */
    quarantined: z.number(),
    /** Set when the vault's file was broken and an older state was opened (`history`). */
    recoveredFrom: z.object({ generation: z.number(), writtenAt: z.number().nullable() }).nullable(),
  }),
]);
export type VaultState = z.infer<typeof vaultStateSchema>;
/** What is known about an open vault. */
export type OpenState = Extract<VaultState, { state: 'open' }>;

const noPassphrase = { PASSPHRASE_NOT_SET: { message: 'This vault has no passphrase' } } as const;

export const vaultContract = {
  watch: oc.output(eventIterator(vaultStateSchema)),
  /** Creates the first vault if there is none. With `keychain`, a passphrase is a second unlock method. */
  create: oc
    .input(
      z.discriminatedUnion('protection', [
        z.object({
          protection: z.literal('keychain'),
          passphrase: text(textLimits.passphrase).optional(),
        }),
        z.object({
          protection: z.literal('passphrase'),
          passphrase: text(textLimits.passphrase),
        }),
      ]),
    )
    .errors({
      VAULT_EXISTS: { message: 'There is a vault already' },
      ...keychainErrors,
      ...newPassphraseErrors,
      VAULT_WRITE_FAILED: vaultErrors.VAULT_WRITE_FAILED,
    }),
  /** In mode `both` the keychain must provide its half; otherwise KEYCHAIN_FAILED. */
  unlock: oc.input(z.object({ passphrase: text(textLimits.passphrase) })).errors({
    PASSPHRASE_WRONG: passphraseErrors.PASSPHRASE_WRONG,
    PASSPHRASE_WAIT: passphraseErrors.PASSPHRASE_WAIT,
    ...noPassphrase,
    ...keychainErrors,
  }),
  /** Looks again, after the person has unlocked or repaired the keychain. The result is the next state. */
  retry: oc,
  /** Forgets the key; only if a passphrase can reopen the vault. */
  lock: oc.errors(noPassphrase),
  /**
   * Changes the lock mode and the passphrase in one step. At every moment in between, and after a crash at any
   * point, either the old or the new unlock methods open the vault.
   *
   * - `current`: the present passphrase. Required if one is set, unless the recovery kit opened the vault
   * - `passphrase`: a new one. If left out, the present one stays (after the kit none does, because it is
   *   unknown); null means none (mode `session` only)
   *
   * Removing an unlock method gives the vault a new key and reseals its older states with it, so the old
   * passphrase or keychain item opens none of them. The recovery kit and the backups stay valid.
   */
  setUnlockMethods: oc
    .input(
      z.object({
        mode: lockModeSchema,
        current: text(textLimits.passphrase).optional(),
        passphrase: text(textLimits.passphrase).nullable().optional(),
      }),
    )
    .errors({ ...vaultErrors, ...passphraseErrors, ...newPassphraseErrors, ...keychainErrors }),
  /**
   * Gives the vault a new key, wraps it for the same unlock methods, and reseals the older states with it. The
   * old key (from a copy of the keychain or of memory) then opens nothing that is written here. Earlier copies
   * of the vault still open with the key and unlock methods of their time.
   */
  rotateKey: oc
    .input(z.object({ current: text(textLimits.passphrase).optional() }))
    .errors({ ...vaultErrors, ...passphraseErrors, ...keychainErrors }),
  /**
   * Sets a vault that cannot be opened aside under another name (never deletes it), so that a new one can be
   * made. The window asks twice. Refused while the vault is open.
   */
  setAside: oc.output(z.object({ path: z.string() })).errors({
    VAULT_OPEN: { message: 'The vault is open' },
    VAULT_ABSENT: { message: 'There is no vault' },
    VAULT_WRITE_FAILED: vaultErrors.VAULT_WRITE_FAILED,
  }),
  /** Gives up a vault that is `away` with `canStartAnew`; a new one can then be made. The window asks twice. */
  startAnew: oc.errors({ VAULT_WRITE_FAILED: vaultErrors.VAULT_WRITE_FAILED }),
};
