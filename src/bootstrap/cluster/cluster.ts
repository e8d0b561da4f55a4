import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { askMembers, isWhole, until } from './members.ts';
import { createNetwork, type Machine } from './network.ts';
import { etcdCommand, haproxyConfiguration, patroniConfiguration, ports, type Settings } from './parts.ts';

/** A part that runs on its machine and can be ended and started again. */
export interface Part {
  machine: Machine;
  start(): void;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<void>;
}

/** A PostgreSQL under Patroni. */
export interface DatabaseNode extends Part {
  /** The folder that is its disk. */
  folder: string;
  /** A connection string to it alone, through its socket: cut off or not. */
  urlOf(database: string): string;
}

export interface Cluster {
  /** Connection string of the service's database, by way of HAProxy. */
  url: string;
  nodes: DatabaseNode[];
  etcd: Part;
  /** Ends HAProxy, with every connection through it, and starts it again. */
  restartProxy(): Promise<void>;
  /** The node that Patroni says is the primary; null while it says of none, or nothing. */
  primary(): Promise<DatabaseNode | null>;
  /** The node that a commit waits for. */
  synchronous(): Promise<DatabaseNode | null>;
  /** Waits until one node is the primary, the others follow it, and one of them is the synchronous one. */
  whole(): Promise<void>;
  /** Hands the primary's role to another node on purpose. */
  switchOver(): Promise<void>;
  stop(): Promise<void>;
}

export interface Wanted extends Partial<Settings> {
  databasePort: number;
  service?: { port: number; instances: number[] };
  /** The size of each node's disk in MiB, which is memory then. Otherwise it is a folder. */
  diskMiB?: number;
}

/** Debian's own user for PostgreSQL, which does not run as root. */
const user = 'postgres';
const names = ['db1', 'db2', 'db3'];

/**
 * Starts three PostgreSQL nodes under Patroni, one etcd and HAProxy, each node on a machine (a network namespace) of
 * its own, and makes the service's database. Needs root and Debian's packages. Everything is thrown away at the
 * end.
 *
 * @param say tells the person one line
 */
export async function startCluster(wanted: Wanted, say: (line: string) => void = () => {}): Promise<Cluster> {
  const { databasePort, service = null, diskMiB, isSynchronous = true } = wanted;
  const owner = { uid: idOf('-u'), gid: idOf('-g') };
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-cluster-'));
  chmodSync(folder, 0o755);
  const undo: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  // Each step, whatever becomes of the others: what is left would be memory and networks of this machine.
  const stop = async () => {
    const errors: unknown[] = [];
    for (const step of undo.splice(0).toReversed()) {
      try {
        await step();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, 'Something of the cluster is left');
  };
  try {
    return await start();
  } catch (error) {
    await stop();
    throw error;
  }

  async function start(): Promise<Cluster> {
    const network = createNetwork();
    undo.push(() => network.remove());
    const range = network.address.replace(/\d+$/, '0/24');
    const secret = () => randomBytes(18).toString('base64url');
    const passwords = { superuser: secret(), replication: secret(), rewind: secret() };
    const own = secret();

    const etcd = partOf('etcd', (at, place) => etcdCommand(at.address, place));
    const nodes = names.map((name): DatabaseNode => {
      const node = partOf(name, ({ address }, place) => {
        const file = join(place, 'patroni.yml');
        const settings = { name, address, folder: join(place, 'disk'), etcd: etcd.machine.address };
        const all = { ...settings, network: range, passwords, isSynchronous };
        writeFileSync(file, patroniConfiguration(all), { mode: 0o600 });
        chownSync(file, owner.uid, owner.gid);
        return ['patroni', file];
      });
      const disk = join(folder, name, 'disk');
      makeFolder(disk);
      if (diskMiB !== undefined) {
        const options = `size=${diskMiB}m,mode=0755,uid=${owner.uid},gid=${owner.gid}`;
        execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'latchkey-cluster', disk]);
        undo.push(() => execFileSync('umount', ['--lazy', disk]));
      }
      return {
        ...node,
        folder: disk,
        urlOf: (database) =>
          `postgres://postgres:${passwords.superuser}@localhost:${ports.postgres}/${database}?host=${encodeURIComponent(disk)}`,
      };
    });
    say('Starting etcd, three PostgreSQL nodes and HAProxy…');
    etcd.start();
    undo.push(() => etcd.end('SIGTERM'));
    // In order: a PostgreSQL that is killed leaves shared memory behind.
    undo.push(() => Promise.all(nodes.map((node) => node.end('SIGTERM'))));
    for (const node of nodes) node.start();
    const proxy = startProxy();
    undo.push(() => proxy.end('SIGTERM'));

    const members = () => askMembers(nodes);
    const withRole = async (role: string) => {
      const member = (await members()).find((each) => each.role === role && each.state === 'running');
      return nodes.find(({ machine }) => machine.name === member?.name) ?? null;
    };
    const cluster: Cluster = {
      url: `postgres://latchkey:${own}@127.0.0.1:${databasePort}/latchkey`,
      nodes,
      etcd,
      restartProxy: () => proxy.restart(),
      primary: () => withRole('leader'),
      synchronous: () => withRole('sync_standby'),
      whole: () =>
        until(async () => isWhole(await members(), names.length, isSynchronous), 'the cluster is whole'),
      async switchOver() {
        const leader = await withRole('leader');
        if (!leader) throw new Error('There is no primary to switch over from');
        const answer = await fetch(`http://${leader.machine.address}:${ports.patroni}/switchover`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ leader: leader.machine.name }),
        });
        if (!answer.ok) throw new Error(`Patroni does not switch over: ${await answer.text()}`);
      },
      stop,
    };
    await cluster.whole();
    await makeDatabase(cluster, own);
    return cluster;

    function partOf(name: string, command: (machine: Machine, folder: string) => string[]): Part {
      const machine = network.addMachine(name, user);
      const place = join(folder, name);
      makeFolder(place);
      let running: ChildProcess | null = null;
      return {
        machine,
        start() {
          const log = openSync(join(folder, `${name}.log`), 'a');
          running = machine.start(command(machine, place), log);
          closeSync(log);
        },
        async end(signal) {
          const part = running;
          running = null;
          if (part) await ended(part, signal);
        },
      };
    }
    function startProxy() {
      const file = join(folder, 'haproxy.cfg');
      writeFileSync(
        file,
        haproxyConfiguration(
          databasePort,
          nodes.map(({ machine }) => machine),
          service,
        ),
      );
      const launch = () => {
        const log = openSync(join(folder, 'haproxy.log'), 'a');
        const proxy = spawn('haproxy', ['-f', file, '-db'], { detached: true, stdio: ['ignore', log, log] });
        closeSync(log);
        return proxy;
      };
      let running = launch();
      return {
        end: (signal: NodeJS.Signals) => ended(running, signal),
        async restart() {
          await ended(running, 'SIGKILL');
          running = launch();
        },
      };
    }
    function makeFolder(place: string): void {
      mkdirSync(place, { recursive: true });
      chownSync(place, owner.uid, owner.gid);
    }
  }
}

async function ended(part: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (part.exitCode !== null || part.signalCode !== null) return;
  const end = once(part, 'exit');
  part.kill(signal);
  await end;
}

/** The service's role, which owns its database and nothing more. */
async function makeDatabase(cluster: Cluster, password: string): Promise<void> {
  const primary = await cluster.primary();
  if (!primary) throw new Error('There is no primary');
  const client = new pg.Client(primary.urlOf('postgres'));
  await client.connect();
  try {
    await client.query(`create role latchkey login password ${client.escapeLiteral(password)}`);
    await client.query('create database latchkey owner latchkey');
  } finally {
    await client.end();
  }
  await until(async () => {
    const probe = new pg.Client({ connectionString: cluster.url, connectionTimeoutMillis: 2_000 });
    try {
      await probe.connect();
    } finally {
      await probe.end();
    }
    return true;
  }, 'HAProxy leads to the primary');
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
}
