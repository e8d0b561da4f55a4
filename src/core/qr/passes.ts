import { paintOver } from './found.ts';
import { luminance } from './picture.ts';
import { cutTiles, halve, viewPlane } from './planes.ts';
import { contentOf } from './zxing.ts';
import { searchTile } from './tile-search.ts';
import type { Search } from './tile-search.ts';
import type { Picture } from './picture.ts';
import type { View } from './planes.ts';

/** Time limit of the further passes of a picture, in ms by the host's clock: a minimum, and an amount per megapixel. */
export function passesLimitMs({ width, height }: Pick<Picture, 'width' | 'height'>): number {
  return Math.max(5_000, (600 * width * height) / 1e6);
}

/** Fraction of the work done after a step, 0 to 1. */
export type Step = number;

/**
 * The passes after the first: each view of the picture, at full size and then halved until little is left. Adds
 * finds to `search.found`. Yields the fraction of the work done after each step.
 */
export function* furtherPasses(search: Search): Generator<Step, void> {
  const { picture, found } = search;
  const views: View[] = picture.channels === 4 ? ['luminance', 'red-green', 'blue-yellow'] : ['luminance'];
  const total = views.length * 4 * picture.width * picture.height;
  let done = 0;
  denoised(search);
  yield 0;
  for (const view of views) {
    let plane = viewPlane(picture, view);
    if (view === 'luminance') plane = { ...plane, data: plane.data.slice() };
    yield done / total;
    for (let factor = 1; Math.min(plane.width, plane.height) >= 40; factor *= 2) {
      paintOver(plane, found.codes, factor);
      const share = factor === 1 ? 3 : 3 / factor / factor;
      const isGrey = view === 'luminance';
      const options = { smallest: factor > 1 ? 1.75 : isGrey ? 1.5 : 2, noise: isGrey ? 3 : 5 };
      const name = factor === 1 ? view : `${view} 1/${factor}`;
      for (const tile of cutTiles(plane, factor, isGrey ? 2 : 5)) {
        for (const _ of searchTile(search, tile, name, options)) yield Math.min(1, done / total);
      }
      done += share * picture.width * picture.height;
      plane = halve(plane);
      yield Math.min(1, done / total);
    }
  }
}

/** Runs zxing-wasm with small gaps closed: grid lines drawn over a code, thin gaps between its modules. */
function denoised({ picture, zxing, found }: Search): void {
  const grey = luminance(picture);
  const copy = { ...grey, data: grey.data.slice() };
  paintOver(copy, found.codes);
  for (const find of zxing(copy, { tryDenoise: true })) {
    if (find.unusedCorrection > 0) found.add({ ...contentOf(find), corners: find.corners, pass: 'denoised' });
  }
}
