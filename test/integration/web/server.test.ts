import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import type { WindowPage, WindowServer } from '../../../src/web/server.ts';
import { ask, connectWire, enter, startWindow, tokenOf } from './window.ts';

let folder: string;
let server: WindowServer;
let port: number;
const open: WebSocket[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-window-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html>the window');
  await writeFile(join(folder, '..', 'latchkey-outside.html'), 'outside');
  ({ server, port } = await startWindow(folder));
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
  await rm(join(folder, '..', 'latchkey-outside.html'));
});

const newSecret = () => randomBytes(32).toString('base64url');

/** A window that was let in by a new start address. */
async function newWindow(page: WindowPage = 'main'): Promise<{ secret: string; wire: WebSocket }> {
  const secret = newSecret();
  expect((await enter(port, { secret, token: tokenOf(server.startUrl(page)) })).status).toBe(204);
  const wire = await connectWire(port, secret);
  if (typeof wire === 'number') throw new Error(`refused with ${wire}`);
  open.push(wire);
  return { secret, wire };
}

async function closed(wire: WebSocket): Promise<number> {
  const [code] = await once(wire, 'close');
  return Number(code);
}

describe('the browser host', () => {
  it('listens on loopback only', () => {
    expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
  });

  it('has its start token in the fragment, which no browser sends anywhere', () => {
    const { pathname, search, hash } = new URL(server.startUrl());
    expect({ pathname, search }).toEqual({ pathname: '/', search: '' });
    expect(hash).toMatch(/^#start=[\w-]{43}$/u);
  });

  it('serves the window with the same headers as app://, and no cookie', async () => {
    const answer = await ask(port, '/');
    expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('the window') });
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'/u);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('lets a window in by its start address, and again by its secret after a reload', async () => {
    const { secret, wire } = await newWindow();
    expect(server.hasWindow()).toBe(true);
    wire.close();
    await closed(wire);
    await expect.poll(() => server.hasWindow()).toBe(false);
    expect((await enter(port, { secret })).status).toBe(204);
    const again = await connectWire(port, secret);
    expect(again).not.toBeTypeOf('number');
    if (typeof again !== 'number') again.terminate();
  });

  it('gives the place to the window of a newer start address, and tells the one before', async () => {
    const first = await newWindow();
    const ending = closed(first.wire);
    const second = await newWindow();
    expect(await ending).toBe(4_001);
    expect((await enter(port, { secret: first.secret })).status).toBe(403);
    expect(second.wire.readyState).toBe(second.wire.OPEN);
  });

  it('lets one quick find in beside one main window, and neither takes the place of the other', async () => {
    const main = await newWindow();
    const quickFind = await newWindow('quickFind');
    expect(server.startUrl('quickFind')).toContain('/quick-find.html#start=');
    expect([main, quickFind].map(({ wire }) => wire.readyState)).toEqual([1, 1]);
    expect([server.hasWindow(), server.hasWindow('quickFind')]).toEqual([true, true]);
    const ending = closed(quickFind.wire);
    await newWindow('quickFind');
    expect(await ending).toBe(4_001);
    expect((await enter(port, { secret: quickFind.secret })).status).toBe(403);
    expect(main.wire.readyState).toBe(1);
    expect((await enter(port, { secret: main.secret })).status).toBe(409);
  });

  it.each([
    '/../latchkey-outside.html',
    '/%2e%2e/latchkey-outside.html',
    '/..%2flatchkey-outside.html',
    '/..%5clatchkey-outside.html',
    '/index.html%00.js',
    '//etc/passwd',
  ])('serves nothing outside its folder: %s', async (path) => {
    const answer = await ask(port, path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('outside');
  });
});
