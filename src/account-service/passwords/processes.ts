import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export type Outcome = { value: unknown; error?: never } | { value?: never; error: string };

export interface Processes<Job> {
  /** Does a job when its turn comes. Fails when the job did, or the process that was at it ended. */
  run(job: Job): Promise<unknown>;
  /** Jobs that no process is at yet. */
  waiting(): number;
  /** Jobs waiting or running. */
  depth(): number;
  close(): Promise<void>;
}

/**
 * Processes of one kind behind one queue, started when there is work for them. Should one end by itself, what it was
 * at work on fails, and another takes its place.
 *
 * @param script beside this file; it answers each message by `answer`
 * @param most how many jobs are worked on at once, each by a process of its own
 */
export function createProcesses<Job extends object>(script: string, most: number): Processes<Job> {
  interface Waiting {
    job: Job;
    settle: (outcome: Outcome) => void;
  }
  const waiting: Waiting[] = [];
  const idle: ChildProcess[] = [];
  const running = new Map<ChildProcess, Waiting>();
  let closed = false;

  const start = () => {
    const worker = fork(new URL(script, import.meta.url), [], {
      // A session of its own: it can give way as a whole, and Ctrl-C in a terminal is not for it.
      detached: true,
      execArgv: [],
      // Nothing of the instance's environment, which holds its secrets.
      env: { PATH: process.env['PATH'] },
    });
    const finish = (outcome: Outcome) => {
      const entry = running.get(worker);
      running.delete(worker);
      entry?.settle(outcome);
    };
    worker.on('message', (outcome: Outcome) => {
      finish(outcome);
      idle.push(worker);
      next();
    });
    const leave = (why: string) => {
      const at = idle.indexOf(worker);
      if (at >= 0) idle.splice(at, 1);
      finish({ error: why });
      next();
    };
    worker.once('exit', (code, signal) => leave(`the process ended with ${signal ?? code}`));
    worker.on('error', (error) => {
      // One that could not be started has no end; one that can't be told something gets one.
      if (worker.pid === undefined) leave(error.message);
      else worker.kill('SIGKILL');
    });
    return worker;
  };
  const next = () => {
    while (!closed && running.size < most) {
      const entry = waiting.shift();
      if (!entry) return;
      const worker = idle.pop() ?? start();
      running.set(worker, entry);
      worker.send(entry.job);
    }
  };

  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        const settle = ({ value, error }: Outcome) =>
          error === undefined ? resolve(value) : reject(new Error(`Password work failed: ${error}`));
        if (closed) return settle({ error: 'shutting down' });
        waiting.push({ job, settle });
        next();
      }),
    waiting: () => waiting.length,
    depth: () => waiting.length + running.size,
    async close() {
      closed = true;
      for (const entry of waiting.splice(0)) entry.settle({ error: 'shutting down' });
      await Promise.all(
        [...idle, ...running.keys()].map(async (worker) => {
          const ended = once(worker, 'exit');
          worker.disconnect();
          await ended;
        }),
      );
    },
  };
}

/** For the script at the other end: it stays until the instance that started it ends, and no signal ends it sooner. */
export function stayWithInstance(): void {
  // Who stops a service may tell all of its processes; this one is needed until the last request is answered.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => {});
  process.on('disconnect', () => process.exit());
}

/** For the script at the other end: does the job that came, and tells the instance the outcome. */
export async function answer(work: () => unknown): Promise<void> {
  const outcome = await outcomeOf(work);
  process.send?.(outcome);
}

async function outcomeOf(work: () => unknown): Promise<Outcome> {
  try {
    return { value: await work() };
  } catch (error) {
    return { error: error instanceof Error ? error.message : 'unknown' };
  }
}
