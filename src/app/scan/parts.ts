import { joinParts } from '../../core/qr/sequence.ts';
import type { Part } from '../../core/qr/sequence.ts';
import { codeText } from '../../core/qr/text.ts';
import type { Clock } from '../ports.ts';
import { unansweredMs } from '../unanswered.ts';

/** A message of which some symbols are still missing. */
export interface OpenSequence {
  /** How many symbols the message has, and which are missing, counted from 1. */
  readonly count: number;
  readonly missing: readonly number[];
  /** The start of the message, if its first symbol was read. */
  readonly start: string | null;
}

export interface Parts {
  /** Adds a part; returns the whole message if that was the last missing one. */
  add(part: Part): { text: string; isProven: boolean } | null;
  /** What is still missing of this part's message; null if nothing is. */
  openOf(part: Part): OpenSequence | null;
  forget(): void;
}

/**
 * Collects the parts of messages split over several QR codes, from one picture or several scans. They wait for the
 * others for a while after the last one.
 */
export function createParts(clock: Clock): Parts {
  const waiting = new Map<string, Part[]>();
  let stopClock = () => {};

  const keyOf = ({ count, parity }: Part) => `${parity} of ${count}`;
  const forget = () => {
    stopClock();
    waiting.clear();
  };
  return {
    add(part) {
      stopClock();
      stopClock = clock.after(unansweredMs, forget);
      const key = keyOf(part);
      const parts = [...(waiting.get(key) ?? []).filter(({ index }) => index !== part.index), part];
      const whole = joinParts(parts);
      if (whole === null) {
        waiting.set(key, parts);
        return null;
      }
      waiting.delete(key);
      return { text: codeText(whole.bytes, null, latin1(whole.bytes)), isProven: whole.isProven };
    },
    openOf(part) {
      const parts = waiting.get(keyOf(part));
      if (parts === undefined) return null;
      const places = Array.from({ length: part.count }, (_, index) => index);
      const first = parts.find(({ index }) => index === 0);
      return {
        count: part.count,
        missing: places
          .filter((place) => !parts.some(({ index }) => index === place))
          .map((place) => place + 1),
        start: first === undefined ? null : latin1(first.bytes),
      };
    },
    forget,
  };
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
