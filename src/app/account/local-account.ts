import { z } from 'zod';
import {
  accountSchema,
  languageSchema,
  methodChoiceSchema,
  methodSchema,
  serviceInfoSchema,
  sessionStateSchema,
  syncPassSchema,
} from '../../contract/account-service/shapes.ts';
import { sentCodeSchema, supportSentSchema } from '../../contract/account-state.ts';
import { sentMethodKinds } from '../../contract/vocabulary.ts';

const time = z.number();
const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** The account server that the local account belongs to, as it last described itself. */
export const knownServerSchema = z.object({ origin: z.string(), info: serviceInfoSchema });
export type KnownServer = z.infer<typeof knownServerSchema>;

/** The device's private key (ES256, RFC 7518 section 6.2.2), which identifies this computer to the server. */
const deviceKeySchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: coordinate,
  y: coordinate,
  d: coordinate,
});

const signUpSchema = z.object({
  name: z.string(),
  address: z.string(),
  language: languageSchema.nullable(),
  sentAt: time,
  resendAt: time,
  expiresAt: time,
});

const attemptSchema = z.object({
  flow: z.string(),
  address: z.string(),
  expiresAt: time,
  methods: z.array(methodChoiceSchema),
  canRecover: z.boolean(),
  sent: sentCodeSchema.extend({ methodId: z.uuid() }).nullable(),
});

const sessionSchema = z.object({
  token: z.string(),
  state: sessionStateSchema,
  /** When the server last accepted the token. The session ends after an hour without use. */
  seenAt: time,
  /** As last reported by the server; null until then. */
  account: accountSchema.nullable(),
  methods: z.array(methodSchema),
});

const pendingSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(sentMethodKinds),
    methodId: z.uuid(),
    destination: z.string(),
    replaces: z.uuid().nullable(),
    sent: sentCodeSchema,
  }),
  z.object({
    kind: z.literal('totp'),
    methodId: z.uuid(),
    destination: z.string(),
    replaces: z.uuid().nullable(),
    /** `otpauth://totp/…`, with its secret in base32 below. */
    uri: z.string(),
    secret: z.string(),
    entryId: z.uuid().nullable(),
  }),
]);
export type LocalPendingMethod = z.infer<typeof pendingSchema>;

/**
 * The local account: everything this computer keeps of the person's account. It is sealed on disk and in memory
 * while the vault is open. Times are milliseconds since 1970 by this computer's clock.
 */
export const localAccountSchema = z.object({
  server: knownServerSchema.nullable(),
  key: deviceKeySchema.nullable(),
  /** The address of the account that this computer knows. */
  address: z.string().nullable(),
  trustedUntil: time.nullable(),
  ended: z.enum(['expired', 'elsewhere']).nullable(),
  signUp: signUpSchema.nullable(),
  attempt: attemptSchema.nullable(),
  session: sessionSchema.nullable(),
  /** The session's end leaves it: it ends with the trust. An older Latchkey wrote none. */
  syncPass: syncPassSchema.nullable().default(null),
  pending: pendingSchema.nullable(),
  /** A replaced method that still has to be removed; its successor is already in force. */
  leaving: z.uuid().nullable(),
  pendingAddress: z.object({ address: z.string(), sent: sentCodeSchema }).nullable(),
  /** New recovery codes that the person has not yet confirmed as saved. */
  recoveryCodes: z.array(z.string()).nullable(),
  support: supportSentSchema.nullable(),
});
export type LocalAccount = z.infer<typeof localAccountSchema>;

/** The local account of a computer that has never had one. */
export const emptyLocalAccount: LocalAccount = {
  server: null,
  key: null,
  address: null,
  trustedUntil: null,
  ended: null,
  signUp: null,
  attempt: null,
  session: null,
  syncPass: null,
  pending: null,
  leaving: null,
  pendingAddress: null,
  recoveryCodes: null,
  support: null,
};

/** What is cleared when a session ends, for any reason. */
export const withoutSession = {
  session: null,
  pending: null,
  leaving: null,
  pendingAddress: null,
  recoveryCodes: null,
} as const;
