/** Second factors: methods, the step-up that sensitive changes require, and recovery codes. */
import { z } from 'zod';
import { methodKinds, type MethodKind } from '../vocabulary.ts';
import { bySession } from './callers.ts';
import { errorsOf } from './errors.ts';
import {
  codeSchema,
  grantedSchema,
  methodKindSchema,
  methodSchema,
  oneLine,
  recoveryCodeSchema,
  accountLimits,
} from './shapes.ts';
import { sentSchema } from './sign-in.ts';

const methodId = z.strictObject({ methodId: z.uuid() });
const methodErrors = errorsOf('UNAUTHENTICATED', 'ENROLMENT_REQUIRED', 'METHOD_NOT_FOUND');

export const stepUpContract = {
  send: bySession
    .route({
      method: 'POST',
      path: '/v1/step-up/send',
      tags: ['Step-up'],
      summary: 'Send a code for a fresh MFA check by e-mail or SMS',
    })
    .input(methodId)
    .output(sentSchema)
    .errors({ ...methodErrors, ...errorsOf('METHOD_DISABLED', 'TOO_MANY_ATTEMPTS', 'RATE_LIMITED') }),
  verify: bySession
    .route({
      method: 'POST',
      path: '/v1/step-up/verify',
      tags: ['Step-up'],
      summary: 'Hand in the code; the session gets a new token and five minutes for sensitive changes',
    })
    .input(methodId.extend({ code: codeSchema }))
    .output(grantedSchema)
    .errors({
      ...methodErrors,
      ...errorsOf('METHOD_DISABLED', 'CODE_WRONG', 'CODE_EXPIRED', 'TOO_MANY_ATTEMPTS'),
    }),
  recover: bySession
    .route({
      method: 'POST',
      path: '/v1/step-up/recover',
      tags: ['Step-up'],
      summary: 'A fresh check with a recovery code',
    })
    .input(z.strictObject({ code: recoveryCodeSchema }))
    .output(grantedSchema)
    .errors(errorsOf('UNAUTHENTICATED', 'ENROLMENT_REQUIRED', 'CODE_WRONG', 'TOO_MANY_ATTEMPTS')),
};

/** A method waiting for its first code. For an authenticator app, includes the secret, shown only once. */
export const pendingMethodSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('email'), methodId: z.uuid(), ...sentSchema.shape }),
  z.object({ kind: z.literal('sms'), methodId: z.uuid(), ...sentSchema.shape }),
  z.object({
    kind: z.literal('totp'),
    methodId: z.uuid(),
    /** `otpauth://totp/…`: SHA-1, 6 digits, 30 s. */
    uri: z.string(),
    /** The same secret in base32, for typing. */
    secret: z.string(),
  }),
]);

export type BegunMethod = z.infer<typeof pendingMethodSchema>;

/** What `destination` is when a method is added, for the API document. */
const destinations: Record<MethodKind, string> = {
  totp: 'a label, since its codes are not sent anywhere',
  email: 'the address',
  sms: 'the mobile number in international form (E.164, `+31612345678`)',
};

export const mfaContract = {
  list: bySession
    .route({ method: 'GET', path: '/v1/mfa/methods', tags: ['MFA'], summary: 'The account’s methods' })
    .output(z.object({ methods: z.array(methodSchema) }))
    .errors(errorsOf('UNAUTHENTICATED')),
  add: bySession
    .route({
      method: 'POST',
      path: '/v1/mfa/methods',
      successStatus: 201,
      tags: ['MFA'],
      summary: 'Begin to add a method; it counts once a code from it was verified',
    })
    .input(
      z.strictObject({
        kind: methodKindSchema,
        destination: oneLine(accountLimits.address).describe(
          `${methodKinds.map((kind) => `For \`${kind}\` ${destinations[kind]}`).join('. ')}.`,
        ),
      }),
    )
    .output(pendingMethodSchema)
    .errors(
      errorsOf(
        'UNAUTHENTICATED',
        'STEP_UP_REQUIRED',
        'METHOD_EXISTS',
        'TOO_MANY_METHODS',
        'METHOD_NOT_OFFERED',
        'DESTINATION_INVALID',
        'RATE_LIMITED',
      ),
    ),
  send: bySession
    .route({
      method: 'POST',
      path: '/v1/mfa/methods/{methodId}/send',
      tags: ['MFA'],
      summary: 'Send the first code again to a method that is not confirmed yet',
    })
    .input(methodId)
    .output(sentSchema)
    .errors(errorsOf('UNAUTHENTICATED', 'STEP_UP_REQUIRED', 'METHOD_NOT_FOUND', 'RATE_LIMITED')),
  confirm: bySession
    .route({
      method: 'POST',
      path: '/v1/mfa/methods/{methodId}/confirm',
      tags: ['MFA'],
      summary: 'Verify the first code of a method; ends all trust and every other session',
      description:
        'The session gets a new token. The very first method makes it a full one and brings the recovery codes.',
    })
    .input(methodId.extend({ code: codeSchema }))
    .output(grantedSchema.extend({ recoveryCodes: z.array(z.string()).nullable() }))
    .errors(
      errorsOf(
        'UNAUTHENTICATED',
        'STEP_UP_REQUIRED',
        'METHOD_NOT_FOUND',
        'METHOD_EXISTS',
        'TOO_MANY_METHODS',
        'CODE_WRONG',
        'CODE_EXPIRED',
        'TOO_MANY_ATTEMPTS',
      ),
    ),
  remove: bySession
    .route({
      method: 'DELETE',
      path: '/v1/mfa/methods/{methodId}',
      tags: ['MFA'],
      summary: 'Remove a method, but never the last confirmed one; ends all trust and every other session',
    })
    .input(methodId)
    .output(z.object({ confirmedMethods: z.int() }))
    .errors(errorsOf('UNAUTHENTICATED', 'STEP_UP_REQUIRED', 'METHOD_NOT_FOUND', 'LAST_METHOD')),
};

export const recoveryCodesContract = {
  generate: bySession
    .route({
      method: 'POST',
      path: '/v1/recovery-codes',
      successStatus: 201,
      tags: ['MFA'],
      summary: 'Ten new recovery codes, shown this once; the older ones stop working',
    })
    .output(z.object({ codes: z.array(z.string()) }))
    .errors(errorsOf('UNAUTHENTICATED', 'ENROLMENT_REQUIRED', 'STEP_UP_REQUIRED')),
};
