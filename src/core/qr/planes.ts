import { luminance } from './picture.ts';
import type { Grey, Picture } from './picture.ts';

/** What of a pixel's colour a plane shows. */
export type View = 'luminance' | 'red-green' | 'blue-yellow';

/**
 * A picture seen in one way. Any two colours differ in at least one of the views: colours of equal luminance
 * differ in red against green or in blue against yellow, doubled here because they never fill the range.
 */
export function viewPlane(picture: Picture, view: View): Grey {
  if (view === 'luminance' || picture.channels === 1) return luminance(picture);
  const { width, height, data } = picture;
  const out = new Uint8Array(width * height);
  for (let i = 0, p = 0; i < out.length; i += 1, p += 4) {
    const red = data[p] ?? 0;
    const green = data[p + 1] ?? 0;
    const value = view === 'red-green' ? red - green : (data[p + 2] ?? 0) - (red + green) / 2;
    out[i] = value < -127 ? 1 : value > 127 ? 255 : 128 + value;
  }
  return { width, height, data: out };
}

/** Half the size: each pixel the mean of four. */
export function halve(grey: Grey): Grey {
  const width = grey.width >> 1;
  const height = grey.height >> 1;
  const out = new Uint8Array(width * height);
  const { data, width: stride } = grey;
  for (let y = 0; y < height; y += 1) {
    let from = 2 * y * stride;
    for (let x = 0, at = y * width; x < width; x += 1, at += 1, from += 2) {
      out[at] =
        ((data[from] ?? 0) +
          (data[from + 1] ?? 0) +
          (data[from + stride] ?? 0) +
          (data[from + stride + 1] ?? 0) +
          2) >>
        2;
    }
  }
  return { width, height, data: out };
}

/** A part of a plane, and where it lies: picture pixel = tile pixel × factor + x, y. */
export interface Tile {
  grey: Grey;
  factor: number;
  x: number;
  y: number;
}

const SIDE = 1460;
const OVERLAP = 260;

/**
 * Cuts a plane into tiles that overlap by more than the largest symbol which that scale is searched for, and
 * leaves out those in which nothing is fine enough to be a code.
 * @param leastStep from pixel to pixel that counts as an edge, in grey levels
 */
export function* cutTiles(plane: Grey, factor: number, leastStep: number): Generator<Tile> {
  for (const [y, height] of spans(plane.height)) {
    for (const [x, width] of spans(plane.width)) {
      const grey = crop(plane, x, y, width, height);
      if (isTextured(grey, leastStep)) yield { grey, factor, x: x * factor, y: y * factor };
    }
  }
}

/** Evenly long stretches of at most SIDE that overlap. */
function spans(length: number): [from: number, length: number][] {
  if (length <= SIDE + OVERLAP / 2) return [[0, length]];
  const count = Math.ceil((length - OVERLAP) / (SIDE - OVERLAP));
  const step = (length - OVERLAP) / count;
  return Array.from({ length: count }, (_, i) => {
    const from = Math.floor(i * step);
    return [from, Math.min(length, Math.ceil((i + 1) * step + OVERLAP)) - from];
  });
}

function crop(plane: Grey, x: number, y: number, width: number, height: number): Grey {
  if (width === plane.width && height === plane.height) return plane;
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const from = (y + row) * plane.width + x;
    data.set(plane.data.subarray(from, from + width), row * width);
  }
  return { width, height, data };
}

const BLOCK = 48;
/** A code's least share of pixels that differ from their neighbour, with modules of up to four pixels. */
const LEAST_SHARE = 0.04;

/** Whether some block has edges in both directions, as dense as a code's: smooth colour and single lines have not. */
function isTextured({ width, height, data }: Grey, leastStep: number): boolean {
  for (let top = 0; top < height - 1; top += BLOCK) {
    for (let left = 0; left < width - 1; left += BLOCK) {
      const right = Math.min(width - 1, left + BLOCK);
      const bottom = Math.min(height - 1, top + BLOCK);
      let across = 0;
      let down = 0;
      for (let y = top; y < bottom; y += 2) {
        for (let x = left, at = y * width + left; x < right; x += 1, at += 1) {
          const value = data[at] ?? 0;
          if (Math.abs(value - (data[at + 1] ?? 0)) >= leastStep) across += 1;
          if (Math.abs(value - (data[at + width] ?? 0)) >= leastStep) down += 1;
        }
      }
      const least = (LEAST_SHARE * (right - left) * (bottom - top)) / 2;
      if (across > least && down > least) return true;
    }
  }
  return false;
}
