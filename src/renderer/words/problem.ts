import type { FailureCode } from '../../contract/failures.ts';

/** A failure found in the window itself that has the meaning, and the text, of one of the contract's errors. */
export class Problem extends Error {
  override name = 'Problem';
  readonly code: FailureCode;
  readonly data: unknown;

  constructor(code: FailureCode, data?: unknown) {
    super(code);
    this.code = code;
    this.data = data;
  }
}
