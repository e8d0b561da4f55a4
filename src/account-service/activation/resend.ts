import { addressKey } from '../account/address.ts';
import { transact, type Tx } from '../database/transaction.ts';
import type { OpenCaller } from '../http/authenticate.ts';
import { takeOwnMail, takeRequest, takeStrangersMail } from '../limits/destinations.ts';
import { enqueue } from '../outbox/enqueue.ts';
import type { Service } from '../service.ts';
import { findActivation } from './inspect.ts';
import { writeActivation } from './link.ts';
import { fallbackLanguage, type Language } from '../../contract/vocabulary.ts';

interface Waiting {
  id: string;
  address: string;
  language: Language;
}

/**
 * Sends a new link for the caller's own sign-up: the one that this device made, or the one of an older link. It
 * never mails the link of another's sign-up on request. The answer is the same when no sign-up is waiting.
 *
 * @throws `RATE_LIMITED`
 */
export async function resendActivation(
  service: Service,
  { email, token }: { email: string; token?: string | undefined },
  caller: OpenCaller,
): Promise<{ accepted: true }> {
  if (token !== undefined) {
    await resendByLink(service, token, caller.network, email);
    return { accepted: true };
  }
  const mayGo = await takeStrangersMail(service, caller, email);
  await transact(service.db, async (tx) => {
    const waiting = await tx
      .selectFrom('sign_up')
      .select(['id', 'address', 'language', 'device_key'])
      .where('address_key', '=', addressKey(email))
      .where((is) =>
        is.not(
          is.exists(
            is
              .selectFrom('account_address')
              .select('account_id')
              .whereRef('account_address.address_key', '=', 'sign_up.address_key'),
          ),
        ),
      )
      .orderBy('created_at', 'desc')
      .limit(20)
      .forUpdate()
      .execute();
    const own = waiting.find((row) => row.device_key !== null && row.device_key === caller.deviceKey);
    await sendAgain(tx, service, mayGo ? own : undefined, email);
    return null;
  });
  return { accepted: true };
}

/**
 * The same by an older link, whose token identifies the sign-up: on another computer, and on the landing page.
 *
 * @param email if given, nothing is sent unless the sign-up has this address
 * @throws `RATE_LIMITED`
 */
export async function resendByLink(
  service: Service,
  token: string,
  network: string,
  email?: string,
): Promise<void> {
  const found = await findActivation(service.db, token);
  const isMeant = email === undefined || found?.address_key === addressKey(email);
  if (!found || !isMeant) return takeRequest(service, 'resend', network);
  // Only someone who reads the mailbox has the older link.
  await takeOwnMail(service, `sign-up ${found.id}`);
  await transact(service.db, async (tx) => {
    const waiting = await tx
      .selectFrom('sign_up')
      .select(['id', 'address', 'language'])
      .where('id', '=', found.id)
      .forUpdate()
      .executeTakeFirst();
    await sendAgain(tx, service, waiting, found.address);
    return null;
  });
}

async function sendAgain(
  tx: Tx,
  service: Service,
  waiting: Waiting | undefined,
  email: string,
): Promise<void> {
  const link = waiting ? await writeActivation(tx, service, waiting.id) : '';
  await enqueue(tx, service, {
    channel: waiting ? 'mail' : 'none',
    to: waiting?.address ?? email,
    language: waiting?.language ?? fallbackLanguage,
    message: { about: 'activation', link },
    ...(waiting && { replaces: `activation:${waiting.id}` }),
  });
}
