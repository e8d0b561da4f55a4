/**
 * Measures the screen reader beside its peers: `npm run bench -- scan`, or `node test/bench/scan.ts`.
 *   --seeds N      pictures of each kind from the seeds tuned on, and as many held out (default 2)
 *   --kinds WORD   only kinds whose name contains it
 *   --pictures DIR instead of drawn pictures: PNG and JPEG files with a truth.json, {"file.png": ["text", …]}
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { z } from 'zod';
import { drawPicture, KINDS } from '../pictures/kinds.ts';
import { inTurns, report } from './harness.ts';
import { zbarRead } from '../rig/zbar.ts';
import { hasZbarimg, jsqr, readFirst, zbarFile } from './scan-peers.ts';
import { scoreAll } from './scan-score.ts';
import type { Picture } from '../../src/core/qr/read.ts';
import type { Figures } from './harness.ts';
import type { Sample } from './scan-score.ts';

/** Seeds from here on were never looked at while the reader was made. */
const HELD_OUT = 2000;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2' },
    kinds: { type: 'string', default: '' },
    pictures: { type: 'string' },
  },
});

if (!hasZbarimg()) console.log('zbarimg is not here (Debian: zbar-tools); its figures are null');
if (values.pictures === undefined) {
  const seeds = Number(values.seeds);
  console.log('\nseeds tuned on');
  const tuned = await scoreAll(drawn(1, seeds, values.kinds), 'tuned_');
  console.log('\nseeds held out');
  const heldOut = await scoreAll(drawn(HELD_OUT, seeds, values.kinds), 'heldout_');
  report('scan', { ...(await timeOne4k()), ...both(tuned, heldOut), ...tuned, ...heldOut });
} else {
  report('scan', await scoreAll(stored(values.pictures)));
}

async function* drawn(from: number, count: number, word: string): AsyncGenerator<Sample> {
  for (const kind of Object.keys(KINDS)) {
    if (!kind.includes(word)) continue;
    for (let seed = from; seed < from + count; seed += 1) {
      const { canvas, texts } = await drawPicture(kind, seed);
      yield { group: kind, name: `${kind}, seed ${seed}`, picture: { ...canvas, channels: 4 }, texts };
    }
  }
}

async function* stored(folder: string): AsyncGenerator<Sample> {
  const json: unknown = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'));
  for (const [file, texts] of Object.entries(z.record(z.string(), z.array(z.string())).parse(json))) {
    const { data, info } = await sharp(join(folder, file))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const picture: Picture = { width: info.width, height: info.height, channels: 4, data };
    yield { group: file.replace(/[-_. ]?\d*\.\w+$/, ''), name: file, picture, texts };
  }
}

/** One code on a cluttered 4K desktop: the time to our first answer beside the peers', and our peak memory. */
async function timeOne4k(): Promise<Figures> {
  const { canvas, texts } = await drawPicture('plain 4K', 1);
  const picture: Picture = { ...canvas, channels: 4 };
  if ((await readFirst(picture))[0] !== texts[0]) throw new Error('the timed picture was not read');
  const file = zbarFile(picture, '4k.ppm');
  const zbar = hasZbarimg() ? { zbarimg: () => zbarRead(file) } : {};
  const times = await inTurns({ scan: () => readFirst(picture), jsqr: () => jsqr(picture), ...zbar });
  return {
    scan_4k_ms: times['scan'] ?? null,
    jsqr_4k_ms: times['jsqr'] ?? null,
    zbarimg_4k_ms: times['zbarimg'] ?? null,
    scan_peak_mb: peakOf(picture),
  };
}

function peakOf({ width, height, data }: Picture): number {
  const folder = mkdtempSync(join(tmpdir(), 'scan-peak-'));
  try {
    const file = join(folder, 'picture.rgba');
    writeFileSync(file, data);
    const script = new URL('scan-peak.ts', import.meta.url).pathname;
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
