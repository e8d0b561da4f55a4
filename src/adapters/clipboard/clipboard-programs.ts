import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { text as textOf } from 'node:stream/consumers';

/** The clipboard as a process without a window reaches it. */
export interface ClipboardPrograms {
  /** @throws Error if the program fails */
  write(text: string): Promise<void>;
  /** Null if the clipboard holds no text, or can't be read. */
  read(): Promise<string | null>;
}

interface Programs {
  readonly write: readonly [string, ...string[]];
  readonly read: readonly [string, ...string[]];
  /** The session that they need: an environment variable. */
  readonly session?: string;
}

/** The first of which the session and the program are there is used. */
const programs: Partial<Record<NodeJS.Platform, readonly Programs[]>> = {
  linux: [
    { session: 'WAYLAND_DISPLAY', write: ['wl-copy'], read: ['wl-paste', '--no-newline'] },
    {
      session: 'DISPLAY',
      write: ['xclip', '-selection', 'clipboard', '-in'],
      read: ['xclip', '-selection', 'clipboard', '-out'],
    },
    {
      session: 'DISPLAY',
      write: ['xsel', '--clipboard', '--input'],
      read: ['xsel', '--clipboard', '--output'],
    },
  ],
  darwin: [{ write: ['pbcopy'], read: ['pbpaste'] }],
};

/** The programs that reach this desktop's clipboard; null if there are none. The text is never an argument. */
export function findClipboardPrograms(
  env = process.env,
  platform = process.platform,
): ClipboardPrograms | null {
  const folders = (env['PATH'] ?? '').split(delimiter);
  const isThere = (program: string) => folders.some((folder) => existsSync(join(folder, program)));
  const found = programs[platform]?.find(
    ({ session, write, read }) =>
      (session === undefined || env[session]) && isThere(write[0]) && isThere(read[0]),
  );
  if (found === undefined) return null;
  return {
    async write(text) {
      const [program, ...args] = found.write;
      // Some stay in the background to serve the text; they must not hold this process's streams open.
      const child = spawn(program, args, { env, stdio: ['pipe', 'ignore', 'ignore'] });
      child.stdin.on('error', () => undefined);
      child.stdin.end(text);
      const [code] = await once(child, 'exit');
      if (code !== 0) throw new Error(`${program} ended with ${String(code)}`);
    },
    async read() {
      const [program, ...args] = found.read;
      const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
      const [text, [code]] = await Promise.all([textOf(child.stdout), once(child, 'exit')]);
      return code === 0 ? text : null;
    },
  };
}
