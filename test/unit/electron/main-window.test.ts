import { EventEmitter } from 'node:events';
import type { BrowserWindow, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { createMainWindow } from '../../../src/main/main-window.ts';
import { listenTo } from './listen-to.ts';
import { partly } from './partly.ts';

function host(facts: { staysInTray?: boolean; platform?: NodeJS.Platform; isMaximized?: boolean } = {}) {
  const calls: string[] = [];
  const appEvents = new EventEmitter();
  const events = new EventEmitter();
  const pageEvents = new EventEmitter();
  const screenEvents = new EventEmitter();
  const state = { isReady: true, isDestroyed: false };
  const contents: WebContents = partly<WebContents>({
    on: listenTo(pageEvents, () => contents),
    setWebRTCIPHandlingPolicy: () => undefined,
  });
  const window: BrowserWindow = partly<BrowserWindow>({
    webContents: contents,
    on: listenTo(events, () => window),
    once: listenTo(events, () => window),
    loadURL: async () => void calls.push('load'),
    isDestroyed: () => state.isDestroyed,
    isMinimized: () => false,
    hide: () => void calls.push('hide'),
    minimize: () => void calls.push('minimize'),
    show: () => void calls.push('show'),
    focus: () => void calls.push('focus'),
    maximize: () => void calls.push('maximize'),
  });
  const main = createMainWindow({
    app: {
      isReady: () => state.isReady,
      on: listenTo(appEvents, () => partly({})),
      quit: () => void calls.push('quit'),
    },
    screen: { on: listenTo(screenEvents, () => partly({})) },
    platform: facts.platform ?? 'linux',
    keeper: {
      restore: () => ({ place: {}, isMaximized: facts.isMaximized ?? false }),
      keep: () => void calls.push('keep'),
      bringBack: () => void calls.push('bring back'),
    },
    make() {
      calls.push('make');
      return window;
    },
    staysInTray: () => facts.staysInTray ?? false,
    shown: () => void calls.push('shown'),
    failed: (event) => void calls.push(`failed ${event}`),
  });
  /** As Electron does: the window is closed unless somebody prevents it. */
  const close = () => {
    let isPrevented = false;
    events.emit('close', { preventDefault: () => (isPrevented = true) });
    if (!isPrevented) events.emit('closed');
  };
  return { main, calls, state, close, appEvents, events, pageEvents, screenEvents };
}

describe('the main window', () => {
  it('opens at the start, and once', () => {
    const { main, calls } = host();
    main.comeForward();
    main.start({ isHidden: false });
    expect(calls.filter((call) => call === 'make')).toHaveLength(1);
  });

  it('says when it shows Latchkey', async () => {
    const { main, calls } = host();
    main.start({ isHidden: false });
    await expect.poll(() => calls).toEqual(['make', 'load', 'shown']);
  });

  it('waits for Electron', () => {
    const { main, calls, state } = host();
    state.isReady = false;
    main.comeForward();
    expect(calls).toEqual([]);
    state.isReady = true;
    main.start({ isHidden: false });
    expect(calls).toContain('make');
  });

  it('is not there at a hidden start, until somebody wants it', () => {
    const { main, calls } = host();
    main.start({ isHidden: true });
    expect(calls).toEqual([]);
    main.comeForward();
    expect(calls).toContain('make');
  });

  it('opens at a hidden start that a link came with', () => {
    const { main, calls, state } = host();
    state.isReady = false;
    main.comeForward();
    state.isReady = true;
    main.start({ isHidden: true });
    expect(calls).toContain('make');
  });

  it('ends Latchkey when it is closed, and keeps where it was', () => {
    const { main, calls, close } = host();
    main.start({ isHidden: false });
    close();
    expect(calls.slice(-2)).toEqual(['keep', 'quit']);
    expect(main.current()).toBeNull();
  });

  it('hides when it is closed and Latchkey stays in the tray', () => {
    const { main, calls, close } = host({ staysInTray: true });
    main.start({ isHidden: false });
    close();
    expect(calls.slice(-2)).toEqual(['keep', 'hide']);
    main.comeForward();
    expect(calls.slice(-2)).toEqual(['show', 'focus']);
  });

  it.each([
    ['Latchkey ends', 'appEvents', 'before-quit'],
    ['Windows ends the session', 'events', 'query-session-end'],
  ] as const)('closes in any case when %s', (_name, emitter, event) => {
    const opened = host({ staysInTray: true });
    opened.main.start({ isHidden: false });
    opened[emitter].emit(event);
    opened.close();
    expect(opened.calls).not.toContain('hide');
    expect(opened.main.current()).toBeNull();
  });

  it('leaves Latchkey in the dock on macOS', () => {
    const { main, calls, close } = host({ platform: 'darwin' });
    main.start({ isHidden: false });
    close();
    expect(calls).not.toContain('quit');
    main.comeForward();
    expect(calls.filter((call) => call === 'make')).toHaveLength(2);
  });

  it('is maximised as it was', () => {
    const { main, calls, events } = host({ isMaximized: true });
    main.start({ isHidden: false });
    events.emit('ready-to-show');
    expect(calls).toContain('maximize');
  });

  it('comes back when its display is unplugged', () => {
    const { main, calls, screenEvents } = host();
    main.start({ isHidden: false });
    screenEvents.emit('display-removed');
    expect(calls).toContain('bring back');
  });

  it('loads its page again when that is gone', () => {
    const { main, calls, pageEvents } = host();
    main.start({ isHidden: false });
    pageEvents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(calls).toContain('failed window-gone');
    expect(calls.filter((call) => call === 'load')).toHaveLength(2);
  });

  it('loads no page into a window that is gone with it', () => {
    const { main, calls, state, pageEvents } = host();
    main.start({ isHidden: false });
    state.isDestroyed = true;
    pageEvents.emit('render-process-gone', {}, { reason: 'killed' });
    expect(calls).toContain('failed window-gone');
    expect(calls.filter((call) => call === 'load')).toHaveLength(1);
  });

  it.each([
    [true, 'hide'],
    [false, 'minimize'],
  ])('steps back when it is asked to; in the tray: %s', (staysInTray, how) => {
    const { main, calls } = host({ staysInTray });
    main.hide();
    expect(calls).toEqual([]);
    main.start({ isHidden: false });
    main.hide();
    expect(calls).toContain(how);
  });
});
