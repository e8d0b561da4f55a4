/**
 * How fast one instance of the account service is, on a real PostgreSQL, with the load made on the same machine:
 * full sign-ins (password, then authenticator) against the raw speed of argon2id, session checks when idle and in a
 * flood of sign-ins, and whether memory stays flat for a minute (`npm run bench -- account 4`: for four).
 */
import process from 'node:process';
import { availableParallelism } from 'node:os';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { hash, verify } from '@node-rs/argon2';
import { argon2Parameters } from '../../src/account-service/passwords/argon2.ts';
import { startBenchService } from '../rig/account-service/bench-service.ts';
import { crowdSecrets, fillCrowd } from '../account/support/crowd.ts';
import { Connection, createLoadDevice } from '../account/support/load.ts';
import { signIn } from '../account/support/sign-in-load.ts';
import { createAccountLoad, perSecond } from './parts/account-load.ts';
import { median, percentile, report } from './parts/harness.ts';

const rounds = 5;
const seconds = 2;
const crowd = 12_000;
/** Accounts that the flood signs in to, beyond those. */
const flooded = { first: crowd, last: 2 * crowd };
const checksPerSecond = 100;
const minutes = Number(process.argv[2] ?? 1);

const service = await startBenchService();
const device = await createLoadDevice();
const passwordHash = await hash(crowdSecrets.password, argon2Parameters);
const load = createAccountLoad(service.port, device, crowd);

try {
  await fillCrowd(service.databaseUrl, service.secretKeys, device.thumbprint, 0, flooded.last);
  await load.warmUp();
  await rawArgon2(0.5);

  const figures: Record<'argon2' | 'signIns' | 'checks' | 'idle' | 'flood', number[]> = {
    argon2: [],
    signIns: [],
    checks: [],
    idle: [],
    flood: [],
  };
  const memory: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    figures.argon2.push(await rawArgon2(seconds));
    figures.signIns.push(await load.signIns(seconds));
    figures.checks.push(await load.checks(seconds));
    figures.idle.push(percentile(await load.checksAtPace(seconds, checksPerSecond), 99));
    const flood = await signInFlood(round);
    figures.flood.push(percentile(await load.checksAtPace(seconds, checksPerSecond), 99));
    await flood.stop();
    memory.push(await service.rssMiB());
  }
  report('account', {
    argon2_per_s: median(figures.argon2),
    signins_per_s: median(figures.signIns),
    token_checks_per_s: median(figures.checks),
    token_check_p99_ms: median(figures.idle),
    token_check_p99_flood_ms: median(figures.flood),
    rss_growth_mb: await rssGrowth(),
    rss_mb: memory.at(-1) ?? 0,
  });
} finally {
  await service.stop();
}

/**
 * Full sign-ins, more at once than there are cores to look at passwords, made by a thread of their own.
 *
 * @param part which of the `rounds` parts of the flooded accounts: a code counts once
 */
async function signInFlood(part: number) {
  const size = (flooded.last - flooded.first) / rounds;
  const first = flooded.first + part * size;
  const worker = new Worker(new URL('parts/account-flood.ts', import.meta.url), {
    workerData: { port: service.port, first, last: first + size },
  });
  const ended = new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
  await Promise.race([once(worker, 'message'), ended]);
  return {
    async stop() {
      worker.postMessage('stop');
      await ended;
    },
  };
}

/** Verifies a second of the given number, one per core at a time and nothing else running. */
async function rawArgon2(forSeconds: number): Promise<number> {
  return perSecond(availableParallelism(), forSeconds, async () => {
    await verify(passwordHash, crowdSecrets.password);
  });
}

/** Resident memory under a steady mix for some minutes: its last tenth against its first, in MiB. */
async function rssGrowth(): Promise<number> {
  const connection = new Connection(service.port);
  const samples: number[] = [];
  const end = performance.now() + minutes * 60_000;
  let index = 0;
  while (performance.now() < end) {
    await connection.send(load.checkRequest(index % crowd));
    if (index % 40 === 0) await signIn(connection, load.nextSignIn());
    if (index % 50 === 0) samples.push(await service.rssMiB());
    index += 1;
  }
  connection.close();
  const tenth = Math.max(1, Math.floor(samples.length / 10));
  return median(samples.slice(-tenth)) - median(samples.slice(0, tenth));
}
