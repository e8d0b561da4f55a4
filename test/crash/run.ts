/**
 * `npm run test:crash`: kills processes (SIGKILL) at random moments of 10,000 writes of the vault and its backups,
 * fills the disk in 500 more, changes every byte of a small vault, and runs 2,000 random sequences of two processes
 * against a model. Kills a computer 600 times while it syncs. `npm test` does a tenth of it (the argument is the part).
 * Prints one JSON line last.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { bundle } from './bundle.ts';
import { flipEveryByte } from './flips.ts';
import { killWriters, type KillFigures } from './kills.ts';
import { killWhileSyncing } from './sync-kills.ts';
import { runSequences, type SequenceFigures } from './sequences.ts';
import { seed } from '../rig/seed.ts';
import { onDisk } from './small-disk.ts';

const part = Number(process.argv[2] ?? 1);
const wanted = { kills: 10_000 * part, diskFull: 500 * part, sequences: 2_000 * part, syncKills: 600 * part };
/** Each in a folder of its own: most of the time one waits for its disk. */
const LANES = 2;

/** At least so many kinds of acts of sync are cut. */
const CUT_ACTS = 4;

const scripts = await bundle('writer', 'actor', 'disk-full', 'sync-actor');
const [kills, sequences, syncs] = await Promise.all([
  inLanes(wanted.kills, (count, lane) => killWriters(count, scripts.path('writer'), seed + lane * 1_000_000)),
  inLanes(wanted.sequences, (count, lane) =>
    runSequences(count, scripts.path('actor'), seed + lane * 1_000_000),
  ),
  inLanes(wanted.syncKills, (count, lane) =>
    killWhileSyncing(count, scripts.path('sync-actor'), seed + lane * 1_000_000),
  ),
]);
const disk = await fillDisk(Math.ceil(wanted.diskFull));
const flips = await flipEveryByte(seed);
await scripts.remove();

const sum = <T>(lanes: readonly T[], of: (lane: T) => number) =>
  lanes.reduce((total, lane) => total + of(lane), 0);
const count = (of: (lane: KillFigures) => number) => sum(kills, of);
const counted = (of: (lane: SequenceFigures) => number) => sum(sequences, of);
const cutSyncs = new Map<string, number>();
for (const [act, times] of syncs.flatMap(({ cut }) => [...cut]))
  cutSyncs.set(act, (cutSyncs.get(act) ?? 0) + times);
const result = {
  kills: count((lane) => lane.kills) + counted((lane) => lane.kills),
  cut_writes: count((lane) => lane.cutWrites),
  cut_backups: count((lane) => lane.cutBackups),
  sync_kills: sum(syncs, (lane) => lane.kills),
  cut_syncs: sum([...cutSyncs.values()], (times) => times),
  cut_acts: cutSyncs.size,
  disk_full: disk.disk_full,
  refused_when_full: disk.refused,
  lost: count((lane) => lane.lost) + disk.lost + sum(syncs, (lane) => lane.lost),
  flips: flips.flips,
  opened_older: flips.openedOlder,
  silent_changes: flips.silentChanges,
  sequences: counted((lane) => lane.sequences),
  diverged: counted((lane) => lane.diverged),
  seed,
};
// Kills that hardly ever hit a write, or a disk with room for all of it, would prove nothing.
const isHit =
  result.cut_writes + result.cut_backups >= wanted.kills / 4 &&
  result.refused_when_full >= result.disk_full / 4 &&
  result.cut_syncs >= result.sync_kills / 4 &&
  result.cut_acts >= CUT_ACTS;
if (!isHit) console.error('too few of the kills, or of the full disks, hit a write', [...cutSyncs]);
console.log(JSON.stringify(result));
process.exitCode = result.lost + result.silent_changes + result.diverged === 0 && isHit ? 0 : 1;

function inLanes<T>(count: number, run: (count: number, lane: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: LANES }, (_, lane) => run(Math.ceil(count / LANES), lane)));
}

async function fillDisk(times: number): Promise<{ disk_full: number; refused: number; lost: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-full-'));
  const script = scripts.path('disk-full');
  const run = onDisk(folder, { kilobytes: 400 }, [
    '--no-warnings',
    script,
    folder,
    String(times),
    String(seed),
  ]);
  if (run === null) throw new Error('this system lets nobody mount, not even in a namespace of its own');
  const child = spawn(run.command, run.args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await once(child, 'close');
  await rm(folder, { recursive: true, force: true });
  const figures = z.object({ disk_full: z.int(), refused: z.int(), lost: z.int() });
  return figures.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
}
