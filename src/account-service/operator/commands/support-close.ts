import { record } from '../../audit/record.ts';
import { transact } from '../../database/transaction.ts';
import { command, reason, reference } from '../command.ts';

/** Closes a request for help and changes nothing else: the person was not identified, or needs no more help. */
export const supportClose = command({
  name: 'support close',
  arguments: { reference, reason },
  word: 'reference',
  says: 'closes a request without changing anything',
  run: (service, given, operator) =>
    transact(service.db, async (tx) => {
      const now = service.clock.now();
      const request = await tx
        .updateTable('support_request')
        .set({ closed_at: now, closed_by: operator, outcome: given.reason })
        .where('reference', '=', given.reference)
        .where('closed_at', 'is', null)
        .returning('account_id')
        .executeTakeFirst();
      if (!request) throw new Error(`There is no open request ${given.reference}`);
      if (request.account_id !== null) {
        await record(tx, now, {
          accountId: request.account_id,
          event: 'support-closed',
          actor: 'operator',
          details: { operator, reason: given.reason, request: given.reference },
        });
      }
      return { closed: given.reference };
    }),
});
