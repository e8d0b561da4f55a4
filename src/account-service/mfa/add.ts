import { randomUUID } from 'node:crypto';
import { accountLimits, type MethodKind } from '../../contract/account-service.ts';
import { transact, type Tx } from '../database/transaction.ts';
import { refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import { lockForSession, requireEnrolmentOrFreshMfa, type LiveSession } from '../sessions/live-session.ts';
import { methodOf } from './kinds.ts';
import { challengeOf, findMethod, takeFirstCode } from './methods.ts';
import { sendFirstCode } from './sent-code.ts';

/** The maximum of pending methods. A sixth one replaces the oldest. */
const mostPending = 5;

/**
 * Starts adding a method. Its row has no effect until one of its codes is verified, and no confirmed method
 * changes.
 *
 * @throws `STEP_UP_REQUIRED`, `METHOD_NOT_OFFERED`, `DESTINATION_INVALID`, `METHOD_EXISTS`, `TOO_MANY_METHODS`,
 *   `RATE_LIMITED`
 */
export async function addMethod(
  service: Service,
  wanted: { kind: MethodKind; destination: string },
  session: LiveSession,
) {
  const { config, clock, db } = service;
  requireEnrolmentOrFreshMfa(session, clock.now());
  if (!config.METHODS.includes(wanted.kind)) throw refusal('METHOD_NOT_OFFERED');
  const method = methodOf[wanted.kind];
  const { destination, key } = method.read(wanted.destination, config);
  const mayGo = await takeFirstCode(service, session.accountId, method.challenge({ destination }));
  return transact(db, async (tx) => {
    const account = await lockForSession(tx, session);
    await makeRoom(tx, session.accountId, wanted.kind, key);
    return method.begin(tx, service, {
      account,
      methodId: randomUUID(),
      destination,
      key,
      session,
      mayGo,
    });
  });
}

/**
 * Sends the first code of a pending method again.
 *
 * @throws `STEP_UP_REQUIRED`, `METHOD_NOT_FOUND`, `RATE_LIMITED`
 */
export async function sendFirstCodeAgain(service: Service, methodId: string, session: LiveSession) {
  requireEnrolmentOrFreshMfa(session, service.clock.now());
  const pending = await findMethod(service.db, session.accountId, methodId, 'pending');
  const mayGo = await takeFirstCode(service, session.accountId, challengeOf(pending));
  return transact(service.db, async (tx) => {
    const account = await lockForSession(tx, session);
    const method = await findMethod(tx, session.accountId, methodId, 'pending');
    return sendFirstCode(tx, service, { account, methodId, session, mayGo }, challengeOf(method));
  });
}

async function makeRoom(tx: Tx, accountId: string, kind: MethodKind, key: string | null) {
  const methods = await tx
    .selectFrom('mfa_method')
    .select(['id', 'kind', 'destination_key', 'confirmed_at'])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute();
  const confirmed = methods.filter((method) => method.confirmed_at !== null);
  const isSame = (method: { kind: MethodKind; destination_key: string | null }) =>
    method.kind === kind && method.destination_key === key && key !== null;
  if (confirmed.some(isSame)) throw refusal('METHOD_EXISTS');
  if (confirmed.length >= accountLimits.methods) throw refusal('TOO_MANY_METHODS');
  const pending = methods.filter((method) => method.confirmed_at === null);
  const others = pending.filter((method) => !isSame(method));
  const leaving = [
    ...pending.filter(isSame),
    ...others.slice(0, Math.max(0, others.length - mostPending + 1)),
  ];
  if (leaving.length > 0) {
    await tx
      .deleteFrom('mfa_method')
      .where('account_id', '=', accountId)
      .where('confirmed_at', 'is', null)
      .where(
        'id',
        'in',
        leaving.map(({ id }) => id),
      )
      .execute();
  }
}
