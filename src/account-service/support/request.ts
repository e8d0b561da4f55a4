import { randomInt } from 'node:crypto';
import type { Language } from '../../contract/account-service.ts';
import { addressKey } from '../account/address.ts';
import { record } from '../audit/record.ts';
import { transact, type Tx } from '../database/transaction.ts';
import type { OpenCaller } from '../http/authenticate.ts';
import { takeOwnMail, takeStrangersMail } from '../limits/destinations.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { isRefusal } from '../refusal.ts';
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
 * Takes a request for help from someone without access to any method. It only changes a list that operators
 * read, and the account's holder is notified. An unknown address gets the same answer.
 *
 * @returns the reference to quote in letters to support
 * @throws `RATE_LIMITED`
 */
export async function requestSupport(service: Service, wanted: SupportRequest, caller: OpenCaller) {
  const signingIn = await accountSigningIn(service, wanted, caller);
  const mayGo = await takeMails(service, wanted, signingIn, caller);
  const reference = createReference();
  await transact(service.db, async (tx) => {
    const now = service.clock.now();
    const holder = await findHolder(tx, wanted.email);
    await tx
      .insertInto('support_request')
      .values({
        reference,
        account_id: holder?.id ?? null,
        address: wanted.email,
        reason: wanted.reason,
        contact: wanted.contact,
        language: wanted.language,
        password_proven: signingIn !== null && signingIn === holder?.id,
        network: caller.network,
        created_at: now,
      })
      .execute();
    if (holder)
      await record(tx, now, { accountId: holder.id, event: 'support-requested', network: caller.network });
    await enqueue(tx, service, {
      channel: holder && mayGo.holder ? 'mail' : 'none',
      to: holder?.address ?? wanted.email,
      language: holder?.language ?? wanted.language,
      message: { about: 'supportRequested', reference },
    });
    await enqueue(tx, service, {
      channel: mayGo.contact ? 'mail' : 'none',
      to: wanted.contact,
      language: wanted.language,
      message: { about: 'supportReceipt', reference },
    });
    return null;
  });
  return { reference };
}

/** The account that this device is signing in to, with the right password, if help is requested for it; else null. */
async function accountSigningIn(
  service: Service,
  { email, flow }: SupportRequest,
  { deviceKey }: OpenCaller,
): Promise<string | null> {
  if (flow === undefined || deviceKey === null) return null;
  return transact(service.db, async (tx) => {
    const open = await lockFlow(tx, service, flow, deviceKey).catch((error: unknown) => {
      if (isRefusal(error)) return null;
      throw error;
    });
    const holder = await findHolder(tx, email);
    return open !== null && open.account.id === holder?.id ? holder.id : null;
  });
}

/** With the right password, uses the owner's allowance, which no stranger can use up; else the strangers'. */
async function takeMails(
  service: Service,
  { email, contact }: SupportRequest,
  signingIn: string | null,
  caller: OpenCaller,
): Promise<{ holder: boolean; contact: boolean }> {
  if (signingIn !== null) {
    await takeOwnMail(service, `support ${signingIn}`);
    return { holder: true, contact: true };
  }
  return {
    contact: await takeStrangersMail(service, caller, contact),
    holder: await takeStrangersMail(service, caller, email),
  };
}

function findHolder(tx: Tx, email: string) {
  return tx
    .selectFrom('account_address')
    .innerJoin('account', 'account.id', 'account_address.account_id')
    .select(['account.id', 'account.address', 'account.language'])
    .where('account_address.address_key', '=', addressKey(email))
    .executeTakeFirst();
}

/** A reference that is easy to say on the phone: no letters that look alike. */
function createReference(): string {
  const letters = 'ACDEFGHJKLMNPQRTUVWXY34679';
  return `LK-${Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')}`;
}
