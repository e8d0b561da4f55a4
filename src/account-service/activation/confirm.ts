import { randomUUID } from 'node:crypto';
import type { Grant } from '../../contract/account-service.ts';
import { record } from '../audit/record.ts';
import type { AccountRow, SessionRow } from '../database/schema.ts';
import { keeping, transact, type Tx } from '../database/transaction.ts';
import { clearAttempts, countAttempt, forgive, passwordPerSignUp } from '../limits/attempts.ts';
import { takeRequest } from '../limits/destinations.ts';
import { refusal } from '../refusal.ts';
import { hashToken } from '../secrets/tokens.ts';
import type { Service } from '../service.ts';
import { openSession } from '../sessions/grant.ts';
import { findActivation } from './inspect.ts';
import { rememberUsed } from './past-links.ts';
import type { Language } from '../../contract/vocabulary.ts';

export interface Activation {
  token: string;
  password: string | undefined;
  network: string;
  /** The device that confirms; null on the landing page, where activation opens no session. */
  device: { key: string; name: string; platform: SessionRow['platform'] } | null;
}

/**
 * Uses an activation link, by the device that signed up or with the password of that sign-up. This creates the
 * account and deletes the link and every other sign-up that awaits this address.
 *
 * @returns an enrolment session for the device, null without a device
 * @throws `LINK_INVALID`, `LINK_EXPIRED`, `PASSWORD_WRONG`, `TOO_MANY_ATTEMPTS`, `RATE_LIMITED`, `BUSY`
 */
export async function confirmActivation(service: Service, wanted: Activation): Promise<Grant | null> {
  const { hashing, clock, db } = service;
  const signUp = await findActivation(db, wanted.token);
  await takeRequest(service, 'activate', signUp?.id ?? wanted.network);
  if (!signUp) throw refusal('LINK_INVALID');
  if (signUp.expires_at <= clock.now()) throw refusal('LINK_EXPIRED');
  const isOwnDevice = wanted.device !== null && wanted.device.key === signUp.device_key;
  if (!isOwnDevice) {
    if (wanted.password === undefined) throw refusal('PASSWORD_WRONG');
    const guard = Buffer.from(signUp.id);
    hashing.admit();
    await countAttempt(db, passwordPerSignUp, guard, clock.now());
    const match = await hashing
      .verify(wanted.password, signUp.password_hash)
      .catch(async (error: unknown) => {
        await forgive(db, passwordPerSignUp, guard);
        throw error;
      });
    if (match === 'wrong') throw refusal('PASSWORD_WRONG');
    await clearAttempts(db, passwordPerSignUp, guard);
  }
  return transact(db, async (tx) => {
    const now = clock.now();
    // Delete the link's row first: of two uses at once, the second waits here and then finds nothing.
    const used = await tx
      .deleteFrom('activation')
      .where('token_hash', '=', hashToken(wanted.token))
      .returning('sign_up_id')
      .executeTakeFirst();
    if (used?.sign_up_id !== signUp.id) throw refusal('LINK_INVALID');
    const account = await createAccount(tx, signUp, now);
    if (!account) return keeping(refusal('LINK_INVALID'));
    await tx.deleteFrom('sign_up').where('address_key', '=', signUp.address_key).execute();
    await rememberUsed(tx, wanted.token, now);
    await record(tx, now, {
      accountId: account.id,
      event: 'activated',
      network: wanted.network,
      deviceName: wanted.device?.name ?? null,
    });
    if (!wanted.device) return null;
    await tx
      .insertInto('known_device')
      .values({ account_id: account.id, key_thumbprint: wanted.device.key, first_seen_at: now })
      .execute();
    return openSession(
      tx,
      account,
      {
        kind: 'enrolment',
        deviceKey: wanted.device.key,
        deviceName: wanted.device.name,
        platform: wanted.device.platform,
        network: wanted.network,
        mfaAt: null,
        trustedUntil: null,
      },
      now,
    );
  });
}

interface WaitingSignUp {
  address_key: string;
  address: string;
  name: string;
  language: Language;
  password_hash: string;
}

/** Null when the address was taken in the meantime: an address belongs to only one account. */
async function createAccount(tx: Tx, signUp: WaitingSignUp, now: Date): Promise<AccountRow | null> {
  const id = randomUUID();
  const account = await tx
    .insertInto('account')
    .values({ id, name: signUp.name, address: signUp.address, language: signUp.language, created_at: now })
    .returningAll()
    .executeTakeFirstOrThrow();
  const taken = await tx
    .insertInto('account_address')
    .values({ address_key: signUp.address_key, account_id: id })
    .onConflict((conflict) => conflict.column('address_key').doNothing())
    .executeTakeFirst();
  if (taken.numInsertedOrUpdatedRows !== 1n) {
    await tx.deleteFrom('account').where('id', '=', id).execute();
    return null;
  }
  await tx
    .insertInto('credential')
    .values({ account_id: id, password_hash: signUp.password_hash, changed_at: now })
    .execute();
  return account;
}
