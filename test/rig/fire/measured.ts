import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { expect, vi } from 'vitest';
import { z } from 'zod';

/** A program of the project in a process of its own, whose size can be asked for and whose end is noticed. */
export interface Measured {
  process: ChildProcess;
  /** The first message of its own that fits. */
  said<Schema extends z.ZodType>(schema: Schema): Promise<z.output<Schema>>;
  output(): string;
  /** After a full garbage collection. */
  size(): Promise<Size>;
  /** How it ended by itself: an exit code or a signal; null while it runs. */
  ended(): number | string | null;
  stop(): Promise<void>;
}

const sizeSchema = z.object({ size: z.object({ bytes: z.int(), handles: z.int(), listeners: z.int() }) });
/** What must not grow: bytes of heap and buffers, open handles, listeners of the process. */
export type Size = z.infer<typeof sizeSchema>['size'];

/** @param env exactly what it gets, beside the path */
export function startMeasured(program: string, env: Record<string, string> = {}): Measured {
  const child = fork(program, [], {
    execArgv: ['--expose-gc', `--import=${new URL('tell-size.ts', import.meta.url).href}`],
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  }
  const heard: unknown[] = [];
  const waiting = new Set<() => void>();
  child.on('message', (message) => {
    heard.push(message);
    for (const look of waiting) look();
  });
  const ended = once(child, 'exit');
  const said: Measured['said'] = (schema) => {
    const { promise, resolve, reject } = Promise.withResolvers<z.output<typeof schema>>();
    const look = () => {
      for (const [at, message] of heard.entries()) {
        const read = schema.safeParse(message);
        if (!read.success) continue;
        heard.splice(at, 1);
        waiting.delete(look);
        return resolve(read.data);
      }
    };
    waiting.add(look);
    void ended.then(() => reject(new Error(`${program} ended: ${text}`)));
    look();
    return promise;
  };
  return {
    process: child,
    said,
    output: () => text,
    async size() {
      child.send('size');
      return (await said(sizeSchema)).size;
    },
    ended: () => child.signalCode ?? child.exitCode,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
    },
  };
}

/** What a run may leave behind: far less than one kilobyte for each of its connections. */
const slack = { bytes: 8 * 1_048_576, handles: 12, listeners: 4 } as const;

/** Waits until a program is as large as it was, but for what a collector may leave lying. */
export async function expectNoGrowth(program: Measured, before: Size): Promise<void> {
  await vi.waitFor(
    async () => {
      const now = await program.size();
      const grown = {
        bytes: Math.max(0, now.bytes - before.bytes - slack.bytes),
        handles: Math.max(0, now.handles - before.handles - slack.handles),
        listeners: Math.max(0, now.listeners - before.listeners - slack.listeners),
      };
      expect(grown).toEqual({ bytes: 0, handles: 0, listeners: 0 });
    },
    { timeout: 60_000, interval: 500 },
  );
}
