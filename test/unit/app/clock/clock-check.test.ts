import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClockCheck, errorThatMatters } from '../../../../src/app/clock/clock-check.ts';
import { createPreferences } from '../../../../src/app/preferences/preferences.ts';
import type { AccountView } from '../../../../src/contract/account-state.ts';
import { createWatched } from '../../../../src/app/watched.ts';
import type { ClockState } from '../../../../src/contract/clock.ts';
import type { VaultDocument } from '../../../../src/core/vault/document.ts';
import { createManualClock } from '../../../rig/manual-clock.ts';
import { createListLog, createMemoryPower, createMemoryPreferences } from '../../../rig/memory-ports.ts';
import { signedIn, viewOf } from '../../../window/made-up-account.ts';

type Account = Parameters<typeof createClockCheck>[0]['account'];

let clock: ReturnType<typeof createManualClock>;
let power: ReturnType<typeof createMemoryPower>;
let preferences: ReturnType<typeof createPreferences>;
let log: ReturnType<typeof createListLog>;
let check: ReturnType<typeof createClockCheck>;
let view: ReturnType<typeof createWatched<AccountView>>;
let asked: number;
/** What the server's clock shows minus this computer's; null: it does not answer. */
let driftMs: number | null;

beforeEach(() => {
  clock = createManualClock(Date.UTC(2026, 0, 1));
  power = createMemoryPower();
  log = createListLog();
  preferences = createPreferences({ store: createMemoryPreferences(), log });
  view = createWatched(viewOf());
  asked = 0;
  driftMs = null;
  const account: Account = {
    watch: (_, signal) => view.watch(signal),
    async lookAtServer() {
      asked += 1;
      return { server: view.get().server, driftMs };
    },
  };
  const documents = createWatched<VaultDocument | null>(null);
  check = createClockCheck({
    clock,
    power,
    preferences,
    vault: { document: () => null, watchDocument: (signal) => documents.watch(signal) },
    account,
    log,
  });
  check.start();
});
afterEach(() => {
  check.close();
  expect(log.lines).toEqual([]);
});

/** The first doubt of this kind that is shown; null: the first time that there is none. */
async function untilDoubt(kind: string | null): Promise<ClockState['doubt']> {
  for await (const { doubt } of check.watch()) if ((doubt?.kind ?? null) === kind) return doubt;
  throw new Error('it was closed');
}

async function now(): Promise<ClockState> {
  const { value } = await check.watch().next();
  if (value === undefined) throw new Error('it was closed');
  return value;
}

test('a clock that was set back is doubtful, by how much, until the person trusts it', async () => {
  clock.jump(-120_000);
  expect(await untilDoubt('set')).toEqual({ kind: 'set', byMs: -120_000 });
  check.trust();
  expect(await untilDoubt(null)).toBeNull();
});

test('a clock that was set and set right again is not doubtful', async () => {
  clock.jump(-120_000);
  await untilDoubt('set');
  clock.jump(119_000);
  clock.move(10_000);
  expect(await untilDoubt(null)).toBeNull();
});

test('a clock that was set forward is doubtful once no sleep can explain it', async () => {
  clock.jump(120_000);
  clock.move(9_999);
  expect((await now()).doubt).toBeNull();
  clock.move(1);
  expect(await untilDoubt('set')).toEqual({ kind: 'set', byMs: 120_000 });
});

test.each(['before', 'after'])('a sleep that is told %s the jump explains it', async (when) => {
  if (when === 'before') power.happens('suspend');
  clock.move(1_000);
  clock.jump(3_600_000);
  clock.move(1_000);
  if (when === 'after') power.happens('suspend');
  clock.move(20_000);
  expect((await now()).doubt).toBeNull();
});

test('where nobody tells of sleeps, only going back is doubtful', async () => {
  power.tells.triggers = [];
  clock.jump(3_600_000);
  clock.move(20_000);
  expect((await now()).doubt).toBeNull();
  clock.jump(-60_000);
  expect(await untilDoubt('set')).toEqual({ kind: 'set', byMs: -60_000 });
});

test('a small correction by the network is not doubtful', async () => {
  clock.jump(-9_000);
  expect((await now()).doubt).toBeNull();
});

describe('the account server', () => {
  test('is asked by itself only for somebody who has an account', async () => {
    driftMs = 300_000;
    clock.jump(-60_000);
    await untilDoubt('set');
    expect(asked).toBe(0);
    view.set(viewOf({ account: signedIn() }));
    expect(await untilDoubt('measured')).toEqual({ kind: 'measured', errorMs: 300_000 });
    expect(asked).toBe(1);
  });

  test('is asked again after each jump, and twice a day', async () => {
    driftMs = 0;
    view.set(viewOf({ account: signedIn() }));
    await vi.waitFor(() => expect(asked).toBe(1));
    clock.jump(-60_000);
    await vi.waitFor(() => expect(asked).toBe(2));
    clock.move(12 * 3_600_000);
    await vi.waitFor(() => expect(asked).toBe(3));
    expect(await untilDoubt(null)).toBeNull();
  });

  test('is asked when the person wants it; that it does not answer is told', async () => {
    await expect(check.compare()).rejects.toMatchObject({ code: 'CLOCK_NOT_COMPARED' });
    driftMs = -40_000;
    await check.compare();
    expect(await now()).toEqual({
      correctionMs: 0,
      measured: { driftMs: -40_000, at: clock.now() },
      doubt: { kind: 'measured', errorMs: -40_000 },
    });
  });

  test('knows better than a jump', async () => {
    clock.jump(-60_000);
    await untilDoubt('set');
    driftMs = 0;
    await check.compare();
    expect(await untilDoubt(null)).toBeNull();
  });
});

describe('a correction', () => {
  test('takes the doubt away where it fits', async () => {
    driftMs = 90_000;
    await check.compare();
    await untilDoubt('measured');
    preferences.change({ codeCorrectionMs: 90_000 });
    expect(await untilDoubt(null)).toBeNull();
    expect((await now()).correctionMs).toBe(90_000);
  });

  test('is itself doubtful once the clock was set right', async () => {
    preferences.change({ codeCorrectionMs: 90_000 });
    driftMs = 0;
    await check.compare();
    expect(await untilDoubt('measured')).toEqual({ kind: 'measured', errorMs: -90_000 });
  });
});

test.each([
  [[], 10_000],
  [[30_000], 10_000],
  [[60_000], 10_000],
  [[60_000, 15_000], 5_000],
  [[5_000], 3_000],
])('with codes of %j ms, an error of %i ms matters', (periods, matters) => {
  expect(errorThatMatters(periods)).toBe(matters);
});
