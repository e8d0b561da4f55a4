/**
 * What a database that may die costs: the account service on three PostgreSQL nodes, reached through HAProxy, each commit on
 * two of them, beside one private PostgreSQL, in turns. All of it runs on this machine: the ratios hold its cores' time and
 * no network's. Needs what `npm run cluster` needs.
 */
import process from 'node:process';
import { startCluster } from '../../src/bootstrap/cluster/cluster.ts';
import { prepareForCluster } from '../../src/bootstrap/cluster/packages.ts';
import {
  startBenchInstance,
  startBenchService,
  type BenchService,
} from '../rig/account-service/bench-service.ts';
import { freePorts } from '../rig/account-service/environment.ts';
import { fillCrowd } from '../account/support/crowd.ts';
import { Connection, createLoadDevice } from '../account/support/load.ts';
import { signIn } from '../account/support/sign-in-load.ts';
import { createAccountLoad, type AccountLoad } from './parts/account-load.ts';
import { median, report, timed } from './parts/harness.ts';

const rounds = 5;
const seconds = 2;
const crowd = 12_000;
/** Sign-ins one after the other, each round. */
const alone = 20;

const missing = prepareForCluster();
if (missing !== null) {
  console.error(missing);
  process.exit(1);
}
const device = await createLoadDevice();
const undo: (() => Promise<unknown>)[] = [];
try {
  const single = await startBenchService();
  undo.push(() => single.stop());
  const [databasePort = 0] = await freePorts(1);
  const cluster = await startCluster({ databasePort });
  undo.push(() => cluster.stop());
  const safe = await startBenchInstance(cluster.url);
  undo.push(() => safe.stop());
  const primary = await cluster.primary();
  if (primary === null) throw new Error('There is no primary');

  const peers = {
    private: await prepared(single, single.databaseUrl),
    cluster: await prepared(safe, primary.urlOf('latchkey')),
  };
  await cluster.whole();
  for (let round = 0; round < rounds; round += 1) {
    for (const { load, figures } of Object.values(peers)) {
      figures.signIns.push(await load.signIns(seconds));
      figures.checks.push(await load.checks(seconds));
      figures.alone.push(await signInAlone(load));
    }
  }
  const named = Object.entries(peers).flatMap(([name, { figures }]) => [
    [`${name}_signins_per_s`, median(figures.signIns)],
    [`${name}_token_checks_per_s`, median(figures.checks)],
    [`${name}_signin_alone_ms`, median(figures.alone)],
  ]);
  const ratio = (of: 'signIns' | 'checks' | 'alone') =>
    median(peers.cluster.figures[of]) / median(peers.private.figures[of]);
  report('account-cluster', {
    ...Object.fromEntries(named),
    signins_ratio: ratio('signIns'),
    token_checks_ratio: ratio('checks'),
    signin_alone_ratio: ratio('alone'),
  });
} finally {
  for (const step of undo.toReversed()) await step();
}

/** @param fillUrl a superuser's connection string of the service's database */
async function prepared(service: BenchService, fillUrl: string) {
  await fillCrowd(fillUrl, service.secretKeys, device.thumbprint, 0, crowd);
  const load = createAccountLoad(service.port, device, crowd);
  await load.warmUp();
  const figures: Record<'signIns' | 'checks' | 'alone', number[]> = { signIns: [], checks: [], alone: [] };
  return { load, figures };
}

/** The median time of a sign-in with nothing else going on, in ms. */
async function signInAlone(load: AccountLoad): Promise<number> {
  const connection = new Connection(load.port);
  const times: number[] = [];
  for (let count = 0; count < alone; count += 1) {
    const next = load.nextSignIn();
    times.push(await timed(() => signIn(connection, next)));
  }
  connection.close();
  return median(times);
}
