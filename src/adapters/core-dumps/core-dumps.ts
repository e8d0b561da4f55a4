import { execFile } from 'node:child_process';
import process from 'node:process';

/**
 * Keeps the system from writing this process's memory, with its keys, into a file when it crashes. Node has no call for
 * that, so util-linux's `prlimit` sets the limit from outside, for this process and those that it starts from then on. On
 * macOS the limit is 0 by default; Windows leaves it to its settings. Without the program the limit stays.
 */
export function forbidCoreDumps(platform = process.platform): Promise<void> {
  return new Promise((resolve) => {
    if (platform !== 'linux') return resolve();
    execFile('prlimit', [`--pid=${process.pid}`, '--core=0:0'], () => resolve());
  });
}
