import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

/**
 * Ends the PostgreSQL that a killed account service left running on a cluster, and waits for that; the next one
 * could not start beside it. Only whoever holds the trial's lock may call it: nobody else uses the cluster then.
 *
 * @param cluster the data folder; PostgreSQL writes its process into `postmaster.pid` there
 */
export async function endLeftDatabase(cluster: string): Promise<void> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  // A number may have gone to another program since.
  if (!(pid > 0) || !(await commandOf(pid)).includes(cluster)) return;
  // Fast shutdown: it ends its connections and closes its files.
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 10_000 && (await commandOf(pid)) !== ''; waited += 100) await pause(100);
}

/** A process's command line; empty where there is none. */
async function commandOf(pid: number): Promise<string> {
  const asked = promisify(execFile)('ps', ['-o', 'args=', '-p', String(pid)]);
  return asked.then(({ stdout }) => stdout.trim()).catch(() => '');
}
