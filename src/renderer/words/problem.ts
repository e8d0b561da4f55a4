import type { ContractErrorCode } from './contract-error.ts';

/** A failure found in the window itself that has the meaning, and the text, of one of the contract's errors. */
export class Problem extends Error {
  override name = 'Problem';
  readonly code: ContractErrorCode;
  readonly data: unknown;

  constructor(code: ContractErrorCode, data?: unknown) {
    super(code);
    this.code = code;
    this.data = data;
  }
}
