/**
 * Why something of sync was not accepted. Nothing was changed then.
 *
 * - `MALFORMED`: bytes that no Latchkey writes, or beyond a limit
 * - `UNKNOWN_SUITE`: written with algorithms that this Latchkey does not know
 * - `OTHER_ACCOUNT`: a structure of another account
 * - `BAD_SIGNATURE`: not signed by whom it names
 * - `LOG_BROKEN`: an entry that does not follow the one before
 * - `LOG_RULE`: an entry that its author may not make
 * - `NOT_WELCOMED`: the log does not prove that a member who saw this computer's words let it in
 * - `WENT_BACK`: the service shows less than it showed before
 * - `FORKED`: the service shows another history than it showed before
 * - `WITHHELD`: the service keeps back what another part of its answer speaks of
 * - `NOT_VOUCHED`: items that no member vouches for
 * - `KEY_WRONG`: a key that is not the one that the log speaks of
 */
export const syncFaults = [
  'MALFORMED',
  'UNKNOWN_SUITE',
  'OTHER_ACCOUNT',
  'BAD_SIGNATURE',
  'LOG_BROKEN',
  'LOG_RULE',
  'NOT_WELCOMED',
  'WENT_BACK',
  'FORKED',
  'WITHHELD',
  'NOT_VOUCHED',
  'KEY_WRONG',
] as const;
export type SyncFault = (typeof syncFaults)[number];

/** Thrown by everything that reads what the service sent. Its message names places and sizes, never content. */
export class SyncError extends Error {
  override readonly name = 'SyncError';
  readonly code: SyncFault;

  constructor(code: SyncFault, message: string) {
    super(message);
    this.code = code;
  }
}
