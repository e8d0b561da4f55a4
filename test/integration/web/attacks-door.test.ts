/** Attacks 1 to 12 on the browser host: who may come in (`docs/security.md`). */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import type { WindowServer } from '../../../src/web/server.ts';
import { ask, connectWire, enter, startWindow, tokenOf } from './window.ts';

let folder: string;
let server: WindowServer;
let port: number;
let origin: string;
/** The window's secret, and its wire. */
let secret: string;
let wire: WebSocket;

const newSecret = () => randomBytes(32).toString('base64url');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-attacks-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html>the window');
  ({ server, port } = await startWindow(folder));
  ({ origin } = server);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  secret = newSecret();
  await enter(port, { secret, token: tokenOf(server.startUrl()) });
  wire = await windowWire();
});

async function windowWire(): Promise<WebSocket> {
  const opened = await connectWire(port, secret);
  if (typeof opened === 'number') throw new Error(`the window was refused with ${opened}`);
  return opened;
}

/** The window goes, so that only what an attacker lacks keeps it out. */
async function closeWindow(): Promise<void> {
  const ended = once(wire, 'close');
  wire.close();
  await ended;
  await expect.poll(() => server.hasWindow()).toBe(false);
}

/** Nobody came in, and the window is still the one. */
async function expectOnlyTheWindow(): Promise<void> {
  if (!server.hasWindow()) wire = await windowWire();
  expect(wire.readyState).toBe(wire.OPEN);
}

it('attack 1: another user of the machine opens the address of the host, without anything', async () => {
  await closeWindow();
  expect((await ask(port, '/')).body).not.toMatch(/start=|token|secret/u);
  expect(await connectWire(port, null)).toBe(403);
  await expectOnlyTheWindow();
});

it('attack 2: a client made by hand names the window’s origin and host, without the secret', async () => {
  await closeWindow();
  for (const protocols of [
    [],
    ['latchkey'],
    ['latchkey', newSecret()],
    ['latchkey', 'undefined'],
    ['latchkey', '-'],
  ]) {
    expect(await connectWire(port, null, { protocols })).toBe(403);
  }
  expect((await enter(port, { secret: newSecret() })).status).toBe(403);
  await expectOnlyTheWindow();
});

it('attack 3: cookies of every name, and whatever else a browser sends by itself, open nothing', async () => {
  await closeWindow();
  const headers = {
    cookie: `latchkey=${secret}; window=${secret}; secret=${secret}; start=${secret}`,
    authorization: `Bearer ${secret}`,
    referer: `${origin}/#start=${secret}`,
    'sec-fetch-site': 'same-origin',
  };
  expect(await connectWire(port, null, { headers })).toBe(403);
  expect((await ask(port, '/', { headers })).headers['set-cookie']).toBeUndefined();
  await expectOnlyTheWindow();
});

it('attack 4: a page from elsewhere has learned the secret: its origin keeps it out', async () => {
  await closeWindow();
  for (const from of [
    'http://evil.example',
    `http://127.0.0.1:${port + 1}`,
    `http://localhost:${port}`,
    `https://127.0.0.1:${port}`,
    'null',
    `${origin}.evil.example`,
    `${origin}/`,
    '',
  ]) {
    expect(await connectWire(port, secret, { headers: { origin: from } }), from).toBe(403);
    expect((await enter(port, { secret }, { origin: from })).status, from).toBe(403);
  }
  await expectOnlyTheWindow();
});

it('attack 5: a name is bound anew to this machine (DNS rebinding)', async () => {
  await closeWindow();
  for (const host of [
    `evil.example:${port}`,
    `localhost:${port}`,
    `127.0.0.1.nip.io:${port}`,
    '127.0.0.1',
    `[::1]:${port}`,
  ]) {
    expect((await ask(port, '/', { headers: { host } })).status, host).toBe(421);
    expect((await enter(port, { secret }, { host })).status, host).toBe(421);
    expect(await connectWire(port, secret, { headers: { host } }), host).toBe(403);
  }
  await expectOnlyTheWindow();
});

it('attack 6: the machine is reached by its other addresses', async () => {
  const others = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .map(({ address }) => address)
    .filter((address) => address !== '127.0.0.1');
  for (const host of [...others, '127.0.0.2', '::1']) {
    const socket = connect({ host, port });
    const came = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'close').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    expect(came, host).toBe(false);
  }
  await expectOnlyTheWindow();
});

it('attack 7: a start address that was used is used again, by another window', async () => {
  const token = tokenOf(server.startUrl());
  await enter(port, { secret, token });
  expect((await enter(port, { secret: newSecret(), token })).status).toBe(403);
});

it('attack 8: a start address that a newer one followed', async () => {
  const old = tokenOf(server.startUrl());
  const newer = tokenOf(server.startUrl());
  expect((await enter(port, { secret: newSecret(), token: old })).status).toBe(403);
  await expectOnlyTheWindow();
  expect((await enter(port, { secret, token: newer })).status).toBe(204);
});

it('attack 9: twenty windows race for one start address', async () => {
  const token = tokenOf(server.startUrl());
  const answers = await Promise.all(
    Array.from({ length: 20 }, async () => (await enter(port, { secret: newSecret(), token })).status),
  );
  expect(answers.filter((status) => status === 204)).toHaveLength(1);
});

it('attack 10: a second window with a copy of the secret (a doubled tab) is refused while the first is there', async () => {
  expect((await enter(port, { secret })).status).toBe(409);
  expect(await connectWire(port, secret)).toBe(403);
  const many = await Promise.all(Array.from({ length: 10 }, () => connectWire(port, secret)));
  expect(many.every((each) => each === 403)).toBe(true);
  await expectOnlyTheWindow();
  await closeWindow();
  const racing = await Promise.all(Array.from({ length: 10 }, () => connectWire(port, secret)));
  const [came, ...more] = racing.filter((each) => typeof each !== 'number');
  expect(more).toEqual([]);
  came?.terminate();
});

it('attack 11: who has a start address of their own can’t look on unseen: the first window is told, and ends', async () => {
  const ended = once(wire, 'close');
  expect((await enter(port, { secret: newSecret(), token: tokenOf(server.startUrl()) })).status).toBe(204);
  expect(await ended).toEqual([4_001, expect.anything()]);
  expect((await enter(port, { secret })).status).toBe(403);
  expect(await connectWire(port, secret)).toBe(403);
});

it('attack 12: tokens and secrets are guessed, cut, lengthened, doubled, or of another kind', async () => {
  await closeWindow();
  const token = tokenOf(server.startUrl());
  const wrong = [token.slice(0, -1), `${token}A`, token.toUpperCase(), '', '../', 'null', secret];
  for (const guess of wrong)
    expect([400, 403]).toContain((await enter(port, { secret: newSecret(), token: guess })).status);
  for (const body of [
    'null',
    '[]',
    '7',
    `{"secret":["${secret}"]}`,
    `{"secret":"${secret}","admin":true}`,
    '{"secret":',
    '',
  ]) {
    const headers = { origin, 'content-length': String(body.length) };
    expect((await ask(port, '/enter', { method: 'POST', body, headers })).status, body).toBe(400);
  }
  // Good but for its length.
  const long = JSON.stringify({ secret: newSecret(), token }) + ' '.repeat(100_000);
  const headers = { origin, 'content-length': String(long.length) };
  expect((await ask(port, '/enter', { method: 'POST', body: long, headers })).status).toBe(400);
  for (const path of ['/rpc/', '/rpc?x', '//rpc', '/RPC', '/enter', '/']) {
    expect(await connectWire(port, secret, { path }), path).toBe(403);
  }
  // None of it used the token up: it lets in a window that nothing else would.
  secret = newSecret();
  expect((await enter(port, { secret, token })).status).toBe(204);
  await expectOnlyTheWindow();
});
