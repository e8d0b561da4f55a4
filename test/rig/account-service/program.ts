import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** A program of the project, as a process of its own. */
export interface Program {
  process: ChildProcess;
  /** What it has written so far, on both streams. */
  output: () => string;
  /** Waits until it has written something that fits. Throws when it ends without. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>;
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
}

/** An instance of the service that listens. */
export interface Instance extends Program {
  port: number;
  /** Sends a signal and waits for the end. */
  kill(signal: NodeJS.Signals): Promise<void>;
}

const source = new URL('../../../src/', import.meta.url).pathname;

/**
 * Starts a program with exactly the given environment.
 *
 * @param file relative to `src/`
 * @param flags of Node itself
 */
export function launch(
  file: string,
  args: string[],
  env: Record<string, string>,
  { cwd = tmpdir(), flags = [] }: { cwd?: string; flags?: string[] } = {},
): Program {
  const { PATH = '', NODE_COMPILE_CACHE } = process.env;
  const child = spawn(process.execPath, [...flags, join(source, file), ...args], {
    cwd,
    env: { PATH, ...(NODE_COMPILE_CACHE !== undefined && { NODE_COMPILE_CACHE }), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  let isClosed = false;
  const looks = new Set<() => void>();
  const lookAgain = () => {
    for (const look of looks) look();
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      lookAgain();
    });
  }
  child.once('close', () => {
    isClosed = true;
    lookAgain();
  });
  return {
    process: child,
    output: () => text,
    waitFor: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(text);
          if (!found && !isClosed) return;
          looks.delete(look);
          if (found) resolve(found);
          else reject(new Error(`Nothing that fits ${pattern} came; there was: ${text}`));
        };
        looks.add(look);
        look();
      }),
    ended: new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal))),
  };
}

/** Starts an instance of the service and waits until it listens. */
export async function startInstance(env: Record<string, string>, flags: string[] = []): Promise<Instance> {
  const program = launch('account-service/main.ts', [], env, { flags });
  const [, port] = await program.waitFor(/"port":(\d+)/);
  return {
    ...program,
    port: Number(port),
    async kill(signal) {
      program.process.kill(signal);
      await program.ended;
    },
  };
}
