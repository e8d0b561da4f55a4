/**
 * `npm run test:crash [-- WRITES]`: kills (SIGKILL) a process at random moments while it writes the vault, until it
 * has begun WRITES writes (500), and looks after each kill whether the vault opens with the state before the write
 * that was cut or the one after it, every entry whole. Prints one JSON line last.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { openTestVault } from './vault.ts';

const wanted = Number(process.argv[2] ?? 500);
const folder = await mkdtemp(join(tmpdir(), 'latchkey-crash-'));
const { vault } = await openTestVault(folder, true);
await vault.close();

let kills = 0;
let cut = 0;
let writes = 0;
let lost = 0;
let kept = 0;

while (writes < wanted) {
  const { started, done } = await killAtRandom(kept);
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

const left = (await readdir(folder)).filter((name) => name.includes('.new-'));
await rm(folder, { recursive: true });
console.log(JSON.stringify({ kills, writes, cut_writes: cut, lost, leftovers: left.length }));
// A run in which hardly any kill hit a write would prove nothing.
const hit = cut >= kills / 4;
if (!hit) console.error('too few of the kills hit a write');
process.exit(lost === 0 && hit ? 0 : 1);

/** Starts a writer and kills it; how many entries it had begun and finished by then, those before it included. */
async function killAtRandom(first: number): Promise<{ started: number; done: number }> {
  const script = join(import.meta.dirname, 'writer.ts');
  const writer = spawn(process.execPath, [script, folder, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const { promise: begun, resolve, reject } = Promise.withResolvers<void>();
  writer.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    resolve();
  });
  writer.once('exit', () => reject(new Error('the writer ended before it wrote')));
  await begun;
  await pause(Math.random() * 120);
  const closed = once(writer, 'close');
  writer.kill('SIGKILL');
  await closed;
  const count = (word: string) => output.split('\n').filter((line) => line.startsWith(word)).length;
  return { started: first + count('start '), done: first + count('done ') };
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
