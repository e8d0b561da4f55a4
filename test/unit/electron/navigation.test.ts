import { describe, expect, it } from 'vitest';
import type { WebContents, WindowOpenHandlerResponse } from 'electron';
import type { Branding, ServerState } from '../../../src/contract/account-state.ts';
import { pageAt, pagesOf } from '../../../src/app/links/pages.ts';
import { guardNavigation } from '../../../src/main/navigation.ts';
import { partly } from './partly.ts';

function guarded() {
  const listeners = new Map<
    string,
    (event: { preventDefault(): void; url: string; isMainFrame: boolean }) => void
  >();
  const gated: string[] = [];
  let openHandler: Parameters<WebContents['setWindowOpenHandler']>[0] | undefined;
  const contents: WebContents = partly<WebContents>({
    on(event: string, listener: (...details: never[]) => void): WebContents {
      listeners.set(event, (details) => Reflect.apply(listener, undefined, [details]));
      return contents;
    },
    getURL: () => 'app://latchkey/index.html',
    setWindowOpenHandler: (handler) => (openHandler = handler),
  });
  guardNavigation(contents, (address) => gated.push(address));
  return {
    gated,
    /** Was the departure stopped? */
    stops(event: string, url = 'app://latchkey/other.html', isMainFrame = true): boolean {
      let stopped = false;
      listeners.get(event)?.({ preventDefault: () => (stopped = true), url, isMainFrame });
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

  it('may load itself again, as a whole, and nothing else', () => {
    const own = 'app://latchkey/index.html';
    for (const event of ['will-navigate', 'will-frame-navigate']) {
      expect(guarded().stops(event, own)).toBe(false);
      expect(guarded().stops(event, own, false)).toBe(true);
      expect(guarded().stops(event, `${own}?x`)).toBe(true);
      expect(guarded().stops(event, 'https://example.com/')).toBe(true);
    }
    expect(guarded().stops('will-redirect', own)).toBe(true);
  });

  it('opens no second window, and asks the gate about the link', () => {
    const { open, gated } = guarded();
    expect(open('https://example.com/help')).toEqual({ action: 'deny' });
    expect(gated).toEqual(['https://example.com/help']);
  });
});

describe('the gate to the browser', () => {
  function through(address: string, origins: ReadonlySet<string>): string[] {
    const page = pageAt(address, origins);
    return page === null ? [] : [page];
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

  it('opens the inbox of a trial, which is on this machine and has no certificate', () => {
    const trial = new Set(['http://127.0.0.1:20001']);
    expect(through('http://127.0.0.1:20001/', trial)).toEqual(['http://127.0.0.1:20001/']);
    expect(through('http://127.0.0.1:20002/', trial)).toEqual([]);
  });
});

describe('the pages that a link in the window may open', () => {
  const server = (more: Partial<ServerState>): ServerState => ({
    address: 'https://account.example.org',
    status: 'ready',
    branding: null,
    trialInbox: null,
    trialFailure: null,
    isFixed: false,
    ...more,
  });
  const branding = (portal: string | null, url: string | null): Branding => ({
    name: 'Example',
    portal,
    support: { address: 'support@example.org', url },
    methods: ['totp'],
    password: { minLength: 15, maxLength: 128 },
    trustDays: 11,
  });

  it('are those that the account server names: portal and support', () => {
    const named = branding('https://portal.example.org/start', 'https://help.example.org/latchkey');
    expect([...pagesOf(server({ branding: named }))]).toEqual([
      'https://portal.example.org',
      'https://help.example.org',
    ]);
  });

  it('are none that it names without TLS, or that are no pages', () => {
    const named = branding('http://portal.example.org/', 'file:///usr/bin/true');
    expect([...pagesOf(server({ branding: named }))]).toEqual([]);
  });

  it('are an inbox only on this machine, and none where nobody says anything', () => {
    expect([...pagesOf(server({ trialInbox: 'http://127.0.0.1:20001' }))]).toEqual([
      'http://127.0.0.1:20001',
    ]);
    expect([...pagesOf(server({ trialInbox: 'http://inbox.example.org' }))]).toEqual([]);
    expect([...pagesOf(server({}))]).toEqual([]);
  });
});
