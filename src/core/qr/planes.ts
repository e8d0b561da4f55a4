import { luminance } from './picture.ts';
import type { Grey, Picture } from './picture.ts';

/** Which aspect of a pixel's colour a plane shows. */
export type View = 'luminance' | 'red-green' | 'blue-yellow';

/**
 * One view of a picture. Any two colours differ in at least one view: colours of equal luminance differ in
 * red-green or blue-yellow, which are doubled here because they never fill the range.
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

/** Halves the size: each pixel is the mean of four. */
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

/** A part of a plane and its position: picture pixel = tile pixel × factor + x, y. */
export interface Tile {
  grey: Grey;
  factor: number;
  x: number;
  y: number;
}

const SIDE = 1460;
const OVERLAP = 260;

/**
 * Cuts a plane into tiles that overlap by more than the largest symbol sought at that scale, and omits those
 * without detail fine enough for a code.
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

/** Overlapping stretches of equal length, at most SIDE each. */
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
/** The minimum share of a code's pixels that differ from their neighbour, for modules up to four pixels. */
const LEAST_SHARE = 0.04;

/** Whether some block has edges as dense as a code's in both directions; smooth colour and lines do not. */
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
