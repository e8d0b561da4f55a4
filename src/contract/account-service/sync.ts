/**
 * Encrypted sync between a person's computers (`docs/sync.md`). The service keeps bytes that it cannot read: structures of
 * `core/sync/protocol`, in base64. It takes what follows what it has and is signed by a member, and nothing else.
 */
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { syncLimits } from '../../core/sync/protocol/limits.ts';
import { bySession, bySessionOrPass } from './callers.ts';
import { errorsOf } from './errors.ts';
import { accountLimits } from './limits.ts';
import { syncPassSchema } from './shapes.ts';

/** Bytes in base64. */
const bytes = (most: number) => z.base64().max(4 * Math.ceil(most / 3));
/** A fingerprint or a hash, in lower-case hexadecimal digits. */
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);
const time = z.iso.datetime();
const done = z.object({ done: z.literal(true) });

const entry = bytes(syncLimits.logEntry);
const small = bytes(512);
/** An item: its padded record, and what stands around it. */
const item = bytes(syncLimits.record + 512);

const full = errorsOf('UNAUTHENTICATED', 'ENROLMENT_REQUIRED', 'RATE_LIMITED');
const on = { ...full, ...errorsOf('SYNC_OFF') };
const member = { ...on, ...errorsOf('SYNC_NOT_MEMBER') };

/** What a computer asks: everything after what it has (`core/sync/client/gather.ts`). */
const questionSchema = z.strictObject({ log: count, manifests: count, items: count });

/** One page of an answer, made in one transaction (`core/sync/client/gather.ts`). */
export const syncAnswerSchema = z.object({
  head: z.object({ number: count, hash }),
  newest: small.nullable(),
  log: z.array(entry),
  manifests: z.array(small),
  items: z.array(item),
  seals: z.array(small),
  chain: z.array(small),
  /** What to ask next, if this was not all. */
  next: questionSchema.nullable(),
});
export type SyncAnswer = z.infer<typeof syncAnswerSchema>;

export const syncStateSchema = z.object({
  log: z.array(entry),
  newest: small.nullable(),
  /** The present epoch's key, sealed for each kit that is in. */
  kits: z.array(z.object({ member: hash, seal: small })),
});

export const syncMembersSchema = z.object({
  members: z.array(z.object({ member: hash, lastSeenAt: time.nullable(), current: z.boolean() })),
  requests: z.array(
    z.object({
      request: entry,
      tag: bytes(32),
      askedAt: time,
      network: z.string(),
      current: z.boolean(),
    }),
  ),
});

/** Where sync of the account stands: what a computer compares with what it has. */
const syncPlaceSchema = z.object({
  /** Of the newest manifest; 0 before the first. */
  sequence: count,
  /** How many entries the log has. */
  entries: count,
  /** How many computers ask to be let in. */
  requests: count,
});
export type SyncPlace = z.infer<typeof syncPlaceSchema>;

/**
 * What the export of the account says of sync: all that is not ciphertext, and how much of that there is. Each computer has
 * what is in it, and gets it by `sync.pull`.
 */
export const syncExportSchema = z
  .object({
    foundedAt: time,
    log: z.array(entry),
    writes: count,
    items: z.object({ number: count, bytes: count }),
    /** Revisions that others took the place of, kept for a while. */
    pastItems: z.object({ number: count, bytes: count }),
    ...syncMembersSchema.shape,
  })
  .nullable()
  // An older service does not report any.
  .default(null);

export const syncContract = {
  state: bySession
    .route({
      method: 'GET',
      path: '/v1/sync',
      tags: ['Sync'],
      summary:
        'What a computer that is not in must know: the log, the newest manifest, the keys sealed for kits',
    })
    .output(syncStateSchema)
    .errors(on),
  pull: bySessionOrPass
    .route({
      method: 'POST',
      path: '/v1/sync/pull',
      tags: ['Sync'],
      summary: 'Everything after what this computer has, in pages',
      description:
        'A page with `next` is followed by another one. A computer that was taken out gets the log, which says so, and nothing else.',
    })
    .input(questionSchema.extend({ member: hash }))
    .output(syncAnswerSchema)
    .errors(member),
  push: bySessionOrPass
    .route({
      method: 'POST',
      path: '/v1/sync/push',
      tags: ['Sync'],
      summary: 'Write items, with the manifest of all items as they are then',
      description:
        'Compare and set: it is taken whole if it follows the newest manifest, and not at all otherwise.',
    })
    .input(z.strictObject({ manifest: small, items: z.array(item).min(1).max(syncLimits.pushItems) }))
    .output(done)
    .errors({ ...member, ...errorsOf('SYNC_STALE', 'SYNC_REFUSED', 'SYNC_FULL') }),
  propose: bySession
    .route({
      method: 'POST',
      path: '/v1/sync/log',
      tags: ['Sync'],
      summary: 'Write the next entry of the log: found it, let a computer or a kit in, take one out',
      description:
        'With the keys that are sealed for it, and for a removal the link of the chain. A removal ends the sessions of the computer that goes, and the trust in it.',
    })
    .input(
      z.strictObject({
        entry,
        seals: z.array(small).max(syncLimits.devices + syncLimits.kits),
        chain: small.nullable(),
      }),
    )
    .output(done)
    .errors({ ...member, ...errorsOf('STEP_UP_REQUIRED', 'SYNC_STALE', 'SYNC_REFUSED') }),
  ask: bySession
    .route({
      method: 'POST',
      path: '/v1/sync/requests',
      tags: ['Sync'],
      summary: 'Ask to be let in; a newer request of a computer takes the place of its older one',
      description: `It stands for ${accountLimits.syncRequestMinutes} minutes. \`sync.state\` shows whether an entry let it in.`,
    })
    .input(z.strictObject({ request: entry, tag: bytes(32) }))
    .output(done)
    .errors({ ...on, ...errorsOf('SYNC_REFUSED', 'SYNC_FULL') }),
  withdraw: bySession
    .route({
      method: 'DELETE',
      path: '/v1/sync/requests',
      tags: ['Sync'],
      summary: 'Take back that this computer asked to be let in, if it did',
    })
    .output(done)
    .errors(full),
  members: bySessionOrPass
    .route({
      method: 'GET',
      path: '/v1/sync/members',
      tags: ['Sync'],
      summary: 'When each member was here, and which computers ask to be let in',
      description: 'Who the members are is in the log.',
    })
    .output(syncMembersSchema)
    .errors(on),
  events: bySessionOrPass
    .route({
      method: 'GET',
      path: '/v1/sync/events',
      tags: ['Sync'],
      summary: 'Where sync stands, now and after each change of any computer, as server-sent events',
      description:
        'The stream ends after a few minutes, when the session ends or sync is turned off: begin a new one. What it says is a reason to ask, and no more.',
    })
    .output(eventIterator(syncPlaceSchema))
    .errors(on),
  takePass: bySession
    .route({
      method: 'POST',
      path: '/v1/sync/pass',
      tags: ['Sync'],
      summary: 'Take a sync pass for this computer, in place of the one that it has',
      description:
        'For a member on a trusted computer: it syncs with the pass while nobody is signed in. The pass ends with the trust, with a sign-out, when somebody ends this computer’s session elsewhere, and when sync is turned off. `null`: this computer is not trusted.',
    })
    .output(z.object({ pass: syncPassSchema.nullable() }))
    .errors(member),
  endPass: bySessionOrPass
    .route({
      method: 'DELETE',
      path: '/v1/sync/pass',
      tags: ['Sync'],
      summary: 'End the sync pass of this computer, if it has one',
    })
    .output(done)
    .errors(full),
  off: bySession
    .route({
      method: 'POST',
      path: '/v1/sync/off',
      tags: ['Sync'],
      summary: 'Turn sync off on every computer: all that the service keeps of it is deleted',
    })
    .output(done)
    .errors({ ...on, ...errorsOf('STEP_UP_REQUIRED') }),
};
