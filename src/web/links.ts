import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { textLimits } from '../contract/limits.ts';

/** The result of handing over a link. */
export type HandedOver = 'taken' | 'refused' | 'notRunning';

/** Time limit for a connection, in ms. */
const patienceMs = 3_000;
/** A Unix socket's path may have 108 bytes on Linux and 104 on macOS, including the final zero. */
const pathLimit = 103;
/** Longest line: one byte over a link's limit shows that it is too long. */
const mostBytes = textLimits.link + 1;

/**
 * Takes links (`latchkey://…`) from the same person's other programs, over a Unix socket in a folder that only
 * they can enter: `links/` in the data folder, mode 700, one socket a host, mode 600. One line a connection.
 *
 * @param take gets a link unchecked, at most one byte over `textLimits.link`
 * @throws if the data folder's path is too long for a socket; file system errors
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
  // For example, no file left for a connection: it fails, but the next one may succeed.
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
 * Hands a link to the Latchkey that was started last with this data folder. Cuts an overlong link to just over
 * the limit, so that the application can report it.
 */
export async function handOverLink(dataFolder: string, link: string): Promise<HandedOver> {
  if (/[\r\n]/u.test(link)) return 'refused';
  const line = Buffer.concat([Buffer.from(link).subarray(0, mostBytes), Buffer.from('\n')]);
  for (const path of await socketsIn(linkFolder(dataFolder))) {
    const answer = await tell(path, line);
    if (answer !== null) return answer;
    // Nobody listens there any more: a killed host left it.
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

/** Null if nobody listens. */
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
 * Reads the first line, once; null if none comes in time or it is longer than `mostBytes`. The other end cannot
 * hold the connection open longer than that, and errors on it do not spread.
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
