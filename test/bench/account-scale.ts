/**
 * What a request costs the database at 10,000, 100,000 and 1,000,000 accounts (two devices and two methods each):
 * the statements of a sign-in, a session check and a device list, run by the service's own code in this process, and
 * the size on disk. Each figure is an array in that order.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '../../src/account-service/config.ts';
import { migrate } from '../../src/account-service/database/migrate.ts';
import { startPrivatePostgres } from '../../src/account-service/database/private-postgres.ts';
import { totpCodeOfStep } from '../../src/account-service/mfa/totp.ts';
import { hashToken } from '../../src/account-service/secrets/tokens.ts';
import { createService, type Service } from '../../src/account-service/service.ts';
import type { LiveSession } from '../../src/account-service/sessions/live-session.ts';
import { startSignIn } from '../../src/account-service/sign-in/start.ts';
import { verifySignIn } from '../../src/account-service/sign-in/verify.ts';
import { listDevices } from '../../src/account-service/trust/devices.ts';
import { crowdMember, crowdSecrets, fillCrowd, newSecretKeys } from '../account/support/crowd.ts';
import { machine, median, timed } from './harness.ts';

const sizes = [10_000, 100_000, 1_000_000];
const samples = 300;
const deviceKey = 'bench-device-key';
const folder = await mkdtemp(join(tmpdir(), 'latchkey-scale-'));
const postgres = await startPrivatePostgres(folder, ['-c', 'shared_buffers=1GB', '-c', 'max_wal_size=8GB']);
const figures: Record<string, number[]> = {
  signin_db_ms: [],
  token_check_db_ms: [],
  device_list_db_ms: [],
  database_mb: [],
};
const secretKeys = newSecretKeys();
const databaseUrl = await postgres.urlOf('scale');
const service = await createService(
  readConfig({
    NODE_ENV: 'test',
    PUBLIC_URL: 'http://account.localhost',
    DATABASE_URL: databaseUrl,
    SECRET_KEYS: secretKeys,
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'bench@example.test',
    SUPPORT_ADDRESS: 'bench@example.test',
    METHODS: 'email,totp',
    LOG_LEVEL: 'warn',
    PASSWORD_THREADS: '1',
  }),
);
// The database is what is measured here: the password is right, and hashing it costs no time.
const measured: Service = { ...service, hashing: { ...service.hashing, verify: async () => true } };

try {
  await migrate(service.databases.pool);
  let filled = 0;
  for (const size of sizes) {
    await fillCrowd(databaseUrl, secretKeys, deviceKey, filled, size);
    filled = size;
    await round(size, 100);
    const costs = await round(size, samples);
    figures['signin_db_ms']?.push(costs.signIn);
    figures['token_check_db_ms']?.push(costs.check);
    figures['device_list_db_ms']?.push(costs.devices);
    figures['database_mb']?.push(await databaseMiB());
    console.log(`${size} accounts: ${JSON.stringify(costs)}`);
  }
  const rounded = Object.fromEntries(
    Object.entries(figures).map(([name, values]) => [name, values.map((value) => Number(value.toFixed(3)))]),
  );
  console.log(
    JSON.stringify({
      bench: 'account-scale',
      machine: machine(),
      node: process.versions.node,
      figures: rounded,
    }),
  );
} finally {
  await service.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Medians over accounts spread over the whole range, the three kinds of request taking turns. */
async function round(size: number, count: number) {
  const times = { signIn: [] as number[], check: [] as number[], devices: [] as number[] };
  for (let index = 0; index < count; index += 1) {
    const n = Math.floor(Math.random() * size);
    times.signIn.push(await timed(() => signIn(n)));
    times.check.push(await timed(() => check(n, index)));
    times.devices.push(await timed(() => listDevices(measured, sessionOf(n))));
  }
  return { signIn: median(times.signIn), check: median(times.check), devices: median(times.devices) };
}

async function signIn(n: number): Promise<void> {
  const { email, totpId, accountId } = crowdMember(n);
  const caller = { network: '127.0.0.0/24', deviceKey };
  const started = await startSignIn(
    measured,
    { email, password: crowdSecrets.password, device: { name: 'Bench', platform: 'linux' } },
    caller,
  );
  if (started.step !== 'secondFactor') throw new Error(`unexpected ${started.step} for ${accountId}`);
  const code = totpCodeOfStep(crowdSecrets.totp, Math.floor(Date.now() / 30_000));
  // The same account may come twice within a time step: a refused code costs the same statements but the last.
  await verifySignIn(measured, { flow: started.flow, methodId: totpId, code, trust: false }, caller).catch(
    () => null,
  );
}

async function check(n: number, index: number): Promise<void> {
  const { accountId, token } = crowdMember(n);
  const hash = Buffer.from(`${process.pid}:${index}:${n}:${performance.now()}`);
  const row = await measured.checkSession({
    accountId,
    tokenHash: hashToken(token),
    proof: { slot: 0, hash },
    now: new Date(),
  });
  if (!row?.fresh) throw new Error('expected a live session');
}

function sessionOf(n: number): LiveSession {
  return {
    accountId: crowdMember(n).accountId,
    id: '00000000-0000-4000-8000-000000000000',
    kind: 'full',
    deviceKey,
    deviceName: 'Bench',
    platform: 'linux',
    network: '127.0.0.0/24',
    securityEpoch: 1,
    signedInAt: new Date(),
    mfaAt: new Date(),
    expiresAt: new Date(Date.now() + 3_600_000),
    trustedUntil: null,
  };
}

async function databaseMiB(): Promise<number> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query<{ size: string }>(
    'select pg_database_size(current_database()) as size',
  );
  await client.end();
  return Number(rows[0]?.size ?? 0) / 2 ** 20;
}
