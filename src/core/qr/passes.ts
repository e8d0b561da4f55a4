import { paintOver } from './found.ts';
import { cutTiles, halve, viewPlane } from './planes.ts';
import { contentOf } from './zxing.ts';
import { searchTile } from './tile-search.ts';
import type { Search } from './tile-search.ts';
import type { Grey, Picture, Point } from './picture.ts';
import type { View } from './planes.ts';
import type { ZxingOptions } from './zxing.ts';

/** Time limit of the further passes of a picture, in ms by the host's clock: a minimum, and an amount per megapixel. */
export function passesLimitMs({ width, height }: Pick<Picture, 'width' | 'height'>): number {
  return Math.max(5_000, (600 * width * height) / 1e6);
}

/** Larger pictures, in pixels, are looked at in half their size first: that takes a quarter of the time. */
const LARGE = 1_500_000;

/**
 * The first look at a picture, for an answer as soon as there can be one. On a screen most codes have modules of
 * three pixels and more, and can be read in half the size.
 */
export function firstLook(search: Search): void {
  const { grey, found } = search;
  if (grey.width * grey.height <= LARGE) {
    look(search, grey, 1, 'first', {});
    return;
  }
  look(search, halve(grey), 2, 'first, 1/2', {});
  if (found.codes.length === 0) look(search, grey, 1, 'first', { tryInvert: false, tryDownscale: false });
}

/** Fraction of the work done after a step, 0 to 1. */
export type Step = number;

/**
 * The passes after the first look: zxing-wasm with everything on, then each view of the picture, at full size and then
 * halved until little is left. Adds finds to `search.found`, and paints over them in `search.grey`. Yields the
 * fraction of the work done after each step.
 */
export function* furtherPasses(search: Search): Generator<Step, void> {
  const { picture, grey, found } = search;
  const views: View[] = picture.channels === 4 ? ['luminance', 'red-green', 'blue-yellow'] : ['luminance'];
  const total = views.length * 4 * picture.width * picture.height;
  let done = 0;
  paintOver(grey, found.codes);
  // Closes small gaps too: grid lines drawn over a code, thin gaps between its modules.
  look(search, grey, 1, 'everything', { tryDenoise: true });
  yield 0;
  for (const view of views) {
    const isGrey = view === 'luminance';
    let plane = isGrey ? grey : viewPlane(picture, view);
    yield done / total;
    for (let factor = 1; Math.min(plane.width, plane.height) >= 40; factor *= 2) {
      paintOver(plane, found.codes, factor);
      const share = factor === 1 ? 3 : 3 / factor / factor;
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

/** Runs zxing-wasm on a grey picture that is `factor` times smaller than the whole. */
function look(
  { zxing, found }: Search,
  grey: Grey,
  factor: number,
  pass: string,
  options: Partial<ZxingOptions>,
): void {
  for (const find of zxing(grey, options)) {
    // At the limit of its error correction, a text may be wrong; a later pass may confirm it.
    if (find.unusedCorrection <= 0) continue;
    const [a, b, c, d] = find.corners;
    const whole = ({ x, y }: Point): Point => ({ x: x * factor, y: y * factor });
    found.add({ ...contentOf(find), corners: [whole(a), whole(b), whole(c), whole(d)], pass });
  }
}
