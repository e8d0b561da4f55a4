import { randomUUID } from 'node:crypto';
import { accountLimits } from '../../contract/account-service.ts';
import { addressKey, maskAddress } from '../account/address.ts';
import { record } from '../audit/record.ts';
import { after } from '../clock.ts';
import { keeping, transact, violates } from '../database/transaction.ts';
import { takeStrangersMail } from '../limits/destinations.ts';
import { accountHeldBack, countWrongOnAccount, usedCode } from '../mfa/check-code.ts';
import { checkSentCode, sendCode, writeChallenge, type CodeBinding } from '../mfa/sent-code.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { notify } from '../outbox/notify.ts';
import { refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import { lockForSession, requireFreshMfa, type LiveSession } from '../sessions/live-session.ts';
import { actor } from '../sessions/sessions.ts';

/**
 * Starts changing the account's address: a code goes to the new one. If another account has that address, its
 * holder is notified instead. The answer is the same, and no code will ever match.
 *
 * @throws `STEP_UP_REQUIRED`, `RATE_LIMITED`
 */
export async function changeAddress(service: Service, email: string, session: LiveSession) {
  requireFreshMfa(session, service.clock.now());
  const mayGo = await takeStrangersMail(service, { accountId: session.accountId }, email);
  return transact(service.db, async (tx) => {
    const account = await lockForSession(tx, session);
    const holder = await tx
      .selectFrom('account_address')
      .innerJoin('account', 'account.id', 'account_address.account_id')
      .select(['account.address', 'account.language'])
      .where('account_address.address_key', '=', addressKey(email))
      .where('account.id', '!=', account.id)
      .executeTakeFirst();
    if (!holder) {
      const destination = { channel: 'mail' as const, to: email, language: account.language };
      return sendCode(tx, service, binding(session), destination, mayGo);
    }
    await writeChallenge(tx, service, binding(session), email, randomUUID());
    await enqueue(tx, service, {
      channel: mayGo ? 'mail' : 'none',
      to: holder.address,
      language: holder.language,
      message: { about: 'addressTaken' },
    });
    const expiresAt = after(service.clock.now(), accountLimits.codeLifetimeSeconds);
    return { hint: maskAddress(email), expiresAt: expiresAt.toISOString() };
  });
}

/**
 * Confirms the new address with the code sent to it. It applies at once, and the old address is notified. Wrong
 * codes add up on the account over all codes, as for methods: asking repeatedly gains nobody another's address.
 *
 * @throws `STEP_UP_REQUIRED`, `CODE_WRONG`, `CODE_EXPIRED`, `TOO_MANY_ATTEMPTS`
 */
export async function confirmAddress(service: Service, code: string, session: LiveSession) {
  requireFreshMfa(session, service.clock.now());
  return transact(service.db, async (tx) => {
    const now = service.clock.now();
    const account = await lockForSession(tx, session);
    const held = accountHeldBack(account, now);
    if (held) throw held;
    const outcome = await checkSentCode(tx, service, binding(session), code);
    if (outcome.verdict === 'used') throw usedCode();
    if (outcome.verdict === 'none') throw refusal('CODE_EXPIRED');
    if (outcome.verdict === 'wrong') {
      await countWrongOnAccount(tx, account.id, now);
      await record(tx, now, { ...actor(session), event: 'code-wrong', details: { method: 'address' } });
      return keeping(refusal('CODE_WRONG', { triesLeft: outcome.triesLeft, isUsed: false }));
    }
    const address = outcome.destination;
    await tx
      .updateTable('account_address')
      .set({ address_key: addressKey(address) })
      .where('account_id', '=', account.id)
      .execute()
      .catch((error: unknown) => {
        // Another account was activated with it since the code was sent.
        throw violates(error, 'account_address_pkey') ? refusal('CODE_EXPIRED') : error;
      });
    await tx.updateTable('account').set({ address }).where('id', '=', account.id).execute();
    await tx.deleteFrom('password_reset').where('account_id', '=', account.id).execute();
    await record(tx, now, {
      ...actor(session),
      event: 'address-changed',
      details: { to: maskAddress(address) },
    });
    const message = { about: 'addressChanged', to: maskAddress(address) } as const;
    await notify(tx, service, account, message);
    await notify(tx, service, { ...account, address }, message);
    return { address };
  });
}

function binding(session: LiveSession): CodeBinding {
  const { accountId, id: boundTo, deviceKey } = session;
  return { accountId, purpose: 'confirm-address', methodId: null, boundTo, deviceKey };
}
