/** Attacks 13 to 17 on the browser host: what breaks, or fills, the connection itself (`docs/security.md`). */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { happened } from '../../rig/fire/fire.ts';
import { frame, frameShots } from '../../rig/fire/frames.ts';
import { startMeasured, type Measured } from '../../rig/fire/measured.ts';
import { createRandom } from '../../rig/fire/random.ts';
import { ask, connectWire, enter, tokenOf } from './window.ts';

const secret = randomBytes(32).toString('base64url');
let folder: string;
let host: Measured;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-wire-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html>the window');
  host = startMeasured(new URL('host-to-fire-at.ts', import.meta.url).pathname, { FOLDER: folder });
  const { startUrl } = await host.said(z.object({ startUrl: z.string() }));
  port = Number(new URL(startUrl).port);
  await enter(port, { secret, token: tokenOf(startUrl) });
});
afterAll(async () => {
  await host.stop();
  await rm(folder, { recursive: true });
});

function upgradeRequest(headers: Record<string, string>): string {
  const all = {
    Host: `127.0.0.1:${port}`,
    Origin: `http://127.0.0.1:${port}`,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET /rpc HTTP/1.1\r\n${lines.join('')}\r\n`;
}

/** A raw connection of the window, past its upgrade. */
async function rawWindow(): Promise<Socket> {
  await expect.poll(async () => (await enter(port, { secret })).status).toBe(204);
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => socket.destroy());
  socket.write(upgradeRequest({ 'Sec-WebSocket-Protocol': `latchkey, ${secret}` }));
  const answer = await happened(socket, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1\.1 101/u);
  return socket;
}

/** The host is the same process, and the window comes in. */
async function expectServed(): Promise<void> {
  expect(host.ended()).toBeNull();
  await expect.poll(async () => (await enter(port, { secret })).status).toBe(204);
  const wire = await connectWire(port, secret);
  if (typeof wire === 'number') throw new Error(`the window was refused with ${wire}`);
  wire.send(JSON.stringify({ i: '1', p: { u: '/vault/no' } }));
  await once(wire, 'message');
  wire.terminate();
}

it('attack 13: upgrades without the secret that are reset at once', async () => {
  for (let tries = 0; tries < 200; tries += 1) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => socket.destroy());
    await happened(socket, 'connect');
    const ended = happened(socket, 'close');
    socket.write(upgradeRequest({ Origin: 'http://evil.example' }), () => socket.resetAndDestroy());
    await ended;
  }
  expect(host.ended()).toBeNull();
  await expectServed();
});

describe('attack 14: with the secret, a frame that breaks the protocol ends this connection and nothing else', () => {
  const breaking = [
    'not masked',
    'a reserved opcode',
    'reserved bits',
    'text that is no UTF-8',
    'two GiB, announced',
    'more than any number, announced',
    'a continuation of nothing',
    'a beginning in the middle',
    'a long ping',
    'a ping in pieces',
    'a flood of pieces',
    'something packed, where nothing was agreed',
    'a close of one byte',
    'words that are no JSON',
  ];
  it.each(breaking)('%s', async (kind) => {
    const socket = await rawWindow();
    const ended = happened(socket.resume(), 'close');
    socket.write(frameShots[kind]?.(createRandom(kind), 'x') ?? Buffer.alloc(0));
    await ended;
    socket.destroy();
    await expectServed();
    expect(host.output()).toBe('');
  });
});

it('attack 15: compression is offered, for a bomb: it is not taken up', async () => {
  await expectServed();
  await expect.poll(async () => (await enter(port, { secret })).status).toBe(204);
  const socket = connect(port, '127.0.0.1');
  socket.write(
    upgradeRequest({
      'Sec-WebSocket-Protocol': `latchkey, ${secret}`,
      'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits',
    }),
  );
  const answer = await happened(socket, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1\.1 101/u);
  expect(String(answer)).not.toMatch(/sec-websocket-extensions/iu);
  socket.destroy();
  await expectServed();
});

it('attack 16: answers are asked for and never fetched: the connection ends, memory does not fill', async () => {
  const socket = await rawWindow();
  socket.pause();
  const ended = happened(socket, 'close');
  const pings = Buffer.concat(
    Array.from({ length: 5_000 }, () => frame({ opcode: 9, payload: Buffer.alloc(125) })),
  );
  // Far more than the host holds for anybody; it ends the connection somewhere on the way.
  for (let sent = 0; sent < 2_000 && !socket.destroyed; sent += 1) {
    const isRoom = socket.write(pings);
    if (!isRoom) await Promise.race([happened(socket, 'drain'), ended]);
  }
  await ended;
  expect(host.ended()).toBeNull();
  await expectServed();
});

it('attack 17: thousands of connections are opened and kept: no more than a bounded number is held', async () => {
  const sockets = Array.from({ length: 300 }, () => connect(port, '127.0.0.1'));
  for (const socket of sockets) socket.on('error', () => socket.destroy());
  await Promise.all(
    sockets.map((socket) => Promise.race([happened(socket, 'connect'), happened(socket, 'close')])),
  );
  await expect
    .poll(() => sockets.filter((socket) => socket.destroyed || socket.readableEnded).length)
    .toBeGreaterThan(200);
  for (const socket of sockets) socket.destroy();
  await expectServed();
  expect((await ask(port, '/')).status).toBe(200);
});
