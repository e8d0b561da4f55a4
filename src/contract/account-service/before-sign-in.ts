/** Calls for someone without a session: service information, sign-up, activation, password reset. */
import { z } from 'zod';
import { byAnyDevice, byAnyone, byDevice } from './callers.ts';
import { errorsOf } from './errors.ts';
import {
  accountLimits,
  addressSchema,
  grantedSchema,
  deviceDescriptionSchema,
  languageSchema,
  oneLine,
  passwordSchema,
  serviceInfoSchema,
  tokenSchema,
} from './shapes.ts';

/** The state of a link. `used` and `replaced` are known for 30 days; after that it is `invalid`. */
const linkStateSchema = z.enum(['open', 'expired', 'used', 'replaced', 'invalid']);
const accepted = z.object({ accepted: z.literal(true) });

export const serviceContract = {
  info: byAnyone
    .route({
      method: 'GET',
      path: '/.well-known/latchkey',
      tags: ['Service'],
      summary: 'Name, links, methods and limits of this service',
    })
    .output(serviceInfoSchema),
};

export const signUpContract = {
  start: byAnyDevice
    .route({
      method: 'POST',
      path: '/v1/sign-up',
      successStatus: 202,
      tags: ['Sign-up'],
      summary: 'Ask for an account',
      description:
        'Sends a mail either way: a link that activates, or word to the holder of the account that exists. ' +
        'With a DPoP proof, the device that made it can later confirm the activation without the password.',
    })
    .input(
      z.strictObject({
        name: oneLine(accountLimits.name),
        email: addressSchema,
        password: passwordSchema,
        language: languageSchema,
      }),
    )
    .output(accepted)
    .errors(errorsOf('PASSWORD_REFUSED', 'RATE_LIMITED', 'BUSY', 'DEVICE_PROOF_INVALID')),
};

export const activationContract = {
  inspect: byAnyDevice
    .route({
      method: 'POST',
      path: '/v1/activation/inspect',
      tags: ['Activation'],
      summary: 'Look at an activation link without using it',
    })
    .input(z.strictObject({ token: tokenSchema }))
    .output(
      z.object({
        state: linkStateSchema,
        /** Masked; null unless the link is open or expired. */
        address: z.string().nullable(),
        expiresAt: z.iso.datetime().nullable(),
        /** Whether the proof is from the device that signed up, so that `confirm` needs no password. */
        isOwnDevice: z.boolean(),
      }),
    )
    .errors(errorsOf('RATE_LIMITED', 'DEVICE_PROOF_INVALID')),
  confirm: byDevice
    .route({
      method: 'POST',
      path: '/v1/activation/confirm',
      tags: ['Activation'],
      summary: 'Use an activation link',
      description:
        'Without `password` only on the device that signed up (its key makes the proof). Ends in an ' +
        'enrolment session: the first MFA method is next.',
    })
    .input(
      z.strictObject({
        token: tokenSchema,
        password: passwordSchema.optional(),
        device: deviceDescriptionSchema,
      }),
    )
    .output(grantedSchema)
    .errors(
      errorsOf(
        'LINK_INVALID',
        'LINK_EXPIRED',
        'PASSWORD_WRONG',
        'TOO_MANY_ATTEMPTS',
        'RATE_LIMITED',
        'BUSY',
        'DEVICE_PROOF_INVALID',
      ),
    ),
  resend: byAnyDevice
    .route({
      method: 'POST',
      path: '/v1/activation/resend',
      successStatus: 202,
      tags: ['Activation'],
      summary: 'Send a new activation link; the older one stops working',
      description:
        'For the sign-up that this device made (its key makes the proof), or for the one of the older link in ' +
        '`token`. Otherwise nothing is sent, and the answer is the same.',
    })
    .input(z.strictObject({ email: addressSchema, token: tokenSchema.optional() }))
    .output(accepted)
    .errors(errorsOf('RATE_LIMITED', 'DEVICE_PROOF_INVALID')),
};

export const passwordResetContract = {
  inspect: byAnyone
    .route({
      method: 'POST',
      path: '/v1/password-reset/inspect',
      tags: ['Password reset'],
      summary: 'Look at a link to choose a new password without using it',
    })
    .input(z.strictObject({ token: tokenSchema }))
    .output(
      z.object({
        state: linkStateSchema,
        /** Masked; null unless the link is open or expired. */
        address: z.string().nullable(),
        expiresAt: z.iso.datetime().nullable(),
      }),
    )
    .errors(errorsOf('RATE_LIMITED')),
  request: byAnyone
    .route({
      method: 'POST',
      path: '/v1/password-reset/request',
      successStatus: 202,
      tags: ['Password reset'],
      summary: 'Ask for a mail with a link to choose a new password',
    })
    .input(z.strictObject({ email: addressSchema }))
    .output(accepted)
    .errors(errorsOf('RATE_LIMITED')),
  confirm: byAnyone
    .route({
      method: 'POST',
      path: '/v1/password-reset/confirm',
      tags: ['Password reset'],
      summary: 'Choose a new password with the link of the mail',
      description: 'Ends every session and all trust. The next sign-in asks for a second factor as ever.',
    })
    .input(z.strictObject({ token: tokenSchema, password: passwordSchema }))
    .output(z.object({ changed: z.literal(true) }))
    .errors(errorsOf('LINK_INVALID', 'LINK_EXPIRED', 'PASSWORD_REFUSED', 'RATE_LIMITED', 'BUSY')),
};
