import { methodHint, methodsOf } from '../../mfa/methods.ts';
import { command, reference } from '../command.ts';
import { noteView } from '../trail.ts';

/** One request and what is known of its account, destinations masked. The account's trail records who looked. */
export const supportShow = command({
  name: 'support show',
  arguments: { reference },
  word: 'reference',
  says: 'one request and its account',
  async run(service, given, operator) {
    const request = await service.db
      .selectFrom('support_request')
      .selectAll()
      .where('reference', '=', given.reference)
      .executeTakeFirst();
    if (!request) throw new Error(`There is no request ${given.reference}`);
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
          .map((method) => ({
            kind: method.kind,
            hint: methodHint(method),
            lastUsedAt: method.last_used_at,
          })),
      },
    };
  },
});
