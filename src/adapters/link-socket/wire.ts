import type { Socket } from 'node:net';
import { join } from 'node:path';
import { textLimits } from '../../contract/limits.ts';

/** Time limit for a connection, in ms. */
const patienceMs = 3_000;
/** Longest line: one byte over a link's limit shows that it is too long. */
export const mostBytes = textLimits.link + 1;

/** The line that asks a Latchkey where its shortcut stands; every other line is a link. */
export const shortcutQuestion = 'shortcut?';

/** Where the sockets are, one a host. */
export function linkFolder(dataFolder: string): string {
  return join(dataFolder, 'links');
}

/**
 * Reads the first line, once; null if none comes in time or it is longer than `mostBytes`. The other end cannot
 * hold the connection open longer than that, and errors on it do not spread.
 */
export function readLine(socket: Socket, done: (line: string | null) => void): void {
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
