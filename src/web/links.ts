import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { textLimits } from '../contract/limits.ts';

/** What became of a link that was handed over. */
export type HandedOver = 'taken' | 'refused' | 'notRunning';

/** Longest that a connection may take, in ms. */
const patienceMs = 3_000;
/** A Unix socket's path has room for 108 bytes on Linux and 104 on macOS, the last one being zero. */
const pathLimit = 103;
/** Longest line: one byte more than a link may have tells that it is too long. */
const mostBytes = textLimits.link + 1;

/**
 * Takes links (`latchkey://…`) from other programs of the same person, over a Unix socket in a folder that nobody
 * else can enter: `links/` in the data folder, mode 700, a socket a host, mode 600. One line a connection.
 *
 * @param take gets a link as it came: unchecked, at most one byte more than `textLimits.link`
 * @throws where the data folder's path is too long for a socket; the file system's errors
 */
export async function listenForLinks(
  dataFolder: string,
  take: (raw: string) => void,
): Promise<{ close(): Promise<void> }> {
  const folder = linkFolder(dataFolder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const path = join(folder, `${process.pid}-${randomBytes(4).toString('hex')}.sock`);
  if (Buffer.byteLength(path) > pathLimit) throw new Error(`too long for a socket: ${path}`);
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    readLine(socket, (line) => {
      if (line === null) return void socket.end('refused\n');
      take(line);
      socket.end('taken\n');
    });
  });
  server.maxConnections = 8;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(path, resolve);
  await promise;
  // No file left for a connection, say: it does not come, and the next one may.
  server.on('error', () => undefined);
  await chmod(path, 0o600);
  return {
    async close() {
      await new Promise((closed) => server.close(closed));
      await rm(path, { force: true });
    },
  };
}

/**
 * Hands a link to the Latchkey that was started last with this data folder. Of what is longer than any link, so much
 * that the application can say so.
 */
export async function handOverLink(dataFolder: string, link: string): Promise<HandedOver> {
  if (/[\r\n]/u.test(link)) return 'refused';
  const line = Buffer.concat([Buffer.from(link).subarray(0, mostBytes), Buffer.from('\n')]);
  for (const path of await socketsIn(linkFolder(dataFolder))) {
    const answer = await tell(path, line);
    if (answer !== null) return answer;
    // Nobody listens there any more: what a host left that was killed.
    await rm(path, { force: true });
  }
  return 'notRunning';
}

function linkFolder(dataFolder: string): string {
  return join(dataFolder, 'links');
}

/** Newest first. */
async function socketsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names
      .filter((name) => name.endsWith('.sock'))
      .map(async (name) => ({ path: join(folder, name), at: (await stat(join(folder, name))).mtimeMs })),
  );
  return found.toSorted((a, b) => b.at - a.at).map(({ path }) => path);
}

/** Null where nobody listens. */
function tell(path: string, line: Buffer): Promise<Exclude<HandedOver, 'notRunning'> | null> {
  const { promise, resolve } = Promise.withResolvers<'taken' | 'refused' | null>();
  const socket = connect(path, () => socket.write(line));
  socket.once('error', () => resolve(null));
  readLine(socket, (line) => {
    resolve(line === 'taken' ? 'taken' : 'refused');
    socket.end();
  });
  return promise;
}

/**
 * The first line, once; null where there is none in time or it is longer than `mostBytes`. Nothing of the other end keeps
 * the connection for longer than that, and nothing that goes wrong on it leaves it.
 */
function readLine(socket: Socket, done: (line: string | null) => void): void {
  let text = Buffer.alloc(0);
  let isDone = false;
  const finish = (line: string | null) => {
    if (isDone) return;
    isDone = true;
    socket.removeAllListeners('data').resume();
    done(line);
  };
  const limit = setTimeout(() => {
    finish(null);
    socket.destroySoon();
  }, patienceMs);
  socket.on('data', (chunk: Buffer) => {
    text = Buffer.concat([text, chunk]);
    const end = text.indexOf('\n');
    if (end > mostBytes || (end === -1 && text.length > mostBytes)) finish(null);
    else if (end !== -1) finish(text.toString('utf8', 0, end));
  });
  socket.once('end', () => socket.end());
  socket.on('error', () => socket.destroy());
  socket.once('close', () => {
    clearTimeout(limit);
    finish(null);
  });
}
