import { addressKey } from '../account/address.ts';
import { methodHint, methodsOf } from '../mfa/methods.ts';
import type { Service } from '../service.ts';

/** Requests that nobody has closed, oldest first. */
export function listRequests(service: Service) {
  return service.db
    .selectFrom('support_request')
    .select(['reference', 'created_at', 'address', 'contact', 'password_proven'])
    .where('closed_at', 'is', null)
    .orderBy('created_at')
    .limit(200)
    .execute();
}

/** One request with what is known of its account, destinations masked. */
export async function showRequest(service: Service, reference: string) {
  const request = await service.db
    .selectFrom('support_request')
    .selectAll()
    .where('reference', '=', reference)
    .executeTakeFirst();
  if (!request) throw new Error(`There is no request ${reference}`);
  if (request.account_id === null) return { request, account: null };
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

/** The last 200 events of an account's audit trail, newest first. */
export async function auditOf(service: Service, address: string) {
  const holder = await service.db
    .selectFrom('account_address')
    .select('account_id')
    .where('address_key', '=', addressKey(address))
    .executeTakeFirst();
  if (!holder) throw new Error('There is no account with this address (--account ADDRESS)');
  return service.db
    .selectFrom('audit_event')
    .selectAll()
    .where('account_id', '=', holder.account_id)
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
}
