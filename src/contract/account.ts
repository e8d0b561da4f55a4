/**
 * The account as the window controls it. The application holds keys, tokens and the sign-in attempt; the window
 * follows `watch` and reports the person's decisions. Each call updates the state in `watch` before it answers.
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
import { entryErrors } from './entry.ts';
import { textLimits } from './limits.ts';
import { preferencesErrors } from './preferences.ts';
import { previewGone } from './previews.ts';
import { label, text } from './text.ts';
import { vaultErrors } from './vault-errors.ts';

/** The errors of any call that needs the server. Neither side has changed anything that is not shown. */
export const serverErrors = {
  VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN,
  SERVER_UNREACHABLE: {
    message: 'The account server can’t be used now',
    data: z.object({ trouble: serverTroubleSchema }),
  },
  /** The account's keys could not be stored on this computer; the server was not asked. */
  LOCAL_ACCOUNT_WRITE_FAILED: {
    message: 'The account’s keys could not be kept',
    data: z.object({ reason: z.string() }),
  },
  /** This call does not fit the account's present step: follow `watch`. */
  OTHER_STEP: { message: 'The account is at another step' },
} as const;

const always = errorsOf('RATE_LIMITED', 'BUSY', 'DEVICE_PROOF_INVALID');

function may<Code extends AccountErrorCode>(...codes: Code[]) {
  return { ...serverErrors, ...errorsOf(...codes), ...always };
}
function signedIn<Code extends AccountErrorCode>(...codes: Code[]) {
  return { ...may(...codes), ...errorsOf('UNAUTHENTICATED', 'ENROLMENT_REQUIRED') };
}
const codeErrors = ['METHOD_NOT_FOUND', 'METHOD_DISABLED', 'CODE_WRONG', 'CODE_EXPIRED'] as const;
const time = z.number();
const methodId = z.uuid();

export const accountContract = {
  watch: oc.output(eventIterator(accountViewSchema)),
  /** Asks the server again, after trouble or to update the account page. */
  refresh: oc.errors(serverErrors),

  /** Switches the server: asks its `/.well-known/latchkey` and keeps the address only if that is valid. */
  setServer: oc.input(z.object({ address: z.string().trim().pipe(text(accountLimits.server)) })).errors({
    SERVER_UNREACHABLE: serverErrors.SERVER_UNREACHABLE,
    SERVER_ADDRESS_INVALID: { message: 'This is not the address of a server' },
    /** This computer still knows an account at the present server: sign out first. */
    SIGN_OUT_FIRST: { message: 'There is still an account on this computer' },
    SERVER_FIXED: { message: 'The server was set from outside' },
    ...preferencesErrors,
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
    /** Returns to the form, as the address was wrong; the server forgets the sign-up by itself. */
    giveUp: oc.errors(serverErrors),
  },

  link: {
    /** Opens a pasted link; links that the operating system opens arrive on their own. Asks only the server. */
    open: oc.input(z.object({ text: text(textLimits.pasted) })).errors({
      LINK_NOT_OURS: { message: 'This is not a link of Latchkey' },
      /** A Latchkey link of which part is missing or altered. */
      LINK_DAMAGED: { message: 'The link is not whole' },
    }),
    /** The person confirms. `password` is required if `needsPassword`. */
    activate: oc
      .input(z.object({ password: passwordSchema.optional() }))
      .errors(may('LINK_INVALID', 'LINK_EXPIRED', 'PASSWORD_WRONG', 'TOO_MANY_ATTEMPTS')),
    /** Requests a new link for an expired one, sent to the address of its sign-up. */
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
          /** The code from the mail that `confirmByMail` announced. */
          confirmation: recoveryCodeSchema.optional(),
        }),
      )
      .errors(may('CREDENTIALS_INVALID', 'TOO_MANY_ATTEMPTS')),
    send: oc.input(z.object({ methodId })).errors(may('FLOW_INVALID', 'TOO_MANY_ATTEMPTS', ...codeErrors)),
    /** Without `code`, the code of this vault's entry for the method. */
    verify: oc.input(z.object({ methodId, code: codeSchema.optional(), trust: z.boolean() })).errors({
      ...may('FLOW_INVALID', 'TOO_MANY_ATTEMPTS', ...codeErrors),
      ENTRY_NOT_FOUND: entryErrors.ENTRY_NOT_FOUND,
    }),
    recover: oc
      .input(z.object({ code: recoveryCodeSchema }))
      .errors(may('FLOW_INVALID', 'TOO_MANY_ATTEMPTS', 'CODE_WRONG')),
    /** Returns to the password. */
    giveUp: oc.errors(serverErrors),
    forgotPassword: oc.input(z.object({ email: addressSchema })).errors(may()),
  },

  /** Ends the session and the trust, and removes all the account's data on this computer. The vault stays. */
  signOut: oc
    .output(
      /** False if the server could not be told; the data here is removed anyway. */
      z.object({ serverTold: z.boolean() }),
    )
    .errors({
      LOCAL_ACCOUNT_WRITE_FAILED: serverErrors.LOCAL_ACCOUNT_WRITE_FAILED,
      VAULT_NOT_OPEN: serverErrors.VAULT_NOT_OPEN,
    }),

  stepUp: {
    send: oc
      .input(z.object({ methodId }))
      .output(z.object({ hint: z.string(), expiresAt: time, resendAt: time }))
      .errors(signedIn('TOO_MANY_ATTEMPTS', ...codeErrors)),
    /** Without `code`, the code of this vault's entry for the method. */
    verify: oc.input(z.object({ methodId, code: codeSchema.optional() })).errors({
      ...signedIn('TOO_MANY_ATTEMPTS', ...codeErrors),
      ENTRY_NOT_FOUND: entryErrors.ENTRY_NOT_FOUND,
    }),
    recover: oc
      .input(z.object({ code: recoveryCodeSchema }))
      .errors(signedIn('TOO_MANY_ATTEMPTS', 'CODE_WRONG')),
  },

  methods: {
    /** Starts enrolment, shown in the state's `pending`. `replaces` is removed once the new one counts. */
    begin: oc
      .input(
        z.object({
          kind: methodKindSchema,
          /** The address, or the number in E.164; for `totp`, a label that the person chooses. */
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
     * The pending authenticator as a QR code, drawn on the person's screen for this Latchkey or any phone: rows
     * of `0` and `1`, without a quiet zone. Also its key for typing, in groups.
     */
    qr: oc
      .output(z.object({ rows: z.array(z.string()), key: z.string() }))
      .errors({ OTHER_STEP: serverErrors.OTHER_STEP, VAULT_NOT_OPEN: serverErrors.VAULT_NOT_OPEN }),
    /** Confirms with the first code, typed. */
    confirm: oc
      .input(z.object({ code: codeSchema }))
      .errors(
        signedIn('STEP_UP_REQUIRED', 'TOO_MANY_ATTEMPTS', 'METHOD_EXISTS', 'TOO_MANY_METHODS', ...codeErrors),
      ),
    /**
     * Adds the pending authenticator to this vault, links it and submits its first code. With `previewId`, the
     * scanned code must be the pending one; without it, this is "use this Latchkey".
     */
    useThisVault: oc
      .input(z.object({ previewId: z.uuid().optional(), issuer: label.optional() }))
      .output(z.object({ entryId: z.uuid() }))
      .errors({
        ...signedIn(
          'STEP_UP_REQUIRED',
          'TOO_MANY_ATTEMPTS',
          'METHOD_EXISTS',
          'TOO_MANY_METHODS',
          ...codeErrors,
        ),
        ...previewGone,
        /** The scanned QR code is not the account's. */
        OTHER_CODE: { message: 'This is another set-up code' },
        ...vaultErrors,
      }),
    /** Abandons the pending method; unconfirmed methods have no effect. */
    giveUp: oc.errors(serverErrors),
    remove: oc
      .input(z.object({ methodId }))
      .errors(signedIn('STEP_UP_REQUIRED', 'METHOD_NOT_FOUND', 'LAST_METHOD')),
  },

  recoveryCodes: {
    generate: oc.errors(signedIn('STEP_UP_REQUIRED')),
    /** The new codes, until the person has confirmed that they are saved. */
    show: oc.output(z.object({ codes: z.array(z.string()) })).errors(serverErrors),
    /** The person has saved the codes; this computer forgets them. */
    confirmSaved: oc.errors(serverErrors),
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
    giveUp: oc.errors(serverErrors),
  },
  /** Changes the account's name and language (the language of its mails). */
  update: oc
    .input(z.object({ name: oneLine(accountLimits.name).optional(), language: languageSchema.optional() }))
    .errors(signedIn()),
  activity: oc
    .input(z.object({ before: z.string().optional() }))
    .output(z.object({ events: z.array(auditEventSchema), next: z.string().nullable() }))
    .errors(signedIn()),
  /** Everything the service stores about the person, as one JSON text for a file of their own. */
  export: oc.output(z.object({ json: z.string() })).errors(signedIn('STEP_UP_REQUIRED')),
  /** Deletes the account at the server and all its data on this computer. */
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
          /** Defaults to the account's language, or that of the settings. */
          language: languageSchema.optional(),
        }),
      )
      .output(z.object({ reference: z.string() }))
      .errors(may()),
    /** Withdraws an unanswered request of the account; one that is no longer open simply disappears. */
    withdraw: oc.input(z.object({ reference: z.string() })).errors(signedIn()),
    /** The person has read what happens next. */
    dismiss: oc,
  },
};
