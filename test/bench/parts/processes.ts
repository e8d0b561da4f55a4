import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A process and what it runs, by Linux's /proc. */
interface Process {
  pid: number;
  parent: number;
  args: string[];
}

/** The process and all that it started, and those started. */
export function treeOf(root: number): Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => processOf(Number(name)));
  const tree = all.filter(({ pid }) => pid === root);
  for (const { pid } of tree) tree.push(...all.filter(({ parent }) => parent === pid));
  return tree;
}

function processOf(pid: number): Process[] {
  try {
    // The name stands in brackets, and may hold anything.
    const fields = statOf(pid);
    const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return [{ pid, parent: Number(fields[1]), args }];
  } catch {
    // It has ended.
    return [];
  }
}

/** The fields of /proc/PID/stat from `state` on. */
function statOf(pid: number): string[] {
  return readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /su, '')
    .split(' ');
}

/** What processes have of the memory, in MB (10^6 bytes), with their share of what they have in common. */
export function memoryOf(processes: readonly Process[]): number {
  const kib = processes.map(({ pid }) => {
    const [, pss = '0'] = /^Pss:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
    return Number(pss);
  });
  return (kib.reduce((sum, one) => sum + one, 0) * 1_024) / 1e6;
}

/** How much of one core processes take over a time, in percent. */
export async function cpuOf(processes: readonly Process[], ms: number): Promise<number> {
  const ticks = () =>
    processes.reduce((sum, { pid }) => {
      const fields = statOf(pid);
      return sum + Number(fields[11]) + Number(fields[12]);
    }, 0);
  const before = ticks();
  await pause(ms);
  // A tick is 10 ms (sysconf(_SC_CLK_TCK) is 100 on Linux).
  return (((ticks() - before) * 10) / ms) * 100;
}
