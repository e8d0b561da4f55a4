import { record } from '../audit/record.ts';
import { transact } from '../database/transaction.ts';
import { refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import { lockForSession, requireFull, type LiveSession } from '../sessions/live-session.ts';
import { actor } from '../sessions/sessions.ts';

/** The computers that the account currently trusts, newest first. */
export async function listDevices(service: Service, session: LiveSession) {
  requireFull(session);
  const rows = await service.db
    .selectFrom('trusted_device')
    .selectAll()
    .where('account_id', '=', session.accountId)
    .where('security_epoch', '=', session.securityEpoch)
    .where('expires_at', '>', service.clock.now())
    .orderBy('created_at', 'desc')
    .execute();
  return {
    devices: rows.map((row) => ({
      id: row.id,
      current: row.key_thumbprint === session.deviceKey,
      name: row.name,
      platform: row.platform,
      trustedSince: row.created_at.toISOString(),
      trustedUntil: row.expires_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
      syncs: row.sync_pass_hash !== null,
    })),
  };
}

/** Ends the trust in one computer, and its sessions except this one. Throws `DEVICE_NOT_FOUND`. */
export async function revokeDevice(service: Service, deviceId: string, session: LiveSession) {
  requireFull(session);
  return transact(service.db, async (tx) => {
    await lockForSession(tx, session);
    const device = await tx
      .deleteFrom('trusted_device')
      .where('account_id', '=', session.accountId)
      .where('id', '=', deviceId)
      .returning(['key_thumbprint', 'name'])
      .executeTakeFirst();
    if (!device) throw refusal('DEVICE_NOT_FOUND');
    await tx
      .deleteFrom('session')
      .where('account_id', '=', session.accountId)
      .where('device_key', '=', device.key_thumbprint)
      .where('id', '!=', session.id)
      .execute();
    const details = { device: device.name };
    await record(tx, service.clock.now(), { ...actor(session), event: 'device-revoked', details });
    return { done: true } as const;
  });
}

/** Ends the trust in every computer, and every session except this one. */
export async function revokeAllDevices(service: Service, session: LiveSession) {
  requireFull(session);
  return transact(service.db, async (tx) => {
    await lockForSession(tx, session);
    const { numDeletedRows } = await tx
      .deleteFrom('trusted_device')
      .where('account_id', '=', session.accountId)
      .executeTakeFirst();
    await tx
      .deleteFrom('session')
      .where('account_id', '=', session.accountId)
      .where('id', '!=', session.id)
      .execute();
    const details = { count: String(numDeletedRows) };
    await record(tx, service.clock.now(), { ...actor(session), event: 'device-revoked', details });
    return { revoked: Number(numDeletedRows) };
  });
}
