import type { Entry } from './entry.ts';
import { sameRecord } from './record.ts';

/** An entry that was permanently deleted, or a site that was removed: records only that it existed. */
export interface Tombstone {
  /** The id that it had. */
  readonly id: string;
  /** One more than its last revision. */
  readonly revision: number;
  readonly deletedAt: number;
}

/** For comparing entries regardless of revision. */
export const NO_REVISION = { revision: 1, changedAt: 0 } as const;

/** Whether two entries have the same state, regardless of revision. */
export function sameState(one: Entry, other: Entry): boolean {
  return sameRecord({ ...one, ...NO_REVISION }, { ...other, ...NO_REVISION });
}
