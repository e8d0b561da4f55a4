import { blocksOf, formatCode, formatMeaning, maskInverts, versionCode } from './levels.ts';
import { FREE, layoutOf } from './layout.ts';
import { correctBlock } from './reed-solomon.ts';
import type { Layout } from './layout.ts';

/** A symbol with corrected codewords. */
export interface CorrectedMatrix {
  /** The symbol as printed, row by row: 1 dark, 0 light. */
  bits: Uint8Array;
  size: number;
  /** The largest share of its error correction that a block used, 0 (no error) to 1 (at its limit). */
  load: number;
  /** The codewords that error correction changed, and could have changed, over all blocks. */
  corrected: number;
  correctable: number;
  /** Whether the data end as required: whole segments, a terminator, alternating padding 236 and 17. */
  wellFormed: boolean;
}

/**
 * Corrects the modules read from a picture: format information, codewords, Reed-Solomon per block.
 * @param bits size × size modules, row by row: 1 dark, 0 light
 * @param doubt how doubtful each module is, from 0 (sure) up; allows erasing the most doubtful codewords
 * @returns null if no format information is near or a block is beyond correction
 */
export function correctMatrix(bits: Uint8Array, size: number, doubt?: Float32Array): CorrectedMatrix | null {
  const version = (size - 17) / 4;
  if (!Number.isInteger(version) || version < 1 || version > 40) return null;
  const layout = layoutOf(version);
  for (const format of nearestFormats(bits, layout)) {
    const corrected = correctWith(bits, layout, format, doubt, 0);
    if (corrected !== null) return corrected;
  }
  if (doubt === undefined) return null;
  const [best] = nearestFormats(bits, layout);
  if (best === undefined) return null;
  for (const share of [0.2, 0.4]) {
    const corrected = correctWith(bits, layout, best, doubt, share);
    if (corrected !== null) return corrected;
  }
  return null;
}

/** Up to three readings of the format information, nearest first, at most three bits off in one copy. */
function nearestFormats(bits: Uint8Array, layout: Layout): number[] {
  const copies = layout.format.map((places) =>
    places.reduce((code, place) => (code << 1) | (bits[place] ?? 0), 0),
  );
  const candidates: { format: number; near: number; sum: number }[] = [];
  for (let format = 0; format < 32; format += 1) {
    const distances = copies.map((copy) => bitCount(copy ^ formatCode(format)));
    const near = Math.min(...distances);
    if (near <= 3) candidates.push({ format, near, sum: distances.reduce((a, b) => a + b, 0) });
  }
  return candidates
    .toSorted((a, b) => a.near - b.near || a.sum - b.sum)
    .slice(0, 3)
    .map(({ format }) => format);
}

function correctWith(
  bits: Uint8Array,
  layout: Layout,
  format: number,
  doubt: Float32Array | undefined,
  erasedShare: number,
): CorrectedMatrix | null {
  const { version, size, path } = layout;
  const { level, mask } = formatMeaning(format);
  const { count, correction } = blocksOf(version, level);
  const total = path.length >> 3;
  const codewords = new Uint8Array(total);
  const doubts = new Float32Array(total);
  for (let i = 0; i < total * 8; i += 1) {
    const place = path[i] ?? 0;
    const dark = (bits[place] ?? 0) ^ (maskInverts(mask, Math.floor(place / size), place % size) ? 1 : 0);
    codewords[i >> 3] = ((codewords[i >> 3] ?? 0) << 1) | dark;
    doubts[i >> 3] = Math.max(doubts[i >> 3] ?? 0, doubt?.[place] ?? 0);
  }
  const data: number[] = [];
  let load = 0;
  let corrected = 0;
  for (const places of blockPlaces(total, count, correction)) {
    const block = Uint8Array.from(places, (place) => codewords[place] ?? 0);
    const erased =
      erasedShare === 0
        ? []
        : [...places.keys()]
            .toSorted((a, b) => (doubts[places[b] ?? 0] ?? 0) - (doubts[places[a] ?? 0] ?? 0))
            .slice(0, Math.floor(correction * erasedShare));
    const changed = correctBlock(block, correction, erased);
    if (changed === null) return null;
    corrected += changed;
    const cost = 2 * (changed - Math.min(changed, erased.length)) + Math.min(changed, erased.length);
    load = Math.max(load, cost / standardCapacity(version, level, correction));
    for (const [i, place] of places.entries()) codewords[place] = block[i] ?? 0;
    data.push(...block.subarray(0, block.length - correction));
  }
  return {
    bits: draw(layout, format, mask, codewords),
    size,
    load,
    corrected,
    correctable: (count * correction) / 2,
    wellFormed: isWellFormed(Uint8Array.from(data), version),
  };
}

/** Correction codewords minus those reserved against misreading (table 9, note on versions 1 to 3). */
function standardCapacity(version: number, level: string, correction: number): number {
  if (version === 1) return correction - (level === 'L' ? 3 : level === 'M' ? 2 : 1);
  if (version === 2 && level === 'L') return correction - 2;
  if (version === 3 && level === 'L') return correction - 1;
  return correction;
}

/** Where each block's codewords lie in the interleaved stream: data, then correction. */
function blockPlaces(total: number, count: number, correction: number): number[][] {
  const dataTotal = total - count * correction;
  const short = Math.floor(dataTotal / count);
  const firstLong = count - (dataTotal % count);
  const blocks: number[][] = Array.from({ length: count }, () => []);
  for (const [b, block] of blocks.entries()) {
    for (let i = 0; i < short; i += 1) block.push(i * count + b);
    if (b >= firstLong) block.push(short * count + b - firstLong);
    for (let i = 0; i < correction; i += 1) block.push(dataTotal + i * count + b);
  }
  return blocks;
}

/** The printed symbol for corrected codewords. */
function draw(
  { version, size, pattern, path, format: copies }: Layout,
  format: number,
  mask: number,
  codewords: Uint8Array,
): Uint8Array {
  const bits = Uint8Array.from(pattern, (value) => (value === FREE ? 0 : value));
  for (let i = 0; i < path.length; i += 1) {
    const place = path[i] ?? 0;
    const bit = ((codewords[i >> 3] ?? 0) >> (7 - (i & 7))) & 1;
    bits[place] = bit ^ (maskInverts(mask, Math.floor(place / size), place % size) ? 1 : 0);
  }
  const code = formatCode(format);
  for (const places of copies)
    for (const [i, place] of places.entries()) bits[place] = (code >> (14 - i)) & 1;
  if (version >= 7) {
    const info = versionCode(version);
    for (let i = 0; i < 18; i += 1) {
      const long = size - 11 + (i % 3);
      const short = Math.floor(i / 3);
      bits[short * size + long] = (info >> i) & 1;
      bits[long * size + short] = (info >> i) & 1;
    }
  }
  return bits;
}

/** Walks the segments (section 7.4) to the terminator and checks the padding after it. */
function isWellFormed(data: Uint8Array, version: number): boolean {
  let at = 0;
  const end = data.length * 8;
  const take = (count: number): number => {
    let value = 0;
    for (let i = 0; i < count; i += 1, at += 1)
      value = value * 2 + (((data[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
    return value;
  };
  const range = version < 10 ? 0 : version < 27 ? 1 : 2;
  for (let segments = 0; ; segments += 1) {
    if (end - at < 4) return segments > 0;
    const mode = take(4);
    if (mode === 0) break;
    // Read before `at` is increased: `at += take()` would read `at` first.
    const length = segmentBits(mode, range, take);
    if (length === null) return false;
    at += length;
    if (at > end) return false;
  }
  for (let i = Math.ceil(at / 8), pad = 236; i < data.length; i += 1, pad = 253 - pad)
    if (data[i] !== pad) return false;
  return true;
}

/** How many bits follow a segment's count, which this takes; null if there is no such mode. */
function segmentBits(mode: number, range: 0 | 1 | 2, take: (count: number) => number): number | null {
  switch (mode) {
    case 1:
      return digitsLength(take([10, 12, 14][range] ?? 10));
    case 2:
      return pairsLength(take([9, 11, 13][range] ?? 9));
    case 3:
      return 16;
    case 4:
      return 8 * take(range === 0 ? 8 : 16);
    case 5:
      return 0;
    case 7: {
      const first = take(8);
      return first < 128 ? 0 : first < 192 ? 8 : 16;
    }
    case 8:
      return 13 * take([8, 10, 12][range] ?? 8);
    case 9:
      return 8;
    default:
      return null;
  }
}

function digitsLength(count: number): number {
  return Math.floor(count / 3) * 10 + ([0, 4, 7][count % 3] ?? 0);
}

function pairsLength(count: number): number {
  return Math.floor(count / 2) * 11 + (count % 2) * 6;
}

function bitCount(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
