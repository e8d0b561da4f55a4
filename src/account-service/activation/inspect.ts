import type { Kysely } from 'kysely';
import { maskAddress } from '../account/address.ts';
import type { Database } from '../database/schema.ts';
import type { OpenCaller } from '../http/authenticate.ts';
import { takeRequest } from '../limits/destinations.ts';
import { hashToken } from '../secrets/tokens.ts';
import type { Service } from '../service.ts';
import { outcomeOf } from './past-links.ts';

/**
 * Reports the state of an activation link. Reads only: looking at a link never uses it.
 *
 * @param caller its device key, if any, tells whether this device made the sign-up and needs no password
 * @throws `RATE_LIMITED`
 */
export async function inspectActivation(service: Service, token: string, caller: OpenCaller) {
  const found = await findActivation(service.db, token);
  await takeRequest(service, 'inspect', found?.id ?? caller.network);
  if (!found) {
    const state = await outcomeOf(service.db, token);
    return { state, address: null, expiresAt: null, isOwnDevice: false };
  }
  return {
    state: found.expires_at > service.clock.now() ? ('open' as const) : ('expired' as const),
    address: maskAddress(found.address),
    expiresAt: found.expires_at.toISOString(),
    isOwnDevice: caller.deviceKey !== null && caller.deviceKey === found.device_key,
  };
}

/** The sign-up behind a link's token. Used links are excluded, as their sign-up is gone. */
export function findActivation(db: Kysely<Database>, token: string) {
  return db
    .selectFrom('activation')
    .innerJoin('sign_up', 'sign_up.id', 'activation.sign_up_id')
    .selectAll('sign_up')
    .select('activation.expires_at')
    .where('activation.token_hash', '=', hashToken(token))
    .executeTakeFirst();
}
