import { randomUUID } from 'node:crypto';
import { accountLimits, type MethodKind } from '../../contract/account-service.ts';
import type { MethodRow } from '../database/schema.ts';
import { transact, type Tx } from '../database/transaction.ts';
import { refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import { lockForSession, requireEnrolmentOrFreshMfa, type LiveSession } from '../sessions/live-session.ts';
import { readDestination } from './destination.ts';
import { destinationOf, findMethod, takeFirstCode } from './methods.ts';
import { sendCode } from './sent-code.ts';
import { createTotpSecret, totpContext } from './totp.ts';

/** Methods that wait for their first code; an older one gives way to a sixth. */
const mostPending = 5;

/**
 * Begins to add a method. It is a row of its own that counts for nothing until a code from it was verified, and
 * touches no confirmed method.
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
  const { destination, key } = readDestination(wanted.kind, wanted.destination, config.SMS_COUNTRIES);
  const mayGo =
    wanted.kind === 'totp' ||
    (await takeFirstCode(service, session.accountId, {
      channel: wanted.kind === 'email' ? 'mail' : 'sms',
      to: destination,
    }));
  return transact(db, async (tx) => {
    const account = await lockForSession(tx, session);
    const refused = await makeRoom(tx, session.accountId, wanted.kind, key);
    if (refused) return refused;
    const methodId = randomUUID();
    const totp = wanted.kind === 'totp' ? createTotpSecret(config.SERVICE_NAME, account.address) : null;
    const method = {
      account_id: session.accountId,
      id: methodId,
      kind: wanted.kind,
      destination,
      destination_key: key,
      sealed_secret: totp && service.keys.seal(totp.secret, totpContext(session.accountId, methodId)),
      created_at: clock.now(),
    };
    await tx.insertInto('mfa_method').values(method).execute();
    if (totp) return { kind: 'totp' as const, methodId, uri: totp.uri, secret: totp.base32 };
    const sent = await sendFirstCode(tx, service, session, method, account, mayGo);
    return { kind: wanted.kind === 'sms' ? ('sms' as const) : ('email' as const), methodId, ...sent };
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
  const mayGo = await takeFirstCode(service, session.accountId, destinationOf(pending, { language: 'en' }));
  return transact(service.db, async (tx) => {
    const account = await lockForSession(tx, session);
    const method = await findMethod(tx, session.accountId, methodId, 'pending');
    return sendFirstCode(tx, service, session, method, account, mayGo);
  });
}

function sendFirstCode(
  tx: Tx,
  service: Service,
  session: LiveSession,
  method: Pick<MethodRow, 'id' | 'kind' | 'destination'>,
  account: Parameters<typeof destinationOf>[1],
  mayGo: boolean,
) {
  return sendCode(
    tx,
    service,
    {
      accountId: session.accountId,
      purpose: 'confirm-method',
      methodId: method.id,
      boundTo: session.id,
      deviceKey: session.deviceKey,
    },
    destinationOf(method, account),
    mayGo,
  );
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
  if (confirmed.some(isSame)) return refusal('METHOD_EXISTS');
  if (confirmed.length >= accountLimits.methods) return refusal('TOO_MANY_METHODS');
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
  return null;
}
