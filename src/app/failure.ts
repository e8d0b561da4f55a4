import type { FailureArguments, FailureCode, Failures } from '../contract/failures.ts';

/**
 * An outcome that the caller is expected to handle: a code that the contract declares for the procedure, with the
 * data that it declares for the code. The router turns it into the contract's typed error. Anything else that is
 * thrown is a bug: it is reported once at the edge and reaches the window without its details.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  /** Its type follows from the code: see `isFailure`. */
  readonly data: unknown;

  /** `cause` must hold nothing secret: it may end up in a log. */
  constructor(...[code, data, cause]: [...FailureArguments, cause?: unknown]) {
    super(code, cause === undefined ? undefined : { cause });
    this.code = code;
    this.data = data;
  }
}

type FailureOf<Code extends FailureCode> = Code extends unknown
  ? Failure & { readonly code: Code; readonly data: Failures[Code] }
  : never;

/** Whether a thrown value is a failure with one of these codes. */
export function isFailure<Code extends FailureCode>(
  error: unknown,
  ...codes: Code[]
): error is FailureOf<Code> {
  return error instanceof Failure && codes.some((code) => code === error.code);
}

/** For work that the person did not ask for: the state shows that it failed. */
export function ignoreFailure(error: unknown): void {
  if (!(error instanceof Failure)) throw error;
}
