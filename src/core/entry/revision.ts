import type { Entry } from './entry.ts';
import { sameRecord } from './record.ts';

/** An entry that is gone for good: nothing of it but that it was. */
export interface Tombstone {
  /** The id that the entry had. */
  readonly id: string;
  /** One more than the entry's last. */
  readonly revision: number;
  readonly deletedAt: number;
}

/** For an entry that is compared whatever its revision. */
export const NO_REVISION = { revision: 1, changedAt: 0 } as const;

/** Whether two entries are in the same state, whatever their revisions. */
export function sameState(one: Entry, other: Entry): boolean {
  return sameRecord({ ...one, ...NO_REVISION }, { ...other, ...NO_REVISION });
}
