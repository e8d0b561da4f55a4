import { FREE, layoutOf } from './layout.ts';
import { mapQuads, project } from './homography.ts';
import type { Grey, Point } from './picture.ts';
import type { Homography } from './homography.ts';
import type { Layout } from './layout.ts';
import type { Triple } from './finder-triples.ts';

/** A grid of modules laid over a picture. */
export interface Grid {
  size: number;
  /** From modules (0 to size) to pixels. */
  map: Homography;
  /** How well the symbol's fixed patterns match at their places: a correlation, at most 1. */
  match: number;
  inverted: boolean;
}

/** A fixed pattern's modules: their centres, and 1 for dark, -1 for light. */
interface Fixed {
  u: Float32Array;
  v: Float32Array;
  sign: Float32Array;
}

/**
 * Fits a symbol's grid to three finder patterns: first the far corner, which perspective moves most, then all
 * corners, in steps down to an eighth of a module. The fixed patterns' match decides each step.
 * @param grey normalised
 */
export function fitGrid(grey: Grey, triple: Triple, size: number): Grid {
  const layout = layoutOf((size - 17) / 4);
  const fixed = fixedModules(layout);
  const anchor = size === 21 ? size - 3.5 : size - 6.5;
  const { topLeft, topRight, bottomLeft } = triple;
  const sign = topLeft.inverted ? -1 : 1;
  const span = size - 7;
  const ux = (topRight.x - topLeft.x) / span;
  const uy = (topRight.y - topLeft.y) / span;
  const vx = (bottomLeft.x - topLeft.x) / span;
  const vy = (bottomLeft.y - topLeft.y) / span;
  const corners: Point[] = [
    { x: topLeft.x, y: topLeft.y },
    { x: topRight.x, y: topRight.y },
    farCorner(triple, (anchor - 3.5) / span),
    { x: bottomLeft.x, y: bottomLeft.y },
  ];
  const from = [
    { x: 3.5, y: 3.5 },
    { x: size - 3.5, y: 3.5 },
    { x: anchor, y: anchor },
    { x: 3.5, y: size - 3.5 },
  ] as const;
  const mapFor = (to: readonly Point[]): Homography | null => {
    const [a, b, c, d] = to;
    if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
    return mapQuads(from, [a, b, c, d]);
  };
  const matchOf = (to: readonly Point[]): number => {
    const map = mapFor(to);
    return map === null ? -1 : sign * correlate(grey, map, fixed);
  };
  let match = matchOf(corners);
  const far = corners[2];
  if (far === undefined) throw new Error('a quad has four corners');
  // Even under strong perspective, the two timing patterns and three finder patterns match to some degree.
  if (match < LEAST_START) return none(size, topLeft.inverted);
  const start = { ...far };
  const reach = Math.max(2, Math.round(size * 0.09));
  for (let j = -reach; j <= reach; j += 1) {
    for (let i = -reach; i <= reach; i += 1) {
      const moved = { x: start.x + ux * i + vx * j, y: start.y + uy * i + vy * j };
      const better = matchOf(corners.with(2, moved));
      if (better > match) {
        match = better;
        corners[2] = moved;
      }
    }
  }
  for (const step of [0.5, 0.25, 0.25, 0.12, 0.12]) {
    for (let corner = 0; corner < 4; corner += 1) {
      for (const [i, j] of [
        [step, 0],
        [-step, 0],
        [0, step],
        [0, -step],
      ] as const) {
        const place = corners[corner];
        if (place === undefined) continue;
        const moved = { x: place.x + ux * i + vx * j, y: place.y + uy * i + vy * j };
        const better = matchOf(corners.with(corner, moved));
        if (better > match) {
          match = better;
          corners[corner] = moved;
        }
      }
    }
  }
  const map = mapFor(corners);
  if (map === null) return none(size, topLeft.inverted);
  return { size, map, match, inverted: topLeft.inverted };
}

/** The point at fraction `s` of both sides, in the perspective that the timing patterns show. */
function farCorner({ topLeft, topRight, bottomLeft, tilts: [across, down] }: Triple, s: number): Point {
  const weight = 1 + s * (across + down);
  const at = (a: number, b: number, c: number): number =>
    (a + s * ((1 + across) * b - a) + s * ((1 + down) * c - a)) / weight;
  return { x: at(topLeft.x, topRight.x, bottomLeft.x), y: at(topLeft.y, topRight.y, bottomLeft.y) };
}

/** Grids with a lower match at the start do not become symbols. */
const LEAST_START = 0.2;

function none(size: number, inverted: boolean): Grid {
  return { size, map: [1, 0, 0, 0, 1, 0, 0, 0, 1], match: -1, inverted };
}

const fixedCache = new Map<number, Fixed>();

function fixedModules(layout: Layout): Fixed {
  const known = fixedCache.get(layout.size);
  if (known !== undefined) return known;
  const u: number[] = [];
  const v: number[] = [];
  const sign: number[] = [];
  const { size, pattern } = layout;
  for (let i = 0; i < pattern.length; i += 1) {
    if (pattern[i] === FREE) continue;
    u.push((i % size) + 0.5);
    v.push(Math.floor(i / size) + 0.5);
    sign.push(pattern[i] === 1 ? 1 : -1);
  }
  const fixed = { u: Float32Array.from(u), v: Float32Array.from(v), sign: Float32Array.from(sign) };
  fixedCache.set(size, fixed);
  return fixed;
}

/** Correlates darkness with the fixed patterns; places outside the picture count as grey. */
function correlate(grey: Grey, map: Homography, { u, v, sign }: Fixed): number {
  const { width, height, data } = grey;
  const [a, b, c, d, e, f, g, h, i] = map;
  let sum = 0;
  let squares = 0;
  let product = 0;
  let signs = 0;
  const count = u.length;
  for (let k = 0; k < count; k += 1) {
    const mu = u[k] ?? 0;
    const mv = v[k] ?? 0;
    const w = g * mu + h * mv + i;
    const px = (a * mu + b * mv + c) / w - 0.5;
    const py = (d * mu + e * mv + f) / w - 0.5;
    let value = 128;
    if (px >= 0 && py >= 0 && px < width - 1 && py < height - 1) {
      const x = Math.floor(px);
      const y = Math.floor(py);
      const at = y * width + x;
      const fx = px - x;
      const fy = py - y;
      const top = (data[at] ?? 0) * (1 - fx) + (data[at + 1] ?? 0) * fx;
      const bottom = (data[at + width] ?? 0) * (1 - fx) + (data[at + width + 1] ?? 0) * fx;
      value = top * (1 - fy) + bottom * fy;
    }
    const s = sign[k] ?? 0;
    sum += value;
    squares += value * value;
    product -= value * s;
    signs += s;
  }
  const variance = squares - (sum * sum) / count;
  const spread = count - (signs * signs) / count;
  return (product + (sum * signs) / count) / Math.sqrt(Math.max(variance, 1) * spread);
}

/** The symbol's outer corners in pixels: top left, top right, bottom right, bottom left. */
export function gridCorners(map: Homography, size: number): [Point, Point, Point, Point] {
  return [project(map, 0, 0), project(map, size, 0), project(map, size, size), project(map, 0, size)];
}
