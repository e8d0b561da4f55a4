import { record } from '../audit/record.ts';
import { transact, type Tx } from '../database/transaction.ts';
import { refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import { endPasses } from '../trust/sync-pass.ts';
import { lockForSession, requireFull, type LiveSession } from './live-session.ts';

const done = { done: true } as const;

/** Ends this session, the trust in this computer, and every other session of this computer. */
export async function signOut(service: Service, session: LiveSession) {
  await transact(service.db, async (tx) => {
    await lockForSession(tx, session);
    await endOnComputer(tx, session);
    await record(tx, service.clock.now(), { ...actor(session), event: 'sign-out' });
    return null;
  });
  return done;
}

/** Ends the trust in a computer and its sessions. */
export async function endOnComputer(
  tx: Tx,
  { accountId, deviceKey }: Pick<LiveSession, 'accountId' | 'deviceKey'>,
): Promise<void> {
  await tx
    .deleteFrom('trusted_device')
    .where('account_id', '=', accountId)
    .where('key_thumbprint', '=', deviceKey)
    .execute();
  await tx
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .where('device_key', '=', deviceKey)
    .execute();
}

/** The account's live sessions, newest first. */
export async function listSessions(service: Service, session: LiveSession) {
  requireFull(session);
  const rows = await service.db
    .selectFrom('session')
    .selectAll()
    .where('account_id', '=', session.accountId)
    .where('security_epoch', '=', session.securityEpoch)
    .where('expires_at', '>', service.clock.now())
    .orderBy('signed_in_at', 'desc')
    .execute();
  return {
    sessions: rows.map((row) => ({
      id: row.id,
      current: row.id === session.id,
      kind: row.kind,
      deviceName: row.device_name,
      platform: row.platform,
      network: row.network,
      signedInAt: row.signed_in_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
    })),
  };
}

/** Ends one session of the account. Another computer loses its sync pass with it. Throws `SESSION_NOT_FOUND`. */
export async function endSession(service: Service, sessionId: string, session: LiveSession) {
  requireFull(session);
  return transact(service.db, async (tx) => {
    await lockForSession(tx, session);
    const ended = await tx
      .deleteFrom('session')
      .where('account_id', '=', session.accountId)
      .where('id', '=', sessionId)
      .returning('device_key')
      .executeTakeFirst();
    if (ended === undefined) throw refusal('SESSION_NOT_FOUND');
    if (ended.device_key !== session.deviceKey)
      await endPasses(tx, session.accountId, { of: ended.device_key });
    await record(tx, service.clock.now(), {
      ...actor(session),
      event: 'sessions-ended',
      details: { count: '1' },
    });
    return done;
  });
}

/** Ends every session of the account except this one, and the sync passes of other computers. */
export async function endOtherSessions(service: Service, session: LiveSession) {
  requireFull(session);
  return transact(service.db, async (tx) => {
    await lockForSession(tx, session);
    const { numDeletedRows } = await tx
      .deleteFrom('session')
      .where('account_id', '=', session.accountId)
      .where('id', '!=', session.id)
      .executeTakeFirst();
    await endPasses(tx, session.accountId, { butOf: session.deviceKey });
    const details = { count: String(numDeletedRows) };
    await record(tx, service.clock.now(), { ...actor(session), event: 'sessions-ended', details });
    return { ended: Number(numDeletedRows) };
  });
}

/** Who did something, for the audit trail. */
export function actor(session: LiveSession) {
  return { accountId: session.accountId, network: session.network, deviceName: session.deviceName };
}
