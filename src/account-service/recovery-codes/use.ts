import { sql } from 'kysely';
import { record } from '../audit/record.ts';
import type { AccountRow } from '../database/schema.ts';
import type { Tx } from '../database/transaction.ts';
import { usedCode, wrongCodes } from '../mfa/check-code.ts';
import { notify } from '../outbox/notify.ts';
import { refusal, secondsUntil, type Refusal } from '../refusal.ts';
import type { Service } from '../service.ts';

/**
 * Uses up a recovery code. Wrong ones have their own count, with the usual waits but no end: nobody guesses 80
 * bits. So guessing codes can't also block this way back in. The caller holds the lock.
 *
 * A code that was already used counts nothing.
 *
 * @returns null for a right code, else the refusal: end with `keeping(…)` to keep the count
 */
export async function acceptRecoveryCode(
  tx: Tx,
  service: Service,
  account: AccountRow,
  code: string,
  network: string,
): Promise<Refusal | null> {
  const now = service.clock.now();
  const until = Number(account.recovery_blocked_until ?? 0);
  if (until > now.getTime()) {
    return refusal('TOO_MANY_ATTEMPTS', { retryAfterSeconds: secondsUntil(until, now), disabled: false });
  }
  const hashes = service.keys.keyedHashes('recovery', account.id, code);
  const used = await tx
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('account_id', '=', account.id)
    .where('code_hash', 'in', hashes)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  if (used.numUpdatedRows !== 1n) {
    const wasGood = await tx
      .selectFrom('recovery_code')
      .select('used_at')
      .where('account_id', '=', account.id)
      .where('code_hash', 'in', hashes)
      .executeTakeFirst();
    if (wasGood) return usedCode();
    await sql`
      update account set recovery_fails = recovery_fails + 1,
        recovery_blocked_until =
          attempt_block(${now}::timestamptz, recovery_fails + 1, ${wrongCodes.free}, 2000000000)
      where id = ${account.id}`.execute(tx);
    await record(tx, now, {
      accountId: account.id,
      event: 'code-wrong',
      network,
      details: { method: 'recovery' },
    });
    return refusal('CODE_WRONG', {
      triesLeft: Math.max(0, wrongCodes.free - account.recovery_fails),
      isUsed: false,
    });
  }
  await tx
    .updateTable('account')
    .set({ recovery_fails: 0, recovery_blocked_until: null, mfa_fails: 0, mfa_blocked_until: null })
    .where('id', '=', account.id)
    .execute();
  const left = await recoveryCodesLeft(tx, account.id);
  await record(tx, now, {
    accountId: account.id,
    event: 'recovery-code-used',
    network,
    details: { left: String(left) },
  });
  await notify(tx, service, account, { about: 'recoveryCodeUsed', left });
  return null;
}

/** How many unused recovery codes an account has. */
export async function recoveryCodesLeft(db: Tx | Service['db'], accountId: string): Promise<number> {
  const { count } = await db
    .selectFrom('recovery_code')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}
