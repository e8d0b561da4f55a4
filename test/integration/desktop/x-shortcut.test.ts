import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createXShortcut } from '../../../src/adapters/global-shortcut/x-shortcut.ts';
import { keyCodeOf, modifierBit, type Keyboard } from '../../../src/adapters/global-shortcut/keysyms.ts';
import { startScreen, type Screen } from '../../e2e/rig/screen.ts';

let screen: Screen;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  screen = await startScreen(640, 480);
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});
afterAll(() => screen.stop());

describe('a shortcut of an X session', () => {
  it('arrives at each press, whatever lock is on, and no other keys do', async () => {
    const { register, presses } = shortcutHere();
    expect(await register('Control+Alt+K')).toEqual({ outcome: 'registered', as: 'Control+Alt+K' });
    press('ctrl+alt+j', 'ctrl+k', 'ctrl+alt+shift+k', 'k');
    press('ctrl+alt+k');
    await expect.poll(() => presses).toHaveLength(1);
    for (const lock of ['Caps_Lock', 'Num_Lock']) {
      press(lock);
      press('ctrl+alt+k');
      press(lock);
    }
    await expect.poll(() => presses).toHaveLength(3);
  });

  it.each([
    ['Super+Space', 'super+space'],
    ['Shift+F12', 'shift+F12'],
    ['Control+1', 'ctrl+1'],
  ])('can be %s', async (accelerator, keys) => {
    const { register, presses } = shortcutHere();
    expect(await register(accelerator)).toMatchObject({ outcome: 'registered' });
    press(keys);
    await expect.poll(() => presses).toHaveLength(1);
  });

  it('is taken by one program at a time, and free once that one gives it up', async () => {
    const [one, other] = [shortcutHere(), shortcutHere()];
    await one.register('Control+Alt+K');
    expect(await other.register('Control+Alt+K')).toEqual({ outcome: 'failed', cause: 'taken' });
    await one.shortcut.unregister();
    await expect.poll(() => other.register('Control+Alt+K')).toMatchObject({ outcome: 'registered' });
    press('ctrl+alt+k');
    await expect.poll(() => other.presses).toHaveLength(1);
    expect(one.presses).toEqual([]);
  });

  it('comes in place of the former one', async () => {
    const { register, presses } = shortcutHere();
    await register('Control+Alt+K');
    await register('Control+Alt+J');
    press('ctrl+alt+k');
    press('ctrl+alt+j');
    await expect.poll(() => presses).toHaveLength(1);
  });

  it('follows its letter to where another layout has it', async () => {
    const { register, presses } = shortcutHere();
    await register('Control+Alt+Q');
    press('ctrl+alt+q');
    await expect.poll(() => presses).toHaveLength(1);
    layOut('fr');
    // There, Q is where A was.
    await expect
      .poll(() => {
        press('ctrl+alt+q');
        return presses.length;
      })
      .toBeGreaterThan(1);
    layOut('us');
  });

  it('cannot be where there is no X server', async () => {
    const nothing = () => undefined;
    const shortcut = createXShortcut(':4095');
    expect(await shortcut.register('Control+Alt+K', nothing, nothing)).toEqual({
      outcome: 'failed',
      cause: 'unsupported',
    });
  });
});

describe('a keyboard', () => {
  // Codes from 10 on: A, a key that makes “1” only with Shift, one that makes it alone, Alt, and nothing.
  const keyboard: Keyboard = {
    first: 10,
    keysyms: [[0x61, 0x41], [0x26, 0x31], [0x31, 0x21], [0xffe9], []],
    modifiers: [[], [], [], [0, 13], [], [], [], []],
  };

  it.each([
    ['A', 10],
    ['1', 12],
    ['B', null],
    ['F1', null],
  ])('makes %s by the key %s', (key, code) => {
    expect(keyCodeOf(key, keyboard)).toBe(code);
  });

  it('may have no such modifier', () => {
    expect([modifierBit('Alt', keyboard), modifierBit('Super', keyboard)]).toEqual([1 << 3, 0]);
  });
});

function here(): NodeJS.ProcessEnv {
  return { ...process.env, DISPLAY: screen.display };
}

function press(...keys: string[]): void {
  spawnSync('xdotool', ['key', ...keys], { env: here() });
}

function layOut(layout: string): void {
  expect(spawnSync('setxkbmap', [layout], { env: here() }).status).toBe(0);
}

function shortcutHere() {
  const shortcut = createXShortcut(screen.display);
  stops.push(() => shortcut.unregister());
  const presses: number[] = [];
  return {
    shortcut,
    presses,
    register: (accelerator: string) =>
      shortcut.register(
        accelerator,
        () => presses.push(Date.now()),
        () => undefined,
      ),
  };
}
