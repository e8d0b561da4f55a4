import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSchedule, DAY_MS, QUIET_MS } from '../../../src/app/backup/schedule.ts';
import { createPreferences } from '../../../src/app/preferences/preferences.ts';
import { createAutoLock } from '../../../src/app/vault/auto-lock.ts';
import { isFailure } from '../../../src/app/failure.ts';
import { createPassphraseGate } from '../../../src/app/unlock/passphrase-gate.ts';
import { createWatched } from '../../../src/app/watched.ts';
import type { VaultState } from '../../../src/contract/vault.ts';
import { emptyOldTrash, TRASH_KEPT_MS } from '../../../src/core/vault/trash.ts';
import { makePassphraseSlot, newDerivation } from '../../../src/core/vault/slots.ts';
import { createManualClock } from '../../rig/manual-clock.ts';
import {
  createListLog,
  createMemoryPower,
  createMemoryPreferences,
  quickKeyDerivation,
} from '../../rig/memory-ports.ts';
import { aDocument, anEntry } from '../vault/samples.ts';

const openState: VaultState = {
  state: 'open',
  backend: 'memory',
  unlockMethods: { keychain: true, passphrase: true, recovery: false },
  mode: 'session',
  openedBy: 'keychain',
  kit: null,
  readOnly: false,
  readOnlyBecause: null,
  quarantined: 0,
  recoveredFrom: null,
};

const NOW = Date.UTC(2026, 0, 1);
const SECOND = 1_000;
const LIMIT_MS = 15 * 60_000;
/** Any jump of the clock between a day back and a day forward, and when it comes, as a part of the wait. */
const aJump = fc.record({
  by: fc.integer({ min: -DAY_MS, max: DAY_MS }),
  after: fc.double({ min: 0, max: 0.99, noNaN: true }),
});

describe('after any jump of the clock', () => {
  it('the vault locks when the person was away for long enough, by the clock that says more', async () => {
    await fc.assert(
      fc.asyncProperty(aJump, async ({ by, after }) => {
        const { clock, lockedAfter, stop } = await startAutoLock();
        const at = Math.floor(after * LIMIT_MS);
        clock.move(at);
        clock.jump(by);
        for (let ms = at; ms < LIMIT_MS + 2 * SECOND && lockedAfter() === null; ms += SECOND)
          clock.move(SECOND);
        const due = Math.max(at, LIMIT_MS - Math.max(0, by));
        expect(Math.abs((lockedAfter() ?? Infinity) - due)).toBeLessThanOrEqual(2 * SECOND);
        stop();
      }),
      { numRuns: 60 },
    );
  });

  it('the wait after wrong passphrases is as long as it was', async () => {
    await fc.assert(
      fc.asyncProperty(aJump, async ({ by, after }) => {
        const { clock, tryPassphrase } = await aGate();
        for (let tries = 0; tries < 6; tries += 1) {
          const waitMs = await tryPassphrase('wrong');
          if (typeof waitMs === 'number') clock.move(waitMs);
          if (typeof waitMs === 'number') await tryPassphrase('wrong');
        }
        const whole = await tryPassphrase('right');
        if (typeof whole !== 'number') throw new Error('there is no wait');
        const part = Math.floor(whole * after);
        clock.move(part);
        clock.jump(by);
        expect(await tryPassphrase('right')).toBe(whole - part);
        clock.move(whole - part);
        expect(await tryPassphrase('right')).toBe('opened');
      }),
      { numRuns: 30 },
    );
  });

  it.each([true, false])('a backup is made when it is due (changed: %s)', async (changed) => {
    await fc.assert(
      fc.asyncProperty(aJump, async ({ by, after }) => {
        const clock = createManualClock(NOW);
        let made: number | null = null;
        const schedule = createSchedule({
          clock,
          isDue: () => ({ changed, ageMs: Math.max(clock.elapsed(), clock.now() - NOW) }),
          run: async () => void (made ??= clock.elapsed()),
        });
        schedule.changed();
        const whole = changed ? QUIET_MS : DAY_MS;
        const at = Math.floor(after * whole);
        clock.move(at);
        clock.jump(by);
        const forward = changed ? 0 : Math.max(0, by);
        const due = Math.max(at, whole - forward);
        clock.move(due - at - SECOND);
        if (due - at > SECOND) expect(made).toBeNull();
        clock.move(2 * SECOND);
        expect(made).not.toBeNull();
        schedule.stop();
      }),
      { numRuns: 60 },
    );
  });
});

describe('the trash after a clock that was wrong', () => {
  const inTrash = (deletedAt: number) => ({ ...aDocument(), trash: [{ ...anEntry(), deletedAt }] });

  it('is emptied in 30 days where the clock was ahead for years, and not before', () => {
    let document = emptyOldTrash(inTrash(NOW + 3_650 * DAY_MS), NOW);
    document = emptyOldTrash(document, NOW + TRASH_KEPT_MS - 1);
    expect(document.trash).toHaveLength(1);
    expect(emptyOldTrash(document, NOW + TRASH_KEPT_MS).trash).toEqual([]);
  });

  it('is not emptied early where the clock was years behind for a while', () => {
    const behind = emptyOldTrash(inTrash(NOW), NOW - 3_650 * DAY_MS);
    expect(emptyOldTrash(behind, NOW + DAY_MS).trash).toHaveLength(1);
    expect(emptyOldTrash(behind, NOW + TRASH_KEPT_MS).trash).toEqual([]);
  });
});

async function startAutoLock() {
  const clock = createManualClock(NOW);
  const log = createListLog();
  const preferences = createPreferences({ store: createMemoryPreferences(), log });
  preferences.change({ lockAfterMinutes: LIMIT_MS / 60_000 });
  const state = createWatched<VaultState>(openState);
  let locked: number | null = null;
  const autoLock = createAutoLock({
    vault: {
      state: () => state.get(),
      watchState: (signal) => state.watch(signal),
      lock: async () => {
        locked ??= clock.elapsed();
      },
    },
    preferences,
    power: createMemoryPower(),
    clock,
    log,
  });
  autoLock.start();
  await nextTurn();
  return { clock, lockedAfter: () => locked, stop: () => autoLock.stop() };
}

async function aGate() {
  const clock = createManualClock(NOW);
  const gate = createPassphraseGate({ keyDerivation: quickKeyDerivation, clock });
  const derivation = newDerivation();
  const derived = await quickKeyDerivation.derive('right', derivation);
  const vaultId = anEntry().id;
  const slot = makePassphraseSlot(randomBytes(32), vaultId, derivation, derived);
  return {
    clock,
    /** Milliseconds to wait, or what came of it. */
    tryPassphrase: async (passphrase: string): Promise<number | 'opened' | 'wrong'> => {
      try {
        await gate.open(slot, vaultId, passphrase);
        return 'opened';
      } catch (error) {
        if (isFailure(error, 'PASSPHRASE_WAIT')) return error.data.waitMs;
        if (isFailure(error, 'PASSPHRASE_WRONG')) return 'wrong';
        throw error;
      }
    },
  };
}
