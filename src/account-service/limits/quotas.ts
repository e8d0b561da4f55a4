import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import { refusal } from '../refusal.ts';

/** At most `most` per key in each window of `seconds`. */
export interface Quota {
  scope: string;
  most: number;
  seconds: number;
}

/**
 * Takes one from every given quota, atomically over all instances. It fails closed: if the database can't be
 * reached, nothing is let through.
 *
 * @throws `RATE_LIMITED` when one is used up (what was taken from the others stays taken)
 */
export async function takeFrom(
  db: Kysely<Database>,
  wanted: readonly { quota: Quota; key: string }[],
  now: Date,
): Promise<void> {
  for (const { quota, key } of wanted) {
    const { isLeft, endsAt } = await take(db, quota, key, now);
    if (!isLeft) {
      throw refusal('RATE_LIMITED', { retryAfterSeconds: Math.ceil((endsAt - now.getTime()) / 1_000) });
    }
  }
}

/** Like `takeFrom`, but returns whether all had one left. Asks every quota, for equal time. */
export async function hasLeft(
  db: Kysely<Database>,
  wanted: readonly { quota: Quota; key: string }[],
  now: Date,
): Promise<boolean> {
  let isAllLeft = true;
  for (const { quota, key } of wanted) {
    const { isLeft } = await take(db, quota, key, now);
    isAllLeft &&= isLeft;
  }
  return isAllLeft;
}

async function take(
  db: Kysely<Database>,
  quota: Quota,
  key: string,
  now: Date,
): Promise<{ isLeft: boolean; endsAt: number }> {
  const windowMs = quota.seconds * 1_000;
  const start = Math.floor(now.getTime() / windowMs) * windowMs;
  const { rows } = await sql<{ used: number }>`
    insert into quota as q (scope, key, window_start, used)
    values (${quota.scope}, ${quotaKey(key)}, ${new Date(start)}, 1)
    on conflict (scope, key, window_start) do update set used = least(q.used + 1, 1000000000)
    returning used`.execute(db);
  return { isLeft: (rows[0]?.used ?? Infinity) <= quota.most, endsAt: start + windowMs };
}

/** Stores keys as digests: a table of limits must not be a list of addresses. */
function quotaKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
