import { accountLimits } from '../../contract/account-service.ts';
import type { AccountRow, SessionRow } from '../database/schema.ts';
import type { Tx } from '../database/transaction.ts';
import { refusal } from '../refusal.ts';
import type { SessionKind } from '../../contract/vocabulary.ts';

/** The session behind a request, checked against the database for this request. */
export interface LiveSession {
  accountId: string;
  id: string;
  kind: SessionKind;
  deviceKey: string;
  deviceName: string;
  platform: SessionRow['platform'];
  /** The network of this request, not of the sign-in. */
  network: string;
  securityEpoch: number;
  signedInAt: Date;
  /** When this session last checked a second factor; null after a trusted sign-in. */
  mfaAt: Date | null;
  expiresAt: Date;
  trustedUntil: Date | null;
}

export interface SessionCheckRow extends SessionRow {
  in_epoch: boolean;
  fresh: boolean;
  trusted_until: Date | null;
}

/** The session of a row; null when its security epoch is outdated or it has expired. */
export function sessionOfRow(row: SessionCheckRow, network: string, now: Date): LiveSession | null {
  if (!row.in_epoch || row.expires_at <= now) return null;
  return {
    accountId: row.account_id,
    id: row.id,
    kind: row.kind,
    deviceKey: row.device_key,
    deviceName: row.device_name,
    platform: row.platform,
    network,
    securityEpoch: row.security_epoch,
    signedInAt: row.signed_in_at,
    mfaAt: row.mfa_at,
    expiresAt: row.expires_at,
    trustedUntil: row.trusted_until,
  };
}

/** Refuses a session that only has set-up rights. */
export function requireFull(session: LiveSession): void {
  if (session.kind !== 'full') throw refusal('ENROLMENT_REQUIRED');
}

/** Refuses unless a second factor was checked in this session within the last five minutes. */
export function requireFreshMfa(session: LiveSession, now: Date): void {
  requireFull(session);
  const freshSince = now.getTime() - accountLimits.stepUpSeconds * 1_000;
  if (session.mfaAt === null || session.mfaAt.getTime() < freshSince) throw refusal('STEP_UP_REQUIRED');
}

/** For methods: an enrolment session may set up the first one. Any other change needs a fresh check. */
export function requireEnrolmentOrFreshMfa(session: LiveSession, now: Date): void {
  if (session.kind === 'full') requireFreshMfa(session, now);
}

/**
 * Locks the account's row for a change and checks that the session is still valid. A change that waited for
 * another one (such as a password change) may have lost its session by then.
 *
 * @throws `UNAUTHENTICATED`
 */
export function lockForSession(tx: Tx, session: LiveSession): Promise<AccountRow> {
  return lockWhile(tx, session.accountId, (epoch) =>
    tx
      .selectFrom('session')
      .select('id')
      .where('account_id', '=', session.accountId)
      .where('id', '=', session.id)
      .where('security_epoch', '=', epoch)
      .executeTakeFirst(),
  );
}

/**
 * Locks the account's row, if what the caller came with is still there then.
 *
 * @param find looks for it, in the account's security epoch
 * @throws `UNAUTHENTICATED`
 */
export async function lockWhile(
  tx: Tx,
  accountId: string,
  find: (epoch: number) => Promise<object | undefined>,
): Promise<AccountRow> {
  const account = await lockAccount(tx, accountId);
  if (!account || !(await find(account.security_epoch)))
    throw refusal('UNAUTHENTICATED', { reason: 'session' });
  return account;
}

/** Locks an account's row. All changes to what protects an account take turns on it. */
export function lockAccount(tx: Tx, accountId: string): Promise<AccountRow | undefined> {
  return tx.selectFrom('account').selectAll().where('id', '=', accountId).forUpdate().executeTakeFirst();
}
