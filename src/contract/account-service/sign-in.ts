/** Sign-in: password, then a confirmed method that the person chooses; bound to the device's key throughout. */
import { z } from 'zod';
import { byDevice } from './callers.ts';
import { errorsOf } from './errors.ts';
import {
  addressSchema,
  codeSchema,
  deviceDescriptionSchema,
  grantedSchema,
  methodChoiceSchema,
  passwordSchema,
  recoveryCodeSchema,
  tokenSchema,
} from './shapes.ts';

/** The step after a correct password. */
export const signInStepSchema = z.discriminatedUnion('step', [
  /** Signed in: this computer is trusted. `mfaAt` is null, so step-up still requires a code. */
  grantedSchema.extend({ step: z.literal('signedIn') }),
  /** The account has no method yet (never set up, or reset by an operator): set one up. */
  grantedSchema.extend({ step: z.literal('enrol') }),
  /** Choose a method and submit its code. `flow` is not a session and opens nothing else. */
  z.object({
    step: z.literal('secondFactor'),
    flow: z.string(),
    expiresAt: z.iso.datetime(),
    methods: z.array(methodChoiceSchema),
    recoveryCodesLeft: z.boolean(),
  }),
]);
export type SignInStep = z.infer<typeof signInStepSchema>;

/** A code that was sent. */
export const sentSchema = z.object({
  hint: z.string(),
  expiresAt: z.iso.datetime(),
});

export const signInContract = {
  start: byDevice
    .route({
      method: 'POST',
      path: '/v1/sign-in',
      tags: ['Sign-in'],
      summary: 'Hand in address and password',
      description:
        'While strangers guess at an account, a computer that it does not know gets TOO_MANY_ATTEMPTS with ' +
        '`confirmByMail`, and the address gets a mail with a code (once an hour, whoever asks; nothing is mailed ' +
        'where there is no account). The same call with that code as `confirmation` is looked at at once.',
    })
    .input(
      z.strictObject({
        email: addressSchema,
        password: passwordSchema,
        device: deviceDescriptionSchema,
        /** The code from the mail that `confirmByMail` announces; 16 letters and digits in groups. */
        confirmation: recoveryCodeSchema.optional(),
      }),
    )
    .output(signInStepSchema)
    .errors(
      errorsOf('CREDENTIALS_INVALID', 'TOO_MANY_ATTEMPTS', 'RATE_LIMITED', 'BUSY', 'DEVICE_PROOF_INVALID'),
    ),
  send: byDevice
    .route({
      method: 'POST',
      path: '/v1/sign-in/send',
      tags: ['Sign-in'],
      summary: 'Send a code by the chosen method (e-mail or SMS); an older code stops working',
    })
    .input(z.strictObject({ flow: tokenSchema, methodId: z.uuid() }))
    .output(sentSchema)
    .errors(
      errorsOf(
        'FLOW_INVALID',
        'METHOD_NOT_FOUND',
        'METHOD_DISABLED',
        'TOO_MANY_ATTEMPTS',
        'RATE_LIMITED',
        'DEVICE_PROOF_INVALID',
      ),
    ),
  verify: byDevice
    .route({
      method: 'POST',
      path: '/v1/sign-in/verify',
      tags: ['Sign-in'],
      summary:
        'Hand in the code; with `trust`, this computer needs only the password for some days (`trustDays`)',
    })
    .input(z.strictObject({ flow: tokenSchema, methodId: z.uuid(), code: codeSchema, trust: z.boolean() }))
    .output(grantedSchema)
    .errors(
      errorsOf(
        'FLOW_INVALID',
        'METHOD_NOT_FOUND',
        'METHOD_DISABLED',
        'CODE_WRONG',
        'CODE_EXPIRED',
        'TOO_MANY_ATTEMPTS',
        'DEVICE_PROOF_INVALID',
      ),
    ),
  recover: byDevice
    .route({
      method: 'POST',
      path: '/v1/sign-in/recover',
      tags: ['Sign-in'],
      summary: 'Hand in a recovery code in place of a method’s code; never trusts the computer',
    })
    .input(z.strictObject({ flow: tokenSchema, code: recoveryCodeSchema }))
    .output(grantedSchema)
    .errors(errorsOf('FLOW_INVALID', 'CODE_WRONG', 'TOO_MANY_ATTEMPTS', 'DEVICE_PROOF_INVALID')),
};
