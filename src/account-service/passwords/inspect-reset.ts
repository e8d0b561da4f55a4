import { maskAddress } from '../account/address.ts';
import { outcomeOf } from '../activation/past-links.ts';
import { takeRequest } from '../limits/destinations.ts';
import { accountOfToken, hashToken } from '../secrets/tokens.ts';
import type { Service } from '../service.ts';

/**
 * Reports the state of a password reset link, and whose it is. Reads only.
 *
 * @throws `RATE_LIMITED`
 */
export async function inspectReset(service: Service, token: string, network: string) {
  const found = await findHolder(service, token);
  await takeRequest(service, 'inspect', found ? hashToken(token).toString('hex') : network);
  if (!found) return { state: await outcomeOf(service.db, token), address: null, expiresAt: null };
  return {
    state: found.expires_at > service.clock.now() ? ('open' as const) : ('expired' as const),
    address: maskAddress(found.address),
    expiresAt: found.expires_at.toISOString(),
  };
}

async function findHolder(service: Service, token: string) {
  const accountId = accountOfToken(token);
  if (accountId === null) return undefined;
  return service.db
    .selectFrom('password_reset')
    .innerJoin('account', 'account.id', 'password_reset.account_id')
    .select(['account.address', 'password_reset.expires_at'])
    .where('password_reset.account_id', '=', accountId)
    .where('password_reset.token_hash', '=', hashToken(token))
    .executeTakeFirst();
}
