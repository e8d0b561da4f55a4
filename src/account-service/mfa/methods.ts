import type { Kysely } from 'kysely';
import type { Method, MethodChoice } from '../../contract/account-service.ts';
import type { Database, MethodRow } from '../database/schema.ts';
import { takeStrangersMail, takeStrangersSms } from '../limits/destinations.ts';
import { refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import { methodOf } from './kinds.ts';
import type { Challenge } from './method.ts';

/** All methods of an account, confirmed or not, oldest first. */
export function methodsOf(db: Kysely<Database>, accountId: string): Promise<MethodRow[]> {
  return db
    .selectFrom('mfa_method')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute();
}

/** One method of the account in the given state. Throws `METHOD_NOT_FOUND`. */
export async function findMethod(
  db: Kysely<Database>,
  accountId: string,
  methodId: string,
  state: 'confirmed' | 'pending' | 'any',
): Promise<MethodRow> {
  const method = await db
    .selectFrom('mfa_method')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('id', '=', methodId)
    .executeTakeFirst();
  const fits = method && (state === 'any' || (state === 'confirmed') === (method.confirmed_at !== null));
  if (!fits) throw refusal('METHOD_NOT_FOUND');
  return method;
}

/** The account's methods, for `mfa.list`. */
export async function listMethods(service: Service, accountId: string): Promise<{ methods: Method[] }> {
  return { methods: (await methodsOf(service.db, accountId)).map(methodView) };
}

export function methodView(method: MethodRow): Method {
  return {
    id: method.id,
    kind: method.kind,
    destination: method.destination,
    confirmed: method.confirmed_at !== null,
    disabled: method.disabled_at !== null,
    addedAt: method.created_at.toISOString(),
    lastUsedAt: method.last_used_at?.toISOString() ?? null,
  };
}

/** A confirmed method as shown before the second factor. */
export function methodChoice(method: Pick<MethodRow, 'id' | 'kind' | 'destination'>): MethodChoice {
  return { id: method.id, kind: method.kind, hint: methodHint(method) };
}

/** The masked destination, or an authenticator's own label. */
export function methodHint({ kind, destination }: Pick<MethodRow, 'kind' | 'destination'>): string {
  return methodOf[kind].hint(destination);
}

/** How a person is asked to prove that they have the method. */
export function challengeOf(method: Pick<MethodRow, 'kind' | 'destination'>): Challenge {
  return methodOf[method.kind].challenge(method);
}

/**
 * Takes a first code from the caps for a destination not yet confirmed for this account: it may be anyone's. If
 * nothing is sent, nothing is taken.
 *
 * @returns whether the code may go (see `takeStrangersMail`)
 * @throws `RATE_LIMITED`
 */
export async function takeFirstCode(
  service: Service,
  accountId: string,
  challenge: Challenge,
): Promise<boolean> {
  if (challenge.by === 'ownCode') return true;
  const take = { mail: takeStrangersMail, sms: takeStrangersSms }[challenge.channel];
  return take(service, { accountId }, challenge.to);
}
