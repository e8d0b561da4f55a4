/**
 * Measures the screen reader beside its peers: `npm run bench -- scan`, or `node test/bench/scan.ts`.
 *   --seeds N      pictures of each kind from the seeds tuned on, and as many held out (default 2)
 *   --jsqr         has jsQR read the pictures too: about ten minutes more
 *   --kinds WORD   only kinds whose name contains it
 *   --pictures DIR instead of drawn pictures: PNG and JPEG files with a truth.json, {"file.png": ["text", …]}
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { drawPicture, KINDS } from '../pictures/kinds.ts';
import { inTurns, report, timed } from './parts/harness.ts';
import { zbarRead } from '../rig/zbar.ts';
import { hasZbarimg, jsqr, readFirst, zbarFile } from './parts/scan-peers.ts';
import { timeRatios, timeTwoDisplays } from './parts/scan-ratios.ts';
import { scoreAll } from './parts/scan-score.ts';
import type { Picture } from '../../src/core/qr/read.ts';
import type { Figures } from './parts/harness.ts';
import type { Source } from './parts/scan-source.ts';

/** Seeds from here on were never looked at while the reader was made. */
const HELD_OUT = 2000;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2' },
    jsqr: { type: 'boolean', default: false },
    kinds: { type: 'string', default: '' },
    pictures: { type: 'string' },
  },
});

if (!hasZbarimg()) console.log('zbarimg is not here (Debian: zbar-tools); its figures are null');
// jsQR takes a second a megapixel and more; it would take longer than all the others together.
const peers = [...(values.jsqr ? ['jsqr'] : []), 'zxing', ...(hasZbarimg() ? ['zbarimg'] : [])];
if (values.pictures === undefined) {
  const seeds = Number(values.seeds);
  console.log('\nseeds tuned on');
  const tuned = await scoreAll(drawn(1, seeds, values.kinds), peers, 'tuned_');
  console.log('\nseeds held out');
  const heldOut = await scoreAll(drawn(HELD_OUT, seeds, values.kinds), peers, 'heldout_');
  console.log('');
  const ratios = { ...(await timeRatios()), ...(await timeTwoDisplays()) };
  report('scan', { ...ratios, ...(await timeOne4k()), ...both(tuned, heldOut), ...tuned, ...heldOut });
} else {
  report('scan', await scoreAll(stored(values.pictures), peers));
}

function drawn(from: number, count: number, word: string): Source[] {
  const seeds = Array.from({ length: count }, (_, at) => from + at);
  const kinds = Object.keys(KINDS).filter((kind) => kind.includes(word));
  return kinds.flatMap((kind) => seeds.map((seed) => ({ kind, seed })));
}

function stored(folder: string): Source[] {
  const json: unknown = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'));
  const truth = z.record(z.string(), z.array(z.string())).parse(json);
  return Object.entries(truth).map(([file, texts]) => ({ file: join(folder, file), texts }));
}

/** One code on a cluttered 4K desktop: the time to our first answer beside the peers', and our peak memory. */
async function timeOne4k(): Promise<Figures> {
  const { canvas, texts } = await drawPicture('plain 4K', 1);
  const picture: Picture = { ...canvas, channels: 4 };
  if ((await readFirst(picture))[0] !== texts[0]) throw new Error('the timed picture was not read');
  const file = zbarFile(picture, '4k.ppm');
  const zbar = hasZbarimg() ? { zbarimg: () => zbarRead(file) } : {};
  const times = await inTurns({ scan: () => readFirst(picture), ...zbar });
  return {
    scan_4k_ms: times['scan'] ?? null,
    // Once: it takes eleven seconds.
    jsqr_4k_ms: await timed(async () => jsqr(picture)),
    zbarimg_4k_ms: times['zbarimg'] ?? null,
    scan_peak_mb: peakOf(picture),
  };
}

function peakOf({ width, height, data }: Picture): number {
  const folder = mkdtempSync(join(tmpdir(), 'scan-peak-'));
  try {
    const file = join(folder, 'picture.rgba');
    writeFileSync(file, data);
    const script = new URL('parts/scan-peak.ts', import.meta.url).pathname;
    return Number(
      execFileSync(process.execPath, [script, file, String(width), String(height)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The figures over both ranges of seeds together. */
function both(tuned: Figures, heldOut: Figures): Figures {
  const codes = (tuned['tuned_codes'] ?? 0) + (heldOut['heldout_codes'] ?? 0);
  const recall = (name: string): number | null => {
    const a = tuned[`tuned_${name}_recall`] ?? null;
    const b = heldOut[`heldout_${name}_recall`] ?? null;
    return a === null || b === null
      ? null
      : (a * (tuned['tuned_codes'] ?? 0) + b * (heldOut['heldout_codes'] ?? 0)) / codes;
  };
  return {
    scan_recall: recall('scan'),
    jsqr_recall: recall('jsqr'),
    zbarimg_recall: recall('zbarimg'),
    zxing_recall: recall('zxing'),
    scan_misread: (tuned['tuned_scan_misread'] ?? 0) + (heldOut['heldout_scan_misread'] ?? 0),
    scan_all_p95_ms: Math.max(tuned['tuned_scan_all_p95_ms'] ?? 0, heldOut['heldout_scan_all_p95_ms'] ?? 0),
  };
}
