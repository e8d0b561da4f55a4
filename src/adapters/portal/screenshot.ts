import { readFile, rm, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Clock, Log, ScreensCapture } from '../../app/ports.ts';
import { messageOf } from '../../core/message-of.ts';
import { decodePictureFile } from '../picture-file/picture-file.ts';
import { openPortal } from './portal.ts';

const screenshotInterface = 'org.freedesktop.portal.Screenshot';
/** How long the desktop's question may stand, in ms: the person reads it and looks for the right window. */
const patienceMs = 120_000;
/** The largest file that is read, in bytes: two 8K displays that compress badly. */
const mostBytes = 256 * 1024 * 1024;

const screenshotResults = z.object({ uri: z.string() });

/** Whether the desktop takes screenshots for other programs. Does not ask the person. */
export async function hasScreenshotPortal(env: NodeJS.ProcessEnv): Promise<boolean> {
  const portal = await openPortal(screenshotInterface, env);
  portal?.close();
  return portal !== null;
}

/**
 * A picture of all displays by org.freedesktop.portal.Screenshot; null where the desktop has no such portal. The
 * desktop may ask the person first. It writes a file, which is deleted as soon as it is read, also when it comes
 * after the time limit.
 */
export async function takeScreenshot(
  { clock, log }: { clock: Clock; log: Log },
  env: NodeJS.ProcessEnv,
): Promise<ScreensCapture | null> {
  const portal = await openPortal(screenshotInterface, env);
  if (portal === null) return null;
  const answer = await portal.request(
    {
      member: 'Screenshot',
      signature: 'sa{sv}',
      before: [''],
      options: { interactive: false },
    },
    { clock, ms: patienceMs },
  );
  if (answer.outcome === 'silent') {
    // A command in the terminal ends here; the portal then ends the request by itself.
    portal.unref();
    const stopWaiting = clock.after(patienceMs, () => portal.close());
    void answer.late
      .then((results) => discard(fileOf(results), log))
      .finally(() => {
        stopWaiting();
        portal.close();
      });
    return { outcome: 'failed', cause: 'silent' };
  }
  portal.close();
  if (answer.outcome === 'failed') log.error('screenshot', { error: answer.reason });
  if (answer.outcome !== 'given') return { outcome: 'failed', cause: answer.outcome };
  return read(fileOf(answer.results), log);
}

async function read(file: string | null, log: Log): Promise<ScreensCapture> {
  try {
    if (file === null) throw new Error('the desktop named no file');
    if ((await stat(file)).size > mostBytes) throw new Error('the file is too large');
    const bytes = await readFile(file);
    await discard(file, log);
    // The library decodes in a thread of its own.
    return { outcome: 'taken', pictures: [await decodePictureFile(bytes)] };
  } catch (error) {
    log.error('screenshot', { error: messageOf(error) });
    await discard(file, log);
    return { outcome: 'failed', cause: 'failed' };
  }
}

/** Deletes the desktop's file: it shows all that was on the screen. */
async function discard(file: string | null, log: Log): Promise<void> {
  if (file === null) return;
  await rm(file, { force: true }).catch((error: unknown) => {
    log.error('screenshot-left', { error: messageOf(error) });
  });
}

/** The file of a portal's results; null if they name none. */
function fileOf(results: unknown): string | null {
  const { data } = screenshotResults.safeParse(results);
  if (data === undefined || !data.uri.startsWith('file:')) return null;
  try {
    return fileURLToPath(data.uri);
  } catch {
    return null;
  }
}
