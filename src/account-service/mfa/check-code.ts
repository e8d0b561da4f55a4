import { sql } from 'kysely';
import { accountLimits } from '../../contract/account-service.ts';
import { record } from '../audit/record.ts';
import type { AccountRow, MethodRow } from '../database/schema.ts';
import type { Tx } from '../database/transaction.ts';
import { refusal, secondsUntil, type Refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import { methodOf } from './kinds.ts';
import type { CodeUse } from './method.ts';

/** Four wrong codes in a row cause no wait; the fiftieth disables the method. */
export const wrongCodes = { free: 4, disableAt: 50 } as const;

/**
 * Checks a code of a method and keeps count. Wrong codes add up per method and per account, over all sign-in
 * attempts, sessions and methods. Only a right code resets the count, never a right password. A code that was
 * just used is refused as used and not counted. The caller holds the account's lock, so that simultaneous
 * guesses take turns on every instance.
 *
 * @returns null for a right code (now used up), else the refusal: end with `keeping(…)` to keep the count
 */
export async function checkCode(
  tx: Tx,
  service: Service,
  account: AccountRow,
  method: MethodRow,
  code: string,
  use: CodeUse,
): Promise<Refusal | null> {
  const now = service.clock.now();
  const held = heldBack(account, method, now);
  if (held) return held;
  const outcome = await methodOf[method.kind].verify(tx, service, method, code, use);
  switch (outcome.verdict) {
    case 'none':
      return refusal('CODE_EXPIRED');
    case 'used':
      return usedCode();
    case 'right':
      await startCountAnew(tx, account, method, now);
      return null;
    case 'wrong': {
      await countWrongCode(tx, account, method, now);
      await record(tx, now, {
        accountId: account.id,
        event: method.fails + 1 >= wrongCodes.disableAt ? 'method-disabled' : 'code-wrong',
        network: use.network,
        details: { method: method.kind },
      });
      return refusal('CODE_WRONG', { triesLeft: outcome.triesLeft, isUsed: false });
    }
  }
}

/** The refusal of a code that was already used. It costs no try. */
export function usedCode(): Refusal {
  return refusal('CODE_WRONG', { triesLeft: accountLimits.codeTries, isUsed: true });
}

/** Whether a refusal is for a wrong code that counts as a guess. */
export function isGuess(wrong: Refusal): boolean {
  return wrong.code === 'CODE_WRONG' && !wrong.data.isUsed;
}

/** The refusal while the method is disabled, or it or the account must wait; null when a code may be tried. */
export function heldBack(account: AccountRow, method: MethodRow, now: Date): Refusal | null {
  if (method.disabled_at) return refusal('METHOD_DISABLED');
  return waitUntil(
    Math.max(Number(method.blocked_until ?? 0), Number(account.mfa_blocked_until ?? 0)),
    account,
    now,
  );
}

/** Like `heldBack`, for a code that belongs to no method: only the account's own wait counts. */
export function accountHeldBack(account: AccountRow, now: Date): Refusal | null {
  return waitUntil(Number(account.mfa_blocked_until ?? 0), account, now);
}

function waitUntil(until: number, account: AccountRow, now: Date): Refusal | null {
  if (until <= now.getTime()) return null;
  return refusal('TOO_MANY_ATTEMPTS', {
    retryAfterSeconds: secondsUntil(until, now),
    disabled: account.mfa_fails >= wrongCodes.disableAt,
  });
}

async function startCountAnew(tx: Tx, account: AccountRow, method: MethodRow, now: Date): Promise<void> {
  await tx
    .updateTable('mfa_method')
    .set({ fails: 0, blocked_until: null, last_used_at: now })
    .where('account_id', '=', method.account_id)
    .where('id', '=', method.id)
    .execute();
  if (account.mfa_fails === 0) return;
  await tx
    .updateTable('account')
    .set({ mfa_fails: 0, mfa_blocked_until: null })
    .where('id', '=', method.account_id)
    .execute();
}

async function countWrongCode(tx: Tx, account: AccountRow, method: MethodRow, now: Date): Promise<void> {
  const { free, disableAt } = wrongCodes;
  await sql`
    update mfa_method set fails = fails + 1,
      blocked_until = attempt_block(${now}::timestamptz, fails + 1, ${free}, ${disableAt}),
      disabled_at = case when fails + 1 >= ${disableAt} then ${now}::timestamptz end
    where account_id = ${account.id} and id = ${method.id}`.execute(tx);
  await countWrongOnAccount(tx, account.id, now);
}

/** Adds a wrong code to the account's own count. The caller holds its lock. */
export async function countWrongOnAccount(tx: Tx, accountId: string, now: Date): Promise<void> {
  const { free, disableAt } = wrongCodes;
  await sql`
    update account set mfa_fails = mfa_fails + 1,
      mfa_blocked_until = attempt_block(${now}::timestamptz, mfa_fails + 1, ${free}, ${disableAt})
    where id = ${accountId}`.execute(tx);
}
