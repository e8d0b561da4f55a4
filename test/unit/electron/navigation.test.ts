import { describe, expect, it } from 'vitest';
import type { WebContents, WindowOpenHandlerResponse } from 'electron';
import { createLinkGate, externalOrigins } from '../../../src/main/external-links.ts';
import { guardNavigation } from '../../../src/main/navigation.ts';
import { partly } from './partly.ts';

function guarded() {
  const listeners = new Map<string, (event: { preventDefault(): void }) => void>();
  const gated: string[] = [];
  let openHandler: Parameters<WebContents['setWindowOpenHandler']>[0] | undefined;
  const contents: WebContents = partly<WebContents>({
    on(event: string, listener: (...details: never[]) => void): WebContents {
      listeners.set(event, (details) => Reflect.apply(listener, undefined, [details]));
      return contents;
    },
    setWindowOpenHandler: (handler) => (openHandler = handler),
  });
  guardNavigation(contents, (address) => gated.push(address));
  return {
    gated,
    /** Was the departure stopped? */
    stops(event: string): boolean {
      let stopped = false;
      listeners.get(event)?.({ preventDefault: () => (stopped = true) });
      return stopped;
    },
    open: (url: string): WindowOpenHandlerResponse | undefined =>
      openHandler?.({
        url,
        frameName: '',
        features: '',
        disposition: 'foreground-tab',
        referrer: { url: '', policy: 'no-referrer' },
      }),
  };
}

describe('a window', () => {
  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview'])(
    'stays where it is at %s',
    (event) => expect(guarded().stops(event)).toBe(true),
  );

  it('opens no second window, and asks the gate about the link', () => {
    const { open, gated } = guarded();
    expect(open('https://example.com/help')).toEqual({ action: 'deny' });
    expect(gated).toEqual(['https://example.com/help']);
  });
});

describe('the gate to the browser', () => {
  function through(address: string, origins: ReadonlySet<string>): string[] {
    const opened: string[] = [];
    createLinkGate(origins, (href) => opened.push(href))(address);
    return opened;
  }
  const origins = new Set(['https://latchkey.example']);

  it('opens an address at an exact origin', () => {
    expect(through('https://latchkey.example/help?topic=scan', origins)).toEqual([
      'https://latchkey.example/help?topic=scan',
    ]);
  });

  it.each([
    'http://latchkey.example/',
    'https://latchkey.example.evil.example/',
    'https://latchkey.example@evil.example/',
    'https://someone:pass@latchkey.example/',
    'https://latchkey.example:8443/',
    'https://sub.latchkey.example/',
    'file:///usr/bin/true',
    'javascript:alert(1)',
    'smb://latchkey.example/share',
    'ms-msdt:/id',
    'https:\\\\evil.example',
    '',
    'not an address',
  ])('does not open %s', (address) => {
    expect(through(address, origins)).toEqual([]);
  });

  it('opens https only, whatever is listed', () => {
    const careless = new Set(['http://latchkey.example', 'ftp://latchkey.example']);
    expect(through('http://latchkey.example/', careless)).toEqual([]);
    expect(through('ftp://latchkey.example/', careless)).toEqual([]);
  });

  it('lists only https origins', () => {
    for (const origin of externalOrigins) expect(new URL(origin).origin).toBe(origin);
    expect([...externalOrigins].filter((origin) => !origin.startsWith('https://'))).toEqual([]);
  });
});
