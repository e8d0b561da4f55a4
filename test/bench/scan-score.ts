import { hasZbarimg, jsqr, readAll, zbarimg, zxing } from './scan-peers.ts';
import { percentile } from './harness.ts';
import type { Peer } from './scan-peers.ts';
import type { Picture } from '../../src/core/qr/read.ts';
import type { Figures } from './harness.ts';

/** A picture, what is in it, and under which heading it counts. */
export interface Sample {
  group: string;
  name: string;
  picture: Picture;
  texts: string[];
}

const PEERS: Record<string, Peer> = { jsqr, zxing, ...(hasZbarimg() ? { zbarimg } : {}) };
const NAMES = ['scan', ...Object.keys(PEERS)];

/** Codes and hits of one heading. */
interface Row {
  codes: number;
  hits: Record<string, number>;
}

/**
 * Has every decoder read every sample, prints a table by group, and says what share of the codes each found, how
 * many texts we read that were not there, and how long all of our passes took.
 * @param prefix goes before the figures' names
 */
export async function scoreAll(samples: AsyncIterable<Sample>, prefix = ''): Promise<Figures> {
  const rows = new Map<string, Row>();
  const times: number[] = [];
  const misread: Record<string, number> = {};
  for await (const { group, name, picture, texts } of samples) {
    const row = rows.get(group) ?? { codes: 0, hits: {} };
    rows.set(group, row);
    row.codes += texts.length;
    const start = performance.now();
    const ours = await readAll(picture);
    times.push(performance.now() - start);
    const reads: Record<string, string[]> = { scan: ours.map((code) => code.text) };
    for (const [peer, read] of Object.entries(PEERS)) reads[peer] = await read(picture);
    for (const [reader, found] of Object.entries(reads)) {
      row.hits[reader] = (row.hits[reader] ?? 0) + countHits(texts, found);
      const wrong = found.filter((text) => !texts.includes(text));
      misread[reader] = (misread[reader] ?? 0) + wrong.length;
      if (reader === 'scan') for (const text of wrong) console.log(`misread in ${name}: ${text}`);
    }
    const missed = texts.length - countHits(texts, reads['scan'] ?? []);
    if (missed > 0) console.log(`missed ${missed} of ${texts.length} in ${name}`);
  }
  printTable(rows);
  const codes = [...rows.values()].reduce((sum, row) => sum + row.codes, 0);
  const figures: Figures = { [`${prefix}codes`]: codes, [`${prefix}pictures`]: times.length };
  for (const name of ['scan', 'jsqr', 'zbarimg', 'zxing']) {
    const hits = [...rows.values()].reduce((sum, row) => sum + (row.hits[name] ?? 0), 0);
    figures[`${prefix}${name}_recall`] = NAMES.includes(name) ? (100 * hits) / codes : null;
    figures[`${prefix}${name}_misread`] = NAMES.includes(name) ? (misread[name] ?? 0) : null;
  }
  figures[`${prefix}scan_all_p95_ms`] = percentile(times, 95);
  return figures;
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

function printTable(rows: ReadonlyMap<string, Row>): void {
  console.log(`${'kind'.padEnd(30)}${'codes'.padStart(7)}${NAMES.map((name) => name.padStart(9)).join('')}`);
  for (const [group, { codes, hits }] of rows) {
    const cells = NAMES.map((name) => `${Math.round((100 * (hits[name] ?? 0)) / codes)} %`.padStart(9)).join(
      '',
    );
    console.log(`${group.padEnd(30)}${String(codes).padStart(7)}${cells}`);
  }
}
