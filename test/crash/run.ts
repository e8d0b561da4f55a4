/**
 * `npm run test:crash [-- WRITES]`: kills (SIGKILL) a process at random moments while it writes the vault, until it
 * has begun WRITES writes (500), and looks after each kill whether the vault opens with the state before the write
 * that was cut or the one after it, every entry whole. Prints one JSON line last.
 */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { openTestVault } from './vault.ts';

type Writer = ChildProcessByStdio<Writable, Readable, null>;

/** A few writes long, so that the kills fall into every part of one. */
const LONGEST_LIFE_MS = 60;

const wanted = Number(process.argv[2] ?? 500);
const folder = await mkdtemp(join(tmpdir(), 'latchkey-crash-'));
const { vault } = await openTestVault(folder, true);
await vault.close();

let kills = 0;
let cut = 0;
let writes = 0;
let lost = 0;
let kept = 0;

let writer = startWriter();
while (writes < wanted) {
  const present = writer;
  writer = startWriter();
  const { started, done } = await killAtRandom(present, kept);
  kills += 1;
  writes += started - kept;
  const found = await lookInside();
  const problem = problemOf(found, { kept, started, done });
  if (problem !== null) {
    lost += 1;
    console.error(`kill ${kills}: ${problem}`);
  }
  if (started !== done) cut += 1;
  kept = found.length;
}

writer.kill('SIGKILL');
await once(writer, 'close');
const left = (await readdir(folder)).filter((name) => name.includes('.new-'));
await rm(folder, { recursive: true });
console.log(JSON.stringify({ kills, writes, cut_writes: cut, lost, leftovers: left.length }));
// A run in which hardly any kill hit a write would prove nothing.
const hit = cut >= kills / 4;
if (!hit) console.error('too few of the kills hit a write');
process.exit(lost === 0 && hit ? 0 : 1);

/** Lets the writer write and kills it; how many entries it had begun and finished by then, earlier ones included. */
async function killAtRandom(writer: Writer, first: number): Promise<{ started: number; done: number }> {
  let output = '';
  const { promise: begun, resolve, reject } = Promise.withResolvers<void>();
  writer.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    resolve();
  });
  writer.once('exit', () => reject(new Error('the writer ended before it wrote')));
  writer.stdin.write(`${first}\n`);
  await begun;
  await pause(Math.random() * LONGEST_LIFE_MS);
  const closed = once(writer, 'close');
  writer.kill('SIGKILL');
  await closed;
  const count = (word: string) => output.split('\n').filter((line) => line.startsWith(word)).length;
  return { started: first + count('start '), done: first + count('done ') };
}

/** A writer that waits for its number: the next one starts up while this one's traces are looked at. */
function startWriter(): Writer {
  return spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

/** The entries' names, as another process finds them after the kill. */
async function lookInside(): Promise<string[] | { state: string; length: 0 }> {
  const { vault: after } = await openTestVault(folder);
  const document = after.document();
  const state = after.state();
  const names = document?.entries.map(({ issuer, parameters }) => {
    return `${issuer}: ${Buffer.from(parameters.secret).toString()}`;
  });
  await after.close();
  if (!names || state.state !== 'open' || state.recoveredFrom !== null || state.quarantined > 0) {
    return { state: JSON.stringify(state), length: 0 };
  }
  return names;
}

function problemOf(
  found: Awaited<ReturnType<typeof lookInside>>,
  { kept: before, started, done }: { kept: number; started: number; done: number },
): string | null {
  if (!Array.isArray(found)) return `the vault did not simply open: ${found.state}`;
  if (found.length < Math.max(before, done)) return `${done} were written, ${found.length} are there`;
  if (found.length > started) return `${started} were begun, ${found.length} are there`;
  const wrong = found.findIndex((name, index) => name !== `Site ${index}: secret of entry ${index}`);
  return wrong === -1 ? null : `entry ${wrong} is not what was written`;
}
