import { readJoinRequest } from '../../core/sync/protocol/join.ts';
import { accountLimits } from '../../contract/account-service.ts';
import { after } from '../clock.ts';
import { transact } from '../database/transaction.ts';
import { refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import { lockForSession, type LiveSession } from '../sessions/live-session.ts';
import type { SyncCaller } from '../trust/sync-pass.ts';
import { base64Of, bytesOf, presentSync, reading, takeTurn, tellOfSync } from './standing.ts';

/**
 * Notes that this session's computer wants in. Whether it is the one whose words the person sees, a member finds out by the
 * tag.
 *
 * @throws `SYNC_OFF`, `SYNC_REFUSED`, `SYNC_FULL`
 */
export async function askToJoin(
  service: Service,
  sent: { request: string; tag: string },
  session: LiveSession,
) {
  await takeTurn(service, session);
  const { accountId, deviceKey, network } = session;
  const request = bytesOf(sent.request);
  reading(() => readJoinRequest(request, accountId));
  const now = service.clock.now();
  await transact(service.db, async (tx) => {
    await lockForSession(tx, session);
    await presentSync(tx, accountId);
    const others = await tx
      .selectFrom('sync_request')
      .select('device_key')
      .where('account_id', '=', accountId)
      .where('device_key', '!=', deviceKey)
      .where('expires_at', '>', now)
      .execute();
    const most = accountLimits.syncRequests;
    if (others.length >= most) throw refusal('SYNC_FULL', { limit: 'requests', most });
    const asked = {
      request,
      tag: bytesOf(sent.tag),
      network,
      asked_at: now,
      expires_at: after(now, accountLimits.syncRequestMinutes * 60),
    };
    await tx
      .insertInto('sync_request')
      .values({ account_id: accountId, device_key: deviceKey, ...asked })
      .onConflict((conflict) => conflict.columns(['account_id', 'device_key']).doUpdateSet(asked))
      .execute();
    return null;
  });
  tellOfSync(service, accountId);
  return { done: true } as const;
}

/** Forgets that this session's computer wants in. */
export async function withdrawFromJoining(service: Service, session: LiveSession) {
  await takeTurn(service, session);
  const { accountId, deviceKey } = session;
  await service.db
    .deleteFrom('sync_request')
    .where('account_id', '=', accountId)
    .where('device_key', '=', deviceKey)
    .execute();
  tellOfSync(service, accountId);
  return { done: true } as const;
}

/**
 * Who was here when, and who wants in.
 *
 * @throws `SYNC_OFF`
 */
export async function listMembers(service: Service, caller: SyncCaller) {
  await takeTurn(service, caller);
  await presentSync(service.db, caller.accountId);
  return membersOf(service, caller);
}

/** The same, of sync that may be off. */
export async function membersOf(service: Service, { accountId, deviceKey }: SyncCaller) {
  const members = await service.db
    .selectFrom('sync_member')
    .select(['fingerprint', 'device_key', 'last_seen_at'])
    .where('account_id', '=', accountId)
    .where('removed_by', 'is', null)
    .execute();
  const requests = await service.db
    .selectFrom('sync_request')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('expires_at', '>', service.clock.now())
    .orderBy('asked_at')
    .execute();
  return {
    members: members.map((row) => ({
      member: row.fingerprint.toString('hex'),
      lastSeenAt: row.last_seen_at?.toISOString() ?? null,
      current: row.device_key === deviceKey,
    })),
    requests: requests.map((row) => ({
      request: base64Of(row.request),
      tag: base64Of(row.tag),
      askedAt: row.asked_at.toISOString(),
      network: row.network,
      current: row.device_key === deviceKey,
    })),
  };
}
