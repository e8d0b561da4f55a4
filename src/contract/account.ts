/**
 * The account as the window drives it. The application holds keys, tokens and the sign-in attempt; the
 * window follows `watch` and says what the person decided. Each call changes the state that `watch` shows before
 * it answers.
 */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { errorsOf, type AccountErrorCode } from './account-service/errors.ts';
import {
  accountLimits,
  addressSchema,
  auditEventSchema,
  codeSchema,
  deviceSchema,
  languageSchema,
  oneLine,
  methodKindSchema,
  passwordSchema,
  reasonSchema,
  recoveryCodeSchema,
  sessionListItemSchema,
} from './account-service/shapes.ts';
import { accountViewSchema, serverTroubleSchema } from './account-state.ts';
import { textLimits } from './limits.ts';
import { text } from './text.ts';

/** What any call that needs the server can end in. Nothing was changed, on either side, that is not shown. */
const reach = {
  VAULT_NOT_OPEN: { message: 'The vault is not open' },
  SERVER_UNREACHABLE: {
    message: 'The account server can’t be used now',
    data: z.object({ trouble: serverTroubleSchema }),
  },
  /** The account's keys could not be kept on this computer; the server was not asked. */
  LOCAL_ACCOUNT_WRITE_FAILED: {
    message: 'The account’s keys could not be kept',
    data: z.object({ reason: z.string() }),
  },
  /** The account is at another step than this call belongs to: follow `watch`. */
  OTHER_STEP: { message: 'The account is at another step' },
} as const;

const always = errorsOf('RATE_LIMITED', 'BUSY', 'DEVICE_PROOF_INVALID');

function may<Code extends AccountErrorCode>(...codes: Code[]) {
  return { ...reach, ...errorsOf(...codes), ...always };
}
function signedIn<Code extends AccountErrorCode>(...codes: Code[]) {
  return { ...may(...codes), ...errorsOf('UNAUTHENTICATED', 'ENROLMENT_REQUIRED') };
}
const codeErrors = ['METHOD_NOT_FOUND', 'METHOD_DISABLED', 'CODE_WRONG', 'CODE_EXPIRED'] as const;
const time = z.number();
const methodId = z.uuid();
const entryName = z.string().trim().pipe(text(textLimits.label));

export const accountContract = {
  watch: oc.output(eventIterator(accountViewSchema)),
  /** Asks the server again: after trouble, or to bring the account page up to date. */
  refresh: oc.errors(reach),

  /** Uses another server: asks `/.well-known/latchkey` first, and keeps the address only where that is one. */
  setServer: oc.input(z.object({ address: z.string().trim().pipe(text(accountLimits.server)) })).errors({
    SERVER_UNREACHABLE: reach.SERVER_UNREACHABLE,
    SERVER_ADDRESS_INVALID: { message: 'This is not the address of a server' },
    /** An account of the present server is still known here: sign out first. */
    SIGN_OUT_FIRST: { message: 'There is still an account on this computer' },
    SERVER_FIXED: { message: 'The server was set from outside' },
    PREFERENCES_WRITE_FAILED: { message: 'The settings could not be kept' },
  }),

  signUp: {
    start: oc
      .input(
        z.object({
          name: oneLine(accountLimits.name),
          email: addressSchema,
          password: passwordSchema,
          language: languageSchema,
        }),
      )
      .errors(may('PASSWORD_REFUSED')),
    resend: oc.errors(may()),
    /** The address was wrong: back to the form; the server forgets the sign-up by itself. */
    giveUp: oc.errors(reach),
  },

  link: {
    /** A link that was pasted; what the operating system opens arrives by itself. Asks nothing but the server. */
    open: oc.input(z.object({ text: text(textLimits.pasted) })).errors({
      LINK_NOT_OURS: { message: 'This is not a link of Latchkey' },
      /** One of ours, with a piece missing or something else in it. */
      LINK_DAMAGED: { message: 'The link is not whole' },
    }),
    /** The person's yes. `password` where `needsPassword`. */
    activate: oc
      .input(z.object({ password: passwordSchema.optional() }))
      .errors(may('LINK_INVALID', 'LINK_EXPIRED', 'PASSWORD_WRONG', 'TOO_MANY_ATTEMPTS')),
    /** A newer link for an expired one, to the address of its sign-up. */
    askNewer: oc.input(z.object({ email: addressSchema })).errors(may()),
    reset: oc
      .input(z.object({ password: passwordSchema }))
      .errors(may('LINK_INVALID', 'LINK_EXPIRED', 'PASSWORD_REFUSED')),
    dismiss: oc,
  },

  signIn: {
    start: oc
      .input(
        z.object({
          email: addressSchema,
          password: passwordSchema,
          /** The code out of the mail that `confirmByMail` told of. */
          confirmation: recoveryCodeSchema.optional(),
        }),
      )
      .errors(may('CREDENTIALS_INVALID', 'TOO_MANY_ATTEMPTS')),
    send: oc.input(z.object({ methodId })).errors(may('FLOW_INVALID', 'TOO_MANY_ATTEMPTS', ...codeErrors)),
    /** Without `code`, the code of this vault's entry for the method. */
    verify: oc.input(z.object({ methodId, code: codeSchema.optional(), trust: z.boolean() })).errors({
      ...may('FLOW_INVALID', 'TOO_MANY_ATTEMPTS', ...codeErrors),
      ENTRY_NOT_FOUND: { message: 'There is no such entry' },
    }),
    recover: oc
      .input(z.object({ code: recoveryCodeSchema }))
      .errors(may('FLOW_INVALID', 'TOO_MANY_ATTEMPTS', 'CODE_WRONG')),
    /** Back to the password. */
    giveUp: oc.errors(reach),
    forgotPassword: oc.input(z.object({ email: addressSchema })).errors(may()),
  },

  /** Ends the session and the trust, and removes everything kept here for the account. The vault stays. */
  signOut: oc
    .output(
      /** False: the server could not be told; what was kept here is gone all the same. */
      z.object({ serverTold: z.boolean() }),
    )
    .errors({
      LOCAL_ACCOUNT_WRITE_FAILED: reach.LOCAL_ACCOUNT_WRITE_FAILED,
      VAULT_NOT_OPEN: reach.VAULT_NOT_OPEN,
    }),

  stepUp: {
    send: oc
      .input(z.object({ methodId }))
      .output(z.object({ hint: z.string(), expiresAt: time, resendAt: time }))
      .errors(signedIn('TOO_MANY_ATTEMPTS', ...codeErrors)),
    /** Without `code`, the code of this vault's entry for the method. */
    verify: oc.input(z.object({ methodId, code: codeSchema.optional() })).errors({
      ...signedIn('TOO_MANY_ATTEMPTS', ...codeErrors),
      ENTRY_NOT_FOUND: { message: 'There is no such entry' },
    }),
    recover: oc
      .input(z.object({ code: recoveryCodeSchema }))
      .errors(signedIn('TOO_MANY_ATTEMPTS', 'CODE_WRONG')),
  },

  methods: {
    /** Begins; the state's `pending` is what is being set up. `replaces` is removed once the new one counts. */
    begin: oc
      .input(
        z.object({
          kind: methodKindSchema,
          /** The address or the number in E.164; for `totp` a label of the person's own. */
          destination: oneLine(accountLimits.address),
          replaces: methodId.optional(),
        }),
      )
      .errors(
        signedIn(
          'STEP_UP_REQUIRED',
          'METHOD_EXISTS',
          'TOO_MANY_METHODS',
          'METHOD_NOT_OFFERED',
          'METHOD_NOT_FOUND',
          'DESTINATION_INVALID',
        ),
      ),
    resend: oc.errors(signedIn('STEP_UP_REQUIRED', 'METHOD_NOT_FOUND')),
    /**
     * The pending authenticator as a QR code, drawn on the person's screen for this Latchkey and for any phone:
     * rows of `0` and `1`, without quiet zone. And its key for typing, in groups.
     */
    qr: oc
      .output(z.object({ rows: z.array(z.string()), key: z.string() }))
      .errors({ OTHER_STEP: reach.OTHER_STEP, VAULT_NOT_OPEN: reach.VAULT_NOT_OPEN }),
    /** The first code, typed. */
    confirm: oc
      .input(z.object({ code: codeSchema }))
      .errors(
        signedIn('STEP_UP_REQUIRED', 'TOO_MANY_ATTEMPTS', 'METHOD_EXISTS', 'TOO_MANY_METHODS', ...codeErrors),
      ),
    /**
     * Puts the pending authenticator into this vault, links it and hands in its first code. With `previewId`, what
     * was scanned must be the pending one; without, "use this Latchkey".
     */
    useThisVault: oc
      .input(z.object({ previewId: z.uuid().optional(), issuer: entryName.optional() }))
      .output(z.object({ entryId: z.uuid() }))
      .errors({
        ...signedIn(
          'STEP_UP_REQUIRED',
          'TOO_MANY_ATTEMPTS',
          'METHOD_EXISTS',
          'TOO_MANY_METHODS',
          ...codeErrors,
        ),
        PREVIEW_GONE: { message: 'This preview is no longer there' },
        /** The QR code that was scanned is another one than the account's. */
        OTHER_CODE: { message: 'This is another set-up code' },
        VAULT_WRITE_FAILED: {
          message: 'The vault could not be written',
          data: z.object({ reason: z.string() }),
        },
        VAULT_READ_ONLY: {
          message: 'The vault was written by a newer Latchkey and is open for reading only',
        },
      }),
    /** Leaves the pending method unfinished; nothing counts that was not confirmed. */
    giveUp: oc.errors(reach),
    remove: oc
      .input(z.object({ methodId }))
      .errors(signedIn('STEP_UP_REQUIRED', 'METHOD_NOT_FOUND', 'LAST_METHOD')),
  },

  recoveryCodes: {
    generate: oc.errors(signedIn('STEP_UP_REQUIRED')),
    /** The new codes, until the person said they are kept. */
    show: oc.output(z.object({ codes: z.array(z.string()) })).errors(reach),
    /** The person has saved them: they are forgotten here. */
    confirmSaved: oc.errors(reach),
  },

  devices: {
    list: oc.output(z.object({ devices: z.array(deviceSchema) })).errors(signedIn()),
    revoke: oc.input(z.object({ deviceId: z.uuid() })).errors(signedIn('DEVICE_NOT_FOUND')),
    revokeAll: oc.output(z.object({ revoked: z.int() })).errors(signedIn()),
  },
  sessions: {
    list: oc.output(z.object({ sessions: z.array(sessionListItemSchema) })).errors(signedIn()),
    end: oc.input(z.object({ sessionId: z.uuid() })).errors(signedIn('SESSION_NOT_FOUND')),
    endOthers: oc.output(z.object({ ended: z.int() })).errors(signedIn()),
  },

  changePassword: oc
    .input(z.object({ current: passwordSchema, next: passwordSchema }))
    .errors(signedIn('STEP_UP_REQUIRED', 'PASSWORD_WRONG', 'PASSWORD_REFUSED', 'TOO_MANY_ATTEMPTS')),
  changeAddress: {
    start: oc.input(z.object({ email: addressSchema })).errors(signedIn('STEP_UP_REQUIRED')),
    confirm: oc
      .input(z.object({ code: codeSchema }))
      .errors(signedIn('STEP_UP_REQUIRED', 'CODE_WRONG', 'CODE_EXPIRED', 'TOO_MANY_ATTEMPTS')),
    giveUp: oc.errors(reach),
  },
  /** Name and language of the account (the language of its mails). */
  update: oc
    .input(z.object({ name: oneLine(accountLimits.name).optional(), language: languageSchema.optional() }))
    .errors(signedIn()),
  activity: oc
    .input(z.object({ before: z.string().optional() }))
    .output(z.object({ events: z.array(auditEventSchema), next: z.string().nullable() }))
    .errors(signedIn()),
  /** Everything the service holds on the person, as one JSON text for a file of their own. */
  export: oc.output(z.object({ json: z.string() })).errors(signedIn('STEP_UP_REQUIRED')),
  /** Deletes the account at the server and everything kept of it here. */
  remove: oc
    .input(z.object({ password: passwordSchema }))
    .errors(signedIn('STEP_UP_REQUIRED', 'PASSWORD_WRONG', 'TOO_MANY_ATTEMPTS')),

  support: {
    ask: oc
      .input(
        z.object({
          email: addressSchema,
          reason: reasonSchema,
          contact: addressSchema,
          /** Left out: the account's, or that of the settings. */
          language: languageSchema.optional(),
        }),
      )
      .output(z.object({ reference: z.string() }))
      .errors(may()),
    /** Takes back one of the account's, which nobody has answered yet; what is not open any more is just gone. */
    withdraw: oc.input(z.object({ reference: z.string() })).errors(signedIn()),
    /** The person has read what happens next. */
    dismiss: oc,
  },
};
