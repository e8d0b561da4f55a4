import { ORPCError } from '@orpc/client';
import { CommandError } from './command-error.ts';
import { present } from './present.ts';
import type { Latchkey } from './run.ts';
import { chooseFactor, recoverWith, verifyBy, type Factors } from './second-factor.ts';
import { words } from './words/words.ts';

/**
 * Makes a call that needs a fresh check of a second factor. Where the service misses it, the person is asked, and the call
 * is made again.
 * @throws CommandError USAGE where nobody can be asked; what `call` throws
 */
export async function withFreshFactor<T>(latchkey: Latchkey, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof ORPCError && error.code === 'STEP_UP_REQUIRED')) throw error;
    await checkFactor(latchkey);
    return call();
  }
}

async function checkFactor({ client, signal }: Latchkey): Promise<void> {
  const asked = { signal, whenNobody: new CommandError('USAGE', words.errors.nobodyChecks) };
  const { account } = await present(await client.account.watch());
  if (account.stage !== 'signedIn') throw new CommandError('NOT_SIGNED_IN', words.errors.signInFirst);
  const { stepUp } = client.account;
  const factors: Factors = {
    methods: account.methods
      .filter(({ confirmed, disabled }) => confirmed && !disabled)
      .map(({ destination, ...method }) => ({ ...method, hint: destination })),
    canRecover: account.recoveryCodesLeft > 0,
  };
  const method = await chooseFactor(factors, asked);
  if (method === null) return recoverWith((given) => stepUp.recover(given), asked);
  await verifyBy(
    method,
    { send: (given) => stepUp.send(given), verify: (given) => stepUp.verify(given) },
    asked,
  );
}
