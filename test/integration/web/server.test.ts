import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createAccountApi } from '../../../src/adapters/account-api/account-api.ts';
import { backupFolder } from '../../../src/adapters/backup-folder/backup-folder.ts';
import { createApplication } from '../../../src/app/application.ts';
import { serveWindow, type WindowServer } from '../../../src/web/server.ts';
import { createManualClock } from '../../rig/manual-clock.ts';
import {
  createListLog,
  createMemoryKeychain,
  createMemoryPower,
  createMemoryPreferences,
  createMemoryVaultStore,
  createMemoryAccountFile,
  quickKeyDerivation,
} from '../../rig/memory-ports.ts';

let folder: string;
let server: WindowServer;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-window-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html>the window');
  await writeFile(join(folder, '..', 'latchkey-outside.html'), 'outside');
  const application = createApplication(
    {
      keychain: createMemoryKeychain(),
      vaultStore: createMemoryVaultStore(),
      keyDerivation: quickKeyDerivation,
      clock: createManualClock(0),
      screens: { capture: 'window', take: async () => ({ outcome: 'failed', cause: 'unsupported' }) },
      decoder: {
        async *read() {
          yield* [];
          return [];
        },
      },
      clipboard: { kind: 'window' },
      preferences: createMemoryPreferences(),
      power: createMemoryPower(),
      backupFolder,
      accountApi: createAccountApi(createManualClock(0)),
      accountFile: createMemoryAccountFile(),
      log: createListLog(),
    },
    { host: 'browser', version: '0.0.0', platform: 'linux' },
  );
  server = await serveWindow(application.router, { windowRoot: folder, port: 0 });
  port = Number(new URL(server.origin).port);
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
  await rm(join(folder, '..', 'latchkey-outside.html'));
});

/** One plain request, so that nothing between tidies up the path or the headers. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      });
      asked.on('error', reject);
      asked.end();
    },
  );
}

async function enter(): Promise<string> {
  const answer = await ask(new URL(server.startUrl()).pathname + new URL(server.startUrl()).search);
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

function connect(headers: Record<string, string>, path = '/rpc'): Promise<'open' | number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
    socket.on('open', () => {
      socket.close();
      resolve('open');
    });
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => {});
  });
}

describe('the browser host', () => {
  it('listens on loopback only', () => {
    expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
  });

  it('shows nothing without having been entered by a start address', async () => {
    expect((await ask('/')).status).toBe(403);
    expect((await ask('/index.html')).body).not.toContain('the window');
  });

  it('lets one browser in for each start address, once, by a strict cookie that scripts cannot read', async () => {
    const { pathname, search } = new URL(server.startUrl());
    const first = await ask(pathname + search);
    expect(first.status).toBe(200);
    expect(String(first.headers['set-cookie'])).toMatch(/; HttpOnly/u);
    expect(String(first.headers['set-cookie'])).toMatch(/; SameSite=Strict/u);
    expect((await ask(pathname + search)).status).toBe(403);
  });

  it('is not entered by a look ahead (HEAD), by a guess, or by an address that was followed by a newer one', async () => {
    const old = new URL(server.startUrl());
    const { pathname, search } = new URL(server.startUrl());
    expect((await ask(pathname + search, {}, 'HEAD')).headers['set-cookie']).toBeUndefined();
    expect((await ask('/start?token=x')).status).toBe(403);
    expect((await ask('/start')).status).toBe(403);
    expect((await ask(old.pathname + old.search)).status).toBe(403);
    expect((await ask(pathname + search)).status).toBe(200);
  });

  it('serves the window with the same headers as app://', async () => {
    const answer = await ask('/', { cookie: await enter() });
    expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('the window') });
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'/u);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it.each([
    '/../latchkey-outside.html',
    '/%2e%2e/latchkey-outside.html',
    '/..%2flatchkey-outside.html',
    '/..%5clatchkey-outside.html',
    '/index.html%00.js',
    '//etc/passwd',
  ])('serves nothing outside its folder: %s', async (path) => {
    const answer = await ask(path, { cookie: await enter() });
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('outside');
  });

  it('answers no other host name, so that a rebound name reaches nothing', async () => {
    expect((await ask('/', { cookie: await enter(), host: `evil.example:${port}` })).status).toBe(421);
    expect((await ask('/', { cookie: await enter(), host: `localhost:${port}` })).status).toBe(421);
  });

  it('connects the wire only for its own page, with the cookie', async () => {
    const cookie = await enter();
    const { origin } = server;
    expect(await connect({ cookie, origin })).toBe('open');
    expect(await connect({ origin })).toBe(403);
    expect(await connect({ cookie })).toBe(403);
    expect(await connect({ cookie, origin: 'http://evil.example' })).toBe(403);
    expect(await connect({ cookie, origin, host: `evil.example:${port}` })).toBe(403);
    expect(await connect({ cookie: `${cookie}x`, origin })).toBe(403);
    expect(await connect({ cookie, origin }, '/rpc/x')).toBe(403);
  });
});
