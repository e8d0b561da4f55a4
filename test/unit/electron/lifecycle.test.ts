import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { App } from 'electron';
import { followLifecycle } from '../../../src/main/lifecycle.ts';
import type { Lifecycle } from '../../../src/main/lifecycle.ts';
import { partly } from './partly.ts';

function running(changes: Partial<Lifecycle> = {}) {
  const listeners = new Map<string, (event: { preventDefault(): void }) => void>();
  const calls: string[] = [];
  const app = partly<Pick<App, 'on' | 'exit'>>({
    on(event: string, listener: (...details: never[]) => void) {
      listeners.set(event, (details) => Reflect.apply(listener, undefined, [details]));
      return partly<App>({});
    },
    exit: () => void calls.push('exit'),
  });
  followLifecycle(app, {
    comeForward: () => void calls.push('forward'),
    close: async () => void calls.push('close'),
    failed: () => void calls.push('failed'),
    ...changes,
  });
  const event = { preventDefault: () => void calls.push('wait') };
  return {
    calls,
    listens: (name: string) => listeners.has(name),
    emit: (name: string) => listeners.get(name)?.(event),
  };
}

describe("the application's life", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('does not end because no window is open: the tray may be there', () => {
    const { calls, emit, listens } = running();
    // Without a listener Electron would quit.
    expect(listens('window-all-closed')).toBe(true);
    emit('window-all-closed');
    expect(calls).toEqual([]);
  });

  it("comes forward at a click in macOS's dock", () => {
    const { calls, emit } = running();
    emit('activate');
    expect(calls).toEqual(['forward']);
  });

  it('closes the application before the process ends, once', async () => {
    const { calls, emit } = running();
    emit('will-quit');
    emit('will-quit');
    await vi.runAllTimersAsync();
    expect(calls).toEqual(['wait', 'close', 'wait', 'exit']);
  });

  it('ends although closing failed, and reports it', async () => {
    const { calls, emit } = running({ close: () => Promise.reject(new Error('disk')) });
    emit('will-quit');
    await vi.runAllTimersAsync();
    expect(calls).toEqual(['wait', 'failed', 'exit']);
  });

  it('ends although closing hangs', async () => {
    const { calls, emit } = running({ close: () => new Promise<void>(() => undefined) });
    emit('will-quit');
    await vi.advanceTimersByTimeAsync(2_900);
    expect(calls).toEqual(['wait']);
    await vi.advanceTimersByTimeAsync(200);
    expect(calls).toEqual(['wait', 'exit']);
  });
});
