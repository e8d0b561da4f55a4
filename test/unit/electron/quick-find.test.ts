import { EventEmitter } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import type { BrowserWindow, Display, Rectangle, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { createGlobalShortcut } from '../../../src/main/global-shortcut.ts';
import { createQuickFindWindow } from '../../../src/main/quick-find-window.ts';
import { listenTo } from './listen-to.ts';
import { partly } from './partly.ts';

const nothing = (): void => undefined;

describe('the shortcut', () => {
  function shortcuts(taken: string[] = []) {
    const registered = new Map<string, () => void>();
    const shortcut = createGlobalShortcut({
      register(accelerator, pressed) {
        if (taken.includes(accelerator)) return false;
        registered.set(accelerator, pressed);
        return true;
      },
      unregister: (accelerator) => void registered.delete(accelerator),
    });
    return { shortcut, registered };
  }

  it('is registered in place of the former one', async () => {
    const { shortcut, registered } = shortcuts();
    let presses = 0;
    await shortcut.register('Super+Space', nothing, nothing);
    const result = await shortcut.register('Control+Shift+L', () => (presses += 1), nothing);
    expect(result).toEqual({ outcome: 'registered', as: 'Control+Shift+L' });
    expect([...registered.keys()]).toEqual(['Control+Shift+L']);
    registered.get('Control+Shift+L')?.();
    expect(presses).toBe(1);
    await shortcut.unregister();
    expect(registered.size).toBe(0);
  });

  it('says that another program has it', async () => {
    const { shortcut, registered } = shortcuts(['F9']);
    expect(await shortcut.register('F9', nothing, nothing)).toEqual({ outcome: 'failed', cause: 'taken' });
    await shortcut.unregister();
    expect(registered.size).toBe(0);
  });
});

describe("the quick find's window", () => {
  function quickFind() {
    const calls: string[] = [];
    const events = new EventEmitter();
    const seen = { isVisible: false, isDrawnAtOnce: true, bounds: { x: 0, y: 0, width: 480, height: 420 } };
    const window: BrowserWindow = partly<BrowserWindow>({
      webContents: partly<WebContents>({ setWebRTCIPHandlingPolicy: () => undefined }),
      on: listenTo(events, () => window),
      once: listenTo(events, () => window),
      async loadURL(address) {
        calls.push(`load ${address}`);
        if (seen.isDrawnAtOnce) events.emit('ready-to-show');
      },
      isVisible: () => seen.isVisible,
      isFocused: () => seen.isVisible,
      getBounds: () => seen.bounds,
      setBounds: (to: Partial<Rectangle>) => void Object.assign(seen.bounds, to),
      focus: () => void calls.push('focus'),
      show() {
        seen.isVisible = true;
        calls.push('show');
      },
      hide() {
        seen.isVisible = false;
        calls.push('hide');
      },
    });
    const created = createQuickFindWindow({
      make() {
        calls.push('make');
        return window;
      },
      screen: {
        getCursorScreenPoint: () => ({ x: 1500, y: 10 }),
        getDisplayNearestPoint: () =>
          partly<Display>({ workArea: { x: 1440, y: 0, width: 1480, height: 1220 } }),
      },
    });
    return { created, calls, events, seen };
  }

  it('comes up with its own page and the focus, on the display where the person is', async () => {
    const { created, calls, seen } = quickFind();
    await created.show();
    expect(calls).toEqual(['make', 'load app://latchkey/quick-find.html', 'show', 'focus']);
    expect(seen.bounds).toEqual({ x: 1940, y: 200, width: 480, height: 420 });
    expect(await created.isFocused()).toBe(true);
  });

  it('is not seen before its page is drawn', async () => {
    const { created, calls, events, seen } = quickFind();
    seen.isDrawnAtOnce = false;
    const shown = created.show();
    // Whatever does not wait for the page has run by then.
    await turn();
    expect(calls).toEqual(['make', 'load app://latchkey/quick-find.html']);
    events.emit('ready-to-show');
    await shown;
    expect(calls).toContain('show');
  });

  it('hides when it loses the focus, and is kept for the next time', async () => {
    const { created, calls, events } = quickFind();
    await created.show();
    events.emit('blur');
    expect(await created.isFocused()).toBe(false);
    await created.show();
    expect(calls.filter((call) => call === 'make')).toHaveLength(1);
    expect(calls.slice(-3)).toEqual(['hide', 'show', 'focus']);
  });

  it('hides once', async () => {
    const { created, calls } = quickFind();
    await created.hide();
    await created.show();
    await created.hide();
    await created.hide();
    expect(calls.filter((call) => call === 'hide')).toHaveLength(1);
  });

  it('is made anew after it was closed', async () => {
    const { created, calls, events } = quickFind();
    await created.show();
    events.emit('closed');
    expect(created.current()).toBeNull();
    await created.show();
    expect(calls.filter((call) => call === 'make')).toHaveLength(2);
  });
});
