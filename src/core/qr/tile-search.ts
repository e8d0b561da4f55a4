import { searchFinders } from './finder-search.ts';
import { joinFinders } from './finder-triples.ts';
import { fitGrid, gridCorners } from './grid-fit.ts';
import { readGrid } from './grid-read.ts';
import { scaled } from './homography.ts';
import { normalise } from './normalise.ts';
import { readRectified } from './rectify.ts';
import type { Found } from './found.ts';
import type { Triple } from './finder-triples.ts';
import type { Grey, Picture } from './picture.ts';
import type { Tile } from './planes.ts';
import { contentOf } from './zxing.ts';
import type { Zxing } from './zxing.ts';

/** What a search uses. */
export interface Search {
  picture: Picture;
  /** Its luminance, with found codes painted over. */
  grey: Grey;
  zxing: Zxing;
  found: Found;
}

export interface TileOptions {
  /** The smallest module to search for, in tile pixels. */
  smallest: number;
  /** Deviations below this many grey levels are noise. */
  noise: number;
}

/** Grids with a lower match of fixed patterns do not count. */
const LEAST_MATCH = 0.5;
/** From this match on, an unreadable grid is worth the slower readers. */
const GOOD_MATCH = 0.6;
/** From this match on, a grid's number of modules is certain. */
const SURE_MATCH = 0.8;
const RADIUS = 11;

/**
 * Searches a tile for symbols: normalises it, has zxing-wasm read it, then looks for finder patterns itself.
 * Yields between steps of about ten milliseconds. Adds finds to `search.found`.
 * @param name of the pass, as `FoundCode.pass` shows it
 */
export function* searchTile(
  search: Search,
  tile: Tile,
  name: string,
  options: TileOptions,
): Generator<void, void> {
  const { found, zxing } = search;
  const even = normalise(tile.grey, RADIUS, options.noise, tile.detail);
  yield;
  for (const find of zxing(even, { tryDownscale: false, tryRotate: false })) {
    const corners = find.corners.map(({ x, y }) => ({
      x: x * tile.factor + tile.x,
      y: y * tile.factor + tile.y,
    }));
    const [a, b, c, d] = corners;
    if (a === undefined || b === undefined || c === undefined || d === undefined) continue;
    if (find.unusedCorrection > 0)
      found.add({ ...contentOf(find), corners: [a, b, c, d], pass: `${name}, normalised` });
  }
  yield;
  const finders = (yield* searchFinders(even, tile.detail, options.smallest)).filter(
    (finder) => !found.covers(finder.x * tile.factor + tile.x, finder.y * tile.factor + tile.y),
  );
  yield;
  for (const triple of yield* joinFinders(even, finders)) {
    if (isExplained(found, tile, triple)) continue;
    tryTriple(search, tile, even, triple, name);
    yield;
  }
}

function tryTriple(search: Search, tile: Tile, even: Tile['grey'], triple: Triple, name: string): void {
  const { picture, zxing, found } = search;
  const grids = [fitGrid(even, triple, triple.size)];
  if ((grids[0]?.match ?? 0) < SURE_MATCH) {
    for (const size of [triple.size + 4, triple.size - 4])
      if (size >= 21) grids.push(fitGrid(even, triple, size));
  }
  for (const grid of grids.toSorted((a, b) => b.match - a.match).slice(0, 2)) {
    if (grid.match < LEAST_MATCH) continue;
    const map = scaled(grid.map, tile.factor, tile.x, tile.y);
    const corners = gridCorners(map, grid.size);
    const content = readGrid(zxing, picture, map, grid.size, grid.match);
    if (content !== null) {
      found.add({ ...content, corners, pass: `${name}, grid` });
      return;
    }
    if (grid.match < GOOD_MATCH) continue;
    const rectified = readRectified(zxing, picture, map, grid.size);
    if (rectified !== null) {
      found.add({ ...contentOf(rectified), corners, pass: `${name}, ${rectified.by}` });
      return;
    }
  }
}

function isExplained(found: Found, tile: Tile, { topRight, bottomLeft }: Triple): boolean {
  const x = ((topRight.x + bottomLeft.x) / 2) * tile.factor + tile.x;
  const y = ((topRight.y + bottomLeft.y) / 2) * tile.factor + tile.y;
  return found.covers(x, y);
}
