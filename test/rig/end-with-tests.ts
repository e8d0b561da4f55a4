import type { ChildProcess } from 'node:child_process';
import process from 'node:process';

const running = new Map<ChildProcess, () => unknown>();

/** Ends what a test started, also where the test fails before it does so itself. */
export function endWithTests(child: ChildProcess, end: () => unknown = () => child.kill()): void {
  if (running.size === 0) process.on('exit', endAll);
  running.set(child, end);
  child.once('exit', () => {
    running.delete(child);
    if (running.size === 0) process.off('exit', endAll);
  });
}

function endAll(): void {
  for (const end of running.values()) {
    try {
      end();
    } catch {
      // It is gone already.
    }
  }
}
