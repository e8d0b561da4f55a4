import type pg from 'pg';
import { standalone } from '../database/statement.ts';
import { remembering } from '../http/device-proof.ts';
import type { SessionQuestion } from '../sessions/check.ts';

/** A pass whose trust is live. */
interface PassRow {
  id: string;
  device_key: string;
  /** Whether the proof was not used before. */
  fresh: boolean;
}

/** The precision of when the computer was here last. Writing it at every look would make each look a write. */
const seenEverySeconds = 60;

/**
 * Finds the trust that a pass goes with, remembers the proof (only for a live one), and notes that the computer was here.
 *
 * @returns null if the trust is over, or has no such pass
 */
export async function checkPass(
  pool: pg.Pool,
  { accountId, tokenHash, deviceKey, proof, now }: SessionQuestion,
): Promise<PassRow | null> {
  const [row] = await findPass(pool, [accountId, tokenHash, now, proof.slot, proof.hash, deviceKey]);
  return row ?? null;
}

const findPass = standalone<PassRow>(`
with found as (
  select t.account_id, t.id, t.key_thumbprint, t.last_seen_at
  from trusted_device t join account a on a.id = t.account_id
  where t.account_id = $1::uuid and t.sync_pass_hash = $2::bytea
    and t.security_epoch = a.security_epoch and t.expires_at > $3::timestamptz
), remembered as (
  ${remembering('$4::smallint', '$5::bytea', 'found')}
), due as (
  -- A change of the trust that is under way is not waited for.
  select t.account_id, t.id from found join trusted_device t on t.account_id = found.account_id and t.id = found.id
  where found.key_thumbprint = $6::text and exists (select from remembered)
    and found.last_seen_at < $3::timestamptz - interval '${seenEverySeconds} seconds'
  for update of t skip locked
), seen as (
  update trusted_device t set last_seen_at = $3::timestamptz
  from due where t.account_id = due.account_id and t.id = due.id
)
select found.id, found.key_thumbprint as device_key, exists (select from remembered) as fresh from found`);
