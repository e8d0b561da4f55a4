/** SIGTERM: what is under way is finished, nothing new is taken, nothing is handed out twice. */
import { Agent, request } from 'node:http';
import { createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { send } from '../../account/support/device.ts';
import { completeEnvironment, launch, pause, startPostgres, type ThrowAwayPostgres } from './rig.ts';

let postgres: ThrowAwayPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const mail = { name: 'Noor', password: 'a quiet harbour full of tulips 7', language: 'en' };

/** An SMTP server that accepts a mail only when it is told to, and counts how often each was handed in. */
async function startSlowSmtp() {
  const handedIn: string[] = [];
  const sockets = new Set<Socket>();
  let isHeld = true;
  const waiting: (() => void)[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    let isData = false;
    let text = '';
    socket.on('error', () => {});
    socket.write('220 slow\r\n');
    socket.on('data', (chunk) => {
      text += chunk.toString();
      if (isData) {
        if (!text.endsWith('\r\n.\r\n')) return;
        isData = false;
        handedIn.push(/^Message-ID: (.*)$/im.exec(text)?.[1] ?? '');
        text = '';
        const accept = () => socket.write('250 accepted\r\n');
        if (isHeld) waiting.push(accept);
        else accept();
        return;
      }
      if (!text.endsWith('\r\n')) return;
      isData = /^DATA/i.test(text);
      socket.write(isData ? '354 go on\r\n' : '250 fine\r\n');
      text = '';
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a TCP address');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    handedIn,
    release() {
      isHeld = false;
      for (const accept of waiting.splice(0)) accept();
    },
  };
}

async function startInstance(env: Record<string, string>) {
  const instance = launch('account-service/main.ts', [], env);
  onTestFinished(() => void instance.process.kill('SIGKILL'));
  const [, port] = await instance.waitFor(/"port":(\d+)/);
  return { ...instance, port: Number(port) };
}

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
  const env = completeEnvironment(await postgres.emptyDatabase(), smtp.url);
  const instance = await startInstance(env);
  expect(await signUp(instance.port, 'first@example.org')).toBe(202);
  while (smtp.handedIn.length === 0) await pause(20);

  // One thread for passwords: these take turns, and most are still waiting when the signal comes.
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const running = Array.from({ length: 6 }, (_, n) => signUp(instance.port, `more${n}@example.org`, agent));
  await pause(150);
  instance.process.kill('SIGTERM');
  await pause(100);
  expect(await signUp(instance.port, 'late@example.org')).toBe('ECONNREFUSED');
  expect(await Promise.all(running)).toEqual(Array.from({ length: 6 }, () => 202));
  // Kept alive, a connection would go on taking requests.
  expect(await signUp(instance.port, 'later@example.org', agent)).toMatch(/^ECONN/);
  smtp.release();
  expect(await instance.ended).toBe(0);

  // The next instance sends the rest; nothing the first one handed in comes again.
  const next = await startInstance(env);
  for (let waited = 0; waited < 100 && smtp.handedIn.length < 7; waited += 1) await pause(100);
  await pause(500);
  expect(smtp.handedIn).toHaveLength(7);
  expect(new Set(smtp.handedIn).size).toBe(7);
  next.process.kill('SIGTERM');
  expect(await next.ended).toBe(0);
});

test('a mail server that never answers holds the end up for a bounded time only', async () => {
  const smtp = await startSlowSmtp();
  const instance = await startInstance(completeEnvironment(await postgres.emptyDatabase(), smtp.url));
  await signUp(instance.port, 'stuck@example.org');
  while (smtp.handedIn.length === 0) await pause(20);
  instance.process.kill('SIGTERM');
  expect(await instance.ended).toBe(0);
});

test('a second signal ends it at once', async () => {
  const smtp = await startSlowSmtp();
  const instance = await startInstance(completeEnvironment(await postgres.emptyDatabase(), smtp.url));
  await signUp(instance.port, 'twice@example.org');
  while (smtp.handedIn.length === 0) await pause(20);
  instance.process.kill('SIGTERM');
  await pause(200);
  expect(instance.process.exitCode).toBeNull();
  instance.process.kill('SIGTERM');
  // In order it would end with 0.
  expect(await instance.ended).toBe(1);
});

test('an idle instance ends right away', async () => {
  const smtp = await startSlowSmtp();
  const instance = await startInstance(completeEnvironment(await postgres.emptyDatabase(), smtp.url));
  // A client that keeps its connection open is idle, too.
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  expect((await send('GET', '/healthz', instance.port, undefined, undefined, {})).status).toBe(200);
  const stoppedAt = performance.now();
  instance.process.kill('SIGINT');
  expect(await instance.ended).toBe(0);
  expect(performance.now() - stoppedAt).toBeLessThan(9_000);
});
