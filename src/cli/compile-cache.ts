import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { cacheFolder } from '../adapters/data-folder.ts';

/**
 * Keeps what V8 compiles for the next start. What lies in the folder will be run, so nobody but the person can enter
 * it. Where no such folder can be had, each start compiles again.
 */
export function keepCompiledCode(): void {
  const folder = join(cacheFolder(), 'compiled');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // With `sudo`, say, the folder may be another person's.
    if (process.getuid !== undefined && statSync(folder).uid !== process.getuid()) return;
    chmodSync(folder, 0o700);
  } catch {
    return;
  }
  enableCompileCache(folder);
}
