import { accountLimits, type Language } from '../../contract/account-service.ts';
import { listAudit } from '../audit/list.ts';
import { record } from '../audit/record.ts';
import { sql } from 'kysely';
import { transact } from '../database/transaction.ts';
import { listMethods, methodsOf } from '../mfa/methods.ts';
import { notify } from '../outbox/notify.ts';
import { checkPassword } from '../passwords/check.ts';
import { recoveryCodesLeft } from '../recovery-codes/use.ts';
import { refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import { lockForSession, requireFreshMfa, requireFull, type LiveSession } from '../sessions/live-session.ts';
import { actor, listSessions } from '../sessions/sessions.ts';
import { openRequests } from '../support/withdraw.ts';
import { syncExport } from '../sync/export.ts';
import { listDevices } from '../trust/devices.ts';

/** The account as its holder sees it. */
export async function accountView(service: Service, accountId: string) {
  const account = await service.db
    .selectFrom('account')
    .selectAll()
    .where('id', '=', accountId)
    .executeTakeFirst();
  if (!account) throw refusal('UNAUTHENTICATED', { reason: 'session' });
  const methods = await methodsOf(service.db, accountId);
  const confirmedMethods = methods.filter(({ confirmed_at }) => confirmed_at !== null).length;
  return {
    id: account.id,
    name: account.name,
    address: account.address,
    language: account.language,
    createdAt: account.created_at.toISOString(),
    confirmedMethods,
    secondMethodAdvised: confirmedMethods < accountLimits.advisedMethods,
    recoveryCodesLeft: await recoveryCodesLeft(service.db, accountId),
    openSupportRequests: await openRequests(service, accountId),
  };
}

/** Changes name or language. */
export async function updateAccount(
  service: Service,
  wanted: { name?: string | undefined; language?: Language | undefined },
  session: LiveSession,
) {
  requireFull(session);
  await transact(service.db, async (tx) => {
    const account = await lockForSession(tx, session);
    await tx
      .updateTable('account')
      .set({ name: wanted.name ?? account.name, language: wanted.language ?? account.language })
      .where('id', '=', account.id)
      .execute();
    await record(tx, service.clock.now(), { ...actor(session), event: 'profile-changed' });
    return null;
  });
  return accountView(service, session.accountId);
}

/** Everything stored about the account, without secrets, after a fresh check. Throws `STEP_UP_REQUIRED`. */
export async function exportAccount(service: Service, session: LiveSession) {
  const now = service.clock.now();
  requireFreshMfa(session, now);
  await record(service.db, now, { ...actor(session), event: 'exported' });
  const requests = await service.db
    .selectFrom('support_request')
    .selectAll()
    .where('account_id', '=', session.accountId)
    .orderBy('created_at')
    .execute();
  const audit = [];
  let before: string | undefined;
  do {
    const page = await listAudit(service, session, before);
    audit.push(...page.events);
    before = page.next ?? undefined;
  } while (before !== undefined);
  return {
    exportedAt: now.toISOString(),
    account: await accountView(service, session.accountId),
    ...(await listMethods(service, session.accountId)),
    ...(await listDevices(service, session)),
    ...(await listSessions(service, session)),
    supportRequests: requests.map((request) => ({
      reference: request.reference,
      at: request.created_at.toISOString(),
      reason: request.reason,
      contact: request.contact,
    })),
    audit,
    sync: await syncExport(service, session),
  };
}

/**
 * Deletes the account and everything stored about it, after a fresh check and with the password. The audit
 * trail keeps only the fact that an account with this id was deleted.
 *
 * @throws `STEP_UP_REQUIRED`, `PASSWORD_WRONG`, `TOO_MANY_ATTEMPTS`, `BUSY`
 */
export async function deleteAccount(service: Service, password: string, session: LiveSession) {
  requireFreshMfa(session, service.clock.now());
  const checkedHash = await checkPassword(service, password, session);
  return transact(service.db, async (tx) => {
    const account = await lockForSession(tx, session);
    const credential = await tx
      .selectFrom('credential')
      .select('password_hash')
      .where('account_id', '=', account.id)
      .executeTakeFirst();
    if (credential?.password_hash !== checkedHash) throw refusal('PASSWORD_WRONG');
    await notify(tx, service, account, { about: 'accountDeleted' });
    await sql`set local latchkey.audit_purge = 'on'`.execute(tx);
    await tx.deleteFrom('audit_event').where('account_id', '=', account.id).execute();
    await tx.deleteFrom('password_reset').where('account_id', '=', account.id).execute();
    await tx.deleteFrom('account').where('id', '=', account.id).execute();
    await record(tx, service.clock.now(), { accountId: account.id, event: 'deleted' });
    return { done: true } as const;
  });
}
