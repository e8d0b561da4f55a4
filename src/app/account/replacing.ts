import type { Kept } from './kept.ts';
import { isFailure, type Session } from './session.ts';

/**
 * Removes the method whose successor counts already. Where the server goes away in between, it is done at the next
 * chance: after a refresh, or after the fresh check that it needs by then.
 *
 * @throws Failure SERVER_UNREACHABLE, STEP_UP_REQUIRED, UNAUTHENTICATED: it still has to go
 */
export async function removeReplaced(kept: Kept, session: Session): Promise<void> {
  const { leaving } = kept.traces();
  if (leaving === null) return;
  try {
    await session.ask(kept, (client) => client.mfa.remove({ methodId: leaving }));
  } catch (error) {
    // Gone already, or the successor is gone: either way there is nothing more to do.
    if (!isFailure(error, 'METHOD_NOT_FOUND') && !isFailure(error, 'LAST_METHOD')) throw error;
  }
  await kept.change({ leaving: null, trustedUntil: null });
}
