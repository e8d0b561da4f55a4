import { readFile } from 'node:fs/promises';
import { createConnection, type NetConnectOpts } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Ends a PostgreSQL that a killed account service left running on a cluster, and waits; the next could not
 * start beside it. Only the holder of the trial's lock may call this: nobody else then uses the cluster.
 *
 * @param cluster the data folder; its `postmaster.pid` holds PostgreSQL's process and where it listens
 * @param patienceMs how long to wait for the server's answer, and then for its end
 */
export async function endLeftDatabase(cluster: string, patienceMs = 10_000): Promise<void> {
  const left = await readPostmaster(cluster);
  // The process ID may be another program's by now; whatever answers at the server's address is the server.
  if (left === null || !(await isAnswered(left.place, patienceMs))) return;
  // Fast shutdown: it ends its connections, closes its files, and removes its lock file last.
  process.kill(left.pid, 'SIGINT');
  for (let waited = 0; waited < patienceMs && (await readPostmaster(cluster)) !== null; waited += 100)
    await pause(100);
}

interface Postmaster {
  pid: number;
  place: NetConnectOpts;
}

/** PostgreSQL's lock file: process, data folder, start, port, socket folder and address, one per line. */
async function readPostmaster(cluster: string): Promise<Postmaster | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid = '', , , port = '', socket = '', host = ''] = text.split('\n').map((line) => line.trim());
  if (!/^[1-9]\d*$/.test(pid) || !/^[1-9]\d*$/.test(port)) return null;
  const place = socket === '' ? { host, port: Number(port) } : { path: join(socket, `.s.PGSQL.${port}`) };
  return { pid: Number(pid), place };
}

/** SSLRequest (PostgreSQL, "Message Formats"): a server answers in one byte whether it accepts TLS. */
const sslRequest = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);

async function isAnswered(place: NetConnectOpts, patienceMs: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const connection = createConnection(place, () => connection.write(sslRequest));
  connection.on('data', (answer) => resolve(['S', 'N'].includes(answer.toString('latin1'))));
  // Another program may listen there now, and wait for its own protocol.
  connection.setTimeout(patienceMs, () => resolve(false));
  connection.on('error', () => resolve(false));
  connection.on('close', () => resolve(false));
  return promise.finally(() => connection.destroy());
}
