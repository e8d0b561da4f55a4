import type { Clock } from '../ports.ts';

/** What ended a wait: the promise, the clock, or the reader going away. */
export type Woken<T> = { by: 'value'; result: T } | { by: 'clock' } | { by: 'aborted' };

/**
 * Waits for a promise, for a moment of the clock (`Infinity`: no moment), or for the signal, whichever comes
 * first. A promise that loses is not cancelled: hand it in again next time.
 */
export async function untilOneOf<T>(
  promise: Promise<T>,
  clock: Clock,
  moment: number,
  signal?: AbortSignal,
): Promise<Woken<T>> {
  if (signal?.aborted) return { by: 'aborted' };
  const { promise: other, resolve } = Promise.withResolvers<Woken<T>>();
  const stopClock = moment === Infinity ? () => {} : clock.at(moment, () => resolve({ by: 'clock' }));
  const onAbort = () => resolve({ by: 'aborted' });
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([promise.then((result): Woken<T> => ({ by: 'value', result })), other]);
  } finally {
    stopClock();
    signal?.removeEventListener('abort', onAbort);
  }
}
