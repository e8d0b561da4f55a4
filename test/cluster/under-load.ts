/**
 * Twenty failures of a cluster under a mixed load from four clients. After each, nothing that was acknowledged is lost,
 * nothing that works once worked twice, and no two primaries took writes. With `short`: a killed primary and a
 * switch-over, however long they take. With names of failures: these. With `asynchronous`: without synchronous
 * replication, to see that the test finds what is lost then. The last line is one JSON object; the code is 0 if it
 * meets the targets. `run.ts` starts it.
 */
import process from 'node:process';
import pg from 'pg';
import { startCluster } from '../../src/bootstrap/cluster/cluster.ts';
import { median } from '../bench/parts/harness.ts';
import { completeEnvironment, freePorts } from '../rig/account-service/environment.ts';
import { startInbox } from '../rig/account-service/inbox.ts';
import { startInstance, type Instance } from '../rig/account-service/program.ts';
import { createProbe, runClient, type Surroundings } from './client.ts';
import { failures } from './failures.ts';
import { createLedger } from './ledger.ts';
import { watchNodes } from './watch.ts';

const words = new Set(process.argv.slice(2));
const isSynchronous = !words.has('asynchronous');
const rounds = Object.keys(failures);
const named = words.has('short')
  ? ['primary killed', 'switch-over']
  : rounds.filter((name) => words.has(name));
const isFull = named.length === 0;
const plan = isFull ? Array.from({ length: 20 }, (_, index) => rounds[index % rounds.length] ?? '') : named;
const target = { acknowledged: isFull ? 20_000 : 250 * plan.length, outageMedian: 15, outageMax: 45 };
const clients = 4;
const publicUrl = 'https://account.example.test';

const undo: (() => Promise<unknown>)[] = [];
let ending: Promise<void> | null = null;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => void end().finally(() => process.exit(1)));
}
try {
  const result = await run();
  console.log(JSON.stringify(result));
  const isMet =
    result.failures === plan.length &&
    result.acknowledged >= target.acknowledged &&
    result.lost + result.twice + result.split_brain + result.mail_twice + result.faults === 0 &&
    // Other tests that run beside the short form make an outage as long as they like.
    (!isFull || (result.outage_p50_s < target.outageMedian && result.outage_max_s < target.outageMax));
  process.exitCode = isMet ? 0 : 1;
} finally {
  await end();
}

async function run() {
  const [databasePort = 0] = await freePorts(1);
  const cluster = await startCluster({ databasePort, diskMiB: 700, isSynchronous }, (line) =>
    console.log(line),
  );
  undo.push(() => cluster.stop());
  const inbox = await startInbox();
  undo.push(() => inbox.stop());
  const env = {
    ...completeEnvironment(cluster.url, inbox.smtpUrl),
    NODE_ENV: 'test',
    PUBLIC_URL: publicUrl,
    LIMIT_REQUESTS_PER_NETWORK_HOUR: '10000000',
    LIMIT_CODES_PER_ACCOUNT_HOUR: '10000000',
    LIMIT_MAIL_PER_ADDRESS_HOUR: '10000000',
    LIMIT_MAIL_PER_ADDRESS_DAY: '10000000',
    LIMIT_MAIL_HOUR: '10000000',
  };
  const instances: Instance[] = [];
  undo.push(() => Promise.all(instances.map((instance) => instance.kill('SIGTERM'))));
  for (let count = 0; count < 2; count += 1) instances.push(await startInstance(env));
  const ports = instances.map(({ port }) => port);
  const ledger = createLedger();
  const around: Surroundings = { publicUrl, ports, inbox, ledger };
  const watch = await watchNodes(cluster);
  undo.push(() => watch.stop());

  let isOver = false;
  /** When the service acknowledged a probe's change, by `performance.now()`. */
  const pulses: number[] = [];
  const probing = ports.map(async (port, number) => {
    const probe = await createProbe(around, port, number);
    while (!isOver) {
      if (await probe.change()) pulses.push(performance.now());
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  const working = Array.from({ length: clients }, (_, number) => runClient(around, number + 1, () => isOver));
  const load = Promise.all([...working, ...probing]);
  undo.push(async () => {
    isOver = true;
    await Promise.race([load, new Promise((resolve) => setTimeout(resolve, 15_000))]).catch(() => null);
  });
  // A client that fails ends the run, not just its own part of the load.
  const broken = load.then(() => new Promise<never>(() => {}));
  const during = <T>(work: Promise<T>) => Promise.race([work, broken]);
  const acknowledged = async (count: number) => {
    while (ledger.acknowledged < count) await new Promise((resolve) => setTimeout(resolve, 50));
  };

  const outages: number[] = [];
  let lost = 0;
  for (const [index, name] of plan.entries()) {
    await during(acknowledged((target.acknowledged * (index + 1)) / (plan.length + 1)));
    const struck = performance.now();
    await during(failures[name]?.(cluster) ?? Promise.resolve());
    await during(cluster.whole());
    await during(acknowledged(ledger.acknowledged + 20));
    outages.push(longestGap(pulses, struck));
    await during(ledger.tryAgain(struck - 10_000));
    lost = await during(check(cluster, ledger, watch));
    console.log(
      `${index + 1} of ${plan.length}, ${name}: ${(outages.at(-1) ?? 0).toFixed(1)} s without an acknowledged change, ` +
        `${ledger.acknowledged} acknowledged, ${lost} lost, ${ledger.twice} twice, ${watch.splitBrain()} on two primaries`,
    );
  }
  await during(acknowledged(target.acknowledged));
  isOver = true;
  await load;
  await watch.stop();
  lost = await check(cluster, ledger, watch);
  console.log(`Steps that were refused, by code: ${JSON.stringify(Object.fromEntries(ledger.refusals))}`);
  for (const fault of ledger.faults.slice(0, 5)) console.log(`A fault: ${fault}`);
  if (ledger.faults.length > 0) for (const { output } of instances) console.log(output().slice(-4_000));
  const ids = inbox.mails.map(({ id }) => id);
  return {
    failures: outages.length,
    acknowledged: ledger.acknowledged,
    lost,
    twice: ledger.twice,
    split_brain: watch.splitBrain(),
    outage_p50_s: Number(median(outages).toFixed(1)),
    outage_max_s: Number(Math.max(...outages).toFixed(1)),
    mail_twice: ids.length - new Set(ids).size,
    faults: ledger.faults.length,
  };
}

/** How many acknowledged changes are missing now: the service's own, and the watch's. */
async function check(
  { url }: { url: string },
  ledger: ReturnType<typeof createLedger>,
  watch: Awaited<ReturnType<typeof watchNodes>>,
): Promise<number> {
  const db = new pg.Pool({ connectionString: url, max: 1 });
  db.on('error', () => {});
  try {
    return (await ledger.check(db)) + (await watch.lost());
  } finally {
    await db.end();
  }
}

/** The longest time between two acknowledged changes, from the last one before a moment on, in seconds. */
function longestGap(pulses: number[], from: number): number {
  const since = pulses.slice(Math.max(0, pulses.findIndex((at) => at >= from) - 1));
  return Math.max(0, ...since.slice(1).map((at, index) => at - (since[index] ?? at))) / 1_000;
}

/** Undoes everything, the last first. A second call waits for the first. */
function end(): Promise<void> {
  ending ??= (async () => {
    for (const step of undo.splice(0).toReversed())
      await step().catch((error: unknown) => console.error(error));
  })();
  return ending;
}
