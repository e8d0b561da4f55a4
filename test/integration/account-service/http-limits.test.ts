/** Clients that send too much, too slowly or nothing at all: each costs a bounded amount, and others are served. */
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { send } from '../../account/support/device.ts';
import { completeEnvironment } from '../../rig/account-service/environment.ts';
import { emptyDatabase } from '../../rig/account-service/postgres.ts';
import { startInstance, type Instance } from '../../rig/account-service/program.ts';

let env: Record<string, string>;
let instance: Instance;
beforeAll(async () => {
  env = completeEnvironment(await emptyDatabase(inject('postgres')), 'smtp://127.0.0.1:1');
  instance = await startInstance(env);
});
afterAll(() => instance.kill('SIGTERM'));

interface Wire {
  socket: Socket;
  text: () => string;
  connected: Promise<void>;
  closed: Promise<number>;
}

/** How many half seconds this process has lived through: on a busy machine fewer than have passed. */
let halfSeconds = 0;
const ticking = setInterval(() => (halfSeconds += 1), 500);
afterAll(() => clearInterval(ticking));
/** Where the service's own limits did not hold, Node's would: a minute for headers, five for a request. */
const belowNodesLimit = 80;

/** A bare connection; `closed` is after how many half seconds the other side ended it. */
function open(to = instance.port): Wire {
  const socket = connect(to, '127.0.0.1');
  const started = halfSeconds;
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  socket.on('error', () => {});
  onTestFinished(() => void socket.destroy());
  return {
    socket,
    text: () => text,
    connected: new Promise((resolve) => socket.once('connect', resolve)),
    closed: new Promise((resolve) => socket.once('close', () => resolve(halfSeconds - started))),
  };
}
const isServed = async (on = instance.port) => {
  const { status } = await send('GET', '/healthz', on, undefined, undefined, {});
  return status === 200;
};
const signUp = 'POST /v1/sign-up HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

test('headers of more than 8 KiB are refused and the connection ends', async () => {
  const wire = open();
  wire.socket.write(`GET /healthz HTTP/1.1\r\nHost: x\r\nX-Filler: ${'a'.repeat(9_000)}\r\n\r\n`);
  await wire.closed;
  expect(wire.text()).toMatch(/^HTTP\/1\.1 431 /);
});

test('headers that never end are cut off as they come, not when they are complete', async () => {
  const wire = open();
  wire.socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n');
  let sent = 0;
  const flood = setInterval(() => {
    wire.socket.write(`X-${sent}: ${'a'.repeat(500)}\r\n`);
    sent += 1;
  }, 5);
  await wire.closed;
  clearInterval(flood);
  expect(wire.text()).toMatch(/^HTTP\/1\.1 431 /);
  expect(sent).toBeLessThan(500);
});

test('a body of more than 16 KiB is refused by its announced length, before any of it came', async () => {
  const form = 'POST /activate HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n';
  for (const request of [signUp, form]) {
    const wire = open();
    wire.socket.write(`${request}Content-Length: 100000000\r\n\r\n`);
    await expect.poll(wire.text).toMatch(/^HTTP\/1\.1 413 /);
  }
});

test.each(['POST /v1/sign-up', 'POST /activate', 'POST /reset', 'GET /healthz'])(
  '%s refuses a body of unannounced length at once',
  async (request) => {
    const wire = open();
    wire.socket.write(
      `${request} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    await expect.poll(wire.text).toMatch(/^HTTP\/1\.1 411 /);
  },
);

test('both a length and chunks, and two lengths, are refused: nothing is smuggled', async () => {
  for (const headers of [
    'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n',
    'Content-Length: 4\r\nContent-Length: 40\r\n\r\nabcdGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n',
  ]) {
    const wire = open();
    wire.socket.write(`${signUp}${headers}`);
    await wire.closed;
    expect(wire.text()).toMatch(/^HTTP\/1\.1 400 /);
    expect(wire.text()).not.toContain('200');
  }
});

test('TRACE gives nothing back', async () => {
  const wire = open();
  wire.socket.write(
    'TRACE /v1/session HTTP/1.1\r\nHost: x\r\nAuthorization: DPoP secret\r\nConnection: close\r\n\r\n',
  );
  await wire.closed;
  expect(wire.text()).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(wire.text()).not.toContain('DPoP secret');
});

test('slow headers, a slow body, and silence are each ended within their time, and others are served meanwhile', async () => {
  const headers = open();
  headers.socket.write('GET /healthz HTTP/1.1\r\n');
  const body = open();
  body.socket.write(`${signUp}Content-Length: 2000\r\n\r\n{"name":"`);
  const silent = open();
  let dripped = 0;
  const drip = setInterval(() => {
    headers.socket.write(`X-${dripped}: a\r\n`);
    body.socket.write('a');
    dripped += 1;
  }, 500);
  onTestFinished(() => clearInterval(drip));
  await expect.poll(() => dripped).toBeGreaterThan(3);
  expect(await isServed()).toBe(true);
  for (const wire of [headers, silent, body]) expect(await wire.closed).toBeLessThan(belowNodesLimit);
  expect(headers.text()).toMatch(/^HTTP\/1\.1 408 /);
});

test('hundreds of idle connections keep nobody out, and go within their time', async () => {
  const idle = Array.from({ length: 400 }, () => open());
  await Promise.all(idle.map(({ connected }) => connected));
  expect(await isServed()).toBe(true);
  const closed = await Promise.all(idle.map((wire) => wire.closed));
  expect(Math.max(...closed)).toBeLessThan(belowNodesLimit);
});

test('there are never more connections than configured, and there is room again when some go', async () => {
  const small = await startInstance({ ...env, CONNECTIONS: '20' });
  onTestFinished(() => small.kill('SIGTERM'));
  const wires = Array.from({ length: 60 }, () => open(small.port));
  let closed = 0;
  for (const wire of wires) void wire.closed.then(() => (closed += 1));
  await expect.poll(() => closed).toBeGreaterThanOrEqual(40);
  for (const { socket } of wires) socket.destroy();
  await expect.poll(() => isServed(small.port).catch(() => false)).toBe(true);
});
