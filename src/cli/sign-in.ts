import { ORPCError } from '@orpc/client';
import { accountErrors } from '../contract/account-service/errors.ts';
import type { AccountState, AccountView } from '../contract/account-state.ts';
import { ask, type Asked } from './ask.ts';
import { CommandError } from './command-error.ts';
import type { Client } from './host.ts';
import { untilRight } from './passphrase.ts';
import { present } from './present.ts';
import type { Latchkey } from './run.ts';
import { chooseFactor, recoverWith, verifyBy } from './second-factor.ts';
import { streams } from './streams.ts';
import { words } from './words/words.ts';

type SecondFactor = Extract<AccountState, { stage: 'secondFactor' }>;

/**
 * Signs the person in: address, password, then whichever method they choose.
 * @param view the account as it is, not signed in
 * @throws CommandError USAGE where nobody can be asked; the contract's errors
 */
export async function signIn({ client, signal }: Latchkey, view: AccountView, given?: string): Promise<void> {
  const asked = { signal, whenNobody: new CommandError('USAGE', words.errors.nobodySignsIn) };
  const known = 'address' in view.account ? (view.account.address ?? undefined) : undefined;
  const email = given ?? (await ask.text(words.account.askEmail, asked, known));
  await untilRight('CREDENTIALS_INVALID', words.account.credentialsAgain, async () => {
    const password = await ask.hidden(words.account.askPassword, asked);
    await start(client, email, password, asked);
  });
  let { account } = await present(await client.account.watch());
  if (account.stage === 'secondFactor') {
    await secondFactor(client, account, view.server.branding?.trustDays ?? null, asked);
    ({ account } = await present(await client.account.watch()));
  }
  if (account.stage !== 'signedIn') throw new CommandError('NOT_SIGNED_IN', words.errors.notSignedIn);
  streams.say(
    account.kind === 'full' ? words.account.nowSignedIn(account.address) : words.account.mustEnrolNow,
  );
}

/** After too many wrong passwords, a mailed code can stand in for waiting. */
async function start(client: Client, email: string, password: string, asked: Asked): Promise<void> {
  try {
    await client.account.signIn.start({ email, password });
  } catch (error) {
    if (!(error instanceof ORPCError && error.code === 'TOO_MANY_ATTEMPTS')) throw error;
    const { data } = accountErrors.TOO_MANY_ATTEMPTS.data.safeParse(error.data);
    if (data?.confirmByMail !== true) throw error;
    streams.say(words.account.confirmByMail);
    const confirmation = await ask.text(words.account.askCode, asked);
    await client.account.signIn.start({ email, password, confirmation });
  }
}

async function secondFactor(
  client: Client,
  factors: SecondFactor,
  trustDays: number | null,
  asked: Asked,
): Promise<void> {
  const method = await chooseFactor(factors, asked);
  if (method === null) return recoverWith((given) => client.account.signIn.recover(given), asked);
  const trust = await ask.yes(words.account.askTrust(trustDays), asked);
  await verifyBy(
    method,
    {
      send: (given) => client.account.signIn.send(given),
      verify: (given) => client.account.signIn.verify({ ...given, trust }),
    },
    asked,
  );
}
