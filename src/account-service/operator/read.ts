import { addressKey } from '../account/address.ts';
import { methodHint, methodsOf } from '../mfa/methods.ts';
import type { Service } from '../service.ts';
import { noteView, readTrail } from './trail.ts';

/** Open requests: how many, and the first 200, those with the right password first, then by age. */
export async function listRequests(service: Service) {
  const open = service.db.selectFrom('support_request').where('closed_at', 'is', null);
  const { count } = await open
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  const requests = await open
    .select(['reference', 'created_at', 'address', 'contact', 'password_proven'])
    .orderBy('password_proven', 'desc')
    .orderBy('created_at')
    .limit(200)
    .execute();
  return { open: Number(count), requests };
}

/**
 * One request and what is known of its account, destinations masked. The account's trail records who looked.
 *
 * @throws when there is none
 */
export async function showRequest(service: Service, reference: string, operator: string) {
  const request = await service.db
    .selectFrom('support_request')
    .selectAll()
    .where('reference', '=', reference)
    .executeTakeFirst();
  if (!request) throw new Error(`There is no request ${reference}`);
  if (request.account_id === null) return { request, account: null };
  await noteView(service, request.account_id, operator, 'request');
  const account = await service.db
    .selectFrom('account')
    .select(['name', 'address', 'created_at', 'mfa_set_up_at'])
    .where('id', '=', request.account_id)
    .executeTakeFirst();
  const methods = await methodsOf(service.db, request.account_id);
  return {
    request,
    account: {
      ...account,
      methods: methods
        .filter(({ confirmed_at }) => confirmed_at !== null)
        .map((method) => ({ kind: method.kind, hint: methodHint(method), lastUsedAt: method.last_used_at })),
    },
  };
}

/**
 * The last 200 events of an account's audit trail, newest first. The newest is this look itself.
 *
 * @throws when no account has the address
 */
export async function auditOf(service: Service, address: string, operator: string) {
  const holder = await service.db
    .selectFrom('account_address')
    .select('account_id')
    .where('address_key', '=', addressKey(address))
    .executeTakeFirst();
  if (!holder) throw new Error('There is no account with this address (--account ADDRESS)');
  await noteView(service, holder.account_id, operator, 'audit');
  return readTrail(service, holder.account_id);
}
