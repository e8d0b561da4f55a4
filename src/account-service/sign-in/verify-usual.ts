import type { Grant } from '../../contract/account-service.ts';
import { standalone } from '../database/statement.ts';
import type { UnspentProofCaller } from '../http/authenticate.ts';
import { remembering } from '../http/device-proof.ts';
import { stepOfCode } from '../mfa/totp/code.ts';
import { refusal } from '../refusal.ts';
import { accountOfToken, hashToken } from '../secrets/tokens.ts';
import type { Service } from '../service.ts';
import { newToken } from '../sessions/grant.ts';

/** The code for the second step. With `trust`, this computer needs only the password for a while. */
export interface SecondFactor {
  flow: string;
  methodId: string;
  code: string;
  trust: boolean;
}

/**
 * The usual second step in two statements, instead of nine for the full rules. It covers a right authenticator
 * code, on a device that the account knows, with no wrong codes counted anywhere. The first statement remembers
 * the caller's proof and reads. The second checks all conditions again, with the rows locked.
 *
 * @returns null when any condition is unmet, without a reason: then only the proof was remembered
 * @throws `DEVICE_PROOF_INVALID` when the proof was used before
 */
export async function verifyUsual(
  service: Service,
  wanted: SecondFactor,
  caller: UnspentProofCaller,
): Promise<Grant | null> {
  const now = service.clock.now();
  const accountId = accountOfToken(wanted.flow);
  const asked = [accountId, hashToken(wanted.flow), caller.deviceKey, now, wanted.methodId];
  const { pool, checks } = service.databases;
  const [row] = await read(checks, [...asked, caller.proof.slot, caller.proof.hash]);
  if (row?.fresh !== true) throw refusal('DEVICE_PROOF_INVALID');
  if (accountId === null || wanted.trust) return null;
  const method = { account_id: accountId, id: wanted.methodId, sealed_secret: row.sealed_secret };
  const step = stepOfCode(service.keys, method, wanted.code, now);
  if (step === null) return null;
  const { grant, kept } = newToken(accountId, { kind: 'full', mfaAt: now, trustedUntil: null }, now);
  const done = await finish(pool, [
    ...asked,
    step,
    caller.network,
    kept.id,
    kept.token_hash,
    kept.expires_at,
  ]);
  return done.length === 1 ? grant : null;
}

/** What is read for a usual attempt. Any other attempt yields only whether the proof was fresh. */
interface UsualRow {
  fresh: boolean;
  sealed_secret: Buffer | null;
}

/** A strict subset of what the full rules allow, so that only they can refuse. */
const usual = `
from account a
join sign_in_flow f on f.account_id = a.id and f.security_epoch = a.security_epoch
join mfa_method m on m.account_id = a.id
where a.id = $1 and a.mfa_fails = 0
  and f.token_hash = $2 and f.device_key = $3 and f.consumed_at is null and f.expires_at > $4::timestamptz
  and f.tries = 0
  and m.id = $5 and m.kind = 'totp' and m.confirmed_at is not null and m.disabled_at is null and m.fails = 0
  and exists (select from known_device k where k.account_id = a.id and k.key_thumbprint = $3)`;

const read = standalone<UsualRow>(`
with remembered as (${remembering('$6', '$7')}
), open as (
  select m.sealed_secret ${usual}
)
select exists (select from remembered) as fresh, open.sealed_secret from (select) as one left join open on true`);

const finish = standalone<{ done: number }>(`
with open as (
  -- The account's row first, as everywhere.
  select f.security_epoch, f.device_name, f.platform ${usual}
  for update of a, f, m
), accepted as (
  -- Each step once: of two uses at the same moment one finds it here.
  insert into totp_use (account_id, method_id, step, used_at)
  select $1, $5, $6::bigint, $4::timestamptz from open
  on conflict do nothing returning 1
), used as (
  update sign_in_flow set consumed_at = $4::timestamptz
  where account_id = $1 and token_hash = $2 and exists (select from accepted)
), marked as (
  update mfa_method set last_used_at = $4::timestamptz
  where account_id = $1 and id = $5 and exists (select from accepted)
), audited as (
  insert into audit_event (account_id, at, event, actor, network, device_name)
  select $1, $4::timestamptz, 'sign-in', 'person', $7, open.device_name from open, accepted
)
insert into session (account_id, id, token_hash, kind, device_key, device_name, platform, network, security_epoch,
  signed_in_at, mfa_at, last_seen_at, expires_at)
select $1, $8, $9, 'full', $3, open.device_name, open.platform, $7, open.security_epoch,
  $4::timestamptz, $4::timestamptz, $4::timestamptz, $10::timestamptz
from open, accepted
returning 1 as done`);
