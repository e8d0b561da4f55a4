/** SIGTERM: what is under way is finished, nothing new is taken, nothing is handed out twice. */
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { send } from '../../account/support/device.ts';
import { completeEnvironment } from '../../rig/account-service/environment.ts';
import { emptyDatabase } from '../../rig/account-service/postgres.ts';
import { startInstance, type Instance } from '../../rig/account-service/program.ts';
import { startSlowSmtp } from '../../rig/account-service/slow-smtp.ts';

const mail = { name: 'Noor', password: 'a quiet harbour full of tulips 7', language: 'en' };

async function start(env: Record<string, string>): Promise<Instance> {
  const instance = await startInstance(env);
  onTestFinished(() => void instance.process.kill('SIGKILL'));
  return instance;
}
/** The processes in which an instance hashes passwords. */
function hashers({ process: { pid } }: Instance): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  return children
    .map(Number)
    .filter((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('hashing-process'));
}
const healthz = (port: number) => send('GET', '/healthz', port, undefined, undefined, {});
/** Waits until it has heard the signal to end: it takes no new connection. */
const isClosing = (port: number) =>
  expect.poll(() => healthz(port).catch((error: NodeJS.ErrnoException) => error.code)).toBe('ECONNREFUSED');

const signUp = (port: number, email: string, agent?: Agent) =>
  new Promise<number | string>((resolve) => {
    const body = JSON.stringify({ ...mail, email });
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    request({ host: '127.0.0.1', port, method: 'POST', path: '/v1/sign-up', agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    })
      .on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'))
      .end(body);
  });

test('requests and the mail under way are finished, new ones are refused, and no mail is handed in twice', async () => {
  const smtp = await startSlowSmtp();
  const env = completeEnvironment(await emptyDatabase(inject('postgres')), smtp.url);
  const instance = await start(env);
  expect(await signUp(instance.port, 'first@example.org')).toBe(202);
  await expect.poll(() => smtp.handedIn).toHaveLength(1);

  // None of these is answered before the signal comes: what hashes their passwords stands still.
  for (const pid of hashers(instance)) process.kill(pid, 'SIGSTOP');
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const running = Array.from({ length: 6 }, (_, n) => signUp(instance.port, `more${n}@example.org`, agent));
  const queue = async () =>
    Number(
      /_queue\S* (\d+)/.exec(
        (await send('GET', '/metrics', instance.port, undefined, undefined, {})).text,
      )?.[1],
    );
  await expect.poll(queue).toBe(6);
  instance.process.kill('SIGTERM');
  await isClosing(instance.port);
  for (const pid of hashers(instance)) process.kill(pid, 'SIGCONT');
  expect(await signUp(instance.port, 'late@example.org')).toBe('ECONNREFUSED');
  expect(await Promise.all(running)).toEqual(Array.from({ length: 6 }, () => 202));
  // Kept alive, a connection would go on taking requests.
  expect(await signUp(instance.port, 'later@example.org', agent)).toMatch(/^ECONN/);
  smtp.release();
  expect(await instance.ended).toBe(0);

  // The next instance sends the rest; nothing the first one handed in comes again.
  const next = await start(env);
  const db = new pg.Client(env['DATABASE_URL']);
  await db.connect();
  onTestFinished(() => db.end());
  await expect.poll(async () => (await db.query('select from outbox')).rowCount).toBe(0);
  expect(smtp.handedIn).toHaveLength(7);
  expect(new Set(smtp.handedIn).size).toBe(7);
  next.process.kill('SIGTERM');
  expect(await next.ended).toBe(0);
});

test('a mail server that never answers holds the end up for a bounded time only', async () => {
  const smtp = await startSlowSmtp();
  const instance = await startInstance(
    completeEnvironment(await emptyDatabase(inject('postgres')), smtp.url),
  );
  await signUp(instance.port, 'stuck@example.org');
  await expect.poll(() => smtp.handedIn).toHaveLength(1);
  instance.process.kill('SIGTERM');
  expect(await instance.ended).toBe(0);
});

test('a second signal ends it at once', async () => {
  const smtp = await startSlowSmtp();
  const instance = await startInstance(
    completeEnvironment(await emptyDatabase(inject('postgres')), smtp.url),
  );
  await signUp(instance.port, 'twice@example.org');
  await expect.poll(() => smtp.handedIn).toHaveLength(1);
  instance.process.kill('SIGTERM');
  await isClosing(instance.port);
  expect(instance.process.exitCode).toBeNull();
  instance.process.kill('SIGTERM');
  // In order it would end with 0.
  expect(await instance.ended).toBe(1);
});

test('an idle instance ends before one that was told earlier and has to give up on a request', async () => {
  const smtp = await startSlowSmtp();
  const env = completeEnvironment(await emptyDatabase(inject('postgres')), smtp.url);
  const [idle, busy] = [await start(env), await start(env)];
  // A client that keeps its connection open is idle, too.
  expect((await healthz(idle.port)).status).toBe(200);
  const socket = connect(busy.port, '127.0.0.1');
  socket.on('error', () => {});
  onTestFinished(() => void socket.destroy());
  socket.write(
    'POST /v1/sign-up HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
  );
  expect((await healthz(busy.port)).status).toBe(200);
  const ends: string[] = [];
  void busy.ended.then(() => ends.push('busy'));
  void idle.ended.then(() => ends.push('idle'));
  busy.process.kill('SIGINT');
  await isClosing(busy.port);
  idle.process.kill('SIGINT');
  expect(await idle.ended).toBe(0);
  expect(await busy.ended).toBe(0);
  expect(ends).toEqual(['idle', 'busy']);
});
