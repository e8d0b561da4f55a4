/** A failure says one of the contract's codes with the data that the contract declares for it. */
import { isContractProcedure, type AnyContractRouter } from '@orpc/contract';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { Failure, isFailure } from '../../../src/app/failure.ts';
import { accountErrors, type AccountErrorData } from '../../../src/contract/account-service.ts';
import { appContract } from '../../../src/contract/app.ts';
import type { FailureArguments, FailureCode, Failures } from '../../../src/contract/failures.ts';

/** Each code of the contract with everything that declares it. */
function declarations(router: AnyContractRouter, found = new Map<string, Set<unknown>>()) {
  if (isContractProcedure(router)) {
    for (const [code, item] of Object.entries(router['~orpc'].errorMap)) {
      found.set(code, (found.get(code) ?? new Set()).add(item));
    }
  } else {
    for (const part of Object.values(router)) declarations(part, found);
  }
  return found;
}

test('each code is declared once, and shared by the procedures that have it', () => {
  const declared = [...declarations(appContract)];
  expect(declared.length).toBeGreaterThan(50);
  expect(declared.filter(([, items]) => items.size > 1).map(([code]) => code)).toEqual([]);
});

test('a failure has its code as the message, its data and its cause', () => {
  const cause = new Error('ENOSPC');
  const failure = new Failure('VAULT_WRITE_FAILED', { reason: 'ENOSPC' }, cause);
  expect(failure).toMatchObject({ code: 'VAULT_WRITE_FAILED', data: { reason: 'ENOSPC' }, cause });
  expect(failure.message).toBe('VAULT_WRITE_FAILED');
  expect('cause' in new Failure('VAULT_NOT_OPEN')).toBe(false);
});

test('is told from others by its code', () => {
  expect(isFailure(new Failure('VAULT_NOT_OPEN'), 'ENTRY_NOT_FOUND', 'VAULT_NOT_OPEN')).toBe(true);
  expect(isFailure(new Failure('VAULT_NOT_OPEN'), 'ENTRY_NOT_FOUND')).toBe(false);
  expect(isFailure(new Error('VAULT_NOT_OPEN'), 'VAULT_NOT_OPEN')).toBe(false);
});

// The compiler is the test: `npm run check` fails where one of these lines stops being an error.
describe('does not compile with', () => {
  test('a misspelt code', () => {
    // @ts-expect-error there is no such code
    expect(new Failure('VAULT_NOT_OPNE')).toBeInstanceOf(Error);
    // @ts-expect-error there is no such code
    expect(isFailure(null, 'VAULT_NOT_OPNE')).toBe(false);
  });

  test('a missing datum', () => {
    // @ts-expect-error its data is missing
    expect(new Failure('VAULT_WRITE_FAILED')).toBeInstanceOf(Error);
    // @ts-expect-error `characters` is missing
    expect(new Failure('KIT_LENGTH', { expected: 40 })).toBeInstanceOf(Error);
  });

  test('a datum of another shape', () => {
    // @ts-expect-error `reason` is a text
    expect(new Failure('VAULT_WRITE_FAILED', { reason: 28 })).toBeInstanceOf(Error);
    // @ts-expect-error these are the data of another code
    expect(new Failure('KIT_TYPO', { waitMs: 1_000 })).toBeInstanceOf(Error);
    // @ts-expect-error the code has no data
    expect(new Failure('VAULT_NOT_OPEN', { reason: 'x' })).toBeInstanceOf(Error);
  });
});

test('the types are those of the error maps', () => {
  const error: unknown = new Failure('PASSPHRASE_WAIT', { waitMs: 1_000 });
  if (isFailure(error, 'PASSPHRASE_WAIT')) expectTypeOf(error.data).toEqualTypeOf<{ waitMs: number }>();
  expectTypeOf<Failures['VAULT_NOT_OPEN']>().toEqualTypeOf<undefined>();
  expectTypeOf<Failures['RATE_LIMITED']>().toEqualTypeOf<AccountErrorData<'RATE_LIMITED'>>();
  // What the service refuses, the window can be told.
  expectTypeOf<keyof typeof accountErrors>().toExtend<FailureCode>();
  expectTypeOf<FailureArguments[0]>().toEqualTypeOf<FailureCode>();
});
