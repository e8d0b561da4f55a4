import { randomInt } from 'node:crypto';
import type { Language } from '../../contract/account.ts';
import { addressKey } from '../account/address.ts';
import { record } from '../audit/record.ts';
import { transact } from '../database/transaction.ts';
import type { OpenCaller } from '../http/authenticate.ts';
import { takeMail, takeRequest } from '../limits/destinations.ts';
import { enqueue } from '../outbox/enqueue.ts';
import type { Service } from '../service.ts';
import { lockFlow } from '../sign-in/flow.ts';

export interface SupportRequest {
  email: string;
  reason: string;
  contact: string;
  language: Language;
  flow?: string | undefined;
}

/**
 * Takes a request for help from someone without access to any method. It changes nothing but a list that operators
 * read; the account's holder is told. An unknown address gets the same answer.
 *
 * @returns the reference to name in letters to support
 * @throws `RATE_LIMITED`
 */
export async function requestSupport(service: Service, wanted: SupportRequest, caller: OpenCaller) {
  await takeRequest(service, 'support', caller.network);
  await takeMail(service, wanted.contact);
  await takeMail(service, wanted.email);
  const reference = createReference();
  await transact(service.db, async (tx) => {
    const now = service.clock.now();
    const holder = await tx
      .selectFrom('account_address')
      .innerJoin('account', 'account.id', 'account_address.account_id')
      .select(['account.id', 'account.address', 'account.language'])
      .where('account_address.address_key', '=', addressKey(wanted.email))
      .executeTakeFirst();
    const proven =
      wanted.flow !== undefined && caller.deviceKey !== null
        ? await lockFlow(tx, service, wanted.flow, caller.deviceKey).then(
            ({ account }) => account.id === holder?.id,
            () => false,
          )
        : false;
    await tx
      .insertInto('support_request')
      .values({
        reference,
        account_id: holder?.id ?? null,
        address: wanted.email,
        reason: wanted.reason,
        contact: wanted.contact,
        language: wanted.language,
        password_proven: proven,
        network: caller.network,
        created_at: now,
      })
      .execute();
    if (holder)
      await record(tx, now, { accountId: holder.id, event: 'support-requested', network: caller.network });
    await enqueue(tx, service, {
      channel: holder ? 'mail' : 'none',
      to: holder?.address ?? wanted.email,
      language: holder?.language ?? wanted.language,
      message: { about: 'supportRequested', reference },
    });
    await enqueue(tx, service, {
      channel: 'mail',
      to: wanted.contact,
      language: wanted.language,
      message: { about: 'supportReceipt', reference },
    });
    return null;
  });
  return { reference };
}

/** Easy to say on the phone: no letters that look alike. */
function createReference(): string {
  const letters = 'ACDEFGHJKLMNPQRTUVWXY34679';
  return `LK-${Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')}`;
}
