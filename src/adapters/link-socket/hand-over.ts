import { readdir, rm, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { linkFolder, mostBytes, readLine } from './wire.ts';

/** The result of handing over a link. */
export type HandedOver = 'taken' | 'refused' | 'notRunning';

/**
 * Hands a link to the Latchkey that was started last with this data folder. Cuts an overlong link to just over
 * the limit, so that the application can report it. Loads little, since a person waits for it with each shortcut.
 */
export async function handOverLink(dataFolder: string, link: string): Promise<HandedOver> {
  if (/[\r\n]/u.test(link)) return 'refused';
  const answer = await askNewest(dataFolder, Buffer.from(link).subarray(0, mostBytes));
  if (answer === null) return 'notRunning';
  return answer === 'taken' ? 'taken' : 'refused';
}

/**
 * The answer of the Latchkey that was started last with this data folder.
 * @param line at most `mostBytes`
 * @returns null if none is running; an empty text if it did not answer
 */
export async function askNewest(dataFolder: string, line: Uint8Array): Promise<string | null> {
  for (const path of await socketsIn(linkFolder(dataFolder))) {
    const answer = await tell(path, Buffer.concat([line, Buffer.from('\n')]));
    if (answer !== null) return answer;
    // Nobody listens there any more: a killed host left it.
    await rm(path, { force: true });
  }
  return null;
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
function tell(path: string, line: Buffer): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const socket = connect(path, () => socket.write(line));
  socket.once('error', () => resolve(null));
  readLine(socket, (answer) => {
    resolve(answer ?? '');
    socket.end();
  });
  return promise;
}
