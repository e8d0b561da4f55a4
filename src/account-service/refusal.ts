import { ORPCError } from '@orpc/server';
import { accountErrors, type AccountErrorCode, type AccountErrorData } from '../contract/account-service.ts';

/** A declared error of the contract on its way to the caller, with the data of its code. */
export type Refusal = {
  [Code in AccountErrorCode]: ORPCError<Code, AccountErrorData<Code>>;
}[AccountErrorCode];

/**
 * Makes a declared error of the contract (`contract/account-service/errors.ts`). Throwing it in a transaction
 * rolls back everything written; see `keeping` for counts of wrong attempts, which stay.
 */
export function refusal<Code extends AccountErrorCode>(
  code: Code,
  ...data: AccountErrorData<Code> extends undefined ? [] : [AccountErrorData<Code>]
): Extract<Refusal, { code: Code }>;
export function refusal(code: AccountErrorCode, data?: unknown): ORPCError<AccountErrorCode, unknown> {
  const { status, message } = accountErrors[code];
  return new ORPCError(code, { status, message, data });
}

/** Whether a thrown value is a refusal. */
export function isRefusal(value: unknown): value is Refusal {
  return value instanceof ORPCError && Object.hasOwn(accountErrors, value.code);
}

/** Whole seconds from now until a time, at least 1; `Infinity` counts as a day. */
export function secondsUntil(time: number, now: Date): number {
  if (!Number.isFinite(time)) return 86_400;
  return Math.max(1, Math.ceil((time - now.getTime()) / 1_000));
}
