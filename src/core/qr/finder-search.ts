import type { Detail } from './detail.ts';
import type { Grey } from './picture.ts';

/** A place that looks like a finder pattern. */
export interface Finder {
  x: number;
  y: number;
  /** Pixels per module. */
  module: number;
  /** How much lighter the light ring is than the centre and outer ring, in grey levels. */
  score: number;
  /** Light on dark. */
  inverted: boolean;
}

/** Module sizes to search for, in pixels, in steps that a finder pattern's rings tolerate. */
export const SEARCHED_MODULES = [1.5, 1.75, 2, 2.38, 2.83, 3.36] as const;

const LEAST_SCORE = 22;
const CELL = 4;
const MOST = 120;

/**
 * Searches for finder patterns by area averages, not edges: a 3 × 3 centre, a light ring and a dark ring, each
 * as its area's mean. So patterns of dots, rings or modules of 1.5 pixels, blurred or turned, still match, with
 * or without a quiet zone.
 * @param grey normalised (`normalise.ts`), with modules of 2 to 4 pixels
 * @param detail where to search
 * @param smallest module size to search for, in pixels
 * @returns at most 120 places, the best first
 */
export function* searchFinders(grey: Grey, detail: Detail, smallest: number): Generator<void, Finder[]> {
  const { width, height } = grey;
  const columns = Math.ceil(width / CELL) + 1;
  const rows = Math.ceil(height / CELL) + 1;
  const best: CellBest = {
    columns,
    scores: [new Float32Array(columns * rows), new Float32Array(columns * rows)],
    places: [new Uint32Array(columns * rows), new Uint32Array(columns * rows)],
    modules: [new Uint8Array(columns * rows), new Uint8Array(columns * rows)],
  };
  const values = sumAreas(grey);
  yield;
  for (const [index, module] of SEARCHED_MODULES.entries()) {
    if (module < smallest) continue;
    scanModule({ values, width, height, detail }, module, index, best);
    yield;
  }
  return pickFinders(grey, best);
}

interface CellBest {
  columns: number;
  scores: [Float32Array, Float32Array];
  places: [Uint32Array, Uint32Array];
  modules: [Uint8Array, Uint8Array];
}

/** A pattern found beside its centre has at least this share of its score. */
const BESIDE = 0.4;

/** Looks at every other place of every other row, and beside those that could be near a pattern. */
function scanModule(
  sums: { values: Int32Array; width: number; height: number; detail: Detail },
  module: number,
  index: number,
  best: CellBest,
): void {
  const { values, width, height, detail } = sums;
  const stride = width + 1;
  const inner = Math.round(1.5 * module);
  const middle = Math.round(2.5 * module);
  const outer = Math.round(3.5 * module);
  const innerArea = 4 * inner * inner;
  const lightArea = 4 * middle * middle - innerArea;
  const darkArea = 4 * outer * outer - 4 * middle * middle;
  const innerUp = inner * stride;
  const middleUp = middle * stride;
  const outerUp = outer * stride;

  /** How much lighter the ring is than its centre and its surroundings, at best twice the latter; 0 for neither. */
  const scoreAt = (p: number, least: number): number => {
    const innerSum =
      ((values[p + innerUp + inner] ?? 0) -
        (values[p + innerUp - inner] ?? 0) -
        (values[p - innerUp + inner] ?? 0) +
        (values[p - innerUp - inner] ?? 0)) |
      0;
    const middleSum =
      ((values[p + middleUp + middle] ?? 0) -
        (values[p + middleUp - middle] ?? 0) -
        (values[p - middleUp + middle] ?? 0) +
        (values[p - middleUp - middle] ?? 0)) |
      0;
    const light = (middleSum - innerSum) / lightArea;
    const toCentre = light - innerSum / innerArea;
    if (toCentre < least && toCentre > -least) return 0;
    const outerSum =
      ((values[p + outerUp + outer] ?? 0) -
        (values[p + outerUp - outer] ?? 0) -
        (values[p - outerUp + outer] ?? 0) +
        (values[p - outerUp - outer] ?? 0)) |
      0;
    const toRing = light - (outerSum - middleSum) / darkArea;
    const sign = toCentre > 0 ? 1 : -1;
    const ring = sign * toRing;
    if (ring < least * 0.6) return 0;
    const centre = sign * toCentre;
    return sign * ((centre < 2 * ring ? centre : 2 * ring) + ring);
  };
  const keep = (p: number, x: number, y: number, score: number): void => {
    const sign = score > 0 ? 0 : 1;
    const size = sign === 0 ? score : -score;
    const cell = (y >> 2) * best.columns + (x >> 2);
    if (size <= (best.scores[sign][cell] ?? 0)) return;
    best.scores[sign][cell] = size;
    best.places[sign][cell] = p;
    best.modules[sign][cell] = index;
  };

  // A pixel is a small part of a large module, so there every other place is enough.
  const isSmall = module < 2.5;
  const least = isSmall ? BESIDE * LEAST_SCORE : LEAST_SCORE;
  for (let y = outer + 1; y < height - outer; y += 2) {
    for (const [from, to] of detail[y] ?? []) {
      const start = from <= outer ? outer + 1 : from + ((from - outer - 1) & 1);
      const end = Math.min(to, width - outer);
      for (let x = start, p = y * stride + start; x < end; x += 2, p += 2) {
        const score = scoreAt(p, least);
        if (score === 0) continue;
        if (!isSmall) {
          keep(p, x, y, score);
          continue;
        }
        for (let dy = -1; dy <= 1; dy += 1) {
          for (let dx = -1; dx <= 1; dx += 1) {
            const beside = p + dy * stride + dx;
            const there = scoreAt(beside, LEAST_SCORE);
            if (there !== 0) keep(beside, x + dx, y + dy, there);
          }
        }
      }
    }
  }
}

/**
 * Summed areas of a picture: entry (y × (width + 1) + x) is the sum over all pixels left of x and above y. It wraps at
 * 2^32, which does not affect differences over a box as long as the box's own sum fits.
 */
function sumAreas({ width, height, data }: Grey): Int32Array {
  const stride = width + 1;
  const values = new Int32Array(stride * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let sum = 0;
    let at = (y + 1) * stride + 1;
    for (let x = 0, from = y * width; x < width; x += 1, from += 1, at += 1) {
      sum += data[from] ?? 0;
      values[at] = ((values[at - stride] ?? 0) + sum) | 0;
    }
  }
  return values;
}

function pickFinders(grey: Grey, best: CellBest): Finder[] {
  const stride = grey.width + 1;
  const all: Finder[] = [];
  for (const sign of [0, 1] as const) {
    const scores = best.scores[sign];
    for (let cell = 0; cell < scores.length; cell += 1) {
      const score = scores[cell] ?? 0;
      if (score === 0 || !isLocalBest(scores, cell, best.columns)) continue;
      const place = best.places[sign][cell] ?? 0;
      const module = SEARCHED_MODULES[best.modules[sign][cell] ?? 0] ?? 2;
      const finder = {
        x: place % stride,
        y: Math.floor(place / stride),
        module,
        score,
        inverted: sign === 1,
      };
      if (hasClosedRing(grey, finder)) all.push(finder);
    }
  }
  const kept: Finder[] = [];
  for (const finder of all.toSorted((a, b) => b.score - a.score)) {
    // A pattern's own rings look like weaker patterns of opposite sign around it.
    const near = (other: Finder): boolean =>
      Math.hypot(other.x - finder.x, other.y - finder.y) <
      (other.inverted === finder.inverted ? 2.2 : 3.2) * Math.min(other.module, finder.module);
    if (!kept.some(near)) kept.push(finder);
    if (kept.length >= MOST) break;
  }
  return kept;
}

function isLocalBest(scores: Float32Array, cell: number, columns: number): boolean {
  const score = scores[cell] ?? 0;
  for (const step of [1, columns, columns + 1, columns - 1]) {
    if ((scores[cell + step] ?? 0) > score || (scores[cell - step] ?? 0) >= score) return false;
  }
  return true;
}

/** Whether the light ring is closed: in at least 12 of 16 directions it has over 0.4 of its mean contrast. */
function hasClosedRing(grey: Grey, { x, y, module, inverted }: Finder): boolean {
  const { width, height, data } = grey;
  const at = (px: number, py: number): number => {
    const column = Math.max(0, Math.min(width - 1, Math.floor(px)));
    const row = Math.max(0, Math.min(height - 1, Math.floor(py)));
    return data[row * width + column] ?? 0;
  };
  let centre = 0;
  for (const dx of [-0.7, 0, 0.7])
    for (const dy of [-0.7, 0, 0.7]) centre += at(x + dx * module, y + dy * module) / 9;
  const ring: number[] = [];
  for (let i = 0; i < 16; i += 1) {
    const angle = (i * Math.PI) / 8;
    const reach = 2.2 * module;
    const value = at(x + Math.cos(angle) * reach, y + Math.sin(angle) * reach);
    ring.push(inverted ? centre - value : value - centre);
  }
  const mean = ring.reduce((sum, value) => sum + value, 0) / 16;
  return mean > 0 && ring.filter((value) => value > mean * 0.4).length >= 12;
}
