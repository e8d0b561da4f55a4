import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { addressKey } from '../account/address.ts';
import type { Database } from '../database/schema.ts';
import { run } from '../database/statement.ts';
import { refusal, secondsUntil, type Refusal } from '../refusal.ts';

/**
 * How wrong attempts are held back: nothing for the first `free` in a row, then 30 s, doubling up to an hour; from
 * `disableAt` on for good. After `forgetAfterSeconds` without any it begins anew.
 */
export interface AttemptRule {
  scope: string;
  free: number;
  disableAt: number;
  forgetAfterSeconds: number | null;
}

/** More than anyone tries: waits, but no end. */
const never = 2_000_000_000;

/**
 * Per address, whether anyone has it or not, however it is spelled: what all computers that the account does not know
 * try together. Anyone can close it, so never for good, and a code in a mail gets past it (`sign-in/confirmation.ts`).
 * How many guesses that leaves in a day is worked out in `docs/security-account.md`.
 */
export const passwordPerAddress: AttemptRule = {
  scope: 'password:address',
  free: 4,
  disableAt: never,
  forgetAfterSeconds: 86_400,
};
/** Per address, for who has confirmed by mail: what strangers did counts for nothing here. */
export const passwordPerConfirmed: AttemptRule = {
  scope: 'password:confirmed',
  free: 4,
  disableAt: never,
  forgetAfterSeconds: 86_400,
};
/** Per device that has signed in to the account before: it has a counter of its own, so that nobody else can lock it out. */
export const passwordPerDevice: AttemptRule = {
  scope: 'password:device',
  free: 4,
  disableAt: 50,
  forgetAfterSeconds: null,
};
/** Per network: shared by a household or an office, so with more room, and forgotten after an hour. */
export const passwordPerNetwork: AttemptRule = {
  scope: 'password:network',
  free: 30,
  disableAt: never,
  forgetAfterSeconds: 3_600,
};
/** Guesses at the password of one sign-up that waits for its activation. */
export const passwordPerSignUp: AttemptRule = {
  scope: 'password:sign-up',
  free: 4,
  disableAt: 50,
  forgetAfterSeconds: null,
};

/** The key of an address's counter: one for all its spellings, whether anyone has it or not. */
export function addressGuardKey(email: string): Buffer {
  return createHash('sha256').update(addressKey(email)).digest();
}

/** The key of the counter that a known device of an account has for itself. */
export function deviceGuardKey(accountId: string, deviceKey: string): Buffer {
  return createHash('sha256').update(`${accountId}:${deviceKey}`).digest();
}

/**
 * Counts an attempt as wrong *before* it is looked at, in one statement: however many come at once, over however
 * many instances, no more are looked at than the rule has free. Take it back with `forgive` when it was right.
 *
 * @throws `TOO_MANY_ATTEMPTS` while the counter is blocked (that attempt is neither counted nor looked at)
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

/** The refusal of a counter that is blocked. */
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

/** A right password: the counter of its own device or sign-up starts anew. */
export async function clearAttempts(db: Kysely<Database>, rule: AttemptRule, key: Buffer): Promise<void> {
  await run(db, clearing(rule, '$1::bytea', 'true'), [key]);
}

/**
 * Takes back the one attempt that turned out right (or could not be looked at) and no more: someone's own good
 * password must not clear what others on a shared counter did.
 */
export async function forgive(db: Kysely<Database>, rule: AttemptRule, key: Buffer): Promise<void> {
  await run(db, forgiving(rule, '$1::bytea', 'true'), [key]);
}

/**
 * `countAttempt` as SQL, for a statement that does more: a row when it was counted, none while it is blocked or
 * where `condition` does not hold.
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
