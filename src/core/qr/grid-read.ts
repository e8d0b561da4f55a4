import { cleanPicture } from './clean-picture.ts';
import { expectedSigns, sampleGrid } from './grid-sample.ts';
import { correctMatrix } from './matrix.ts';
import { toBits } from './module-bits.ts';
import type { ModuleBits, ThresholdReach } from './module-bits.ts';
import type { CorrectedMatrix } from './matrix.ts';
import type { Homography } from './homography.ts';
import type { Picture } from './picture.ts';
import { contentOf } from './zxing.ts';
import type { Content, Zxing } from './zxing.ts';

/** Grids with a lower match are tried in few ways: most are not symbols. */
const SURE_MATCH = 0.7;

/** Ways to distinguish modules, the likeliest first: how much to sharpen, how far a threshold reaches. */
const WAYS: readonly (readonly [sharpen: number, reach: ThresholdReach])[] = [
  [0, 5],
  [0, 'whole'],
  [0.7, 5],
  [0, 3],
  [1.5, 6],
  [0.4, 8],
];

/**
 * Reads the symbol under a grid: samples its modules, corrects them, and has zxing-wasm read the corrected
 * symbol from a clean picture.
 * @param map from modules to picture pixels
 * @param match of the grid's fixed patterns, up to 1
 * @returns its text (and which part of what, if any), or null if it is no symbol or took too much guessing
 */
export function readGrid(
  zxing: Zxing,
  picture: Picture,
  map: Homography,
  size: number,
  match: number,
): Content | null {
  const looks = sampleGrid(picture, map, size);
  for (const values of match < SURE_MATCH ? looks.slice(0, 2) : looks) {
    for (const [sharpen, reach] of match < SURE_MATCH ? WAYS.slice(0, 2) : WAYS) {
      const sampled = toBits(values, size, sharpen, reach);
      const corrected = correctMatrix(sampled.bits, size, sampled.doubt);
      if (corrected === null || !isCredible(corrected, sampled)) continue;
      const [find] = zxing(cleanPicture(corrected.bits, size), { isPure: true, tryHarder: false });
      if (find !== undefined) return contentOf(find);
    }
  }
  return null;
}

/**
 * Whether a correction is credible. Reed-Solomon turns some wrong words into other words, so the result must
 * hold up by itself: its data end as the standard requires if correction was used up, its fixed patterns are in
 * place, and few modules differ from the sample.
 */
function isCredible(corrected: CorrectedMatrix, sampled: ModuleBits): boolean {
  const { bits, size } = corrected;
  const expected = expectedSigns(size);
  let fixed = 0;
  let fixedWrong = 0;
  let wrong = 0;
  for (let i = 0; i < bits.length; i += 1) {
    const differs = bits[i] !== sampled.bits[i];
    if (expected[i] !== 0) {
      fixed += 1;
      if (differs) fixedWrong += 1;
    } else if (differs) wrong += 1;
  }
  if (corrected.load > 1) return false;
  if (fixedWrong > 0.25 * fixed || wrong > 0.2 * (bits.length - fixed)) return false;
  return corrected.wellFormed || corrected.load <= 0.5;
}
