import { spawn } from 'node:child_process';
import { isSea } from 'node:sea';
import { fileURLToPath } from 'node:url';
import { findClipboardPrograms } from '../adapters/clipboard/clipboard-programs.ts';
import { CommandError } from './command-error.ts';
import { words } from './words/words.ts';

/** The clipboard of this desktop. @throws CommandError CLIPBOARD_UNAVAILABLE */
export function findClipboard() {
  const clipboard = findClipboardPrograms();
  if (clipboard === null) throw new CommandError('CLIPBOARD_UNAVAILABLE', words.errors.noClipboard);
  return {
    /**
     * Copies a text, and checks that it is there: some desktops report success and copy nothing. A process that
     * outlives the command clears it after the time, if it is still there.
     *
     * @param clearAfterMs 0: never
     * @throws CommandError CLIPBOARD_UNAVAILABLE
     */
    async copyForAWhile(text: string, clearAfterMs: number): Promise<void> {
      if (!(await clipboard.write(text)))
        throw new CommandError('CLIPBOARD_UNAVAILABLE', words.errors.clipboardFailed);
      if (clearAfterMs > 0) await clearLater(text, clearAfterMs);
    },
  };
}

/** The text goes through a pipe: everybody on this machine can read a command line. */
async function clearLater(text: string, afterMs: number): Promise<void> {
  const name = import.meta.url.endsWith('.ts') ? './clear-clipboard.ts' : './clear-clipboard.cjs';
  // The packaged command is a Node that runs no other script (`resources/command-entry.cjs`).
  const script = isSea() ? '--clear-clipboard' : fileURLToPath(new URL(name, import.meta.url));
  const child = spawn(process.execPath, [script, String(afterMs)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  child.once('error', reject);
  child.stdin.once('error', reject);
  child.stdin.end(text, resolve);
  await promise;
  child.unref();
}
