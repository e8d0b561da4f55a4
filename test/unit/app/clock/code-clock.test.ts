import { expect, test } from 'vitest';
import { createCodeClock } from '../../../../src/app/clock/code-clock.ts';
import { createPreferences } from '../../../../src/app/preferences/preferences.ts';
import { createManualClock } from '../../../rig/manual-clock.ts';
import { createListLog, createMemoryPreferences } from '../../../rig/memory-ports.ts';

function start(codeCorrectionMs = 0) {
  const clock = createManualClock(1_000_000);
  const preferences = createPreferences({
    store: createMemoryPreferences({ codeCorrectionMs }),
    log: createListLog(),
  });
  const codeClock = createCodeClock(clock, preferences);
  const jumps: number[] = [];
  return { clock, preferences, codeClock, jumps, stop: codeClock.onJump((byMs) => jumps.push(byMs)) };
}

test('codes go by the corrected time, which comes and goes with the preference', () => {
  const { clock, preferences, codeClock } = start(90_000);
  expect(codeClock.now()).toBe(clock.now() + 90_000);
  preferences.change({ codeCorrectionMs: 0 });
  expect(codeClock.now()).toBe(clock.now());
});

test('a moment of it comes when the computer’s clock, corrected, has reached it', () => {
  const { clock, codeClock } = start(90_000);
  const come: number[] = [];
  codeClock.at(codeClock.now() + 10_000, () => come.push(clock.now()));
  clock.move(9_999);
  expect(come).toEqual([]);
  clock.move(1);
  expect(come).toEqual([1_010_000]);
});

test('a moment that is waited for comes at once where a correction passes it, and later where it goes back', () => {
  const { clock, preferences, codeClock } = start();
  const come: string[] = [];
  codeClock.at(codeClock.now() + 10_000, () => come.push('waited'));
  const stop = codeClock.at(codeClock.now() + 10_000, () => come.push('called off'));
  preferences.change({ codeCorrectionMs: -5_000 });
  clock.move(14_999);
  expect(come).toEqual([]);
  stop();
  preferences.change({ codeCorrectionMs: 20_000 });
  clock.move(0);
  expect(come).toEqual(['waited']);
});

test('a change of the correction is a jump, and so is one of the computer’s clock', () => {
  const { clock, preferences, jumps, stop } = start();
  preferences.change({ codeCorrectionMs: 7_000 });
  preferences.change({ theme: 'dark' });
  clock.jump(-3_000);
  preferences.change({ codeCorrectionMs: 5_000 });
  expect(jumps).toEqual([7_000, -3_000, -2_000]);
  stop();
  preferences.change({ codeCorrectionMs: 0 });
  clock.jump(1_000);
  expect(jumps).toHaveLength(3);
});
