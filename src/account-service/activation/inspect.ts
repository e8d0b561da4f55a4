import type { Kysely } from 'kysely';
import { maskAddress } from '../account/address.ts';
import type { Database } from '../database/schema.ts';
import { takeRequest } from '../limits/destinations.ts';
import { hashToken } from '../secrets/tokens.ts';
import type { Service } from '../service.ts';

/** Tells what an activation link is good for. Reads only: looking at a link never uses it. */
export async function inspectActivation(service: Service, token: string, network: string) {
  await takeRequest(service, 'inspect', network);
  const found = await findActivation(service.db, token);
  if (!found) return { state: 'invalid' as const, address: null, expiresAt: null };
  return {
    state: found.expires_at > service.clock.now() ? ('open' as const) : ('expired' as const),
    address: maskAddress(found.address),
    expiresAt: found.expires_at.toISOString(),
  };
}

/** The sign-up behind the token of a link, used links excluded (their sign-up is gone). */
export function findActivation(db: Kysely<Database>, token: string) {
  return db
    .selectFrom('activation')
    .innerJoin('sign_up', 'sign_up.id', 'activation.sign_up_id')
    .selectAll('sign_up')
    .select('activation.expires_at')
    .where('activation.token_hash', '=', hashToken(token))
    .executeTakeFirst();
}
