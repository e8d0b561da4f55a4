import type { Entry } from './entry.ts';
import { sameRecord } from './record.ts';

/** A permanently deleted entry: records only that it existed. */
export interface Tombstone {
  /** The id that the entry had. */
  readonly id: string;
  /** One more than the entry's last revision. */
  readonly revision: number;
  readonly deletedAt: number;
}

/** For comparing entries regardless of revision. */
export const NO_REVISION = { revision: 1, changedAt: 0 } as const;

/** Whether two entries have the same state, regardless of revision. */
export function sameState(one: Entry, other: Entry): boolean {
  return sameRecord({ ...one, ...NO_REVISION }, { ...other, ...NO_REVISION });
}
