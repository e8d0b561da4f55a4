/**
 * What the window knows of the person's account: which stage it is at, at which server, and what is on its
 * way. One value, followed with `account.watch`; each state has its screen. Times are milliseconds since 1970.
 */
import { z } from 'zod';
import { shownLine } from './text.ts';
import {
  languageSchema,
  methodChoiceSchema,
  methodKindSchema,
  methodSchema,
} from './account-service/shapes.ts';
import { sentMethodKinds, sessionKinds } from './vocabulary.ts';

const time = z.number();

/** What the server says of itself (`/.well-known/latchkey`), as the window shows it. */
export const brandingSchema = z.object({
  name: shownLine,
  portal: z.string().nullable(),
  support: z.object({ address: shownLine, url: z.string().nullable() }),
  /** The methods on offer. */
  methods: z.array(methodKindSchema),
  password: z.object({ minLength: z.int(), maxLength: z.int() }),
  trustDays: z.int(),
});
export type Branding = z.infer<typeof brandingSchema>;

/** Why a server can't be used now; each has its words and its next step. */
export const serverTroubleSchema = z.enum([
  /** No answer: no network, a wrong address, or the server is down. */
  'offline',
  /** It answered, but not like an account service of Latchkey. */
  'notLatchkey',
  /** It wants a newer Latchkey than this one. */
  'appTooOld',
  /** It speaks an older version of the contract than this Latchkey. */
  'serverTooOld',
  /** The trial of `npm start` on this computer is not up: `trialFailure` names the part. */
  'notStarted',
]);
export type ServerTrouble = z.infer<typeof serverTroubleSchema>;

/** Which part of the trial of `npm start` did not come up, or ended by itself, and the reason it gave. */
export const trialFailureSchema = z.object({
  part: z.enum(['database', 'inbox', 'service']),
  /** A sentence of the part itself, in its own language and without paths; empty where it gave none. */
  reason: shownLine,
});
export type TrialFailure = z.infer<typeof trialFailureSchema>;

export const serverStateSchema = z.object({
  /** The origin that is used, such as `https://account.example.org`; null where none is set. */
  address: shownLine.nullable(),
  status: z.enum(['none', 'asking', 'ready', ...serverTroubleSchema.options]),
  /** Kept from the last answer while the server is away. */
  branding: brandingSchema.nullable(),
  /** Set by `npm start`: a trial set-up on this machine, whose inbox gets every mail and SMS. */
  trialInbox: z.string().nullable(),
  /** Set with the status `notStarted`. */
  trialFailure: trialFailureSchema.nullable(),
  /** The address was set from outside (LATCHKEY_SERVER, the trial): the settings can't change it. */
  isFixed: z.boolean(),
});
export type ServerState = z.infer<typeof serverStateSchema>;

/** A code that was sent; another may be asked for from `resendAt` on. */
export const sentCodeSchema = z.object({
  /** Where to, masked. */
  hint: shownLine,
  expiresAt: time,
  resendAt: time,
});
export type SentCode = z.infer<typeof sentCodeSchema>;

/** A method that waits for its first code. */
export const pendingMethodSchema = z.discriminatedUnion('kind', [
  z.object({
    methodId: z.uuid(),
    kind: z.enum(sentMethodKinds),
    destination: shownLine,
    sent: sentCodeSchema,
    /** The method that this one takes the place of: removed once this one is confirmed. */
    replaces: z.uuid().nullable(),
  }),
  z.object({
    methodId: z.uuid(),
    kind: z.literal('totp'),
    destination: shownLine,
    /** Set once the entry is in this vault, when only the first code is missing (the server was away, say). */
    entryId: z.uuid().nullable(),
    replaces: z.uuid().nullable(),
  }),
]);
export type PendingMethod = z.infer<typeof pendingMethodSchema>;

/** A method, and the entry of this vault that makes its codes, where there is one. */
export const accountMethodSchema = methodSchema
  .omit({ addedAt: true, lastUsedAt: true })
  .extend({ addedAt: time, lastUsedAt: time.nullable(), entryId: z.uuid().nullable() });
export type AccountMethod = z.infer<typeof accountMethodSchema>;

/** A question to support that was sent from here; what happens next is a mail to `contact`. */
export const supportSentSchema = z.object({ reference: z.string(), contact: shownLine, sentAt: time });

export const accountStateSchema = z.discriminatedUnion('stage', [
  /** The vault is not open; the account's keys lie sealed beside it. */
  z.object({ stage: z.literal('vaultClosed') }),
  /** Nobody is signed in here. `address` is filled in where this computer still knows it. */
  z.object({
    stage: z.literal('signedOut'),
    address: shownLine.nullable(),
    /** Until then the password alone is asked here; null without trust. */
    trustedUntil: time.nullable(),
    /** Why the last session ended, where the person did not end it themselves. */
    ended: z.enum(['expired', 'elsewhere']).nullable(),
  }),
  /** Signed up here; the mail is on its way. */
  z.object({
    stage: z.literal('mailOnItsWay'),
    name: shownLine,
    address: shownLine,
    sentAt: time,
    resendAt: time,
    /** The link counts until then. */
    expiresAt: time,
  }),
  /** The password was right; one confirmed method is asked for. */
  z.object({
    stage: z.literal('secondFactor'),
    address: shownLine,
    /** The attempt is over by then. */
    expiresAt: time,
    methods: z.array(methodChoiceSchema.extend({ entryId: z.uuid().nullable() })),
    canRecover: z.boolean(),
    /** The last code that was sent in this attempt. */
    sent: sentCodeSchema.extend({ methodId: z.uuid() }).nullable(),
  }),
  /** Signed in. With `kind` `enrolment` only the first method can be set up. */
  z.object({
    stage: z.literal('signedIn'),
    kind: z.enum(sessionKinds),
    name: shownLine,
    address: shownLine,
    language: languageSchema,
    methods: z.array(accountMethodSchema),
    pending: pendingMethodSchema.nullable(),
    secondMethodAdvised: z.boolean(),
    recoveryCodesLeft: z.int(),
    /** Requests for help that can still be withdrawn (`support.withdraw`). */
    openSupportRequests: z.array(supportSentSchema),
    /** New recovery codes were made and the person has not said yet that they are kept (`recoveryCodes.show`). */
    recoveryCodesToKeep: z.boolean(),
    /** Until then nothing asks for another code (step-up); null or past: it will be asked. */
    freshUntil: time.nullable(),
    trustedUntil: time.nullable(),
    /** A changed e-mail address waits for its code. */
    pendingAddress: z.object({ address: shownLine, sent: sentCodeSchema }).nullable(),
    /** What is shown may be old: the server does not answer. */
    isStale: z.boolean(),
  }),
]);
export type AccountState = z.infer<typeof accountStateSchema>;

/** A link that was opened (`latchkey://…`) and waits for the person's yes. Nothing has happened because of it. */
export const openedLinkSchema = z.object({
  kind: z.enum(['activate', 'reset']),
  /** The server that the link is for. */
  server: z.string(),
  /** Whose account it is, masked; null where the link does not say (any more). */
  address: shownLine.nullable(),
  state: z.enum([
    'looking',
    /** Ask for the yes. */
    'ready',
    /** Older than its two days (an activation) or its hour (a reset). */
    'expired',
    /** It did its work already. */
    'used',
    /** A newer link took its place. */
    'replaced',
    'invalid',
    /** A piece is missing, or something else stands in it: nobody was asked. */
    'damaged',
    /** It is for another server than the one that is set here. */
    'otherServer',
    'unreachable',
  ]),
  /** The sign-up was made on another computer: its password is asked. */
  needsPassword: z.boolean(),
});
export type OpenedLink = z.infer<typeof openedLinkSchema>;

export const accountViewSchema = z.object({
  server: serverStateSchema,
  account: accountStateSchema,
  link: openedLinkSchema.nullable(),
  support: supportSentSchema.nullable(),
});
export type AccountView = z.infer<typeof accountViewSchema>;
