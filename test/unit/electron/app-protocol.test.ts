import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../src/adapters/window-files/headers.ts';
import type { WindowFiles } from '../../../src/adapters/window-files/window-files.ts';
import { isAppUrl } from '../../../src/main/app-origin.ts';
import { createAppProtocol } from '../../../src/main/app-protocol.ts';

/** Says yes to every path, so that only the protocol itself can refuse. */
const anything: WindowFiles = {
  find: async (pathname) => ({ body: new TextEncoder().encode(pathname), contentType: 'text/plain' }),
};
const nothing: WindowFiles = { find: async () => null };

const answer = createAppProtocol(anything);

describe('app://latchkey/', () => {
  it('answers with the file, its type and the whole set of security headers', async () => {
    const response = await answer(new Request('app://latchkey/index.html'));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('/index.html');
    expect(response.headers.get('content-type')).toBe('text/plain');
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    'app://elsewhere/index.html',
    'app://latchkey.evil.example/index.html',
    'app://latchkey:80/index.html',
    'app://someone@latchkey/index.html',
    'http://latchkey/index.html',
    'file:///etc/passwd',
  ])('does not answer for %s', async (address) => {
    // A `Request` cannot be built with a user name, but Electron builds its own.
    const response = await answer(fakeRequest(address));
    expect(response.status).toBe(404);
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('refuses %s', async (method) => {
    expect((await answer(new Request('app://latchkey/index.html', { method }))).status).toBe(405);
  });

  it('refuses what another origin asked for', async () => {
    const asked = (initiatorOrigin: string | null) =>
      answer(Object.assign(new Request('app://latchkey/index.html'), { initiatorOrigin }));
    expect((await asked('https://evil.example')).status).toBe(403);
    expect((await asked(null)).status).toBe(403);
    expect((await asked('app://latchkey')).status).toBe(200);
  });

  it('has no fallback page: a path without a file is 404, with the same headers', async () => {
    const response = await createAppProtocol(nothing)(new Request('app://latchkey/settings'));
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
  });

  it('hands no path on that leads out of the root, however it is written', async () => {
    for (const path of ['/../../etc/passwd', '/%2e%2e/%2E%2e/etc/passwd', '/a/..%2f..', '/.%2e/x']) {
      const response = await answer(new Request(`app://latchkey${path}`));
      expect(await response.text()).not.toContain('../');
    }
  });
});

describe("the window's origin", () => {
  it.each(['app://latchkey', 'app://latchkey/', 'app://latchkey/index.html?x#y', 'APP://latchkey/'])(
    'is that of %s',
    (address) => expect(isAppUrl(address)).toBe(true),
  );

  it.each([
    '',
    'latchkey',
    'app:latchkey',
    'app://latchkey.evil',
    'app://evil/app://latchkey/',
    'https://app/latchkey',
    'blob:app://latchkey/1',
  ])('is not that of "%s"', (address) => expect(isAppUrl(address)).toBe(false));
});

function fakeRequest(url: string): Request {
  return Object.defineProperty(new Request('app://latchkey/'), 'url', { value: url });
}
