import { randomUUID } from 'node:crypto';
import { accountLimits } from '../../contract/account-service.ts';
import { addressKey } from '../account/address.ts';
import { outcomeOf, rememberReplacedReset, rememberUsed } from '../activation/past-links.ts';
import { record } from '../audit/record.ts';
import { after } from '../clock.ts';
import type { AccountRow } from '../database/schema.ts';
import { keeping, transact, type Tx } from '../database/transaction.ts';
import {
  addressGuardKey,
  clearAttempts,
  deviceGuardKey,
  passwordPerAddress,
  passwordPerDevice,
} from '../limits/attempts.ts';
import { takeRequest, takeStrangersMail } from '../limits/destinations.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { notify } from '../outbox/notify.ts';
import { refusal } from '../refusal.ts';
import { accountOfToken, createAccountToken, hashToken } from '../secrets/tokens.ts';
import type { Service } from '../service.ts';
import { lockAccount } from '../sessions/live-session.ts';
import { raiseSecurityEpoch } from '../sessions/security-epoch.ts';
import { fallbackLanguage } from '../../contract/vocabulary.ts';

/**
 * Sends a password reset link. An older link stops working. For an unknown address the same rows are written
 * for nobody, and nothing is sent.
 *
 * @throws `RATE_LIMITED`
 */
export async function requestPasswordReset(
  service: Service,
  email: string,
  network: string,
): Promise<{ accepted: true }> {
  const mayGo = await takeStrangersMail(service, { network }, email);
  await transact(service.db, async (tx) => {
    const now = service.clock.now();
    const found = await tx
      .selectFrom('account_address')
      .innerJoin('account', 'account.id', 'account_address.account_id')
      .select(['account.id', 'account.address', 'account.language'])
      .where('account_address.address_key', '=', addressKey(email))
      .executeTakeFirst();
    // A request that sends no mail leaves the previously mailed link valid.
    const holder = mayGo ? found : undefined;
    const accountId = holder?.id ?? randomUUID();
    const token = createAccountToken(accountId);
    const row = {
      token_hash: hashToken(token),
      created_at: now,
      expires_at: after(now, accountLimits.resetMinutes * 60),
    };
    await rememberReplacedReset(tx, accountId, now);
    await tx
      .insertInto('password_reset')
      .values({ account_id: accountId, ...row })
      .onConflict((conflict) => conflict.column('account_id').doUpdateSet(row))
      .execute();
    await enqueue(tx, service, {
      channel: holder ? 'mail' : 'none',
      to: holder?.address ?? email,
      language: holder?.language ?? fallbackLanguage,
      message: { about: 'passwordReset', link: `${service.config.PUBLIC_URL}/reset?token=${token}` },
      replaces: `reset:${accountId}`,
    });
    return null;
  });
  return { accepted: true };
}

/** Whether a password reset link would work now, or what became of it. */
export async function inspectPasswordReset(
  service: Service,
  token: string,
): Promise<'open' | 'expired' | 'used' | 'replaced' | 'invalid'> {
  const found = await findReset(service.db, token);
  if (!found) return outcomeOf(service.db, token);
  return found.expires_at > service.clock.now() ? 'open' : 'expired';
}

/**
 * Sets a new password with the mailed link. Every session and all trust end. The second factors stay, and the
 * next sign-in asks for one.
 *
 * @throws `LINK_INVALID`, `LINK_EXPIRED`, `PASSWORD_REFUSED`, `RATE_LIMITED`, `BUSY`
 */
export async function resetPassword(
  service: Service,
  wanted: { token: string; password: string },
  network: string,
): Promise<{ changed: true }> {
  const { db, hashing, clock } = service;
  const found = await findReset(db, wanted.token);
  await takeRequest(
    service,
    'password-reset-confirm',
    found ? hashToken(wanted.token).toString('hex') : network,
  );
  const holder =
    found &&
    (await db
      .selectFrom('account')
      .select(['name', 'address'])
      .where('id', '=', found.account_id)
      .executeTakeFirst());
  if (!holder) throw refusal('LINK_INVALID');
  if (found.expires_at <= clock.now()) throw refusal('LINK_EXPIRED');
  await hashing.judge(wanted.password, holder.name, holder.address, service.config.SERVICE_NAME);
  const passwordHash = await hashing.hash(wanted.password);
  return transact(db, async (tx) => {
    const now = clock.now();
    const account = await lockAccount(tx, found.account_id);
    const used = await tx
      .deleteFrom('password_reset')
      .where('account_id', '=', found.account_id)
      .where('token_hash', '=', hashToken(wanted.token))
      .executeTakeFirst();
    if (!account || used.numDeletedRows !== 1n) return keeping(refusal('LINK_INVALID'));
    await rememberUsed(tx, wanted.token, now);
    await tx
      .updateTable('credential')
      .set({ password_hash: passwordHash, changed_at: now })
      .where('account_id', '=', account.id)
      .execute();
    await raiseSecurityEpoch(tx, account, null);
    await openCounters(tx, account);
    await record(tx, now, { accountId: account.id, event: 'password-reset', network });
    await notify(tx, service, account, { about: 'passwordChanged' });
    return { changed: true as const };
  });
}

/** Clears counts of wrong passwords: those were guesses at the old one. */
async function openCounters(tx: Tx, { id, address }: AccountRow): Promise<void> {
  await clearAttempts(tx, passwordPerAddress, addressGuardKey(address));
  const known = await tx
    .selectFrom('known_device')
    .select('key_thumbprint')
    .where('account_id', '=', id)
    .execute();
  for (const { key_thumbprint } of known) {
    await clearAttempts(tx, passwordPerDevice, deviceGuardKey(id, key_thumbprint));
  }
}

async function findReset(db: Service['db'], token: string) {
  const accountId = accountOfToken(token);
  if (accountId === null) return undefined;
  return db
    .selectFrom('password_reset')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst();
}
