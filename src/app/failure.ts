/**
 * An outcome that the caller is expected to handle. `code` is one that the contract declares for the procedure,
 * `data` what the contract declares with it. The router turns it into the contract's typed error. Anything else
 * that is thrown is a bug: it is reported once at the edge and reaches the window without its details.
 */
export class Failure extends Error {
  override readonly name: string = 'Failure';
  readonly code: string;
  readonly data: unknown;

  constructor(code: string, data?: unknown, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.code = code;
    this.data = data;
  }
}
