/**
 * Every error that the account API declares: a stable code, its HTTP status and its data. The API sends the
 * code; the window (or the landing page) turns it into words.
 */
import { z } from 'zod';

const wait = z.object({
  /** Whole seconds until another try makes sense; the same number is in the `Retry-After` header. */
  retryAfterSeconds: z.int().nonnegative(),
});

/** Why a new password was rejected; all reasons that apply. */
export const passwordFlaws = [
  'tooShort',
  'tooLong',
  'tooGuessable',
  'containsName',
  'containsAddress',
  'common',
] as const;

/**
 * Why something of sync was not taken. Those of the protocol are what its readers say (`core/sync/protocol/fault.ts`);
 * `EPOCH`: not sealed in the present epoch; `ORDER`: an item that does not follow the revision that it replaces; `WRITER`: not
 * by the computer that sent it; `SEALS`: not the keys that belong to the entry; `NOT_ASKED`: the computer that it lets in does
 * not ask.
 */
export const syncRefusals = [
  'MALFORMED',
  'UNKNOWN_SUITE',
  'OTHER_ACCOUNT',
  'BAD_SIGNATURE',
  'LOG_RULE',
  'EPOCH',
  'ORDER',
  'WRITER',
  'SEALS',
  'NOT_ASKED',
] as const;

export const accountErrors = {
  /** A request without a valid session, or without the device's proof for it. Sign in again. */
  UNAUTHENTICATED: {
    status: 401,
    message: 'There is no valid session for this device',
    data: z.object({
      reason: z
        .enum(['session', 'proof'])
        .describe(
          '`session`: it is over or unknown, sign in again. `proof`: make a new proof and try once more.',
        ),
    }),
  },
  /** The device proof (RFC 9449) is missing or not valid for this request. */
  DEVICE_PROOF_INVALID: { status: 401, message: 'The DPoP proof is missing or not valid for this request' },
  /** The session is valid, but this needs a fresh check of a second factor: call `stepUp`, then retry. */
  STEP_UP_REQUIRED: { status: 403, message: 'A fresh MFA check is needed' },
  /** The account has no confirmed method yet; the only possible step is to set one up. */
  ENROLMENT_REQUIRED: { status: 403, message: 'An MFA method must be set up first' },
  /** Wrong, unknown or not activated: deliberately the same answer. */
  CREDENTIALS_INVALID: { status: 401, message: 'The address or the password is wrong, or not activated yet' },
  PASSWORD_WRONG: { status: 403, message: 'The password is wrong' },
  PASSWORD_REFUSED: {
    status: 422,
    message: 'The password is not good enough',
    data: z.object({ flaws: z.array(z.enum(passwordFlaws)) }),
  },
  /**
   * Too many wrong passwords or codes. `disabled` is set when waiting alone no longer helps. `confirmByMail` is
   * set if a code mailed to the account's address bypasses the wait: submit it as `confirmation`.
   */
  TOO_MANY_ATTEMPTS: {
    status: 429,
    message: 'Too many wrong attempts',
    data: wait.extend({ disabled: z.boolean(), confirmByMail: z.literal(true).optional() }),
  },
  /** Too many requests of this kind, or too many messages to this destination. */
  RATE_LIMITED: { status: 429, message: 'Too many requests', data: wait },
  /** The service has reached its limit of password checks; the attempt was not counted. */
  BUSY: { status: 429, message: 'The service is busy', data: wait },
  LINK_INVALID: { status: 410, message: 'The link is unknown, used, or was replaced by a newer one' },
  LINK_EXPIRED: { status: 410, message: 'The link has expired' },
  /** The sign-in attempt is unknown, over, or belongs to another device: start again. */
  FLOW_INVALID: { status: 410, message: 'The sign-in attempt is over' },
  METHOD_NOT_FOUND: { status: 404, message: 'There is no such method' },
  /** Too many wrong codes for this method; others still work. */
  METHOD_DISABLED: { status: 403, message: 'The method is disabled after too many wrong codes' },
  METHOD_EXISTS: { status: 409, message: 'The account has this method already' },
  TOO_MANY_METHODS: { status: 409, message: 'The account has as many methods as it can have' },
  /** The last confirmed method can be replaced (confirm another first), but never removed. */
  LAST_METHOD: { status: 409, message: 'The last confirmed method cannot be removed' },
  METHOD_NOT_OFFERED: { status: 422, message: 'This service does not offer the method' },
  DESTINATION_INVALID: { status: 422, message: 'The address or number is not one that can receive codes' },
  /** The code is wrong, replaced or not for this purpose; or, with `isUsed`, correct but already used. */
  CODE_WRONG: {
    status: 422,
    message: 'The code is wrong',
    data: z.object({
      triesLeft: z.int().nonnegative(),
      /** The code was used a moment ago: the attempt was not counted; the next code is valid. */
      isUsed: z.boolean().default(false),
    }),
  },
  CODE_EXPIRED: { status: 410, message: 'The code has expired, or none was asked for: ask for a new one' },
  DEVICE_NOT_FOUND: { status: 404, message: 'There is no such device' },
  SESSION_NOT_FOUND: { status: 404, message: 'There is no such session' },
  /** Sync was not turned on for the account, or was turned off everywhere. Nothing is deleted on a computer for that. */
  SYNC_OFF: { status: 404, message: 'Sync is not on for this account' },
  /** This session's computer is not a member, or was taken out. */
  SYNC_NOT_MEMBER: { status: 403, message: 'This computer is not a member' },
  /** Something else came first: ask, merge and write again. `sequence` is that of the newest manifest, 0 before the first. */
  SYNC_STALE: {
    status: 409,
    message: 'It does not follow the present state',
    data: z.object({
      head: z.object({ number: z.int(), hash: z.string() }).nullable(),
      sequence: z.int().nonnegative(),
      hash: z.string(),
    }),
  },
  /** No honest client writes this. Trying again is of no use. */
  SYNC_REFUSED: {
    status: 422,
    message: 'It is not what a member may write',
    data: z.object({ reason: z.enum(syncRefusals) }),
  },
  /** The account has as much as it can have. */
  SYNC_FULL: {
    status: 422,
    message: 'There is no more room',
    data: z.object({ limit: z.enum(['items', 'bytes', 'requests']), most: z.int() }),
  },
} as const;

export type AccountErrorCode = keyof typeof accountErrors;

/** The data that comes with an error; `undefined` if there is none. */
export type AccountErrorData<Code extends AccountErrorCode> = (typeof accountErrors)[Code] extends {
  data: infer Schema extends z.ZodType;
}
  ? z.infer<Schema>
  : undefined;

/** An error together with its data. */
export type AccountRefusal = {
  [Code in AccountErrorCode]: [code: Code, data: AccountErrorData<Code>];
}[AccountErrorCode];

/** Picks errors from the catalogue for a procedure's declaration. */
export function errorsOf<Code extends AccountErrorCode>(
  ...codes: Code[]
): { [Each in Code]: (typeof accountErrors)[Each] };
export function errorsOf(...codes: AccountErrorCode[]) {
  return Object.fromEntries(codes.map((code) => [code, accountErrors[code]]));
}
