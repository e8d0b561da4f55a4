import { type Hash } from '../protocol/bytes.ts';
import { SyncError } from '../protocol/fault.ts';
import { syncLimits } from '../protocol/limits.ts';
import { headOf } from '../protocol/log.ts';
import type { SyncState } from './state.ts';

/** What a computer asks the service for: everything after what it has. */
export interface Question {
  /** How many log entries it has. */
  readonly log: number;
  /** The sequence of its newest manifest. */
  readonly manifests: number;
  /** Items of a greater sequence; 0 for all. */
  readonly items: number;
}

/** One page of an answer, made by the service in one transaction. */
export interface Answer {
  /** The service's newest log entry and manifest, whatever else the page holds. */
  readonly head: { readonly number: number; readonly hash: Hash };
  readonly newest: Uint8Array | null;
  readonly log: readonly Uint8Array[];
  readonly manifests: readonly Uint8Array[];
  readonly items: readonly Uint8Array[];
  /** The keys that were sealed for the one who asks, and the chain of all epochs. */
  readonly seals: readonly Uint8Array[];
  readonly chain: readonly Uint8Array[];
  /** What to ask next, if this was not all. */
  readonly next: Question | null;
}

/** The pages so far. Nothing of them is believed. */
export interface Gathered {
  readonly log: readonly Uint8Array[];
  readonly manifests: readonly Uint8Array[];
  readonly items: readonly Uint8Array[];
  readonly last: Answer;
  readonly next: Question | null;
}

/** Where to begin. */
export function questionOf({ log, position, items }: SyncState): Question {
  const { sequence } = position;
  return { log: log.entries.length, manifests: sequence, items: items === null ? 0 : sequence };
}

/**
 * Adds a page to those before.
 * @throws SyncError WENT_BACK, FORKED if the log is not the known one; MALFORMED if the pages do not end
 */
export function gather(state: SyncState, before: Gathered | null, answer: Answer): Gathered {
  const { head, next } = answer;
  const length = state.log.entries.length;
  if (head.number + 1 < length)
    throw new SyncError('WENT_BACK', `a log of ${head.number + 1}, known are ${length}`);
  if (head.number + 1 === length && head.hash !== headOf(state.log)) {
    throw new SyncError('FORKED', 'another log of the same length');
  }
  const asked = before?.next ?? questionOf(state);
  if (next !== null && next.items <= asked.items && next.manifests <= asked.manifests) {
    throw new SyncError('MALFORMED', 'the next page is not a later one');
  }
  const items = [...(before?.items ?? []), ...answer.items];
  // A page may repeat what was written again meanwhile.
  if (items.length > 2 * syncLimits.items) throw new SyncError('MALFORMED', 'more items than an account has');
  const log = [...(before?.log ?? []), ...answer.log];
  if (log.length > syncLimits.logEntries) throw new SyncError('MALFORMED', 'more entries than a log has');
  return { log, manifests: [...(before?.manifests ?? []), ...answer.manifests], items, last: answer, next };
}
