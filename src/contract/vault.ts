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

const waysIn = z.object({ keychain: z.boolean(), passphrase: z.boolean() });

export const vaultStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('opening') }),
  /** First run. */
  z.object({ state: z.literal('absent'), keychain: keychainStatusSchema }),
  /** Locked on purpose or by its kind; a passphrase opens it. */
  z.object({ state: z.literal('locked'), ways: waysIn }),
  /** The keychain should have the key and does not give it; the file is untouched. */
  z.object({
    state: z.literal('keyMissing'),
    outcome: z.enum(['absent', 'locked', 'denied', 'unavailable', 'wrongKey']),
    backend: z.string(),
    ways: waysIn,
    path: z.string(),
  }),
  /** The file (and every older generation of it) can't be read; it is untouched. */
  z.object({
    state: z.literal('damaged'),
    /** `newer`: by a Latchkey whose format this one cannot read at all. */
    reason: z.enum(['notAVault', 'truncated', 'tampered', 'unreadable', 'newer']),
    path: z.string(),
  }),
  z.object({
    state: z.literal('open'),
    backend: z.string(),
    ways: waysIn,
    /** Written by a newer format: look, but do not touch. */
    readOnly: z.boolean(),
    /** Entries that did not pass validation and are kept byte for byte. */
    quarantined: z.number(),
    /** Set when the newest generation was broken and an older one was opened. */
    recoveredFrom: z.object({ generation: z.number(), writtenAt: z.number().nullable() }).nullable(),
  }),
]);
export type VaultState = z.infer<typeof vaultStateSchema>;
