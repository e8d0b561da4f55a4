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

/** Grids of a poorer match than this are tried in few ways: most of them are no symbol. */
const SURE_MATCH = 0.7;

/** Ways to tell modules apart, the likeliest first: how much to sharpen, how far a threshold reaches. */
const WAYS: readonly (readonly [sharpen: number, reach: ThresholdReach])[] = [
  [0, 5],
  [0, 'whole'],
  [0.7, 5],
  [0, 3],
  [1.5, 6],
  [0.4, 8],
];

/**
 * Reads the symbol under a grid: samples its modules, corrects them, and has zxing-wasm read the corrected symbol
 * off a clean picture.
 * @param map from modules to picture pixels
 * @param match of the grid's fixed patterns, up to 1
 * @returns its text (and where that is a part, of what), or null where the modules are no symbol or too many of them had to be guessed
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
 * Whether a correction is to be believed. Reed-Solomon turns some wrong words into other words, so the result
 * must hold on its own: data that ends as the standard says where correction was used up, fixed patterns that are
 * where they belong, and few modules that differ from what was sampled.
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
