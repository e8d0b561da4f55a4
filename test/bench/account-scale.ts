/**
 * What a request costs the database at 10,000, 100,000 and 1,000,000 accounts (two devices and two methods each):
 * the statements of a sign-in, a session check and a device list, run by the service's own code in this process, and
 * the size on disk. Each figure is an array in that order. The three are filled first and then measured in turn, so
 * that what else the machine does meanwhile is shared by all of them.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/account-service/config.ts';
import { migrate } from '../../src/account-service/database/migrate.ts';
import { startPrivatePostgres } from '../../src/account-service/trial/private-postgres.ts';
import { totpCodeOfStep } from '../../src/account-service/mfa/totp/code.ts';
import { hashToken } from '../../src/account-service/secrets/tokens.ts';
import { createService, type Service } from '../../src/account-service/service.ts';
import type { LiveSession } from '../../src/account-service/sessions/live-session.ts';
import { startSignIn } from '../../src/account-service/sign-in/start.ts';
import { verifySignIn } from '../../src/account-service/sign-in/verify.ts';
import { listDevices } from '../../src/account-service/trust/devices.ts';
import { benchSettings } from '../rig/account-service/bench-service.ts';
import { crowdMember, crowdSecrets, fillCrowd, newSecretKeys } from '../account/support/crowd.ts';
import { machine, median, timed } from './parts/harness.ts';

const sizes = [10_000, 100_000, 1_000_000];
const rounds = 7;
const samples = 100;
const deviceKey = 'bench-device-key';
const secretKeys = newSecretKeys();
const folder = await mkdtemp(join(tmpdir(), 'latchkey-scale-'));
const postgres = await startPrivatePostgres(folder, ['-c', 'shared_buffers=1GB', '-c', 'max_wal_size=8GB']);
const crowds: Crowd[] = [];

try {
  for (const size of sizes) crowds.push(await createCrowd(size));
  const costs = crowds.map(() => ({
    signIn: [] as number[],
    check: [] as number[],
    devices: [] as number[],
  }));
  for (const crowd of crowds) await measure(crowd);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, crowd] of crowds.entries()) {
      const one = await measure(crowd);
      costs[index]?.signIn.push(one.signIn);
      costs[index]?.check.push(one.check);
      costs[index]?.devices.push(one.devices);
    }
  }
  const rounded = (values: number[]) => values.map((value) => Number(value.toFixed(3)));
  console.log(
    JSON.stringify({
      bench: 'account-scale',
      machine: machine(),
      node: process.versions.node,
      figures: {
        signin_db_ms: rounded(costs.map(({ signIn: times }) => median(times))),
        token_check_db_ms: rounded(costs.map(({ check: times }) => median(times))),
        device_list_db_ms: rounded(costs.map(({ devices }) => median(devices))),
        database_mb: rounded(crowds.map(({ megabytes }) => megabytes)),
      },
    }),
  );
} finally {
  for (const { service } of crowds) await service.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

interface Crowd {
  size: number;
  service: Service;
  megabytes: number;
}

/** A database of its own with this many accounts, tidied up as PostgreSQL does by and by, and a service on it. */
async function createCrowd(size: number): Promise<Crowd> {
  const databaseUrl = await postgres.urlOf(`scale_${size}`);
  const service = await createService(
    readConfig({ ...benchSettings(databaseUrl, secretKeys), LOG_LEVEL: 'warn', PASSWORD_THREADS: '1' }),
  );
  const { pool } = service.databases;
  await migrate(pool);
  await fillCrowd(databaseUrl, secretKeys, deviceKey, 0, size);
  const { rows } = await pool.query<{ size: string }>('select pg_database_size(current_database()) as size');
  await pool.query('vacuum analyze');
  await pool.query('checkpoint');
  // The database is what is measured here: the password is right, and hashing it costs no time.
  const measured = { ...service, hashing: { ...service.hashing, verify: async () => 'right' as const } };
  return { size, service: measured, megabytes: Number(rows[0]?.size ?? 0) / 2 ** 20 };
}

/** Medians over accounts spread over the whole range, the three kinds of request taking turns. */
async function measure({ service, size }: Crowd) {
  const times = { signIn: [] as number[], check: [] as number[], devices: [] as number[] };
  for (let index = 0; index < samples; index += 1) {
    const n = Math.floor(Math.random() * size);
    times.signIn.push(await timed(() => signIn(service, n)));
    times.check.push(await timed(() => check(service, n, index)));
    times.devices.push(await timed(() => listDevices(service, sessionOf(n))));
  }
  return { signIn: median(times.signIn), check: median(times.check), devices: median(times.devices) };
}

async function signIn(service: Service, n: number): Promise<void> {
  const { email, totpId, accountId } = crowdMember(n);
  const caller = () => ({
    network: '127.0.0.0/24',
    deviceKey,
    proof: { slot: 0, hash: randomBytes(20) },
  });
  const started = await startSignIn(
    service,
    { email, password: crowdSecrets.password, device: { name: 'Bench', platform: 'linux' } },
    caller(),
  );
  if (started.step !== 'secondFactor') throw new Error(`unexpected ${started.step} for ${accountId}`);
  const code = totpCodeOfStep(crowdSecrets.totp, Math.floor(Date.now() / 30_000));
  // The same account may come twice within a time step: a refused code costs more.
  await verifySignIn(service, { flow: started.flow, methodId: totpId, code, trust: false }, caller()).catch(
    () => null,
  );
}

async function check(service: Service, n: number, index: number): Promise<void> {
  const { accountId, token } = crowdMember(n);
  const hash = Buffer.from(`${process.pid}:${index}:${n}:${performance.now()}`);
  const row = await service.checkSession({
    accountId,
    tokenHash: hashToken(token),
    deviceKey,
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
