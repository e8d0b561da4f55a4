import type { Clock } from '../../app/ports.ts';

/** A `Date` header has whole seconds and takes time to arrive: below this, clocks count as equal. */
const noticeableMs = 2_000;

/** What each server's clock is known to show, from the `Date` of its answers. */
export interface Drift {
  /** The server's clock minus this computer's, in ms. */
  of(origin: string): number;
  /** Learns from an answer to a request sent at `sentAt` (ms). Returns whether that changed the drift. */
  learn(origin: string, answer: Response, sentAt: number): boolean;
}

export function createDrift(clock: Clock): Drift {
  const known = new Map<string, number>();
  return {
    of: (origin) => known.get(origin) ?? 0,
    learn(origin, answer, sentAt) {
      const date = Date.parse(answer.headers.get('date') ?? '');
      if (Number.isNaN(date)) return false;
      const middle = (sentAt + clock.now()) / 2;
      const measured = date + 500 - middle;
      const before = known.get(origin) ?? 0;
      if (Math.abs(measured - before) < noticeableMs) return false;
      known.set(origin, Math.abs(measured) < noticeableMs ? 0 : Math.round(measured));
      return true;
    },
  };
}
