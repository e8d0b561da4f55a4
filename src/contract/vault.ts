/** The states of the vault as the window sees them (each has its own screen), and what leads from one to the next. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { textLimits } from './limits.ts';
import { text } from './text.ts';
import { keychainErrors, newPassphraseErrors, passphraseErrors, vaultErrors } from './vault-errors.ts';

/** What the OS keychain answers before a vault exists. */
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
 * What guards the vault.
 *
 * - `session`: the keychain opens it; a passphrase, where there is one, is a second unlock method
 * - `passphrase`: the keychain holds nothing; a lock takes the key out of memory and off the computer
 * - `both`: the key comes out of the keychain's half and the passphrase together, and of neither alone
 */
export const lockModeSchema = z.enum(['session', 'passphrase', 'both']);
export type LockMode = z.infer<typeof lockModeSchema>;

/**
 * What opens the vault from here. `passphrase`: it is asked for, and is enough with what the keychain gives now
 * (in mode `both`, false while the keychain does not give its half). `recovery`: there is a recovery kit.
 */
const unlockMethodsSchema = z.object({
  keychain: z.boolean(),
  passphrase: z.boolean(),
  recovery: z.boolean(),
});
export type UnlockMethods = z.infer<typeof unlockMethodsSchema>;

/** Why the vault is locked. `start`: nothing has opened it yet; `otherProcess`: its key was changed elsewhere. */
export const lockCauseSchema = z.enum(['start', 'person', 'idle', 'suspend', 'screenLock', 'otherProcess']);
export type LockCause = z.infer<typeof lockCauseSchema>;

/** A recovery kit that is in force. */
export const kitSchema = z.object({
  madeAt: z.number(),
  /** When the person last proved to have it; null: never. */
  checkedAt: z.number().nullable(),
});

export const vaultStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('opening') }),
  /** First run. */
  z.object({ state: z.literal('absent'), keychain: keychainStatusSchema }),
  /** Locked on purpose or by its kind; a passphrase opens it, or the recovery kit. */
  z.object({
    state: z.literal('locked'),
    unlockMethods: unlockMethodsSchema,
    mode: lockModeSchema,
    cause: lockCauseSchema,
  }),
  /** The keychain should have the key (or its half of it) and does not give it; the file is untouched. */
  z.object({
    state: z.literal('keyMissing'),
    outcome: z.enum(['absent', 'locked', 'denied', 'unavailable', 'wrongKey']),
    /** The keychain that was asked. */
    backend: z.string(),
    /** The keychain that the key was given to, where it is known. Another one than `backend`: it was changed. */
    keptBy: z.string().nullable(),
    unlockMethods: unlockMethodsSchema,
    mode: lockModeSchema,
    path: z.string(),
  }),
  /** The file (and every older state of it) can't be read; it is untouched. */
  z.object({
    state: z.literal('damaged'),
    /** `newer`: by a Latchkey whose format this one cannot read at all. */
    reason: z.enum(['notAVault', 'truncated', 'tampered', 'unreadable', 'newer']),
    path: z.string(),
  }),
  /**
   * Where the vault should be leads to something that is not there now: a link to nowhere or in a circle, a drive that
   * is not mounted. Nothing is made in its place; it is looked for again by itself, and with `vault.retry`.
   * `canStartAnew`: the folder is there or can be made, and only the vault that was seen in it is not; `vault.startAnew`
   * gives that one up.
   */
  z.object({ state: z.literal('away'), path: z.string(), canStartAnew: z.boolean() }),
  z.object({
    state: z.literal('open'),
    backend: z.string(),
    unlockMethods: unlockMethodsSchema,
    mode: lockModeSchema,
    /**
     * What opened it. After `recovery` the window leads to `vault.setUnlockMethods`: the passphrase is not asked for then,
     * because it may be what was lost.
     */
    openedBy: z.enum(['made', 'keychain', 'passphrase', 'both', 'recovery']),
    /** The recovery kit; null: none was made yet. */
    kit: kitSchema.nullable(),
    /** Look, but do not touch: see `readOnlyBecause`. */
    readOnly: z.boolean(),
    /** `newer`: written by a newer format. `place`: the file, its folder or its drive takes no writing. */
    readOnlyBecause: z.enum(['newer', 'place']).nullable(),
    /** Entries that did not pass validation and are kept byte for byte (`quarantine`). */
    quarantined: z.number(),
    /** Set when the vault's file was broken and an older state was opened (`history`). */
    recoveredFrom: z.object({ generation: z.number(), writtenAt: z.number().nullable() }).nullable(),
  }),
]);
export type VaultState = z.infer<typeof vaultStateSchema>;
/** What is known of an open vault. */
export type OpenState = Extract<VaultState, { state: 'open' }>;

export const vaultContract = {
  watch: oc.output(eventIterator(vaultStateSchema)),
  /** Makes the first vault: only where there is none. With `keychain`, a passphrase is a second unlock method. */
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
  /** In mode `both` the keychain gives its half: KEYCHAIN_FAILED where it does not. */
  unlock: oc.input(z.object({ passphrase: text(textLimits.passphrase) })).errors({
    PASSPHRASE_WRONG: passphraseErrors.PASSPHRASE_WRONG,
    PASSPHRASE_WAIT: passphraseErrors.PASSPHRASE_WAIT,
    PASSPHRASE_NOT_SET: { message: 'This vault has no passphrase' },
    ...keychainErrors,
  }),
  /** Looks again: after the person unlocked or repaired the keychain. The result is the next state. */
  retry: oc,
  /** Forgets the key; only where a passphrase can open the vault again. */
  lock: oc.errors({ PASSPHRASE_NOT_SET: { message: 'This vault has no passphrase' } }),
  /**
   * Changes what opens the vault, all at once: the lock mode, and the passphrase. In any state in between, and
   * after a crash at any moment, either the old unlock methods or the new ones open it.
   *
   * - `current`: the present passphrase. Needed where one is set, unless the recovery kit opened the vault
   * - `passphrase`: a new one; left out: the present one stays (after the kit none
   *   does, for it is not known); null: none (mode `session` only)
   *
   * Where an unlock method is taken away, the vault gets a new key, and its older states are sealed with it again: the old
   * passphrase, or the old keychain item, opens none of them. The recovery kit and the backups stay good.
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
   * Gives the vault a new key and wraps it for the same unlock methods again; its older states are sealed with it. After
   * this, whoever has the old key (a copy of the keychain, of the memory) reads nothing that is written here.
   * Copies of the vault from before still open with the key and the unlock methods of their time.
   */
  rotateKey: oc
    .input(z.object({ current: text(textLimits.passphrase).optional() }))
    .errors({ ...vaultErrors, ...passphraseErrors, ...keychainErrors }),
  /**
   * Puts a vault that cannot be opened aside under another name (never deletes it), so that a new one can be
   * made. The window asks twice. Refused while the vault is open.
   */
  setAside: oc.output(z.object({ path: z.string() })).errors({
    VAULT_OPEN: { message: 'The vault is open' },
    VAULT_ABSENT: { message: 'There is no vault' },
    VAULT_WRITE_FAILED: vaultErrors.VAULT_WRITE_FAILED,
  }),
  /** Gives a vault up that is `away` with `canStartAnew`; a new one can then be made. The window asks twice. */
  startAnew: oc.errors({ VAULT_WRITE_FAILED: vaultErrors.VAULT_WRITE_FAILED }),
};
