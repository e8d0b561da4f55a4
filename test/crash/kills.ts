import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from './model.ts';
import { backedUpStates, setUpBackups } from './backups.ts';
import { stateOf, withState } from './state.ts';
import { openTestVault } from './vault.ts';

type Writer = ChildProcessByStdio<Writable, Readable, null>;

/** A few writes long, so that the kills fall into every part of one, and into the opening before. */
const LONGEST_LIFE_MS = 40;

export interface KillFigures {
  kills: number;
  /** Kills that fell into a write of the vault, and into one of a backup. */
  cutWrites: number;
  cutBackups: number;
  writes: number;
  lost: number;
}

/**
 * Kills (SIGKILL) writers of one vault at random moments, and looks after each kill: the vault opens with the state
 * before the write that was cut or the one after it, every backup opens, and none that was finished is missing.
 * @param writerPath the bundled writer
 * @param seed chooses the moments of the kills
 */
export async function killWriters(kills: number, writerPath: string, seed: number): Promise<KillFigures> {
  const random = createRandom(seed);
  const root = await mkdtemp(join(tmpdir(), 'latchkey-crash-'));
  const folder = join(root, 'vault');
  const backups = join(root, 'backups');
  await mkdir(backups);
  const { vault } = await openTestVault(folder, true);
  await vault.change((document) => withState(document, 1));
  await setUpBackups(vault, backups);
  await vault.close();

  const figures: KillFigures = { kills: 0, cutWrites: 0, cutBackups: 0, writes: 0, lost: 0 };
  let kept = 1;
  let backedUp = 1;
  let next = startWriter(writerPath, root);
  while (figures.kills < kills) {
    const writer = next;
    // It starts up while this one is killed and its traces are looked at.
    next = startWriter(writerPath, root);
    const said = await killAfter(
      random(LONGEST_LIFE_MS),
      writer,
      JSON.stringify({ folder, backups, first: kept + 1 }),
    );
    figures.kills += 1;
    const { started = kept, done = kept } = said;
    figures.writes += Math.max(0, started - kept);
    if (started !== done) figures.cutWrites += 1;
    if (said.backupStarted !== said.backupDone) figures.cutBackups += 1;
    backedUp = said.backupDone ?? backedUp;
    const found = await lookInside(folder, backups);
    const problem = problemOf(found, { done: Math.max(done, kept), started, backedUp });
    if (problem !== null) {
      figures.lost += 1;
      console.error(`kill ${figures.kills}: ${problem}`);
    }
    kept = found.state ?? kept;
  }
  next.kill('SIGKILL');
  await rm(root, { recursive: true, force: true });
  return figures;
}

interface Said {
  started?: number;
  done?: number;
  backupStarted?: number;
  backupDone?: number;
}

async function killAfter(ms: number, writer: Writer, order: string): Promise<Said> {
  let output = '';
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  writer.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    resolve();
  });
  writer.once('exit', () => reject(new Error('the writer ended before it wrote')));
  await ready;
  const closed = once(writer, 'close');
  writer.stdin.write(`${order}\n`);
  while (!output.includes('start ') && writer.exitCode === null) await pause(1);
  await pause(ms);
  writer.kill('SIGKILL');
  await closed;
  if (writer.signalCode !== 'SIGKILL') throw new Error('the writer ended by itself');
  const last = (words: string) => {
    const numbers = output.split('\n').flatMap((line) => {
      return line.startsWith(`${words} `) ? [Number(line.slice(words.length + 1))] : [];
    });
    return numbers.at(-1);
  };
  const [started, done] = [last('start'), last('done')];
  const [backupStarted, backupDone] = [last('backup start'), last('backup done')];
  return {
    ...(started !== undefined && { started }),
    ...(done !== undefined && { done }),
    ...(backupStarted !== undefined && { backupStarted }),
    ...(backupDone !== undefined && { backupDone }),
  };
}

interface Found {
  /** Null: not simply open, or in no whole state. */
  state: number | null;
  how: string;
  backups: (number | null)[];
}

async function lookInside(folder: string, backups: string): Promise<Found> {
  const { vault } = await openTestVault(folder);
  const [state, document] = [vault.state(), vault.document()];
  const isPlain = state.state === 'open' && state.recoveredFrom === null;
  const found = {
    state: document !== null && isPlain ? stateOf(document) : null,
    how: JSON.stringify(state),
    backups: document === null ? [] : await backedUpStates(vault, backups),
  };
  await vault.close();
  return found;
}

function problemOf(
  { state, how, backups }: Found,
  { done, started, backedUp }: { done: number; started: number; backedUp: number },
): string | null {
  if (state === null) return `the vault is in no state: ${how}`;
  if (state < done) return `state ${done} was written, ${state} is there`;
  if (state > started) return `state ${started} was begun, ${state} is there`;
  if (backups.includes(null)) return 'a backup does not open to a whole state';
  if (!backups.some((backup) => backup !== null && backup >= backedUp)) {
    return `state ${backedUp} was backed up, there are ${backups.join(', ')}`;
  }
  return null;
}

function startWriter(path: string, root: string): Writer {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(root, 'compile-cache') };
  return spawn(process.execPath, ['--no-warnings', path], { stdio: ['pipe', 'pipe', 'inherit'], env });
}
