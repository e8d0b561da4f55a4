import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Cluster, DatabaseNode } from '../../src/bootstrap/cluster/cluster.ts';
import { until } from '../../src/bootstrap/cluster/members.ts';

/** Makes one thing fail, waits until the cluster has dealt with it, and repairs the thing. */
type Failure = (cluster: Cluster) => Promise<void>;

/** Everything that fails, by name, in the order of a round. */
export const failures: Record<string, Failure> = {
  'primary killed': (cluster) =>
    onPrimary(cluster, (primary) => {
      primary.machine.powerOff();
      return () => primary.start();
    }),
  'switch-over': async (cluster) => {
    const former = await primaryOf(cluster);
    await cluster.switchOver();
    await another(cluster, former);
  },
  'primary cut off': (cluster) =>
    onPrimary(cluster, (primary) => {
      primary.machine.cutOff();
      return () => primary.machine.join();
    }),
  'replica killed': async (cluster) => {
    const replica = await cluster.synchronous();
    if (!replica) throw new Error('There is no synchronous replica');
    replica.machine.powerOff();
    await until(async () => {
      const next = await cluster.synchronous();
      return next !== null && next !== replica;
    }, 'another replica is the synchronous one');
    replica.start();
  },
  'etcd restarted': async ({ etcd }) => {
    await etcd.end('SIGKILL');
    etcd.start();
  },
  'HAProxy restarted': (cluster) => cluster.restartProxy(),
  'disk of the primary full': (cluster) =>
    onPrimary(cluster, async (primary) => {
      const filler = join(primary.folder, 'filler');
      fill(filler);
      await writeUntilFull(primary);
      return () => rmSync(filler);
    }),
};

/** Does something to the primary, waits until another node is it, and undoes it. */
async function onPrimary(
  cluster: Cluster,
  strike: (primary: DatabaseNode) => (() => void) | Promise<() => void>,
): Promise<void> {
  const primary = await primaryOf(cluster);
  const repair = await strike(primary);
  try {
    await another(cluster, primary);
  } finally {
    repair();
  }
}

async function primaryOf(cluster: Cluster): Promise<DatabaseNode> {
  const primary = await cluster.primary();
  if (!primary) throw new Error('There is no primary');
  return primary;
}

function another(cluster: Cluster, former: DatabaseNode): Promise<void> {
  return until(async () => {
    const now = await cluster.primary();
    return now !== null && now !== former;
  }, 'another node is the primary');
}

function fill(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (;;) writeSync(file, Buffer.alloc(65_536));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  } finally {
    closeSync(file);
  }
}

/** The log goes on in segments that are there already: whole ones are passed over until a new one is needed. */
async function writeUntilFull(node: DatabaseNode): Promise<void> {
  const client = new pg.Client({ connectionString: node.urlOf('postgres'), query_timeout: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    for (;;) await client.query("insert into watch (mark) select 'full'; select pg_switch_wal()");
  } catch {
    // No room is left, or the node is down for that reason.
  } finally {
    await client.end().catch(() => {});
  }
}
