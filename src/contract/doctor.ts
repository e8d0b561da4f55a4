/** What Latchkey depends on, one check each. Looking changes nothing and asks the person for nothing. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { serverStateSchema } from './account-state.ts';
import { backupStatusSchema } from './backup.ts';
import { quickFindStateSchema } from './quick-find.ts';
import { vaultStateSchema } from './vault.ts';

/** `attention`: it works, but the person may want to do something. `trouble`: something does not work. */
export const checkLevels = ['good', 'attention', 'trouble'] as const;
export type CheckLevel = (typeof checkLevels)[number];

const level = z.enum(checkLevels);

export const checkSchema = z.discriminatedUnion('check', [
  z.object({
    check: z.literal('keychain'),
    level,
    /** The keychain's name, as in the settings. */
    backend: z.string(),
    /** `unknown`: the system can't tell without perhaps asking the person. */
    answer: z.enum(['ready', 'unknown', 'locked', 'denied', 'unavailable']),
    /** Whether it is needed to open the vault; null if there is no vault to know it from. */
    isNeeded: z.boolean().nullable(),
  }),
  z.object({
    check: z.literal('vault'),
    level,
    path: z.string(),
    vault: vaultStateSchema,
    /** What is kept of older states, and how many of them nothing opens; null unless the vault is open. */
    olderStates: z.object({ kept: z.number(), unreadable: z.number() }).nullable(),
  }),
  z.object({
    check: z.literal('clock'),
    level,
    /** The account server's clock minus this computer's, in ms; null if no server answers. 0: within two seconds. */
    driftMs: z.number().nullable(),
    /** What codes are corrected by, in ms (`codeCorrectionMs`). */
    correctionMs: z.number(),
  }),
  z.object({
    check: z.literal('backups'),
    level,
    /** Null unless the vault is open: it keeps the set-up. */
    status: backupStatusSchema.nullable(),
  }),
  z.object({ check: z.literal('server'), level, server: serverStateSchema }),
  z.object({
    check: z.literal('screen'),
    level,
    /** Who can take pictures of the screen here (`host.info`). */
    capture: z.enum(['application', 'window']),
  }),
  z.object({
    check: z.literal('shortcut'),
    level,
    /** Where the shortcut of the quick find stands; null: no Latchkey with a window is running. */
    shortcut: quickFindStateSchema.nullable(),
  }),
]);
export type Check = z.infer<typeof checkSchema>;

export const doctorContract = {
  /** Every check, in the order in which one depends on another. Asks the account server about itself. */
  look: oc.output(z.object({ checks: z.array(checkSchema) })),
};
