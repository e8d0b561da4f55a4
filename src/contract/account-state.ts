/**
 * What the window knows about the person's account: its stage, its server, and what is pending. It is one
 * value, followed with `account.watch`; each state has its own screen. Times are milliseconds since 1970.
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

/** The server's description of itself (`/.well-known/latchkey`), as the window shows it. */
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

/** Why a server can't be used now. The window has a text and a next step for each. */
export const serverTroubleSchema = z.enum([
  /** No answer: no network, a wrong address, or the server is down. */
  'offline',
  /** It answered, but not like a Latchkey account service. */
  'notLatchkey',
  /** It requires a newer Latchkey than this one. */
  'appTooOld',
  /** It uses an older version of the contract than this Latchkey. */
  'serverTooOld',
  /** The trial of `npm start` on this computer is not running; `trialFailure` names the part that failed. */
  'notStarted',
]);
export type ServerTrouble = z.infer<typeof serverTroubleSchema>;

/** Which part of the trial of `npm start` failed to start or stopped by itself, and its reason. */
export const trialFailureSchema = z.object({
  part: z.enum(['database', 'inbox', 'service']),
  /** The part's own message, in its own language and without paths; empty if it gave none. */
  reason: shownLine,
});
export type TrialFailure = z.infer<typeof trialFailureSchema>;

export const serverStateSchema = z.object({
  /** The origin in use, such as `https://account.example.org`; null if none is set. */
  address: shownLine.nullable(),
  status: z.enum(['none', 'asking', 'ready', ...serverTroubleSchema.options]),
  /** Kept from the last answer while the server is unreachable. */
  branding: brandingSchema.nullable(),
  /** Set by `npm start` for a trial on this machine: the inbox that gets every mail and SMS. */
  trialInbox: z.string().nullable(),
  /** Set with the status `notStarted`. */
  trialFailure: trialFailureSchema.nullable(),
  /** Whether the address was set from outside (LATCHKEY_SERVER, the trial): the settings can't change it. */
  isFixed: z.boolean(),
});
export type ServerState = z.infer<typeof serverStateSchema>;

/** A code that was sent. Another can be requested from `resendAt` on. */
export const sentCodeSchema = z.object({
  /** The destination, masked. */
  hint: shownLine,
  expiresAt: time,
  resendAt: time,
});
export type SentCode = z.infer<typeof sentCodeSchema>;

/** A method that is waiting for its first code. */
export const pendingMethodSchema = z.discriminatedUnion('kind', [
  z.object({
    methodId: z.uuid(),
    kind: z.enum(sentMethodKinds),
    destination: shownLine,
    sent: sentCodeSchema,
    /** The method that this one replaces; it is removed once this one is confirmed. */
    replaces: z.uuid().nullable(),
  }),
  z.object({
    methodId: z.uuid(),
    kind: z.literal('totp'),
    destination: shownLine,
    /** Set once the entry is in this vault and only the first code is missing (e.g. the server was away). */
    entryId: z.uuid().nullable(),
    replaces: z.uuid().nullable(),
  }),
]);
export type PendingMethod = z.infer<typeof pendingMethodSchema>;

/** A method, and the entry of this vault that makes its codes, if there is one. */
export const accountMethodSchema = methodSchema
  .omit({ addedAt: true, lastUsedAt: true })
  .extend({ addedAt: time, lastUsedAt: time.nullable(), entryId: z.uuid().nullable() });
export type AccountMethod = z.infer<typeof accountMethodSchema>;

/** A support request sent from here; the next step is a mail to `contact`. */
export const supportSentSchema = z.object({ reference: z.string(), contact: shownLine, sentAt: time });

export const accountStateSchema = z.discriminatedUnion('stage', [
  /** The vault is not open; the account's keys are sealed beside it. */
  z.object({ stage: z.literal('vaultClosed') }),
  /** Nobody is signed in here. `address` is set if this computer still knows it. */
  z.object({
    stage: z.literal('signedOut'),
    address: shownLine.nullable(),
    /** Until then, signing in here requires only the password; null if the computer is not trusted. */
    trustedUntil: time.nullable(),
    /** Why the last session ended, if the person did not end it. */
    ended: z.enum(['expired', 'elsewhere']).nullable(),
  }),
  /** Signed up here; the mail is on its way. */
  z.object({
    stage: z.literal('mailOnItsWay'),
    name: shownLine,
    address: shownLine,
    sentAt: time,
    resendAt: time,
    /** The link is valid until then. */
    expiresAt: time,
  }),
  /** The password was correct; one confirmed method is required next. */
  z.object({
    stage: z.literal('secondFactor'),
    address: shownLine,
    /** When the attempt ends. */
    expiresAt: time,
    methods: z.array(methodChoiceSchema.extend({ entryId: z.uuid().nullable() })),
    canRecover: z.boolean(),
    /** The last code sent in this attempt. */
    sent: sentCodeSchema.extend({ methodId: z.uuid() }).nullable(),
  }),
  /** Signed in. With `kind` `enrolment`, the person can only set up the first method. */
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
    /** Whether there are new recovery codes not yet confirmed as saved (`recoveryCodes.show`). */
    recoveryCodesToKeep: z.boolean(),
    /** Until then no step-up is needed; if null or past, sensitive changes require a code. */
    freshUntil: time.nullable(),
    trustedUntil: time.nullable(),
    /** A changed e-mail address that is waiting for its code. */
    pendingAddress: z.object({ address: shownLine, sent: sentCodeSchema }).nullable(),
    /** Whether the data may be out of date because the server does not answer. */
    isStale: z.boolean(),
  }),
]);
export type AccountState = z.infer<typeof accountStateSchema>;

/** An opened link (`latchkey://…`) that awaits the person's confirmation. It has had no effect yet. */
export const openedLinkSchema = z.object({
  kind: z.enum(['activate', 'reset']),
  /** The server that the link is for. */
  server: z.string(),
  /** The account's address, masked; null if the link does not tell (any more). */
  address: shownLine.nullable(),
  state: z.enum([
    'looking',
    /** Ask for confirmation. */
    'ready',
    /** Older than two days (an activation) or an hour (a reset). */
    'expired',
    /** Already used. */
    'used',
    /** Replaced by a newer link. */
    'replaced',
    'invalid',
    /** Part of the link is missing or altered; the server was not asked. */
    'damaged',
    /** For a different server from the one set here. */
    'otherServer',
    'unreachable',
  ]),
  /** Whether the sign-up was made on another computer, so that its password is required. */
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
