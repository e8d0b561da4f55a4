/**
 * Encrypted sync between a person's computers, as the window controls it (docs/sync.md). The application holds keys, the
 * log and what is pending. The window follows `watch` and reports the person's decisions. Nothing of it deletes an entry here,
 * except where a computer that is in deleted it and, if there are many, the person agreed.
 */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { syncFaults } from '../core/sync/protocol/fault.ts';
import { serverErrors } from './account.ts';
import { errorsOf } from './account-service/errors.ts';
import { kitSourceErrors, kitSourceSchema } from './recovery.ts';
import { pictureErrors, screenErrors } from './scan.ts';
import { shownLine } from './text.ts';
import { vaultErrors } from './vault-errors.ts';

const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);
const entryId = z.uuid();

/**
 * Why nothing is sent or applied now, and what the person can do. Nothing was changed here.
 *
 * - `wait`: nothing; it is tried again by itself
 * - `signIn`: sign in to the account
 * - `stepUp`: check a second factor again, then repeat what was asked for
 * - `makeWritable`: give Latchkey a place that it can write to
 * - `makeRoom`: delete entries for good
 * - `update`: install a newer Latchkey
 * - `tryAgain`: look at the other computers, then `sync.tryAgain`
 * - `joinAgain`: `sync.turnOff` here, then join
 */
export const syncNexts = [
  'wait',
  'signIn',
  'stepUp',
  'makeWritable',
  'makeRoom',
  'update',
  'tryAgain',
  'joinAgain',
] as const;

/**
 * - `offline`: the account server can't be used
 * - `signedOut`: nobody is signed in, or the session is over
 * - `trustEnded`: nobody is signed in, and the time for which the person trusted this computer is over
 * - `busy`: the service asks to wait
 * - `readOnly`, `notWritten`: the vault, or what is kept beside it, can't be written
 * - `full`: the account has as much as it can have
 * - `refused`: the service does not take what this Latchkey writes
 * - `ended`: sync was turned off everywhere
 * - `notMember`: the service says that this computer is not in, and does not show it
 * - `removed`: another computer took this one out
 * - `stopped`: what the service shows does not hold; `fault` says why
 * - `notWelcomed`: nothing proves that the log that the service shows is the person's
 * - `unreadable`, `newer`: what is kept beside the vault does not open, or a later Latchkey wrote it
 */
const syncTroubleSchema = z.object({
  code: z.enum([
    'offline',
    'signedOut',
    'trustEnded',
    'busy',
    'readOnly',
    'notWritten',
    'full',
    'refused',
    'ended',
    'notMember',
    'removed',
    'stopped',
    'notWelcomed',
    'unreadable',
    'newer',
  ]),
  next: z.enum(syncNexts),
  fault: z.enum(syncFaults).nullable(),
});
export type SyncTrouble = z.infer<typeof syncTroubleSchema>;

const memberSchema = z.object({
  id: fingerprint,
  kind: z.enum(['device', 'kit']),
  /** What the member says of itself; empty for a kit. */
  name: shownLine,
  platform: shownLine,
  addedAt: z.number(),
  /** Who let it in; its own id if it founded the log. */
  addedBy: fingerprint,
  isSelf: z.boolean(),
});
export type SyncMember = z.infer<typeof memberSchema>;

const syncStateSchema = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('off') }),
  /** It was turned on here, but what is kept does not open now. Only `turnOff` gives it up. */
  z.object({ stage: z.literal('unreadable'), trouble: syncTroubleSchema }),
  /** The entry that lets this computer in is on its way. */
  z.object({ stage: z.literal('entering'), trouble: syncTroubleSchema.nullable() }),
  z.object({
    stage: z.literal('waiting'),
    /** What the person types at a computer that is in, and what its QR code holds. */
    words: z.array(z.string()).length(6),
    qrText: z.string(),
    trouble: syncTroubleSchema.nullable(),
  }),
  z.object({
    stage: z.literal('on'),
    trouble: syncTroubleSchema.nullable(),
    /** When this computer and the service last agreed, since Latchkey was started; null before. */
    agreedAt: z.number().nullable(),
    /** Until when it goes on with nobody signed in, as the person trusts this computer; null: it needs somebody. */
    aloneUntil: z.number().nullable(),
    members: z.array(memberSchema),
    /** Changed here and not sent yet. */
    pending: z.array(entryId),
    /** Of these, what is too large to be sent. */
    tooLarge: z.array(entryId),
    /** How many items cannot be read here. They are left as they are. */
    unreadable: z.number(),
    /** Other computers deleted so much that the person is asked. `answer` takes `manifest`. */
    question: z.object({ manifest: fingerprint, deleted: z.array(entryId) }).nullable(),
    /** Two computers gave one entry different codes: `second` was made for those of the other one. */
    conflicts: z.array(z.object({ first: entryId, second: entryId })),
    /** Deleted on another computer and changed on this one since Latchkey was started: they stayed. */
    kept: z.array(entryId),
    /** What a computer that was removed from here knew, and is not ticked off. */
    renewals: z.array(z.object({ member: fingerprint, name: shownLine, entries: z.array(entryId) })),
  }),
]);
export type SyncView = z.infer<typeof syncStateSchema>;

const step = {
  VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN,
  /** The call does not fit the present stage: follow `watch`. */
  SYNC_STEP: { message: 'Sync is at another step' },
} as const;

const kept = {
  ...step,
  SYNC_NOT_KEPT: {
    message: 'What sync must keep on this computer could not be written',
    data: z.object({ reason: z.string() }),
  },
} as const;

/** The errors of any call that needs the service. */
const reach = {
  ...kept,
  ...serverErrors,
  ...errorsOf('UNAUTHENTICATED', 'ENROLMENT_REQUIRED', 'RATE_LIMITED', 'BUSY', 'DEVICE_PROOF_INVALID'),
  ...errorsOf('STEP_UP_REQUIRED', 'SYNC_OFF', 'SYNC_NOT_MEMBER', 'SYNC_STALE', 'SYNC_REFUSED', 'SYNC_FULL'),
  /** What the service shows does not hold. */
  SYNC_STOPPED: {
    message: 'Sync has stopped',
    data: z.object({ fault: z.enum([...syncFaults, 'REMOVED']) }),
  },
} as const;

const change = {
  ...reach,
  VAULT_WRITE_FAILED: vaultErrors.VAULT_WRITE_FAILED,
  VAULT_READ_ONLY: vaultErrors.VAULT_READ_ONLY,
  /** `question` is to be answered first. */
  SYNC_ASKS: { message: 'The question about the deletions comes first' },
  /** The other computers were quicker each time. */
  SYNC_LATER: { message: 'Something else came first' },
} as const;

export const syncContract = {
  watch: oc.output(eventIterator(syncStateSchema)).errors({ VAULT_NOT_OPEN: step.VAULT_NOT_OPEN }),
  /**
   * When each computer that is in was last at the service, in ms since 1970. That is the service's word: unlike who is in, it
   * has no signature.
   */
  lastSeen: oc.output(z.array(z.object({ id: fingerprint, at: z.number() }))).errors(reach),
  /** Looks at the service now. */
  look: oc.errors(change),
  /** Turns sync on for the account, with this computer and the vault's recovery kit. Needs a fresh check of a factor. */
  turnOn: oc.input(z.object({ code: kitSourceSchema })).errors({
    ...change,
    ...kitSourceErrors,
    /** It is on already: join. */
    SYNC_ELSEWHERE: { message: 'Sync is on for this account' },
  }),
  /** Shows words for a computer that is in; `cancel` takes that back. */
  join: oc.errors({ ...reach }),
  cancel: oc.errors(kept),
  /** Joins with the recovery kit that is a member, which is mostly another vault's. */
  joinByKit: oc.input(z.object({ code: kitSourceSchema })).errors({
    ...change,
    ...kitSourceErrors,
    SYNC_KIT_UNKNOWN: { message: 'This kit is not a member' },
  }),
  /**
   * Lets a computer in: the words are typed or pasted (its QR code's text too), or its QR code is on a display or in a picture.
   * Needs a fresh check of a factor.
   */
  add: oc
    .input(z.object({ words: kitSourceSchema }))
    .output(memberSchema)
    .errors({
      ...change,
      /** `place` counts from 1; `meant` is the nearest words. */
      JOIN_WORD_UNKNOWN: {
        message: 'There is no such word',
        data: z.object({ place: z.number(), meant: z.array(z.string()) }),
      },
      JOIN_WORDS_COUNT: { message: 'There are six words', data: z.object({ count: z.number() }) },
      ...screenErrors,
      ...pictureErrors,
      JOIN_NOT_SEEN: { message: 'No QR code of a computer that joins is to be seen' },
      JOIN_NOT_ASKED: { message: 'No computer asks with these words' },
    }),
  /** Makes the vault's recovery kit a member, in place of one that is. */
  addKit: oc.input(z.object({ code: kitSourceSchema })).errors({ ...change, ...kitSourceErrors }),
  /** Takes a member out. `renewals` then lists what a computer knew. Needs a fresh check of a factor. */
  remove: oc.input(z.object({ id: fingerprint })).errors({
    ...change,
    MEMBER_NOT_FOUND: { message: 'There is no such member' },
    /** `turnOff` forgets this computer's keys; another one takes it out. */
    MEMBER_SELF: { message: 'A computer cannot take itself out' },
  }),
  /** Ticks off codes that were renewed at their sites; left out: all of that member. */
  renewed: oc.input(z.object({ member: fingerprint, entry: entryId.optional() })).errors(kept),
  /** Which codes work: the other entry goes to the trash. `both`: this computer asks no more. */
  resolve: oc.input(z.object({ second: entryId, works: z.enum(['first', 'second', 'both']) })).errors({
    ...kept,
    VAULT_WRITE_FAILED: change.VAULT_WRITE_FAILED,
    VAULT_READ_ONLY: change.VAULT_READ_ONLY,
  }),
  /** Answers `question`. `keep` brings the entries back on the other computers too. */
  answer: oc.input(z.object({ manifest: fingerprint, answer: z.enum(['delete', 'keep']) })).errors(change),
  /** Goes on after `stopped`. What does not hold stops it again. */
  tryAgain: oc.errors(change),
  /** Forgets the keys of sync on this computer. The codes stay, here and on the others; another computer takes this one out. */
  turnOff: oc.errors(kept),
  /**
   * Deletes everything of sync at the service. The codes stay on every computer. Needs a fresh check of a factor. Also for a
   * person of whom no computer is in any more, and who has no kit.
   */
  turnOffEverywhere: oc.errors(reach),
};
