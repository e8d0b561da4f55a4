import { addressKey } from '../../account/address.ts';
import { account, command, flag } from '../command.ts';
import { noteView, operatorsTrail, readTrail } from '../trail.ts';

/** Shows the last 200 events of an account's audit trail, newest first: this look itself. Or the operators' own. */
export const audit = command({
  name: 'audit',
  arguments: { account, operators: flag },
  says: 'the audit trail of an account, or with --operators what operators did',
  async run(service, given, operator) {
    if (given.operators) return readTrail(service, operatorsTrail);
    const holder = await service.db
      .selectFrom('account_address')
      .select('account_id')
      .where('address_key', '=', addressKey(given.account ?? ''))
      .executeTakeFirst();
    if (!holder) throw new Error('There is no account with this address (--account ADDRESS)');
    await noteView(service, holder.account_id, operator, 'audit');
    return readTrail(service, holder.account_id);
  },
});
