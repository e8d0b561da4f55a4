import { randomBytes } from 'node:crypto';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import type { Log } from '../../app/ports.ts';
import type { QuickFindState } from '../../contract/quick-find.ts';
import { messageOf } from '../../core/message-of.ts';
import { dataFolder, isDataFolderChosen } from '../data-folder.ts';
import { folderPlaceOf } from '../place.ts';
import { linkFolder, readLine, shortcutQuestion } from './wire.ts';

/** Who answers at the socket. */
export interface LinkListener {
  /** Gets a link unchecked, at most one byte over `textLimits.link`. */
  take: (raw: string) => void;
  /** Where the shortcut stands. */
  shortcut: () => QuickFindState;
}

/** A Unix socket's path may have 108 bytes on Linux and 104 on macOS, including the final zero. */
const pathLimit = 103;

/**
 * Takes links in this person's data folder for as long as the host runs. Does nothing on Windows, where Node cannot
 * restrict named pipes to one person. A failure is logged: Latchkey works without the socket.
 */
export async function openLinkSocket(
  listener: LinkListener,
  { log, platform = process.platform }: { log: Log; platform?: NodeJS.Platform },
): Promise<{ close(): Promise<void> }> {
  const none = { close: async () => {} };
  if (platform === 'win32') return none;
  try {
    return await listenForLinks(folderPlaceOf(dataFolder(), isDataFolderChosen()), listener);
  } catch (error) {
    log.error('links', { error: messageOf(error) });
    return none;
  }
}

/**
 * Takes links (`latchkey://…`) from the same person's other programs, over a Unix socket in a folder that only
 * they can enter: `links/` in the data folder, mode 700, one socket a host, mode 600. One line a connection, and one
 * line back: whether the link was taken, or where the shortcut stands.
 *
 * @throws if the data folder's path is too long for a socket; file system errors
 */
export async function listenForLinks(
  dataFolder: string,
  { take, shortcut }: LinkListener,
): Promise<{ close(): Promise<void> }> {
  const folder = linkFolder(dataFolder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const path = join(folder, `${process.pid}-${randomBytes(4).toString('hex')}.sock`);
  if (Buffer.byteLength(path) > pathLimit) throw new Error(`too long for a socket: ${path}`);
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    readLine(socket, (line) => {
      if (line === null) return void socket.end('refused\n');
      if (line === shortcutQuestion) return void socket.end(`${JSON.stringify(shortcut())}\n`);
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
