import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export type Outcome = { value: unknown; error?: never } | { value?: never; error: string };

export interface Processes<Job> {
  /** Does a job when its turn comes. Rejects when the job fails or its process ends. */
  run(job: Job): Promise<unknown>;
  /** Jobs whose turn has not come, including all but one of each group in progress. */
  waiting(): number;
  /** Jobs waiting or running. */
  depth(): number;
  close(): Promise<void>;
}

/**
 * The maximum of jobs sent to a process together and answered together. The instance and the database then
 * spend a fifth less on each job than one by one: hashing overwrites all caches, and of several answers in a
 * row only the first finds them cold (decision 0014).
 */
const together = 6;

/**
 * Processes of one kind behind one queue, started on demand. Waiting jobs are distributed in groups. If a
 * process ends by itself, its current group fails and another process takes its place.
 *
 * @param script beside this file; it answers each message by `answer`
 * @param most how many jobs are worked on at once, each by its own process
 * @param args the arguments of each process
 * @param idleMs how long a process may be idle before it is let go, with its memory; the next job starts another
 */
export function createProcesses<Job extends object>(
  script: string,
  most: number,
  args: string[] = [],
  idleMs = Infinity,
): Processes<Job> {
  interface Waiting {
    job: Job;
    settle: (outcome: Outcome) => void;
  }
  const waiting: Waiting[] = [];
  const idle: ChildProcess[] = [];
  const idleTimers = new Map<ChildProcess, NodeJS.Timeout>();
  const running = new Map<ChildProcess, Waiting[]>();
  let closed = false;

  const start = () => {
    const worker = fork(new URL(script, import.meta.url), args, {
      // A session of its own: it can yield as a whole, and Ctrl-C in a terminal does not reach it.
      detached: true,
      execArgv: [],
      // Keep out the instance's environment, which holds its secrets.
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
      if (idle.includes(worker) && Number.isFinite(idleMs)) letGoLater(worker);
    });
    const leave = (why: string) => {
      noLongerIdle(worker);
      finish([], why);
      next();
    };
    worker.once('exit', (code, signal) => leave(`the process ended with ${signal ?? code}`));
    worker.on('error', (error) => {
      // A process that failed to start never exits. One that can't be reached is killed.
      if (worker.pid === undefined) leave(error.message);
      else worker.kill('SIGKILL');
    });
    return worker;
  };
  const letGoLater = (worker: ChildProcess) => {
    const timer = setTimeout(() => {
      noLongerIdle(worker);
      worker.disconnect();
    }, idleMs);
    idleTimers.set(worker, timer.unref());
  };
  const noLongerIdle = (worker: ChildProcess) => {
    clearTimeout(idleTimers.get(worker));
    idleTimers.delete(worker);
    const at = idle.indexOf(worker);
    if (at >= 0) idle.splice(at, 1);
  };
  const takeIdle = () => {
    const worker = idle.at(-1);
    if (worker) noLongerIdle(worker);
    return worker;
  };
  const next = () => {
    while (!closed && running.size < most) {
      const group = waiting.splice(0, Math.min(together, Math.ceil(waiting.length / most)));
      if (group.length === 0) return;
      const worker = takeIdle() ?? start();
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
      for (const timer of idleTimers.values()) clearTimeout(timer);
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

/** For the script in the process: it stays until its instance ends, and no signal ends it sooner. */
export function stayWithInstance(): void {
  // Stopping a service may signal all its processes. This one is needed until the last request is answered.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => {});
  process.on('disconnect', () => process.exit());
}

/** For the script in the process: does the received jobs one by one, then sends the instance all outcomes. */
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
