import { closeSync, openSync } from 'node:fs';
import process from 'node:process';
import { ReadStream } from 'node:tty';
import { CommandError } from './command-error.ts';
import { words } from './words.ts';

/**
 * Asks the person at the terminal for something secret, which is not shown. The question goes to the standard
 * error; the answer comes from the terminal, even where the standard input is a pipe.
 * @param whenNobody thrown if there is no terminal
 * @throws CommandError INTERRUPTED for Ctrl-C; the signal's reason
 */
export async function askHidden(
  message: string,
  signal: AbortSignal,
  whenNobody: CommandError,
): Promise<string> {
  const input = terminal();
  if (input === null) throw whenNobody;
  const { default: password } = await import('@inquirer/password');
  try {
    return await password({ message }, { input, output: process.stderr, signal });
  } catch (error) {
    signal.throwIfAborted();
    throw isCalledOff(error) ? new CommandError('INTERRUPTED', words.errors.interrupted) : error;
  } finally {
    if (input !== process.stdin) input.destroy();
  }
}

/** Null where a person can't be asked: no terminal to read from, or none to show the question. */
function terminal(): ReadStream | null {
  if (!process.stderr.isTTY) return null;
  if (process.stdin.isTTY) return process.stdin;
  let file: number | null = null;
  try {
    file = openSync('/dev/tty', 'r+');
    return new ReadStream(file);
  } catch {
    if (file !== null) closeSync(file);
    return null;
  }
}

function isCalledOff(error: unknown): boolean {
  return error instanceof Error && error.name === 'ExitPromptError';
}
