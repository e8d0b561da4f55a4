/** The states of the vault as the window sees them; each has its own screen. */
import { z } from 'zod';

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
 * - `session`: the keychain opens it; a passphrase, where there is one, is a second way in
 * - `passphrase`: the keychain holds nothing; a lock takes the key out of memory and off the computer
 * - `both`: the key comes out of the keychain's half and the passphrase together, and of neither alone
 */
export const lockModeSchema = z.enum(['session', 'passphrase', 'both']);
export type LockMode = z.infer<typeof lockModeSchema>;

/**
 * What opens the vault from here. `passphrase`: it is asked for, and is enough with what the keychain gives now
 * (in mode `both`, false while the keychain does not give its half). `recovery`: there is a recovery kit.
 */
const waysInSchema = z.object({ keychain: z.boolean(), passphrase: z.boolean(), recovery: z.boolean() });
export type WaysIn = z.infer<typeof waysInSchema>;

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
    ways: waysInSchema,
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
    ways: waysInSchema,
    mode: lockModeSchema,
    path: z.string(),
  }),
  /** The file (and every older generation of it) can't be read; it is untouched. */
  z.object({
    state: z.literal('damaged'),
    /** `newer`: by a Latchkey whose format this one cannot read at all. */
    reason: z.enum(['notAVault', 'truncated', 'tampered', 'unreadable', 'newer']),
    path: z.string(),
  }),
  /**
   * Where the vault should be leads to something that is not there now: a link to nowhere or in a circle, a drive that
   * is not mounted. Nothing is made in its place; it is looked for again by itself, and with `vault.retry`.
   */
  z.object({ state: z.literal('away'), path: z.string() }),
  z.object({
    state: z.literal('open'),
    backend: z.string(),
    ways: waysInSchema,
    mode: lockModeSchema,
    /**
     * What opened it. After `recovery` the window leads to `vault.setWays`: the passphrase is not asked for then,
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
    /** Set when the newest generation was broken and an older one was opened (`generations`). */
    recoveredFrom: z.object({ generation: z.number(), writtenAt: z.number().nullable() }).nullable(),
  }),
]);
export type VaultState = z.infer<typeof vaultStateSchema>;
