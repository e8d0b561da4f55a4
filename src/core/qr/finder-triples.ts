import type { Finder } from './finder-search.ts';
import type { Grey } from './picture.ts';

/** Three finder patterns placed like those of one symbol. */
export interface Triple {
  topLeft: Finder;
  topRight: Finder;
  bottomLeft: Finder;
  /** Modules per side, from the timing patterns between them. */
  size: number;
  /** How well the timing patterns match, up to 1, combined with the finder patterns' scores. */
  score: number;
  /** Perspective along the top and left sides. */
  tilts: readonly [across: number, down: number];
}

interface Leg {
  to: Finder;
  size: number;
  timing: number;
  /** Perspective along the leg: 0 for none, below 0 if its far end is nearer to the eye. */
  tilt: number;
}

/**
 * Only the clearest finder patterns are checked for perspective. Their sizes show it, to within the steps of
 * the searched sizes.
 */
const SIZE_STEPS = [1, 1.15, 0.87] as const;
const CLEAREST = 28;

/** A lower correlation means that there is no timing pattern. */
const LEAST_TIMING = 0.3;
/** A higher correlation means that the timing pattern is followed well enough. */
const SURE_TIMING = 0.7;
const MOST_TRIPLES = 24;
/** Version 30: zxing-wasm reads larger symbols on a screen. */
const LARGEST = 137;

/**
 * Joins finder patterns into symbols: similar module size, same sign, a right angle between legs of similar
 * length, and along each leg the timing pattern, which also gives the number of modules.
 * @returns the best first
 */
export function* joinFinders(grey: Grey, finders: readonly Finder[]): Generator<void, Triple[]> {
  const triples: Triple[] = [];
  for (const [index, corner] of finders.entries()) {
    const across: Leg[] = [];
    const down: Leg[] = [];
    for (const [rank, other] of finders.entries()) {
      if (other === corner || other.inverted !== corner.inverted) continue;
      const ratio = other.module / corner.module;
      const clear = index < CLEAREST && rank < CLEAREST;
      if (ratio > (clear ? 2.3 : 1.42) || ratio < (clear ? 0.43 : 0.7)) continue;
      const modules =
        Math.hypot(other.x - corner.x, other.y - corner.y) / Math.sqrt(other.module * corner.module);
      if (modules < 11 || modules > 1.15 * LARGEST) continue;
      across.push(...measureLeg(grey, corner, other, 1, modules, clear));
      down.push(...measureLeg(grey, corner, other, -1, modules, clear));
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
  if (longA / longD > 1.8 || longD / longA > 1.8) return null;
  if (Math.abs(ax * dx + ay * dy) > 0.5 * longA * longD || ax * dy - ay * dx <= 0) return null;
  const better = across.timing >= down.timing ? across : down;
  const finders = (corner.score + across.to.score + down.to.score) / 300;
  return {
    topLeft: corner,
    topRight: across.to,
    bottomLeft: down.to,
    size: better.size,
    tilts: [across.tilt, down.tilt],
    score: across.timing + down.timing + finders - (across.size === down.size ? 0 : 0.3),
  };
}

/**
 * Looks for the timing pattern on one side of the line between two finder patterns.
 * @param side 1: to the right when going from one to the other, like the top row's; -1: to the left
 * @returns the number of modules that matches best, or nothing
 */
function measureLeg(
  grey: Grey,
  from: Finder,
  to: Finder,
  side: 1 | -1,
  modules: number,
  clear: boolean,
): Leg[] {
  const low = Math.max(21, (modules + 7) * 0.87 - 3);
  const high = Math.min(LARGEST, (modules + 7) * 1.13 + 3);
  const leg: Leg = { to, size: 0, timing: LEAST_TIMING / 2, tilt: 0 };
  const tryAll = (tilt: number): void => {
    for (let size = 21 + 4 * Math.ceil((low - 21) / 4); size <= high; size += 4) {
      const timing = correlateTiming(grey, from, to, 3 * side, size, tilt);
      if (timing > leg.timing) Object.assign(leg, { timing, size, tilt });
    }
  };
  tryAll(0);
  if (clear && leg.timing < SURE_TIMING) {
    for (const step of SIZE_STEPS) tryAll((step * from.module) / to.module - 1);
  }
  if (leg.size === 0) return [];
  for (const shift of [2.6, 3.4]) {
    leg.timing = Math.max(leg.timing, correlateTiming(grey, from, to, shift * side, leg.size, leg.tilt));
  }
  return leg.timing < LEAST_TIMING ? [] : [leg];
}

/**
 * The timing pattern's correlation, `shift` modules beside the line, for a symbol of `size`. Under a
 * perspective with tilt p, the part s of the leg's modules lies at s (1 + p) / (1 + p s) of its length.
 */
function correlateTiming(
  grey: Grey,
  from: Finder,
  to: Finder,
  shift: number,
  size: number,
  tilt: number,
): number {
  const { width, height, data } = grey;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const beside = (shift * (1 + tilt / 2)) / (size - 7);
  let sum = 0;
  let squares = 0;
  let product = 0;
  const count = size - 16;
  if (tilt === 0) {
    // In even steps: most pairs of patterns are no legs, and this is what most of the time goes into.
    const stepX = dx / (size - 7);
    const stepY = dy / (size - 7);
    let x = from.x + 5 * stepX - dy * beside;
    let y = from.y + 5 * stepY + dx * beside;
    const endX = x + (count - 1) * stepX;
    const endY = y + (count - 1) * stepY;
    if (Math.min(x, endX) < 0 || Math.min(y, endY) < 0) return 0;
    if (Math.max(x, endX) >= width || Math.max(y, endY) >= height) return 0;
    for (let k = 0; k < count; k += 1) {
      const value = data[(y | 0) * width + (x | 0)] ?? 0;
      sum += value;
      squares += value * value;
      product += (k & 1) === 0 ? -value : value;
      x += stepX;
      y += stepY;
    }
  } else {
    for (let k = 8; k < size - 8; k += 1) {
      const s = (k - 3) / (size - 7);
      const nearness = 1 + tilt * s;
      const along = (s * (1 + tilt)) / nearness;
      const x = Math.floor(from.x + dx * along - (dy * beside) / nearness);
      const y = Math.floor(from.y + dy * along + (dx * beside) / nearness);
      if (x < 0 || y < 0 || x >= width || y >= height) return 0;
      const value = data[y * width + x] ?? 0;
      sum += value;
      squares += value * value;
      product += (k & 1) === 0 ? -value : value;
    }
  }
  // `count` is odd: there is one more dark module than light ones.
  const variance = squares - (sum * sum) / count;
  const covariance = product + sum / count;
  const correlation = covariance / Math.sqrt(Math.max(variance, 1) * (count - 1 / count));
  return from.inverted ? -correlation : correlation;
}
