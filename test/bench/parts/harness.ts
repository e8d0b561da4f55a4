import { availableParallelism, cpus, totalmem } from 'node:os';

/** The machine a figure was measured on, as every benchmark's last line names it. */
export interface Machine {
  cpu: string;
  cores: number;
  memoryGiB: number;
}

/** A figure; null where it could not be measured here (a peer is missing, say). */
export type Figures = Record<string, number | null>;

/** This machine. */
export function machine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
  };
}

/**
 * Prints a benchmark's last line: one JSON object with the machine, Node's version and the figures, each
 * rounded to three digits after the point.
 */
export function report(bench: string, figures: Figures): void {
  const rounded = Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, value === null ? null : Number(value.toFixed(3))]),
  );
  console.log(JSON.stringify({ bench, machine: machine(), node: process.versions.node, figures: rounded }));
}

/**
 * Times peers in rounds that take turns, so that a slow minute of the machine hits all of them alike:
 * one warm-up of each, then `rounds` times one call of each in order.
 * @returns the median of each peer's calls, in milliseconds
 */
export async function inTurns(
  peers: Record<string, () => unknown>,
  rounds = 5,
): Promise<Record<string, number>> {
  const runs = Object.entries(peers).map(([name, call]) => ({ name, call, times: [] as number[] }));
  for (const { call } of runs) await call();
  for (let round = 0; round < rounds; round += 1) {
    for (const { call, times } of runs) times.push(await timed(call));
  }
  return Object.fromEntries(runs.map(({ name, times }) => [name, median(times)]));
}

/** How long one call takes until its promise settles, in milliseconds. */
export async function timed(call: () => unknown): Promise<number> {
  const start = performance.now();
  await call();
  return performance.now() - start;
}

/** The middle of some numbers (the mean of the middle two), NaN of none. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The p-th percentile (0 to 100) of some numbers, interpolated between neighbours, NaN of none. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = ((sorted.length - 1) * p) / 100;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}
