import type { OpenKept } from './kept-store.ts';
import type { SyncRemote } from './remote.ts';
import { troubleOf } from './trouble.ts';

/**
 * Removes all that this computer keeps of sync; then, if the service answers, what the service keeps for it: its request to
 * be let in, or its pass. A request that could not be taken back stands for its hour.
 */
export async function leave(
  open: OpenKept,
  { remote }: { remote: Pick<SyncRemote, 'withdraw' | 'endPass'> },
): Promise<void> {
  const kept = open.get();
  const isWaiting = kept !== null && typeof kept !== 'string' && kept.stage === 'waiting';
  if (kept !== null) await open.forget();
  await remote.endPass();
  if (!isWaiting) return;
  await remote.withdraw().catch((error: unknown) => {
    if (troubleOf(error) === null) throw error;
  });
}
