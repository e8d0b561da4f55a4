import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export type Outcome = { value: unknown; error?: never } | { value?: never; error: string };

export interface Processes<Job> {
  /** Does a job when its turn comes. Fails when the job did, or the process that was at it ended. */
  run(job: Job): Promise<unknown>;
  /** Jobs whose turn has not come; of a group that a process is at, all but one. */
  waiting(): number;
  /** Jobs waiting or running. */
  depth(): number;
  close(): Promise<void>;
}

/**
 * Most jobs that go to a process together, and are answered together. What instance and database then do for each takes
 * a fifth less than when they come one by one: each password goes through all caches, and only the first of several
 * that follow finds them cold (decision 0014).
 */
const together = 6;

/**
 * Processes of one kind behind one queue, started when there is work for them. Jobs that have to wait are shared out in
 * groups. Should a process end by itself, the group it was at work on fails, and another takes its place.
 *
 * @param script beside this file; it answers each message by `answer`
 * @param most how many jobs are worked on at once, each by a process of its own
 * @param args what each process is started with
 */
export function createProcesses<Job extends object>(
  script: string,
  most: number,
  args: string[] = [],
): Processes<Job> {
  interface Waiting {
    job: Job;
    settle: (outcome: Outcome) => void;
  }
  const waiting: Waiting[] = [];
  const idle: ChildProcess[] = [];
  const running = new Map<ChildProcess, Waiting[]>();
  let closed = false;

  const start = () => {
    const worker = fork(new URL(script, import.meta.url), args, {
      // A session of its own: it can give way as a whole, and Ctrl-C in a terminal is not for it.
      detached: true,
      execArgv: [],
      // Nothing of the instance's environment, which holds its secrets.
      env: { PATH: process.env['PATH'] },
    });
    const finish = (outcomes: Outcome[], otherwise: string) => {
      const group = running.get(worker) ?? [];
      running.delete(worker);
      for (const [index, entry] of group.entries()) entry.settle(outcomes[index] ?? { error: otherwise });
    };
    worker.on('message', (outcomes: Outcome[]) => {
      finish(outcomes, 'no answer');
      idle.push(worker);
      next();
    });
    const leave = (why: string) => {
      const at = idle.indexOf(worker);
      if (at >= 0) idle.splice(at, 1);
      finish([], why);
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
      const group = waiting.splice(0, Math.min(together, Math.ceil(waiting.length / most)));
      if (group.length === 0) return;
      const worker = idle.pop() ?? start();
      running.set(worker, group);
      worker.send(group.map(({ job }) => job));
    }
  };

  const given = () => [...running.values()].reduce((sum, group) => sum + group.length, waiting.length);

  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        const settle = ({ value, error }: Outcome) =>
          error === undefined ? resolve(value) : reject(new Error(`Password work failed: ${error}`));
        if (closed) return settle({ error: 'shutting down' });
        waiting.push({ job, settle });
        next();
      }),
    waiting: () => given() - running.size,
    depth: given,
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

/** For the script at the other end: does the jobs that came, one by one, and tells the instance all outcomes. */
export async function answer<Job>(jobs: Job[], work: (job: Job) => unknown): Promise<void> {
  const outcomes: Outcome[] = [];
  for (const job of jobs) outcomes.push(await outcomeOf(() => work(job)));
  process.send?.(outcomes);
}

async function outcomeOf(work: () => unknown): Promise<Outcome> {
  try {
    return { value: await work() };
  } catch (error) {
    return { error: error instanceof Error ? error.message : 'unknown' };
  }
}
