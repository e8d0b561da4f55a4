import { ORPCError } from '@orpc/server';
import { accountErrors, type AccountErrorCode, type AccountErrorData } from '../contract/account-service.ts';

/** A declared error of the contract on its way to the caller. */
export type Refusal = ORPCError<AccountErrorCode, unknown>;

/**
 * Makes a declared error of the contract (`contract/account-service/errors.ts`). Throw it outside a transaction; inside
 * one, return it, so that what was counted is kept (see `transact`).
 */
export function refusal<Code extends AccountErrorCode>(
  code: Code,
  ...data: AccountErrorData<Code> extends undefined ? [] : [AccountErrorData<Code>]
): Refusal {
  const { status, message } = accountErrors[code];
  return new ORPCError<AccountErrorCode, unknown>(code, { status, message, data: data[0] });
}

/** Whether something returned out of a transaction is a refusal. */
export function isRefusal(value: unknown): value is Refusal {
  return value instanceof ORPCError;
}

/** Whole seconds from now until a time, at least 1; `Infinity` counts as a day. */
export function secondsUntil(time: number, now: Date): number {
  if (!Number.isFinite(time)) return 86_400;
  return Math.max(1, Math.ceil((time - now.getTime()) / 1_000));
}
