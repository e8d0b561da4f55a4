/** Ten thousand broken connections of every kind at each listener of the browser host: none ends it, none stays. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { handOverLink } from '../../../src/adapters/link-socket/hand-over.ts';
import { fire, happened } from '../../rig/fire/fire.ts';
import { frameShots } from '../../rig/fire/frames.ts';
import { expectNoGrowth, startMeasured, type Measured } from '../../rig/fire/measured.ts';
import { seed } from '../../rig/seed.ts';
import { httpShots, lineShots } from '../../rig/fire/shots.ts';
import { ask, connectWire, enter, tokenOf } from './window.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 });

const secret = randomBytes(32).toString('base64url');
let folder: string;
let host: Measured;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-fire-'));
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

/** The window comes in and is answered. */
async function servesTheWindow(): Promise<void> {
  expect((await ask(port, '/')).body).toContain('the window');
  await expect.poll(async () => (await enter(port, { secret })).status).toBe(204);
  const wire = await connectWire(port, secret);
  if (typeof wire === 'number') throw new Error(`the window was refused with ${wire}`);
  wire.send(JSON.stringify({ i: '1', p: { u: '/vault/no' } }));
  await once(wire, 'message');
  wire.terminate();
}

async function upgraded(socket: Socket): Promise<boolean> {
  socket.write(
    `GET /rpc HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\n` +
      'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
      `Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: latchkey, ${secret}\r\n\r\n`,
  );
  const answer = await happened(socket, 'data');
  return String(answer).startsWith('HTTP/1.1 101');
}

it.each([
  ['http', 10_000, () => ({ shots: httpShots, target: { port, host: '127.0.0.1' }, width: 24 })],
  [
    'frames',
    3_000,
    () => ({ shots: frameShots, target: { port, host: '127.0.0.1' }, width: 1, begin: upgraded }),
  ],
] as const)(
  `the window’s server outlives broken ones: %s, %i of them, seed ${seed}`,
  async (_, count, how) => {
    const all = { ...how(), host: `127.0.0.1:${port}`, seed: `${seed}` };
    await fire({ ...all, count: count / 10 });
    await servesTheWindow();
    const before = await host.size();
    await fire({ ...all, seed: `${seed}+`, count: (count * 9) / 10 });
    await servesTheWindow();
    expect(host.ended()).toBeNull();
    await expectNoGrowth(host, before);
  },
);

it(`the link socket outlives 10,000 broken connections, seed ${seed}`, async () => {
  const [name = ''] = await readdir(join(folder, 'links'));
  const all = { shots: lineShots, target: { path: join(folder, 'links', name) }, width: 6, seed: `${seed}` };
  await fire({ ...all, count: 1_000 });
  const before = await host.size();
  await fire({ ...all, seed: `${seed}+`, count: 9_000 });
  expect(host.ended()).toBeNull();
  await expectNoGrowth(host, before);
  expect(await handOverLink(folder, 'latchkey://activate?token=x')).toBe('taken');
});
