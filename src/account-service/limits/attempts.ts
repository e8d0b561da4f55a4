import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { addressKey } from '../account/address.ts';
import type { Database } from '../database/schema.ts';
import { run } from '../database/statement.ts';
import { refusal, secondsUntil, type Refusal } from '../refusal.ts';

/**
 * How wrong attempts are slowed down: no wait for the first `free` in a row, then 30 s, doubling up to an hour.
 * From `disableAt` on the block is permanent. After `forgetAfterSeconds` without any, the count restarts.
 */
export interface AttemptRule {
  scope: string;
  free: number;
  disableAt: number;
  forgetAfterSeconds: number | null;
}

/** More than anyone tries: waits, but never a permanent block. */
const never = 2_000_000_000;

/**
 * Per address in any spelling, whether or not an account has it: the shared counter of all computers that the
 * account does not know. Anyone can block it, so never permanently, and a mailed code gets past it
 * (`sign-in/confirmation.ts`). `docs/security-account.md` works out how many guesses per day that leaves.
 */
export const passwordPerAddress: AttemptRule = {
  scope: 'password:address',
  free: 4,
  disableAt: never,
  forgetAfterSeconds: 86_400,
};
/** Per address, for people who confirmed by mail: what strangers did does not count here. */
export const passwordPerConfirmed: AttemptRule = {
  scope: 'password:confirmed',
  free: 4,
  disableAt: never,
  forgetAfterSeconds: 86_400,
};
/** Per device that has signed in to the account before: its own counter, so nobody else can lock it out. */
export const passwordPerDevice: AttemptRule = {
  scope: 'password:device',
  free: 4,
  disableAt: 50,
  forgetAfterSeconds: null,
};
/** Per network. A household or an office shares it, so it has more room and is forgotten after an hour. */
export const passwordPerNetwork: AttemptRule = {
  scope: 'password:network',
  free: 30,
  disableAt: never,
  forgetAfterSeconds: 3_600,
};
/** Guesses at the password of one sign-up that awaits activation. */
export const passwordPerSignUp: AttemptRule = {
  scope: 'password:sign-up',
  free: 4,
  disableAt: 50,
  forgetAfterSeconds: null,
};

/** The key of an address's counter: one for all its spellings, whether or not an account has it. */
export function addressGuardKey(email: string): Buffer {
  return createHash('sha256').update(addressKey(email)).digest();
}

/** The key of the counter that belongs to one known device of an account. */
export function deviceGuardKey(accountId: string, deviceKey: string): Buffer {
  return createHash('sha256').update(`${accountId}:${deviceKey}`).digest();
}

/**
 * Counts an attempt as wrong *before* it is checked, in one statement: however many arrive at once, over all
 * instances, no more are checked than the rule allows for free. Take it back with `forgive` when it was right.
 *
 * @throws `TOO_MANY_ATTEMPTS` while the counter is blocked (that attempt is neither counted nor checked)
 */
export async function countAttempt(
  db: Kysely<Database>,
  rule: AttemptRule,
  key: Buffer,
  now: Date,
): Promise<void> {
  const counted = await run(db, counting(rule, '$1::bytea', '$2::timestamptz', 'true'), [key, now]);
  if (counted.length === 0) throw await heldBackBy(db, rule, key, now);
}

/** The refusal for a blocked counter. */
export async function heldBackBy(
  db: Kysely<Database>,
  rule: AttemptRule,
  key: Buffer,
  now: Date,
  more: { confirmByMail?: true } = {},
): Promise<Refusal> {
  const row = await db
    .selectFrom('attempt_guard')
    .select(['fails', 'blocked_until'])
    .where('scope', '=', rule.scope)
    .where('key', '=', key)
    .executeTakeFirst();
  return refusal('TOO_MANY_ATTEMPTS', {
    retryAfterSeconds: secondsUntil(Number(row?.blocked_until ?? 0), now),
    disabled: (row?.fails ?? 0) >= rule.disableAt,
    ...more,
  });
}

/** After a right password: resets the counter of its own device or sign-up. */
export async function clearAttempts(db: Kysely<Database>, rule: AttemptRule, key: Buffer): Promise<void> {
  await run(db, clearing(rule, '$1::bytea', 'true'), [key]);
}

/**
 * Takes back only the one attempt that turned out right (or could not be checked). One person's right password
 * must not clear what others did on a shared counter.
 */
export async function forgive(db: Kysely<Database>, rule: AttemptRule, key: Buffer): Promise<void> {
  await run(db, forgiving(rule, '$1::bytea', 'true'), [key]);
}

/**
 * `countAttempt` as SQL, for a larger statement: one row when it was counted, none while it is blocked or when
 * `condition` does not hold.
 *
 * @param key, now, condition SQL expressions of the program's own, never a value from outside
 */
export function counting(rule: AttemptRule, key: string, now: string, condition: string): string {
  const fails =
    rule.forgetAfterSeconds === null
      ? 'g.fails + 1'
      : `case when g.updated_at < ${now} - interval '${rule.forgetAfterSeconds} seconds' then 1 else g.fails + 1 end`;
  return `
    insert into attempt_guard as g (scope, key, fails, updated_at)
    select '${rule.scope}', ${key}, 1, ${now} where ${condition}
    on conflict (scope, key) do update set
      fails = ${fails},
      blocked_until = attempt_block(${now}, ${fails}, ${rule.free}, ${rule.disableAt}),
      updated_at = ${now}
    where g.blocked_until is null or g.blocked_until <= ${now}
    returning 1`;
}

/** `clearAttempts` as SQL. */
export function clearing(rule: AttemptRule, key: string, condition: string): string {
  return `delete from attempt_guard where scope = '${rule.scope}' and key = ${key} and ${condition}`;
}

/** `forgive` as SQL. */
export function forgiving(rule: AttemptRule, key: string, condition: string): string {
  return `
    update attempt_guard set
      fails = greatest(fails - 1, 0),
      blocked_until = case when fails - 1 <= ${rule.free} then null else blocked_until end
    where scope = '${rule.scope}' and key = ${key} and ${condition}`;
}
