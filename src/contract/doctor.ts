/** What Latchkey depends on, one check each. Looking changes nothing and asks the person for nothing. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { serverStateSchema, serverTroubleSchema } from './account-state.ts';
import { backupStatusSchema } from './backup.ts';
import { quickFindStateSchema, shortcutTroubles } from './quick-find.ts';
import { vaultStateSchema } from './vault.ts';

/** `attention`: it works, but the person may want to do something. `trouble`: something does not work. */
export const checkLevels = ['good', 'attention', 'trouble'] as const;
export type CheckLevel = (typeof checkLevels)[number];

const level = z.enum(checkLevels);

/**
 * What each check can find, a code each: `docs/doctor.md` says what they mean. Scripts compare them, so a code keeps
 * its name and its meaning.
 */
export const checkStates = {
  keychain: ['ready', 'unknown', 'locked', 'denied', 'unavailable'],
  vault: ['open', 'locked', 'absent', 'opening', 'keyMissing', 'damaged', 'unwritable', 'away'],
  clock: ['agrees', 'off', 'notCompared'],
  backups: ['good', 'old', 'empty', 'failing', 'none', 'unknown'],
  server: ['none', 'asking', 'ready', ...serverTroubleSchema.options],
  screen: ['application', 'window'],
  shortcut: [
    'arrives',
    'notSeen',
    'waiting',
    'none',
    'unbound',
    'notRunning',
    'otherKeys',
    ...shortcutTroubles,
  ],
} as const;
export type CheckState<Name extends keyof typeof checkStates> = (typeof checkStates)[Name][number];

export const checkSchema = z.discriminatedUnion('check', [
  z.object({
    check: z.literal('keychain'),
    level,
    state: z.enum(checkStates.keychain),
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
    state: z.enum(checkStates.vault),
    path: z.string(),
    vault: vaultStateSchema,
    /** What is kept of older states, and how many of them nothing opens; null unless the vault is open. */
    olderStates: z.object({ kept: z.number(), unreadable: z.number() }).nullable(),
  }),
  z.object({
    check: z.literal('clock'),
    level,
    state: z.enum(checkStates.clock),
    /** The account server's clock minus this computer's, in ms; null if no server answers. 0: within two seconds. */
    driftMs: z.number().nullable(),
    /** What codes are corrected by, in ms (`codeCorrectionMs`). */
    correctionMs: z.number(),
  }),
  z.object({
    check: z.literal('backups'),
    level,
    state: z.enum(checkStates.backups),
    /** Null unless the vault is open: it keeps the set-up. */
    status: backupStatusSchema.nullable(),
  }),
  z.object({
    check: z.literal('server'),
    level,
    state: z.enum(checkStates.server),
    server: serverStateSchema,
  }),
  z.object({
    check: z.literal('screen'),
    level,
    state: z.enum(checkStates.screen),
    /** Who can take pictures of the screen here (`host.info`). */
    capture: z.enum(['application', 'window']),
  }),
  z.object({
    check: z.literal('shortcut'),
    level,
    state: z.enum(checkStates.shortcut),
    /** The keys that the settings name now; null: none. */
    chosen: z.string().nullable(),
    /** Where the shortcut of the quick find stands; null: no Latchkey with a window is running. */
    shortcut: quickFindStateSchema.nullable(),
  }),
]);
export type Check = z.infer<typeof checkSchema>;

export const doctorContract = {
  /** Every check, in the order in which one depends on another. Asks the account server about itself. */
  look: oc.output(z.object({ checks: z.array(checkSchema) })),
};
