import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createDevice, type Device } from './device.ts';
import { startInbox, type Inbox } from './inbox.ts';

export interface Instance {
  port: number;
  process: ChildProcess;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** Two instances of the service on one database of their own, with an inbox and a clock that the test moves. */
export interface World {
  publicUrl: string;
  ports: [number, number];
  instances: Instance[];
  inbox: Inbox;
  db: pg.Pool;
  databaseUrl: string;
  /** The environment an instance runs with. */
  env: Record<string, string>;
  now(): number;
  /** Moves the clock of all instances forward. */
  passTime(ms: number): void;
  device(name?: string): Promise<Device>;
  /** Another loopback network each time. */
  network(): string;
  /** Everything the instances have logged. */
  logs(): string;
  /** Notes a secret that must never show up in a log. */
  canary(secret: string): void;
  canaries: Set<string>;
  startInstance(more?: Record<string, string>): Promise<Instance>;
  stop(): Promise<void>;
}

export const publicUrl = 'https://account.example.test';

export async function startWorld(postgresUrl: string, more: Record<string, string> = {}): Promise<World> {
  const name = `world_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client(postgresUrl);
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const databaseUrl = Object.assign(new URL(postgresUrl), { pathname: `/${name}` }).href;
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-world-'));
  const clockFile = join(folder, 'clock');
  // From the start of an hour on: allowances are by the hour, and no test means to see two of them.
  const hour = 3_600_000;
  let offset = hour - (Date.now() % hour);
  writeFileSync(clockFile, String(offset));
  const inbox = await startInbox();
  const log: string[] = [];
  const canaries = new Set<string>();
  const env: Record<string, string> = {
    PATH: process.env['PATH'] ?? '',
    NODE_ENV: 'test',
    PORT: '0',
    PUBLIC_URL: publicUrl,
    DATABASE_URL: databaseUrl,
    SECRET_KEYS: `1:${randomBytes(32).toString('base64')}`,
    SMTP_URL: inbox.smtpUrl,
    MAIL_FROM: 'Latchkey <latchkey@example.test>',
    SUPPORT_ADDRESS: 'support@example.test',
    SMS_GATEWAY_URL: inbox.smsUrl,
    TEST_CLOCK: clockFile,
    TRUSTED_PROXIES: '127.9.9.0/24',
    LOG_LEVEL: 'debug',
    ...more,
  };
  const instances: Instance[] = [];
  const startInstance = async (extra: Record<string, string> = {}) => {
    const instance = await launch({ ...env, ...extra }, log);
    instances.push(instance);
    return instance;
  };
  const first = await startInstance();
  const second = await startInstance();
  const db = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  db.on('error', () => {});
  let networks = 0;
  const now = () => Date.now() + offset;
  return {
    publicUrl,
    ports: [first.port, second.port],
    instances,
    inbox,
    db,
    databaseUrl,
    env,
    now,
    passTime(ms) {
      offset += ms;
      writeFileSync(clockFile, String(offset));
    },
    device: (deviceName) => createDevice(publicUrl, now, deviceName),
    network() {
      networks += 1;
      return `127.${10 + Math.floor(networks / 200)}.${1 + (networks % 200)}.1`;
    },
    logs: () => log.join(''),
    canary: (secret) => canaries.add(secret),
    canaries,
    startInstance,
    async stop() {
      await Promise.all(instances.map((instance) => instance.kill('SIGTERM')));
      await db.end();
      await inbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const main = new URL('../../../src/account-service/main.ts', import.meta.url).pathname;

function launch(env: Record<string, string>, log: string[]): Promise<Instance> {
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    let seen = '';
    const listen = (chunk: Buffer) => {
      log.push(chunk.toString());
      if (seen === 'done') return;
      seen += chunk.toString();
      const port = /"port":(\d+)/.exec(seen)?.[1];
      if (port === undefined) return;
      seen = 'done';
      resolve({
        port: Number(port),
        process: child,
        async kill(signal) {
          child.kill(signal);
          await exited;
        },
      });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`the instance ended with ${code}: ${seen}`)));
  });
}
