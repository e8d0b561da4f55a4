import { sql } from 'kysely';
import { addressKey } from '../../account/address.ts';
import { record } from '../../audit/record.ts';
import { transact } from '../../database/transaction.ts';
import type { Service } from '../../service.ts';
import { lockAccount } from '../../sessions/live-session.ts';
import { raiseSecurityEpoch } from '../../sessions/security-epoch.ts';
import { account, command, flag, reason } from '../command.ts';

/**
 * Ends every session, sign-in attempt and trust, of one account or of all (such as after restoring a backup).
 * Nothing else changes: everyone signs in again with password and second factor. Answers how many accounts were
 * affected.
 */
export const sessionsEnd = command({
  name: 'sessions end',
  arguments: { account, everyone: flag, reason },
  says: 'ends sessions and trust, of one account or with --everyone of all',
  async run(service, given, operator) {
    if ((given.account === undefined) !== given.everyone) {
      throw new Error('say whose: --account ADDRESS, or --everyone');
    }
    if (given.account === undefined) return { accounts: await raiseAll(service) };
    const address = addressKey(given.account);
    return transact(service.db, async (tx) => {
      const holder = await tx
        .selectFrom('account_address')
        .select('account_id')
        .where('address_key', '=', address)
        .executeTakeFirst();
      const locked = holder && (await lockAccount(tx, holder.account_id));
      if (!locked) throw new Error('There is no account with this address (--account ADDRESS)');
      await raiseSecurityEpoch(tx, locked, null);
      await record(tx, service.clock.now(), {
        accountId: locked.id,
        event: 'sessions-ended',
        actor: 'operator',
        details: { operator, reason: given.reason },
      });
      return { accounts: 1 };
    });
  },
});

/** The accounts changed together. Each batch is its own transaction and locks its rows only for that long. */
const batch = 5_000;

async function raiseAll(service: Service): Promise<number> {
  let last = '00000000-0000-0000-0000-000000000000';
  for (let accounts = 0; ;) {
    const { rows } = await sql<{ id: string }>`
      update account set security_epoch = security_epoch + 1
      where id in (select id from account where id > ${last}::uuid order by id limit ${batch})
      returning id`.execute(service.db);
    accounts += rows.length;
    if (rows.length < batch) return accounts;
    last = rows.map(({ id }) => id).reduce((most, id) => (id > most ? id : most));
  }
}
