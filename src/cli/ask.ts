import { closeSync, openSync } from 'node:fs';
import process from 'node:process';
import { ReadStream } from 'node:tty';
import { CommandError } from './command-error.ts';
import { words } from './words/words.ts';

/** Whom a question is for. */
export interface Asked {
  readonly signal: AbortSignal;
  /** Thrown if there is no terminal. */
  readonly whenNobody: CommandError;
}

/**
 * Questions to the person at the terminal. A question goes to the standard error; the answer comes from the terminal,
 * even where the standard input is a pipe. Each throws CommandError INTERRUPTED for Ctrl-C, and the signal's reason.
 */
export const ask = {
  /** For something secret, which is not shown. */
  hidden: (message: string, asked: Asked): Promise<string> =>
    atTerminal(asked, async (context) => {
      const { default: password } = await import('@inquirer/password');
      return password({ message }, context);
    }),
  /** @param known what is taken if the person only presses Enter */
  text: (message: string, asked: Asked, known?: string): Promise<string> =>
    atTerminal(asked, async (context) => {
      const { default: input } = await import('@inquirer/input');
      return input({ message, ...(known !== undefined && { default: known }) }, context);
    }),
  /** Enter means no. */
  yes: (message: string, asked: Asked): Promise<boolean> =>
    atTerminal(asked, async (context) => {
      const { default: confirm } = await import('@inquirer/confirm');
      return confirm({ message, default: false }, context);
    }),
  /** One of several, by the arrow keys. */
  choice: <T>(message: string, choices: { name: string; value: T }[], asked: Asked): Promise<T> =>
    atTerminal(asked, async (context) => {
      const { default: select } = await import('@inquirer/select');
      return select({ message, choices }, context);
    }),
};

/** Whether a person can be asked. */
export function isSomebodyHere(): boolean {
  const input = terminal();
  if (input !== process.stdin) input?.destroy();
  return input !== null;
}

interface PromptContext {
  input: ReadStream;
  output: NodeJS.WriteStream;
  signal: AbortSignal;
}

async function atTerminal<T>(
  { signal, whenNobody }: Asked,
  prompt: (context: PromptContext) => Promise<T>,
): Promise<T> {
  const input = terminal();
  if (input === null) throw whenNobody;
  try {
    return await prompt({ input, output: process.stderr, signal });
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
