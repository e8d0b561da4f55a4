import type { syncContract } from '../contract/sync.ts';

type Procedures = (typeof syncContract)[keyof typeof syncContract];
type CodeOf<Procedure> = Procedure extends { '~orpc': { errorMap: infer Errors } } ? keyof Errors : never;

/** The errors of sync's own that a call can end in. Each has advice in the terminal's words. */
export type SyncErrorCode = Extract<
  CodeOf<Procedures>,
  `SYNC_${string}` | `JOIN_${string}` | `MEMBER_${string}`
>;

/** Those of which the advice tells something out of the data. */
export type TellingSyncError = 'SYNC_NOT_KEPT' | 'SYNC_STOPPED' | 'JOIN_WORD_UNKNOWN' | 'JOIN_WORDS_COUNT';
