import { describe, expect, it } from 'vitest';
import type { WebContents } from 'electron';
import {
  allowedPermissions,
  createPermissionHandlers,
  denyDisplayMedia,
} from '../../../src/main/permissions.ts';
import type { Permission } from '../../../src/main/permissions.ts';
import { createRequestFilter } from '../../../src/main/requests.ts';
import { partly } from './partly.ts';

const contents = partly<WebContents>({ id: 1 });
const stranger = partly<WebContents>({ id: 2 });
interface Details {
  isMainFrame: boolean;
  requestingUrl: string;
  mediaType?: 'video' | 'audio' | 'unknown';
  mediaTypes?: ('video' | 'audio')[];
}
const atWindow: Details = { isMainFrame: true, requestingUrl: 'app://latchkey/index.html' };

function both(allowed: ReadonlySet<Permission>) {
  const handlers = createPermissionHandlers(allowed, (asker) => asker === contents);
  return (permission: Permission, asker: WebContents, details: Details) => {
    let requested: boolean | null = null;
    handlers.request(asker, permission, (granted) => (requested = granted), details);
    const checked = handlers.check(asker, permission, 'app://latchkey', details);
    return { requested, checked };
  };
}

describe('permissions', () => {
  const denied = { requested: false, checked: false };

  it.each([
    'display-capture',
    'clipboard-sanitized-write',
    'geolocation',
    'notifications',
    'openExternal',
    'fileSystem',
    'hid',
    'usb',
    'serial',
    'local-network-access',
    'unknown',
  ] as const)('%s is denied to the window', (permission) => {
    expect(both(allowedPermissions)(permission, contents, atWindow)).toEqual(denied);
  });

  it('reading the clipboard is given to the window, for its Paste button', () => {
    expect(both(allowedPermissions)('clipboard-read', contents, atWindow)).toEqual({
      requested: true,
      checked: true,
    });
  });

  it('the camera is given to the window, and the microphone is not, alone or with it', () => {
    const asking = (asked: Partial<Details>) =>
      both(allowedPermissions)('media', contents, { ...atWindow, ...asked });
    expect(asking({ mediaTypes: ['video'] }).requested).toBe(true);
    expect(asking({ mediaType: 'video' }).checked).toBe(true);
    expect(asking({ mediaTypes: ['audio'] }).requested).toBe(false);
    expect(asking({ mediaTypes: ['video', 'audio'] }).requested).toBe(false);
    expect(asking({ mediaTypes: [] }).requested).toBe(false);
    expect(asking({ mediaType: 'audio' }).checked).toBe(false);
    expect(asking({ mediaType: 'unknown' }).checked).toBe(false);
    expect(asking({})).toEqual(denied);
  });

  const ask = both(new Set<Permission>(['fullscreen']));

  it('one in the table is given to the window, in both handlers alike', () => {
    expect(ask('fullscreen', contents, atWindow)).toEqual({ requested: true, checked: true });
    expect(ask('pointerLock', contents, atWindow)).toEqual(denied);
  });

  it('one in the table is denied to other contents, to frames and to other origins', () => {
    expect(ask('fullscreen', stranger, atWindow)).toEqual(denied);
    expect(ask('fullscreen', contents, { ...atWindow, isMainFrame: false })).toEqual(denied);
    expect(ask('fullscreen', contents, { ...atWindow, requestingUrl: 'https://evil.example/' })).toEqual(
      denied,
    );
  });

  it('getDisplayMedia gets no stream', () => {
    let given: unknown = 'no answer';
    denyDisplayMedia(partly({}), (streams) => (given = streams));
    expect(given).toBeNull();
  });
});

describe("the window's requests", () => {
  const packaged = createRequestFilter(false);

  it('pass for its own files', () => {
    expect(packaged('app://latchkey/assets/index.js')).toEqual({ cancel: false });
  });

  it.each([
    'https://example.com/',
    'http://127.0.0.1:8080/',
    'ws://127.0.0.1/rpc',
    'wss://example.com/',
    'file:///etc/passwd',
    'ftp://example.com/',
    'data:text/html,hello',
    'chrome-extension://abc/x.js',
    'devtools://devtools/bundled/inspector.html',
    'app://elsewhere/',
    'not an address',
  ])('are cancelled for %s', (address) => {
    expect(packaged(address)).toEqual({ cancel: true });
  });

  it('pass for DevTools only where there are DevTools', () => {
    const inDevelopment = createRequestFilter(true);
    expect(inDevelopment('devtools://devtools/bundled/inspector.html')).toEqual({ cancel: false });
    expect(inDevelopment('https://example.com/')).toEqual({ cancel: true });
  });
});
