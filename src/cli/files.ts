import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { buffer } from 'node:stream/consumers';
import { CommandError } from './command-error.ts';
import { words } from './words/words.ts';

/** A file's bytes; `-` is the standard input. @throws CommandError FILE_UNREADABLE */
export async function bytesOf(path: string): Promise<Uint8Array> {
  return (path === '-' ? buffer(process.stdin) : readFile(path)).catch((error: unknown) => {
    throw new CommandError('FILE_UNREADABLE', words.errors.fileUnreadable(causeOf(error)));
  });
}

/** The first line of a file, for a passphrase. @throws CommandError FILE_UNREADABLE */
export async function firstLineOf(path: string): Promise<string> {
  const text = new TextDecoder().decode(await bytesOf(path));
  return text.split(/\r?\n/u, 1)[0] ?? '';
}

/** The file system's code, without the path: `ENOENT`. */
export function causeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
