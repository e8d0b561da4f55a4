import { addressKey } from '../account/address.ts';
import { standalone, withoutWaiting } from '../database/statement.ts';
import type { UnspentProofCaller } from '../http/authenticate.ts';
import { remembering } from '../http/device-proof.ts';
import {
  addressGuardKey,
  countAttempt,
  counting,
  deviceGuardKey,
  forgive,
  heldBackBy,
  passwordPerAddress,
  passwordPerConfirmed,
  passwordPerDevice,
  passwordPerNetwork,
  type AttemptRule,
} from '../limits/attempts.ts';
import { refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import { isConfirmed, mailConfirmation } from './confirmation.ts';

/** Whose password an attempt is about to be checked against, and where the attempt was counted. */
export interface CountedAttempt {
  /** Null for an unknown address. */
  known: { accountId: string; passwordHash: string } | null;
  counters: Counter[];
}

export interface Counter {
  rule: AttemptRule;
  key: Buffer;
}

/**
 * Remembers the caller's proof, looks up an address and counts the attempt as wrong, in one statement that is
 * the same for unknown addresses. It counts per network and per address. A computer that the account knows has
 * its own counter, so that strangers can't lock it out. When network or address is held back, a code mailed to
 * the address gets past both, to a counter of its own.
 *
 * @throws `TOO_MANY_ATTEMPTS`, `DEVICE_PROOF_INVALID` when the proof was used before; then nothing is counted
 */
export async function countSignIn(
  service: Service,
  { email, confirmation }: { email: string; confirmation?: string | undefined },
  caller: UnspentProofCaller,
): Promise<CountedAttempt> {
  const { db, databases, clock } = service;
  const now = clock.now();
  const network = { rule: passwordPerNetwork, key: Buffer.from(caller.network) };
  const address = { rule: passwordPerAddress, key: addressGuardKey(email) };
  const { slot, hash } = caller.proof;
  const values = [addressKey(email), caller.deviceKey, now, network.key, address.key, slot, hash];
  const [row] = await lookUpAndCount(databases.pool, values);
  if (!row) throw new Error('the look-up always answers with one row');
  if (!row.fresh) throw refusal('DEVICE_PROOF_INVALID');
  const known =
    row.id === null || row.password_hash === null
      ? null
      : { accountId: row.id, passwordHash: row.password_hash };
  if (known && row.is_known) {
    const device = { rule: passwordPerDevice, key: deviceGuardKey(known.accountId, caller.deviceKey) };
    if (!row.on_device) throw await heldBackBy(db, device.rule, device.key, now);
    return { known, counters: [device] };
  }
  if (row.on_network && row.on_address) return { known, counters: [network, address] };
  if (row.on_network) await forgive(db, network.rule, network.key);
  if (confirmation !== undefined && (await isConfirmed(service, email, confirmation))) {
    const confirmed = { rule: passwordPerConfirmed, key: address.key };
    await countAttempt(db, confirmed.rule, confirmed.key, now);
    return { known, counters: [confirmed] };
  }
  await mailConfirmation(service, email);
  const closed = row.on_network ? address : network;
  throw await heldBackBy(db, closed.rule, closed.key, now, { confirmByMail: true });
}

interface CountedRow {
  fresh: boolean;
  id: string | null;
  password_hash: string | null;
  is_known: boolean | null;
  on_device: boolean;
  on_network: boolean;
  on_address: boolean;
}

const isFresh = 'exists (select from remembered)';
const isKnown = 'exists (select from known where is_known)';
const lookUpAndCount = standalone<CountedRow>(`
with remembered as (${remembering('$6', '$7')}
), known as (
  select a.id, c.password_hash, k.key_thumbprint is not null as is_known
  from account_address d
  join account a on a.id = d.account_id
  join credential c on c.account_id = a.id
  left join known_device k on k.account_id = a.id and k.key_thumbprint = $2
  where d.address_key = $1
), on_device as (${counting(
  passwordPerDevice,
  `(select sha256(convert_to(id::text || ':' || $2, 'UTF8')) from known)`,
  '$3::timestamptz',
  `${isFresh} and ${isKnown}`,
)}
), on_network as (${counting(passwordPerNetwork, '$4::bytea', '$3::timestamptz', `${isFresh} and not ${isKnown}`)}
), on_address as (
  -- After the network's, always: two attempts at once can't wait for each other.
  ${counting(passwordPerAddress, '$5::bytea', '$3::timestamptz', 'exists (select from on_network)')}
)
select ${withoutWaiting}, known.*, ${isFresh} as fresh, exists (select from on_device) as on_device, exists (select from on_network) as on_network,
  exists (select from on_address) as on_address
from (select) as one left join known on true`);
