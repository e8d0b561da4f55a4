import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { text as textOf } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clipboard } from '../../app/ports.ts';

type Command = readonly [program: string, ...args: string[]];

interface Programs {
  readonly write: Command;
  readonly read: Command;
  /** Takes the text off. Where there is no such command, an empty text is written. */
  readonly clear?: Command;
  /** The session that they need: an environment variable. */
  readonly session?: string;
}

/** How long a program may take, in ms: whoever holds the clipboard may not answer. */
const patienceMs = 5_000;
/** How long a text may take to be there once its program has reported success, in ms. */
const beginsWithinMs = 1_000;
const lookEveryMs = 50;

/** The first of which the session and the program are there is used. */
const programs: Partial<Record<NodeJS.Platform, readonly Programs[]>> = {
  linux: [
    {
      session: 'WAYLAND_DISPLAY',
      write: ['wl-copy'],
      read: ['wl-paste', '--no-newline'],
      clear: ['wl-copy', '--clear'],
    },
    {
      session: 'DISPLAY',
      write: ['xclip', '-selection', 'clipboard', '-in'],
      read: ['xclip', '-selection', 'clipboard', '-out'],
    },
    {
      session: 'DISPLAY',
      write: ['xsel', '--clipboard', '--input'],
      read: ['xsel', '--clipboard', '--output'],
      clear: ['xsel', '--clipboard', '--clear'],
    },
  ],
  darwin: [{ write: ['pbcopy'], read: ['pbpaste'] }],
};

/**
 * The clipboard as a process without a window reaches it: by the programs of this desktop; null if there are none.
 * The text is never an argument, which everybody on this machine can read.
 *
 * It is marked as sensitive by `wl-copy` from 2.3.0 on (as `x-kde-passwordManagerHint`). The other programs offer a
 * text in one format only, so they can't.
 */
export function findClipboardPrograms(
  env = process.env,
  platform = process.platform,
): Extract<Clipboard, { kind: 'application' }> | null {
  const folders = (env['PATH'] ?? '').split(delimiter);
  const isThere = (program: string) => folders.some((folder) => existsSync(join(folder, program)));
  const found = programs[platform]?.find(
    ({ session, write, read }) =>
      (session === undefined || env[session]) && isThere(write[0]) && isThere(read[0]),
  );
  if (found === undefined) return null;

  const put = async ([program, ...args]: Command, text: string): Promise<boolean> => {
    // Some stay in the background to serve the text; they must not hold this process's streams open.
    const child = spawn(program, args, { env, stdio: ['pipe', 'ignore', 'ignore'], timeout: patienceMs });
    child.stdin.on('error', () => undefined);
    child.stdin.end(text);
    const [code] = await once(child, 'exit');
    return code === 0;
  };
  /** Null if it fails. */
  const output = async ([program, ...args]: Command): Promise<string | null> => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'ignore'], timeout: patienceMs });
    const [text, [code]] = await Promise.all([textOf(child.stdout), once(child, 'exit')]);
    return code === 0 ? text : null;
  };
  let marking: Promise<Command> | undefined;
  const marked = async (write: Command): Promise<Command> => {
    const [program] = write;
    if (program !== 'wl-copy') return write;
    const help = await output([program, '--help']);
    return help?.includes('--sensitive') === true ? [...write, '--sensitive'] : write;
  };

  return {
    kind: 'application',
    async write(text) {
      if (!(await put(await (marking ??= marked(found.write)), text))) return false;
      // A program reports success when the process that serves the text is started, which then still has to begin.
      for (let waitedMs = 0; waitedMs < beginsWithinMs; waitedMs += lookEveryMs) {
        if ((await output(found.read)) === text) return true;
        await pause(lookEveryMs);
      }
      return false;
    },
    async clearIf(text) {
      if ((await output(found.read)) !== text) return;
      await put(found.clear ?? found.write, '');
    },
  };
}
