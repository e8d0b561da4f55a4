import { describe, expect, it } from 'vitest';
import { bridge } from '../../../src/preload/bridge.ts';
import type { Page, PageMessage } from '../../../src/preload/bridge.ts';

function loaded() {
  const listeners = new Set<(event: PageMessage) => void>();
  const posted: { message: unknown; targetOrigin: string; ports: string[] }[] = [];
  const sent: string[] = [];
  let onPort: ((event: { ports: string[] }) => void) | undefined;
  const page: Page<string> = {
    location: { origin: 'app://latchkey' },
    addEventListener: (_type, listener) => void listeners.add(listener),
    removeEventListener: (_type, listener) => void listeners.delete(listener),
    postMessage: (message, targetOrigin, transfer) =>
      void posted.push({ message, targetOrigin, ports: transfer }),
  };
  bridge(page, {
    send: (channel) => void sent.push(channel),
    once: (_channel, listener) => {
      onPort = listener;
    },
  });
  const ready = { source: page, origin: 'app://latchkey', data: { type: 'latchkey:ready' } };
  return {
    sent,
    posted,
    say: (changes: Partial<PageMessage> = {}) => {
      for (const listener of listeners) listener({ ...ready, ...changes });
    },
    mainAnswers: () => onPort?.({ ports: ['a port'] }),
  };
}

describe('the bridge', () => {
  it('asks for a port when the page is ready, and posts it to the page alone', () => {
    const { say, sent, posted, mainAnswers } = loaded();
    say();
    expect(sent).toEqual(['latchkey:connect']);
    mainAnswers();
    expect(posted).toEqual([
      { message: { type: 'latchkey:port' }, targetOrigin: 'app://latchkey', ports: ['a port'] },
    ]);
  });

  it('asks once a load', () => {
    const { say, sent } = loaded();
    say();
    say();
    expect(sent).toHaveLength(1);
  });

  it.each([
    { source: {} },
    { source: null },
    { origin: 'https://evil.example' },
    { data: 'latchkey:ready' },
    { data: null },
    { data: { type: 'latchkey:port' } },
  ])('does not listen to %o', (changes) => {
    const { say, sent } = loaded();
    say(changes);
    expect(sent).toEqual([]);
  });
});
