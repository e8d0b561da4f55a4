import type { Finder } from './finder-search.ts';
import type { Grey } from './picture.ts';

/** Three finder patterns that stand as those of one symbol do. */
export interface Triple {
  topLeft: Finder;
  topRight: Finder;
  bottomLeft: Finder;
  /** Modules a side, by the timing patterns between them. */
  size: number;
  /** How well the timing patterns match, up to 1, weighed with the finder patterns' scores. */
  score: number;
}

interface Leg {
  to: Finder;
  size: number;
  timing: number;
}

/** Timing patterns that correlate less than this are none. */
const LEAST_TIMING = 0.3;
const MOST_TRIPLES = 24;
/** Version 30: what is larger on a screen, zxing-wasm reads. */
const LARGEST = 137;

/**
 * Puts finder patterns together to symbols: of like module size and sign, a right angle between legs of like
 * length, and along each leg the timing pattern, which also tells the number of modules.
 * @returns the best first
 */
export function* joinFinders(grey: Grey, finders: readonly Finder[]): Generator<void, Triple[]> {
  const triples: Triple[] = [];
  for (const [index, corner] of finders.entries()) {
    const across: Leg[] = [];
    const down: Leg[] = [];
    for (const other of finders) {
      if (other === corner || other.inverted !== corner.inverted) continue;
      const ratio = other.module / corner.module;
      if (ratio > 1.42 || ratio < 0.7) continue;
      const modules =
        Math.hypot(other.x - corner.x, other.y - corner.y) / Math.sqrt(other.module * corner.module);
      if (modules < 11 || modules > 1.15 * LARGEST) continue;
      across.push(...measureLeg(grey, corner, other, 1, modules));
      down.push(...measureLeg(grey, corner, other, -1, modules));
    }
    for (const a of across)
      for (const d of down) {
        const triple = join(corner, a, d);
        if (triple !== null) triples.push(triple);
      }
    if (index % 16 === 15) yield;
  }
  return triples.toSorted((a, b) => b.score - a.score).slice(0, MOST_TRIPLES);
}

function join(corner: Finder, across: Leg, down: Leg): Triple | null {
  if (across.to === down.to || Math.abs(across.size - down.size) > 4) return null;
  const ax = across.to.x - corner.x;
  const ay = across.to.y - corner.y;
  const dx = down.to.x - corner.x;
  const dy = down.to.y - corner.y;
  const longA = Math.hypot(ax, ay);
  const longD = Math.hypot(dx, dy);
  if (longA / longD > 1.6 || longD / longA > 1.6) return null;
  if (Math.abs(ax * dx + ay * dy) > 0.42 * longA * longD || ax * dy - ay * dx <= 0) return null;
  const better = across.timing >= down.timing ? across : down;
  const finders = (corner.score + across.to.score + down.to.score) / 300;
  return {
    topLeft: corner,
    topRight: across.to,
    bottomLeft: down.to,
    size: better.size,
    score: across.timing + down.timing + finders - (across.size === down.size ? 0 : 0.3),
  };
}

/**
 * Looks for the timing pattern on one side of the line between two finder patterns.
 * @param side 1: on the right hand of the way from one to the other, as the top row's is; -1: on the left
 * @returns the number of modules that matches best, or nothing
 */
function measureLeg(grey: Grey, from: Finder, to: Finder, side: 1 | -1, modules: number): Leg[] {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const low = Math.max(21, (modules + 7) * 0.87 - 3);
  const high = Math.min(LARGEST, (modules + 7) * 1.13 + 3);
  let size = 0;
  let timing = LEAST_TIMING / 2;
  for (let candidate = 21 + 4 * Math.ceil((low - 21) / 4); candidate <= high; candidate += 4) {
    const correlation = timingAt(grey, from, dx, dy, 3 * side, candidate);
    if (correlation > timing) {
      timing = correlation;
      size = candidate;
    }
  }
  if (size === 0) return [];
  for (const shift of [2.6, 3.4]) timing = Math.max(timing, timingAt(grey, from, dx, dy, shift * side, size));
  return timing < LEAST_TIMING ? [] : [{ to, size, timing }];
}

/** The timing pattern's correlation at so many modules beside the line, for a symbol of a size. */
function timingAt(grey: Grey, from: Finder, dx: number, dy: number, shift: number, size: number): number {
  const ux = dx / (size - 7);
  const uy = dy / (size - 7);
  return correlateTiming(grey, from, ux, uy, -uy * shift, ux * shift, size);
}

function correlateTiming(
  grey: Grey,
  from: Finder,
  ux: number,
  uy: number,
  ox: number,
  oy: number,
  size: number,
): number {
  const { width, height, data } = grey;
  let sum = 0;
  let squares = 0;
  let product = 0;
  const count = size - 16;
  for (let k = 8; k < size - 8; k += 1) {
    const x = Math.floor(from.x + ux * (k - 3) + ox);
    const y = Math.floor(from.y + uy * (k - 3) + oy);
    if (x < 0 || y < 0 || x >= width || y >= height) return 0;
    const value = data[y * width + x] ?? 0;
    sum += value;
    squares += value * value;
    product += (k & 1) === 0 ? -value : value;
  }
  // `count` is odd: dark modules are one more than light ones.
  const variance = squares - (sum * sum) / count;
  const covariance = product + sum / count;
  const correlation = covariance / Math.sqrt(Math.max(variance, 1) * (count - 1 / count));
  return from.inverted ? -correlation : correlation;
}
