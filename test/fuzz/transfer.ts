/**
 * `npm run test:fuzz`: 200,000 damaged files over all readers of imports. Each has to end in a report or in a coded
 * error, within a bound of time and memory. `npm test` does a twentieth of it (the argument is the part). A file that
 * fails is kept, and its path is said. Prints one JSON line last.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { readTransfer } from '../../src/core/transfer/formats.ts';
import { transferErrors, TransferError } from '../../src/core/transfer/transfer-error.ts';
import { seed } from '../rig/seed.ts';
import { allSamples } from '../rig/transfer-files/all.ts';
import { randomFrom } from './random.ts';
import { mutate } from './mutate.ts';

/** Of the processor, for one file of at most a megabyte; derivations apart. Ten times what the slowest takes. */
const cpuMs = 5_000;
/** Of the thread's heap. */
const heapMiB = 256;
/** Of the process: the heap, and what derivations and archives take beside it. Twice what it took. */
const processMiB = 1024;
/** A thread that says nothing for so long hangs. */
const silenceMs = 180_000;
/** After how many files the thread says how far it is. */
const stride = 500;

const messageSchema = z.union([
  z.object({
    done: z.int(),
    reports: z.int(),
    refusals: z.int(),
    slowest: z.number(),
    slowestOf: z.string(),
  }),
  z.object({ failed: z.string(), bytes: z.instanceof(Uint8Array) }),
]);

/** `slowest`: milliseconds of the processor, and for which sample, derivations apart. */
const nothingYet = { reports: 0, refusals: 0, slowest: 0, slowestOf: '' };

if (isMainThread) await lead(Math.ceil(200_000 * Number(process.argv[2] ?? 1)));
else await fuzz(z.object({ count: z.int(), seed: z.int() }).parse(workerData));

async function lead(count: number): Promise<void> {
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { count, seed },
    resourceLimits: { maxOldGenerationSizeMb: heapMiB },
  });
  const ended = Promise.withResolvers<string | null>();
  let last = { done: 0, ...nothingYet };
  const hang = setTimeout(() => ended.resolve('hangs'), silenceMs);
  worker.on('message', (message: unknown) => {
    hang.refresh();
    const said = messageSchema.parse(message);
    if ('done' in said) last = said;
    else ended.resolve(`${said.failed}; the file is ${keep(said.bytes)}`);
  });
  worker.on('error', (error) => ended.resolve(String(error)));
  worker.on('exit', () => ended.resolve(last.done < count ? 'ended early' : null));
  const failure = await ended.promise;
  clearTimeout(hang);
  if (failure !== null) console.error(`after ${last.done} files: ${failure}`);
  const { done, reports, refusals, slowest, slowestOf } = last;
  const figures = { files: done, reports, refusals, slowest_ms: Math.round(slowest), slowest_of: slowestOf };
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ ...figures, peak_mib: peak, seed }));
  // A fuzzer whose files are all refused, or all read, would try nothing.
  const isMixed = reports > done / 20 && refusals > done / 20;
  if (!isMixed) console.error('too few of the files were read, or refused');
  if (peak > processMiB) console.error(`the process took ${peak} MiB`);
  process.exit(failure === null && isMixed && peak <= processMiB ? 0 : 1);
}

async function fuzz(given: { count: number; seed: number }): Promise<void> {
  const samples = await allSamples();
  const locked = samples.filter(({ passphrase }) => passphrase !== undefined);
  const open = samples.filter(({ passphrase }) => passphrase === undefined);
  const figures = { ...nothingYet };
  for (let index = 0; index < given.count; index += 1) {
    const random = randomFrom(given.seed, index);
    // A derivation costs as much as a hundred files in the open.
    const sample = random.pick(random.below(100) < 2 ? locked : open);
    const bytes = mutate(sample.bytes, random, open);
    const before = process.cpuUsage();
    const failed = await outcome(bytes, sample.passphrase, figures);
    const { user, system } = process.cpuUsage(before);
    const ms = (user + system) / 1000;
    if (sample.passphrase === undefined && ms > figures.slowest) {
      Object.assign(figures, { slowest: ms, slowestOf: `${sample.format}, ${sample.variant}` });
    }
    const isSlow = sample.passphrase === undefined && ms > cpuMs;
    const why = failed ?? (isSlow ? `took ${Math.round(ms)} ms of the processor` : null);
    if (why !== null) {
      parentPort?.postMessage({
        failed: `${sample.format}, ${sample.variant}, file ${index}: ${why}`,
        bytes,
      });
      return;
    }
    if ((index + 1) % stride === 0 || index + 1 === given.count) {
      parentPort?.postMessage({ done: index + 1, ...figures });
    }
  }
}

/** What is wrong with how a file ended; null if nothing is. */
async function outcome(
  bytes: Uint8Array,
  passphrase: string | undefined,
  figures: { reports: number; refusals: number },
): Promise<string | null> {
  try {
    const { entries, problems } = await readTransfer(bytes, passphrase);
    figures.reports += 1;
    if (entries.length + problems.length === 0) return 'a report about nothing';
    const isAmiss = problems.some(({ entry }) => entry !== null && entries[entry] === undefined);
    return isAmiss ? 'a problem of an entry that is not there' : null;
  } catch (error) {
    figures.refusals += 1;
    if (error instanceof TransferError && error.code in transferErrors) return null;
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

function keep(bytes: Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), 'latchkey-fuzz-')), 'file');
  writeFileSync(path, bytes);
  return path;
}
