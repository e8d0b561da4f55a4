import { randomUUID } from 'node:crypto';
import type { Language } from '../../contract/account-service.ts';
import { addressKey } from '../account/address.ts';
import { writeActivation } from '../activation/link.ts';
import { transact } from '../database/transaction.ts';
import type { OpenCaller } from '../http/authenticate.ts';
import { takeStrangersMail } from '../limits/destinations.ts';
import { enqueue } from '../outbox/enqueue.ts';
import type { Service } from '../service.ts';

export interface SignUp {
  name: string;
  email: string;
  password: string;
  language: Language;
}

/**
 * Takes a sign-up. Known and unknown addresses get the same steps: the password is judged and hashed, a sign-up
 * is written, one mail goes out. For a known address the mail says so, and the activation link is never sent.
 * No account exists before activation, so a stranger's sign-up can't leave anything behind in one.
 *
 * @throws `PASSWORD_REFUSED`, `RATE_LIMITED`, `BUSY`
 */
export async function startSignUp(
  service: Service,
  wanted: SignUp,
  caller: OpenCaller,
): Promise<{ accepted: true }> {
  const { hashing, clock, config, db } = service;
  hashing.admit();
  const mayGo = await takeStrangersMail(service, caller, wanted.email);
  await hashing.judge(wanted.password, wanted.name, wanted.email, config.SERVICE_NAME);
  const passwordHash = await hashing.hash(wanted.password);
  await transact(db, async (tx) => {
    const key = addressKey(wanted.email);
    const id = randomUUID();
    await tx
      .insertInto('sign_up')
      .values({
        id,
        address_key: key,
        address: wanted.email,
        name: wanted.name,
        language: wanted.language,
        password_hash: passwordHash,
        device_key: caller.deviceKey,
        created_at: clock.now(),
      })
      .execute();
    const link = await writeActivation(tx, service, id);
    const holder = await tx
      .selectFrom('account_address')
      .innerJoin('account', 'account.id', 'account_address.account_id')
      .select(['account.address', 'account.language'])
      .where('account_address.address_key', '=', key)
      .executeTakeFirst();
    await enqueue(tx, service, {
      channel: mayGo ? 'mail' : 'none',
      to: holder?.address ?? wanted.email,
      language: holder?.language ?? wanted.language,
      message: holder
        ? { about: 'addressKnown', portal: config.PORTAL_URL ?? config.PUBLIC_URL }
        : { about: 'activation', link },
      replaces: `activation:${id}`,
    });
    return null;
  });
  return { accepted: true };
}
