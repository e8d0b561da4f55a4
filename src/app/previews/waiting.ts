import { randomUUID } from 'node:crypto';
import { previewLimit } from '../../contract/limits.ts';
import type { ParsedOtpauth } from '../../core/otpauth/parsed.ts';
import { Failure } from '../failure.ts';
import type { Clock } from '../ports.ts';
import { unansweredMs } from '../unanswered.ts';

/** What was read and waits for an answer, with its secrets: in memory only, and not for long. */
export interface Waiting {
  /**
   * Keeps all of it, or nothing. Returns the ids, in the same order.
   * @throws Failure PREVIEWS_FULL
   */
  add(parsed: readonly ParsedOtpauth[]): string[];
  get(previewId: string): ParsedOtpauth | undefined;
  forget(previewIds: readonly string[]): void;
  forgetAll(): void;
}

export function createWaiting(clock: Clock): Waiting {
  const waiting = new Map<string, { parsed: ParsedOtpauth; until: number }>();
  let stopClock: (() => void) | null = null;

  /** The oldest come first. One timer serves all of them. */
  function expire(): void {
    stopClock = null;
    const now = clock.elapsed();
    for (const [previewId, { until }] of waiting) {
      if (until > now) {
        stopClock = clock.after(until - now, expire);
        return;
      }
      waiting.delete(previewId);
    }
  }

  return {
    add(parsed) {
      if (waiting.size + parsed.length > previewLimit) {
        throw new Failure('PREVIEWS_FULL', { limit: previewLimit });
      }
      const until = clock.elapsed() + unansweredMs;
      const ids = parsed.map((one) => {
        const previewId = randomUUID();
        waiting.set(previewId, { parsed: one, until });
        return previewId;
      });
      stopClock ??= clock.after(unansweredMs, expire);
      return ids;
    },
    get: (previewId) => waiting.get(previewId)?.parsed,
    forget: (previewIds) => {
      for (const previewId of previewIds) waiting.delete(previewId);
    },
    forgetAll() {
      stopClock?.();
      stopClock = null;
      waiting.clear();
    },
  };
}
