import { record } from '../audit/record.ts';
import type { Service } from '../service.ts';

/** The id of no account: the trail of what operators did is stored under it. No person ever has this id. */
export const operatorsTrail = '00000000-0000-0000-0000-000000000000';

/** Adds a command to the operators' trail. */
export function noteCommand(service: Service, details: Record<string, string>): Promise<void> {
  return record(service.db, service.clock.now(), {
    accountId: operatorsTrail,
    event: 'operator-command',
    actor: 'operator',
    details,
  });
}

/** Notes in an account's own trail that an operator looked at it. Its holder can read that. */
export function noteView(
  service: Service,
  accountId: string,
  operator: string,
  what: 'request' | 'audit',
): Promise<void> {
  const details = { operator, what };
  return record(service.db, service.clock.now(), {
    accountId,
    event: 'account-viewed',
    actor: 'operator',
    details,
  });
}

/** The last 200 events under an account, newest first. */
export function readTrail(service: Service, accountId: string) {
  return service.db
    .selectFrom('audit_event')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
}
