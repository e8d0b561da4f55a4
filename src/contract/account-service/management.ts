/** What an account's holder can manage: sessions, devices, password, address, data, help. */
import { z } from 'zod';
import { byAnyDevice, bySession } from './callers.ts';
import { errorsOf } from './errors.ts';
import {
  accountLimits,
  accountSchema,
  addressSchema,
  auditEventSchema,
  codeSchema,
  deviceSchema,
  grantedSchema,
  languageSchema,
  methodSchema,
  oneLine,
  passwordSchema,
  reasonSchema,
  referenceSchema,
  sessionListItemSchema,
  sessionStateSchema,
  tokenSchema,
} from './shapes.ts';
import { sentSchema } from './sign-in.ts';
import { syncExportSchema } from './sync.ts';

const full = errorsOf('UNAUTHENTICATED', 'ENROLMENT_REQUIRED');
const fresh = { ...full, ...errorsOf('STEP_UP_REQUIRED') };
const done = z.object({ done: z.literal(true) });

export const sessionsContract = {
  current: bySession
    .route({
      method: 'GET',
      path: '/v1/session',
      tags: ['Sessions'],
      summary: 'This session and its account',
    })
    .output(z.object({ session: sessionStateSchema, account: accountSchema }))
    .errors(errorsOf('UNAUTHENTICATED')),
  check: bySession
    .route({
      method: 'GET',
      path: '/v1/session/check',
      tags: ['Sessions'],
      summary: 'Whether this token is good, and for what',
    })
    .output(sessionStateSchema)
    .errors(errorsOf('UNAUTHENTICATED')),
  signOut: bySession
    .route({
      method: 'POST',
      path: '/v1/session/sign-out',
      tags: ['Sessions'],
      summary: 'End this session and the trust in this computer',
    })
    .output(done)
    .errors(errorsOf('UNAUTHENTICATED')),
  list: bySession
    .route({
      method: 'GET',
      path: '/v1/sessions',
      tags: ['Sessions'],
      summary: 'The account’s live sessions',
    })
    .output(z.object({ sessions: z.array(sessionListItemSchema) }))
    .errors(full),
  end: bySession
    .route({
      method: 'DELETE',
      path: '/v1/sessions/{sessionId}',
      tags: ['Sessions'],
      summary: 'End a session',
    })
    .input(z.strictObject({ sessionId: z.uuid() }))
    .output(done)
    .errors({ ...full, ...errorsOf('SESSION_NOT_FOUND') }),
  endOthers: bySession
    .route({
      method: 'POST',
      path: '/v1/sessions/end-others',
      tags: ['Sessions'],
      summary: 'End every session but this one',
    })
    .output(z.object({ ended: z.int() }))
    .errors(full),
};

export const devicesContract = {
  list: bySession
    .route({ method: 'GET', path: '/v1/devices', tags: ['Trusted devices'], summary: 'Trusted computers' })
    .output(z.object({ devices: z.array(deviceSchema) }))
    .errors(full),
  revoke: bySession
    .route({
      method: 'DELETE',
      path: '/v1/devices/{deviceId}',
      tags: ['Trusted devices'],
      summary: 'End the trust in a computer, and its sessions',
    })
    .input(z.strictObject({ deviceId: z.uuid() }))
    .output(done)
    .errors({ ...full, ...errorsOf('DEVICE_NOT_FOUND') }),
  revokeAll: bySession
    .route({
      method: 'POST',
      path: '/v1/devices/revoke-all',
      tags: ['Trusted devices'],
      summary: 'End the trust in every computer, and every other session',
    })
    .output(z.object({ revoked: z.int() }))
    .errors(full),
};

export const passwordContract = {
  change: bySession
    .route({
      method: 'POST',
      path: '/v1/password',
      tags: ['Account'],
      summary: 'Change the password; ends all trust and every other session',
    })
    .input(z.strictObject({ current: passwordSchema, next: passwordSchema }))
    .output(grantedSchema)
    .errors({ ...fresh, ...errorsOf('PASSWORD_WRONG', 'PASSWORD_REFUSED', 'TOO_MANY_ATTEMPTS', 'BUSY') }),
};

export const emailContract = {
  change: bySession
    .route({
      method: 'POST',
      path: '/v1/email',
      successStatus: 202,
      tags: ['Account'],
      summary: 'Send a code to the new address of the account',
    })
    .input(z.strictObject({ email: addressSchema }))
    .output(sentSchema)
    .errors({ ...fresh, ...errorsOf('RATE_LIMITED') }),
  confirm: bySession
    .route({
      method: 'POST',
      path: '/v1/email/confirm',
      tags: ['Account'],
      summary: 'Hand in the code: the new address counts, the old one is told',
    })
    .input(z.strictObject({ code: codeSchema }))
    .output(z.object({ address: z.string() }))
    .errors({ ...fresh, ...errorsOf('CODE_WRONG', 'CODE_EXPIRED', 'TOO_MANY_ATTEMPTS') }),
};

export const accountContractPart = {
  update: bySession
    .route({ method: 'PATCH', path: '/v1/account', tags: ['Account'], summary: 'Change name or language' })
    .input(
      z.strictObject({ name: oneLine(accountLimits.name).optional(), language: languageSchema.optional() }),
    )
    .output(accountSchema)
    .errors(full),
  export: bySession
    .route({
      method: 'GET',
      path: '/v1/account/export',
      tags: ['Account'],
      summary: 'Everything the service keeps about the account, without secrets',
    })
    .output(
      z.object({
        exportedAt: z.iso.datetime(),
        account: accountSchema,
        methods: z.array(methodSchema),
        devices: z.array(deviceSchema),
        sessions: z.array(sessionListItemSchema),
        supportRequests: z.array(
          z.object({ reference: z.string(), at: z.iso.datetime(), reason: z.string(), contact: z.string() }),
        ),
        audit: z.array(auditEventSchema),
        sync: syncExportSchema,
      }),
    )
    .errors(fresh),
  delete: bySession
    .route({
      method: 'POST',
      path: '/v1/account/delete',
      tags: ['Account'],
      summary: 'Delete the account and everything kept about it',
    })
    .input(z.strictObject({ password: passwordSchema }))
    .output(done)
    .errors({ ...fresh, ...errorsOf('PASSWORD_WRONG', 'TOO_MANY_ATTEMPTS', 'BUSY') }),
};

export const auditContract = {
  list: bySession
    .route({
      method: 'GET',
      path: '/v1/account/audit',
      tags: ['Account'],
      summary: 'What happened on the account, newest first, 50 at a time',
    })
    .input(
      z.strictObject({
        before: z
          .string()
          .regex(/^\d{1,18}$/)
          .optional(),
      }),
    )
    .output(z.object({ events: z.array(auditEventSchema), next: z.string().nullable() }))
    .errors(full),
};

export const supportContract = {
  request: byAnyDevice
    .route({
      method: 'POST',
      path: '/v1/support/requests',
      successStatus: 202,
      tags: ['Support'],
      summary: 'Ask an operator for help without access to any method',
      description: 'With the `flow` of a sign-in attempt the operator sees that the password was proven.',
    })
    .input(
      z.strictObject({
        email: addressSchema,
        reason: reasonSchema,
        contact: addressSchema,
        language: languageSchema,
        flow: tokenSchema.optional(),
      }),
    )
    .output(z.object({ reference: z.string() }))
    .errors(errorsOf('RATE_LIMITED', 'DEVICE_PROOF_INVALID')),
  withdraw: bySession
    .route({
      method: 'POST',
      path: '/v1/support/requests/withdraw',
      tags: ['Account'],
      summary: 'Take back a request for help of this account that nobody has answered',
      description: 'With `withdrawn` false there is no such request any more, or it is not of this account.',
    })
    .input(z.strictObject({ reference: referenceSchema }))
    .output(z.object({ withdrawn: z.boolean() }))
    .errors(full),
};
