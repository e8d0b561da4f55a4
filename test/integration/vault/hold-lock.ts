/** Takes a vault's lock, says so, and keeps it until it is killed. Argument: the lock file. */
import { writeSync } from 'node:fs';
import process from 'node:process';
import { withLock } from '../../../src/adapters/vault-file/lock.ts';

await withLock(process.argv[2] ?? '', 5_000, async () => {
  writeSync(1, 'locked\n');
  await new Promise((resolve) => setTimeout(resolve, 600_000));
});
