import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { percentile } from './harness.ts';
import { namesOf } from './scan-source.ts';
import type { Source } from './scan-source.ts';
import type { Figures } from './harness.ts';

const readingsSchema = z.object({
  texts: z.array(z.string()),
  reads: z.record(z.string(), z.array(z.string())),
  ms: z.number(),
});
/** What is in a picture, what each decoder read, and how much processor time all of our passes took, in ms. */
export type Readings = z.infer<typeof readingsSchema>;

/** Codes and hits of one heading. */
interface Row {
  codes: number;
  hits: Record<string, number>;
}

/**
 * Has every decoder read every picture, on all cores, prints a table by group, and says what share of the codes each
 * found, how many texts we read that were not there, and how long all of our passes took.
 * @param prefix goes before the figures' names
 */
export async function scoreAll(sources: readonly Source[], peers: string[], prefix = ''): Promise<Figures> {
  const names = ['scan', ...peers];
  const rows = new Map<string, Row>();
  const times: number[] = [];
  const misread: Record<string, number> = {};
  for (const [at, { texts, reads, ms }] of (await readOnAllCores(sources, peers)).entries()) {
    const source = sources[at];
    if (source === undefined) continue;
    const { group, name } = namesOf(source);
    const row = rows.get(group) ?? { codes: 0, hits: {} };
    rows.set(group, row);
    row.codes += texts.length;
    times.push(ms);
    for (const [reader, found] of Object.entries(reads)) {
      row.hits[reader] = (row.hits[reader] ?? 0) + countHits(texts, found);
      const wrong = found.filter((text) => !texts.includes(text));
      misread[reader] = (misread[reader] ?? 0) + wrong.length;
      if (reader === 'scan') for (const text of wrong) console.log(`misread in ${name}: ${text}`);
    }
    const missed = texts.length - countHits(texts, reads['scan'] ?? []);
    if (missed > 0) console.log(`missed ${missed} of ${texts.length} in ${name}`);
  }
  printTable(rows, names);
  const codes = [...rows.values()].reduce((sum, row) => sum + row.codes, 0);
  const figures: Figures = { [`${prefix}codes`]: codes, [`${prefix}pictures`]: times.length };
  for (const name of ['scan', 'jsqr', 'zbarimg', 'zxing']) {
    const hits = [...rows.values()].reduce((sum, row) => sum + (row.hits[name] ?? 0), 0);
    figures[`${prefix}${name}_recall`] = names.includes(name) ? (100 * hits) / codes : null;
    figures[`${prefix}${name}_misread`] = names.includes(name) ? (misread[name] ?? 0) : null;
  }
  figures[`${prefix}scan_all_p95_ms`] = percentile(times, 95);
  return figures;
}

/** What the decoders read in each picture, in the order of the pictures. */
async function readOnAllCores(sources: readonly Source[], peers: string[]): Promise<Readings[]> {
  const results: Readings[] = [];
  const left = [...sources.entries()];
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      const worker = new Worker(new URL('scan-reader.ts', import.meta.url));
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        const [at, source] = next;
        worker.postMessage({ source, peers });
        const [answer]: unknown[] = await once(worker, 'message');
        results[at] = readingsSchema.parse(answer);
      }
      worker.postMessage(null);
    }),
  );
  return results;
}

/** How many of the texts were read, a text that is there twice counting twice. */
function countHits(texts: readonly string[], found: readonly string[]): number {
  const left = [...found];
  let hits = 0;
  for (const text of texts) {
    const at = left.indexOf(text);
    if (at < 0) continue;
    left.splice(at, 1);
    hits += 1;
  }
  return hits;
}

function printTable(rows: ReadonlyMap<string, Row>, names: readonly string[]): void {
  console.log(`${'kind'.padEnd(30)}${'codes'.padStart(7)}${names.map((name) => name.padStart(9)).join('')}`);
  for (const [group, { codes, hits }] of rows) {
    const cells = names
      .map((name) => `${Math.round((100 * (hits[name] ?? 0)) / codes)} %`.padStart(9))
      .join('');
    console.log(`${group.padEnd(30)}${String(codes).padStart(7)}${cells}`);
  }
}
