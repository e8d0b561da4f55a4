import { randomUUID } from 'node:crypto';
import { accountLimits, type Grant } from '../../contract/account-service.ts';
import { after } from '../clock.ts';
import type { AccountRow, SessionRow } from '../database/schema.ts';
import type { Tx } from '../database/transaction.ts';
import { createAccountToken, hashToken } from '../secrets/tokens.ts';
import type { LiveSession } from './live-session.ts';
import type { SessionKind } from '../../contract/vocabulary.ts';

export interface NewSession {
  kind: SessionKind;
  deviceKey: string;
  deviceName: string;
  platform: SessionRow['platform'];
  network: string;
  /** When a second factor was checked on the way to this session; null without one. */
  mfaAt: Date | null;
  trustedUntil: Date | null;
}

/** Opens a session for a device key. Its token leaves the service only here. */
export async function openSession(
  tx: Tx,
  account: AccountRow,
  wanted: NewSession,
  now: Date,
): Promise<Grant> {
  const { grant, kept } = newToken(account.id, wanted, now);
  await tx
    .insertInto('session')
    .values({
      ...kept,
      account_id: account.id,
      kind: wanted.kind,
      device_key: wanted.deviceKey,
      device_name: wanted.deviceName,
      platform: wanted.platform,
      network: wanted.network,
      security_epoch: account.security_epoch,
      signed_in_at: now,
      mfa_at: wanted.mfaAt,
      last_seen_at: now,
    })
    .execute();
  return grant;
}

/** The token of a session not yet written: what its device gets, and what is stored. */
export function newToken(
  accountId: string,
  rights: Pick<NewSession, 'kind' | 'mfaAt' | 'trustedUntil'>,
  now: Date,
): { grant: Grant; kept: Pick<SessionRow, 'id' | 'token_hash' | 'expires_at'> } {
  const token = createAccountToken(accountId);
  const expiresAt = after(now, accountLimits.sessionAbsoluteSeconds);
  return {
    grant: grantOf(token, { ...rights, signedInAt: now, expiresAt }),
    kept: { id: randomUUID(), token_hash: hashToken(token), expires_at: expiresAt },
  };
}

/**
 * Gives a session a new token and new rights after an authentication step in it. The old token ends.
 *
 * @param account as it is now: the session moves to its security epoch
 */
export async function renewSession(
  tx: Tx,
  account: AccountRow,
  session: LiveSession,
  rights: { mfaAt: Date | null; trustedUntil: Date | null },
): Promise<Grant> {
  const token = createAccountToken(account.id);
  await tx
    .updateTable('session')
    .set({
      token_hash: hashToken(token),
      kind: rights.mfaAt === null ? session.kind : 'full',
      mfa_at: rights.mfaAt,
      security_epoch: account.security_epoch,
    })
    .where('account_id', '=', account.id)
    .where('id', '=', session.id)
    .execute();
  return grantOf(token, { ...session, kind: rights.mfaAt === null ? session.kind : 'full', ...rights });
}

/** A session in the form that the contract defines. */
export function sessionState(
  session: Pick<LiveSession, 'kind' | 'signedInAt' | 'mfaAt' | 'expiresAt' | 'trustedUntil'>,
): Grant['session'] {
  return {
    kind: session.kind,
    signedInAt: session.signedInAt.toISOString(),
    mfaAt: session.mfaAt?.toISOString() ?? null,
    expiresAt: session.expiresAt.toISOString(),
    trustedUntil: session.trustedUntil?.toISOString() ?? null,
  };
}

function grantOf(token: string, session: Parameters<typeof sessionState>[0]): Grant {
  return { token, session: sessionState(session) };
}
