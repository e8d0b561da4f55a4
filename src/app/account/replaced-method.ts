import type { OpenLocalAccount } from './open-local-account.ts';
import { isFailure } from './session.ts';
import type { AccountContext } from './context.ts';

/**
 * Removes the method whose successor counts already, and with it this vault's entry that made its codes. Where the server goes away in between, it is done at the next
 * chance: after a refresh, or after the fresh check that it needs by then.
 *
 * @throws Failure SERVER_UNREACHABLE, STEP_UP_REQUIRED, UNAUTHENTICATED: it still has to go
 */
export async function removeReplaced(
  local: OpenLocalAccount,
  { session, retire }: Pick<AccountContext, 'session' | 'retire'>,
): Promise<void> {
  const { leaving } = local.get();
  if (leaving === null) return;
  let isGone = true;
  try {
    await session.ask(local, (client) => client.mfa.remove({ methodId: leaving }));
  } catch (error) {
    // Gone already, or the successor is gone: either way there is nothing more to do.
    isGone = isFailure(error, 'METHOD_NOT_FOUND');
    if (!isGone && !isFailure(error, 'LAST_METHOD')) throw error;
  }
  if (isGone) await retire(leaving);
  await local.change({ leaving: null, trustedUntil: null });
}
