import pg from 'pg';
import type { Cluster, DatabaseNode } from '../../src/bootstrap/cluster/cluster.ts';

/** A write that a node acknowledged, asked for on that node itself, cut off or not. */
interface Write {
  timeline: number;
  /** When it was asked for and acknowledged, by `performance.now()`. */
  asked: number;
  acknowledged: number;
}

export interface Watch {
  /** How many writes a former primary acknowledged that were asked for after a newer one acknowledged its first. */
  splitBrain(): number;
  /** How many acknowledged writes the present primary does not have. */
  lost(): Promise<number>;
  stop(): Promise<void>;
}

const everyMs = 200;

/**
 * Writes to every node by itself, all the time. A replica refuses; a node that believes to be the primary must not
 * acknowledge anything once another one does.
 */
export async function watchNodes(cluster: Cluster): Promise<Watch> {
  const writes: Write[] = [];
  let isOver = false;
  const primary = await cluster.primary();
  if (!primary) throw new Error('There is no primary');
  const client = await connected(primary);
  await client?.query('create table watch (id bigint generated always as identity, mark text)');
  await client?.end();
  const marks: string[] = [];
  const watching = cluster.nodes.map(async (node) => {
    let own: pg.Client | null = null;
    for (let count = 0; !isOver; count += 1) {
      await new Promise((resolve) => setTimeout(resolve, everyMs));
      own ??= await connected(node);
      if (!own) continue;
      const mark = `${node.machine.name} ${count}`;
      const asked = performance.now();
      try {
        const { rows } = await own.query<{ timeline: string }>(
          `with written as (insert into watch (mark) values ($1) returning 1)
           select substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8) as timeline from written`,
          [mark],
        );
        writes.push({
          timeline: Number.parseInt(rows[0]?.timeline ?? '0', 16),
          asked,
          acknowledged: performance.now(),
        });
        marks.push(mark);
      } catch {
        // A replica, or a node that is down: the next turn connects anew.
        await own.end().catch(() => {});
        own = null;
      }
    }
    await own?.end().catch(() => {});
  });
  return {
    splitBrain: () =>
      writes.filter((write) => {
        const newer = writes.filter(({ timeline }) => timeline > write.timeline);
        return newer.some(({ acknowledged }) => acknowledged < write.asked);
      }).length,
    async lost() {
      const asked = [...marks];
      const now = await cluster.primary();
      const reader = now && (await connected(now));
      if (!reader) throw new Error('There is no primary to ask');
      const { rows } = await reader.query<{ mark: string }>('select mark from watch');
      await reader.end();
      const there = new Set(rows.map(({ mark }) => mark));
      return asked.filter((mark) => !there.has(mark)).length;
    },
    async stop() {
      isOver = true;
      await Promise.all(watching);
    },
  };
}

async function connected(node: DatabaseNode): Promise<pg.Client | null> {
  const client = new pg.Client({
    connectionString: node.urlOf('postgres'),
    connectionTimeoutMillis: 1_000,
    // A commit that waits for a replica for ever is not acknowledged; its connection is of no more use.
    query_timeout: 10_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch {
    return null;
  }
}
