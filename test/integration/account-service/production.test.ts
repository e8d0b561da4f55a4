/** In production nothing stands in for what is not configured: the service says what is missing, and starts nothing. */
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, inject, onTestFinished, test } from 'vitest';
import { neededInProduction, readConfig } from '../../../src/account-service/config.ts';
import { startInbox, type Inbox } from '../../rig/account-service/inbox.ts';
import { completeEnvironment, freePorts } from '../../rig/account-service/environment.ts';
import { emptyDatabase } from '../../rig/account-service/postgres.ts';
import { launch } from '../../rig/account-service/program.ts';

let inbox: Inbox;
let folder: string;
/** Ports that the service or its trial would listen on. */
let ports: { PORT: string; MAILDEV_SMTP_PORT: string; MAILDEV_WEB_PORT: string };

beforeAll(async () => {
  inbox = await startInbox();
  const [api = 0, smtp = 0, web = 0] = await freePorts(3);
  ports = { PORT: `${api}`, MAILDEV_SMTP_PORT: `${smtp}`, MAILDEV_WEB_PORT: `${web}` };
});
afterAll(() => inbox.stop());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-production-'));
  // As root the trial's database runs as another user, who has to get through to its data.
  chmodSync(folder, 0o711);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

const production = async (more: Record<string, string> = {}): Promise<Record<string, string>> => ({
  ...completeEnvironment(await emptyDatabase(inject('postgres')), inbox.smtpUrl),
  NODE_ENV: 'production',
  ...ports,
  ...more,
});

const start = (env: Record<string, string>) => {
  const instance = launch('account-service/main.ts', [], env, { cwd: folder });
  onTestFinished(() => void instance.process.kill('SIGKILL'));
  return instance;
};

const isListening = (port: string) =>
  new Promise<boolean>((resolve) => {
    const socket = createConnection(Number(port), '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/** Starts with a bad configuration; gives what it says after making sure that it did nothing else. */
async function refusal(env: Record<string, string>): Promise<string> {
  const instance = start(env);
  let everListened = false;
  const watch = setInterval(() => {
    for (const port of Object.values(ports)) void isListening(port).then((open) => (everListened ||= open));
  }, 40);
  const code = await instance.ended;
  clearInterval(watch);
  expect(code).toBe(78);
  expect(everListened).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
  return instance.output();
}

test.each(neededInProduction)('without %s it refuses to start and names it', async (name) => {
  const { [name]: _, ...env } = await production();
  expect(await refusal(env)).toBe(`The account service cannot start:\n- ${name} is missing\n`);
});

test('with nothing set it names everything, in one message', async () => {
  const said = await refusal({ NODE_ENV: 'production', ...ports });
  expect(said.split('\n').filter((line) => line.startsWith('- '))).toEqual(
    expect.arrayContaining(neededInProduction.map((name) => `- ${name} is missing`)),
  );
});

test('what is empty counts as missing', async () => {
  expect(await refusal(await production({ SMTP_URL: '' }))).toContain('- SMTP_URL is missing');
});

test('SMS on offer needs a gateway', async () => {
  expect(await refusal(await production({ METHODS: 'email,sms,totp' }))).toContain(
    '- SMS_GATEWAY_URL or SMS_MAIL_TEMPLATE is missing',
  );
});

test('what would weaken it is refused, and no value is repeated', async () => {
  const secret = 'not-a-key-but-a-secret-all-the-same';
  const said = await refusal(
    await production({
      PUBLIC_URL: 'http://account.example.test',
      SECRET_KEYS: `1:${secret}`,
      DATABASE_URL: `mysql://root:${secret}@db/latchkey`,
    }),
  );
  expect(said).toContain('- DATABASE_URL: ');
  const rest = await refusal(
    await production({
      PUBLIC_URL: 'http://account.example.test',
      SECRET_KEYS: `1:${secret}`,
      SMS_GATEWAY_URL: 'http://gateway.example.test/send?key=' + secret,
      TRUSTED_PROXIES: 'everyone',
      TEST_CLOCK: '/tmp/clock',
    }),
  );
  for (const name of ['PUBLIC_URL', 'SECRET_KEYS', 'SMS_GATEWAY_URL', 'TRUSTED_PROXIES', 'TEST_CLOCK']) {
    expect(rest).toContain(`- ${name}`);
  }
  expect(said + rest).not.toContain(secret);
});

test('connections to other machines need TLS, unless they are named as plain', async () => {
  const elsewhere = {
    DATABASE_URL: 'postgres://latchkey:secret@db.example.test/latchkey',
    SMTP_URL: 'smtp://mail.example.test',
    METHODS: 'email,sms,totp',
    SMS_GATEWAY_URL: 'http://sms.example.test/send',
  };
  const said = await refusal(await production(elsewhere));
  for (const name of ['DATABASE_URL', 'SMTP_URL', 'SMS_GATEWAY_URL']) {
    expect(said).toContain(`- ${name} has no TLS`);
  }
  expect(said).not.toContain('secret');
  // The host that counts is the one that the driver goes to.
  const hidden = { DATABASE_URL: 'postgres://latchkey:secret@localhost/latchkey?host=db.example.test' };
  expect(await refusal(await production(hidden))).toContain('- DATABASE_URL has no TLS');
  const bySocket = { DATABASE_URL: 'postgres://latchkey@localhost/latchkey?host=/run/postgresql' };
  expect(readConfig(await production(bySocket)).DATABASE_URL).toBe(bySocket.DATABASE_URL);
  const fine = {
    ...(await production(elsewhere)),
    DATABASE_URL: `${elsewhere.DATABASE_URL}?sslmode=verify-full`,
    SMTP_URL: `${elsewhere.SMTP_URL}?requireTLS=true`,
    PLAIN_CONNECTIONS: 'sms',
  };
  expect(readConfig(fine).PLAIN_CONNECTIONS).toEqual(['sms']);
});

test('with everything set it starts on that alone: no trial database, no trial inbox', async () => {
  const instance = start(await production());
  await instance.waitFor(/the account service is listening/);
  expect(await isListening(ports.PORT)).toBe(true);
  expect(await isListening(ports.MAILDEV_WEB_PORT)).toBe(false);
  expect(await isListening(ports.MAILDEV_SMTP_PORT)).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
  expect(instance.output()).not.toContain('trial');
  instance.process.kill('SIGTERM');
  expect(await instance.ended).toBe(0);
});

test('anywhere else the trial stands in, says where it is, and goes again', async () => {
  const instance = start(ports);
  await instance.waitFor(new RegExp(`API reference: http://127\\.0\\.0\\.1:${ports.PORT}/docs`, 'u'));
  expect(existsSync(join(folder, '.account-service/secret-keys'))).toBe(true);
  expect(instance.output()).toContain(`http://127.0.0.1:${ports.MAILDEV_WEB_PORT}`);
  expect(await isListening(ports.MAILDEV_WEB_PORT)).toBe(true);
  const [, database = ''] = /PostgreSQL on ([^,]+),/.exec(instance.output()) ?? [];
  expect(database).toContain('.account-service/postgres');
  expect(readdirSync(database)).toContain('.s.PGSQL.5432');
  instance.process.kill('SIGTERM');
  expect(await instance.ended).toBe(0);
  expect(readdirSync(database)).not.toContain('.s.PGSQL.5432');
});
