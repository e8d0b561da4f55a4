import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createOwnCodes, type OwnCodes } from '../../../../src/app/account/own-codes.ts';
import { Failure } from '../../../../src/app/failure.ts';
import { totpCode } from '../../../../src/core/otp/code.ts';
import type { TotpParameters } from '../../../../src/core/otp/parameters.ts';
import type { VaultDocument } from '../../../../src/core/vault/document.ts';
import { createManualClock, type ManualClock } from '../../../rig/manual-clock.ts';
import { aDocument, anEntry } from '../../vault/samples.ts';
import { aServer } from './samples.ts';

const url = 'https://account.example.org';
const methodId = randomUUID();
const parameters: TotpParameters = {
  kind: 'totp',
  algorithm: 'SHA1',
  digits: 6,
  period: 30,
  secret: new Uint8Array(20).fill(7),
};
const start = Date.UTC(2026, 0, 1);

let clock: ManualClock;
let document: VaultDocument | null;
let drift: number;
let codes: OwnCodes;
/** What was handed in, in order. */
let handed: string[];

beforeEach(() => {
  clock = createManualClock(start + 10_000);
  document = aDocument(anEntry({ parameters, enrolment: { server: url, methodId } }));
  drift = 0;
  handed = [];
  codes = createOwnCodes({
    vault: { document: () => document },
    server: { now: () => clock.now() + drift, known: () => aServer(url) },
    clock,
  });
});

const codeAt = (at: number) => totpCode(parameters, at).code;
const handIn = async (code: string) => {
  handed.push(code);
};
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('a code of this vault', () => {
  test('is that of now', async () => {
    await codes.handIn(methodId, handIn);
    expect(handed).toEqual([codeAt(clock.now())]);
  });

  test('is that of the server’s now, where the clocks differ', async () => {
    drift = 3_600_000;
    await codes.handIn(methodId, handIn);
    expect(handed).toEqual([codeAt(start + 3_610_000)]);
  });

  test('waits for the next step where this one was handed in, and no longer', async () => {
    await codes.handIn(methodId, handIn);
    const second = codes.handIn(methodId, handIn);
    await settle();
    clock.moveTo(start + 31_900);
    await settle();
    expect(handed).toHaveLength(1);
    clock.moveTo(start + 32_000);
    await second;
    expect(handed).toEqual([codeAt(start), codeAt(start + 30_000)]);
  });

  test('waits after one that was typed', async () => {
    codes.note(methodId, codeAt(start).replace(/^.{3}/, '$& '));
    const waiting = codes.handIn(methodId, handIn);
    await settle();
    expect(handed).toEqual([]);
    clock.moveTo(start + 32_000);
    await waiting;
    expect(handed).toEqual([codeAt(start + 30_000)]);
  });

  test('does not wait after a typed one of the step before', async () => {
    codes.note(methodId, codeAt(start - 30_000));
    await codes.handIn(methodId, handIn);
    expect(handed).toEqual([codeAt(start)]);
  });

  test('is tried once more in the next step where the server has seen this one', async () => {
    const once = codes.handIn(methodId, async (code) => {
      handed.push(code);
      if (handed.length === 1) throw new Failure('CODE_WRONG', { triesLeft: 4 });
      return 'in';
    });
    await settle();
    clock.moveTo(start + 32_000);
    expect(await once).toBe('in');
    expect(handed).toEqual([codeAt(start), codeAt(start + 30_000)]);
  });

  test('is wrong where the next one is wrong too', async () => {
    const wrong = codes.handIn(methodId, async (code) => {
      handed.push(code);
      throw new Failure('CODE_WRONG', { triesLeft: 4 });
    });
    await settle();
    clock.moveTo(start + 32_000);
    await expect(wrong).rejects.toMatchObject({ code: 'CODE_WRONG' });
    expect(handed).toHaveLength(2);
  });

  test('is not tried again after another refusal', async () => {
    const refused = codes.handIn(methodId, async (code) => {
      handed.push(code);
      throw new Failure('TOO_MANY_ATTEMPTS', { retryAfterSeconds: 30, disabled: false });
    });
    await expect(refused).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    expect(handed).toHaveLength(1);
  });

  test('is none where the vault was locked while it waited', async () => {
    await codes.handIn(methodId, handIn);
    const waiting = codes.handIn(methodId, handIn);
    await settle();
    document = null;
    clock.moveTo(start + 32_000);
    await expect(waiting).rejects.toMatchObject({ code: 'VAULT_NOT_OPEN' });
  });

  test.each([
    ['another method', { server: url, methodId: randomUUID() }],
    ['another server', { server: 'https://other.example.org', methodId }],
  ])('of an entry for %s is not taken', async (_, enrolment) => {
    document = aDocument(anEntry({ parameters, enrolment }));
    await expect(codes.handIn(methodId, handIn)).rejects.toMatchObject({ code: 'ENTRY_NOT_FOUND' });
  });

  test('waits for nothing where the clock was put back by more than a step', async () => {
    await codes.handIn(methodId, handIn);
    drift = -3_600_000;
    await codes.handIn(methodId, handIn);
    expect(handed).toHaveLength(2);
  });
});
