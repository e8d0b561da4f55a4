import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** A piece of a process's memory. */
export interface Piece {
  name: string;
  at: number;
  bytes: Buffer;
}

const PAGE = 4_096;
const ENTRY = 8;
const LONGEST = 16 * 1_048_576;

/**
 * Everything that a process may write to and that has a page behind it: heaps, stacks, buffers. Linux only; of a
 * child, or as root. Pieces overlap by a page, so that nothing lies on an edge.
 */
export function* writableMemory(pid: number): Generator<Piece> {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const pages = openSync(`/proc/${pid}/pagemap`, 'r');
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').trim().split('\n')) {
      const [range = '', rights = '', , , , ...name] = line.split(/\s+/u);
      if (!rights.startsWith('rw')) continue;
      const [start = 0, end = 0] = range.split('-').map((text) => Number.parseInt(text, 16));
      for (const run of presentRuns(pages, start, end)) {
        const bytes = read(memory, run.start, run.end - run.start);
        if (bytes !== null) yield { name: name.join(' '), at: run.start, bytes };
      }
    }
  } finally {
    closeSync(memory);
    closeSync(pages);
  }
}

/** The stretches of a mapping that lie in memory or in swap. */
function* presentRuns(pages: number, start: number, end: number): Generator<{ start: number; end: number }> {
  const entries = Buffer.alloc(((end - start) / PAGE) * ENTRY);
  const got = readSync(pages, entries, 0, entries.length, (start / PAGE) * ENTRY);
  let from: number | null = null;
  for (let at = 0; at <= got; at += ENTRY) {
    // Bits 63 and 62 of an entry: present, swapped.
    const isThere = at < got && ((entries[at + ENTRY - 1] ?? 0) & 0b1100_0000) !== 0;
    const place = start + (at / ENTRY) * PAGE;
    if (isThere && from === null) from = place;
    const isLong = from !== null && place - from >= LONGEST;
    if (from !== null && (!isThere || isLong)) {
      yield { start: from, end: Math.min(place + (isThere ? PAGE : 0), end) };
      from = isThere ? place : null;
    }
  }
}

function read(memory: number, start: number, length: number): Buffer | null {
  const bytes = Buffer.alloc(length);
  let done = 0;
  try {
    while (done < length) {
      const got = readSync(memory, bytes, done, length - done, start + done);
      if (got === 0) break;
      done += got;
    }
  } catch {
    // A mapping of a device, which cannot be read in this way.
  }
  return done === 0 ? null : bytes.subarray(0, done);
}
