import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createDevice, type Device } from '../../account/support/device.ts';
import { completeEnvironment } from './environment.ts';
import { startInbox, type Inbox } from './inbox.ts';
import { emptyDatabase } from './postgres.ts';
import { startInstance as start, type Instance } from './program.ts';

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
  /**
   * Waits until every message that was asked for has gone out. Several go at once: that one has arrived says
   * nothing of those before it.
   */
  allSent(): Promise<void>;
  now(): number;
  /** Moves the clock of all instances forward. */
  passTime(ms: number): void;
  device(name?: string): Promise<Device>;
  /** Another loopback network each time. */
  network(): string;
  /** Everything the instances have logged. */
  logs: () => string;
  /** Notes a secret that must never show up in a log. */
  canary(secret: string): void;
  canaries: Set<string>;
  startInstance(more?: Record<string, string>): Promise<Instance>;
  stop(): Promise<void>;
}

export const publicUrl = 'https://account.example.test';

export async function startWorld(postgresUrl: string, more: Record<string, string> = {}): Promise<World> {
  const databaseUrl = await emptyDatabase(postgresUrl);
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-world-'));
  const clockFile = join(folder, 'clock');
  // From the start of an hour on: allowances are by the hour, and no test means to see two of them.
  const hour = 3_600_000;
  let offset = hour - (Date.now() % hour);
  writeFileSync(clockFile, String(offset));
  const inbox = await startInbox();
  const canaries = new Set<string>();
  const env: Record<string, string> = {
    ...completeEnvironment(databaseUrl, inbox.smtpUrl),
    NODE_ENV: 'test',
    PUBLIC_URL: publicUrl,
    METHODS: 'email,sms,totp',
    PASSWORD_THREADS: '2',
    SMS_GATEWAY_URL: inbox.smsUrl,
    TEST_CLOCK: clockFile,
    TRUSTED_PROXIES: '127.9.9.0/24',
    LOG_LEVEL: 'debug',
    ...more,
  };
  const instances: Instance[] = [];
  const startInstance = async (extra: Record<string, string> = {}) => {
    const instance = await start({ ...env, ...extra });
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
    async allSent() {
      for (let waited = 0; waited < 60_000; waited += 20) {
        if ((await db.query('select from outbox')).rowCount === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error('Messages still wait in the outbox');
    },
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
    logs: () => instances.map(({ output }) => output()).join(''),
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
