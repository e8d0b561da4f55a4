import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { App } from 'electron';
import { followLifecycle } from '../../../src/main/lifecycle.ts';
import type { Lifecycle } from '../../../src/main/lifecycle.ts';
import { partly } from './partly.ts';

function running(changes: Partial<Lifecycle> = {}) {
  const listeners = new Map<string, (event: { preventDefault(): void }) => void>();
  const calls: string[] = [];
  const app = partly<Pick<App, 'on' | 'quit' | 'exit'>>({
    on(event: string, listener: (...details: never[]) => void) {
      listeners.set(event, (details) => Reflect.apply(listener, undefined, [details]));
      return partly<App>({});
    },
    quit: () => void calls.push('quit'),
    exit: () => void calls.push('exit'),
  });
  followLifecycle(app, {
    platform: 'linux',
    hasWindow: () => false,
    openWindow: () => void calls.push('open'),
    close: async () => void calls.push('close'),
    failed: () => void calls.push('failed'),
    ...changes,
  });
  const event = { preventDefault: () => void calls.push('wait') };
  return { calls, emit: (name: string) => listeners.get(name)?.(event) };
}

describe("the application's life", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('ends with its last window', () => {
    const { calls, emit } = running();
    emit('window-all-closed');
    expect(calls).toEqual(['quit']);
  });

  it('goes on in the dock on macOS, where a click opens the window again', () => {
    const { calls, emit } = running({ platform: 'darwin' });
    emit('window-all-closed');
    emit('activate');
    expect(calls).toEqual(['open']);
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
