import { isFailure } from '../failure.ts';
import type { OpenLocalAccount } from './open-local-account.ts';
import type { AccountContext } from './context.ts';

/**
 * Removes a replaced method and this vault's entry that made its codes. If the server becomes unreachable, the
 * removal is retried at the next chance: after a refresh, or after the step-up that it needs by then.
 *
 * @throws Failure SERVER_UNREACHABLE, STEP_UP_REQUIRED, UNAUTHENTICATED: it still has to be removed
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
    // The method or its successor is already gone: nothing more to do.
    isGone = isFailure(error, 'METHOD_NOT_FOUND');
    if (!isGone && !isFailure(error, 'LAST_METHOD')) throw error;
  }
  if (isGone) await retire(leaving);
  await local.change({ leaving: null, trustedUntil: null });
}
