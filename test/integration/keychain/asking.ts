import { execFile } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { z } from 'zod';

/**
 * Asks a keychain by `ask.ts`: the library reads the bus's address from its own process, so each question is a process
 * of its own.
 */
export async function ask(env: Record<string, string>, ...words: string[]) {
  const script = join(import.meta.dirname, 'ask.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...words], {
    env: { ...process.env, ...env },
  });
  return z.looseObject({ outcome: z.string() }).parse(JSON.parse(stdout));
}
