/**
 * How fast one instance of the account service is, on a real PostgreSQL, with the load made on the same machine:
 * full sign-ins (password, then authenticator) against the raw speed of argon2id, session checks when idle and in a
 * flood of sign-ins, and whether memory stays flat.
 */
import { availableParallelism } from 'node:os';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { hash, verify } from '@node-rs/argon2';
import { argon2Parameters } from '../../src/account-service/passwords/argon2.ts';
import { benchUrl, startBenchService } from '../rig/account-service/bench-service.ts';
import { crowdMember, crowdSecrets, fillCrowd } from '../account/support/crowd.ts';
import { Connection, createLoadDevice, rawRequest } from '../account/support/load.ts';
import { prepareSignIn, signIn, type PreparedSignIn } from '../account/support/sign-in-load.ts';
import { median, percentile, report } from './harness.ts';

const rounds = 5;
const seconds = 2;
const crowd = 12_000;
/** Accounts that the flood signs in to, beyond those. */
const flooded = { first: crowd, last: 2 * crowd };
const checksPerSecond = 100;

const service = await startBenchService();
const device = await createLoadDevice();
const passwordHash = await hash(crowdSecrets.password, argon2Parameters);
let nextMember = 0;

try {
  await fillCrowd(service.databaseUrl, service.secretKeys, device.thumbprint, 0, flooded.last);
  // A service runs for days: its first seconds, in which V8 still compiles, are not what it is like.
  for (let second = 0; second < 6; second += 2) await checksAtFullSpeed(2);
  await signIns(4);
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
    figures.signIns.push(await signIns(seconds));
    figures.checks.push(await checksAtFullSpeed(seconds));
    figures.idle.push(percentile(await checksAtPace(seconds), 99));
    const flood = await signInFlood(round);
    figures.flood.push(percentile(await checksAtPace(seconds), 99));
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

/** Verifies a second of the given number, one per core at a time and nothing else running. */
async function rawArgon2(forSeconds: number): Promise<number> {
  return perSecond(availableParallelism(), forSeconds, async () => {
    await verify(passwordHash, crowdSecrets.password);
  });
}

/** Full sign-ins a second, with proofs made beforehand: each of another account, with its own time step. */
async function signIns(forSeconds: number): Promise<number> {
  const prepared = Array.from({ length: 400 * forSeconds }, nextSignIn);
  const connections = Array.from({ length: 16 }, () => new Connection(service.port));
  const rate = await perSecond(connections.length, forSeconds, async (index) => {
    await signIn(at(connections, index), prepared.pop() ?? nextSignIn());
  });
  for (const connection of connections) connection.close();
  return rate;
}

function nextSignIn(): PreparedSignIn {
  const member = nextMember;
  nextMember = (nextMember + 1) % crowd;
  return prepareSignIn(device, member);
}

/** Session checks a second, as fast as they go, with proofs made beforehand. */
async function checksAtFullSpeed(forSeconds: number): Promise<number> {
  const requests = Array.from({ length: 5_000 * forSeconds }, (_, index) => checkRequest(index % crowd));
  const connections = Array.from({ length: 24 }, () => new Connection(service.port));
  let done = 0;
  const started = performance.now();
  const deadline = started + forSeconds * 1_000;
  await Promise.all(
    connections.map(async (connection) => {
      for (
        let raw = requests.pop();
        raw !== undefined && performance.now() < deadline;
        raw = requests.pop()
      ) {
        const { status, body } = await connection.send(raw);
        if (status !== 200) throw new Error(body);
        done += 1;
      }
    }),
  );
  const elapsed = performance.now() - started;
  for (const connection of connections) connection.close();
  return (done / elapsed) * 1_000;
}

/** Checks at an even pace, whatever the answers take; the time of each from when it was due, in ms. */
async function checksAtPace(forSeconds: number): Promise<number[]> {
  const free = Array.from({ length: 40 }, () => new Connection(service.port));
  const all = [...free];
  const requests = Array.from({ length: checksPerSecond * forSeconds }, (_, index) => checkRequest(index));
  const started = performance.now();
  const times = await Promise.all(
    requests.map(async (raw, index) => {
      const due = started + (index * 1_000) / checksPerSecond;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      const sent = performance.now();
      const connection = free.pop() ?? new Connection(service.port);
      const { status, body } = await connection.send(raw);
      if (status !== 200) throw new Error(body);
      free.push(connection);
      return performance.now() - sent;
    }),
  );
  for (const connection of all) connection.close();
  return times;
}

function checkRequest(n: number): string {
  const { token } = crowdMember(n);
  const dpop = device.proof('GET', `${benchUrl}/v1/session/check`, token);
  return rawRequest('GET', '/v1/session/check', { authorization: `DPoP ${token}`, dpop });
}

/**
 * Full sign-ins, more at once than there are cores to look at passwords, made by a thread of their own.
 *
 * @param part which of the `rounds` parts of the flooded accounts: a code counts once
 */
async function signInFlood(part: number) {
  const size = (flooded.last - flooded.first) / rounds;
  const first = flooded.first + part * size;
  const worker = new Worker(new URL('account-flood.ts', import.meta.url), {
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

/** Resident memory under a steady mix for a minute: its last tenth against its first, in MiB. */
async function rssGrowth(): Promise<number> {
  const connection = new Connection(service.port);
  const samples: number[] = [];
  const end = performance.now() + 60_000;
  let index = 0;
  while (performance.now() < end) {
    await connection.send(checkRequest(index % crowd));
    if (index % 40 === 0) await signIn(connection, nextSignIn());
    if (index % 50 === 0) samples.push(await service.rssMiB());
    index += 1;
  }
  connection.close();
  const tenth = Math.max(1, Math.floor(samples.length / 10));
  return median(samples.slice(-tenth)) - median(samples.slice(0, tenth));
}

async function perSecond(
  width: number,
  forSeconds: number,
  work: (index: number) => Promise<void>,
): Promise<number> {
  const started = performance.now();
  const deadline = started + forSeconds * 1_000;
  let done = 0;
  await Promise.all(
    Array.from({ length: width }, async (_, index) => {
      while (performance.now() < deadline) {
        await work(index);
        done += 1;
      }
    }),
  );
  return (done / (performance.now() - started)) * 1_000;
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error('out of range');
  return item;
}
