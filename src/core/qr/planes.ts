import { findDetail } from './detail.ts';
import { pixelsOf } from './picture.ts';
import type { Detail, Part } from './detail.ts';
import type { Grey, Picture } from './picture.ts';

/** Which aspect of a pixel's colour a plane shows. */
export type View = 'luminance' | ColourView;
type ColourView = 'red-green' | 'blue-yellow';

/**
 * One view of an RGBA picture's colours. Any two colours differ in luminance or in at least one of the views, which
 * are doubled here because they never fill the range.
 */
export function viewPlane(picture: Picture, view: ColourView): Grey {
  const { width, height } = picture;
  const pixels = pixelsOf(picture);
  const out = new Uint8Array(width * height);
  const isRed = view === 'red-green';
  for (let i = 0; i < out.length; i += 1) {
    const pixel = pixels[i] ?? 0;
    const red = pixel & 255;
    const green = (pixel >>> 8) & 255;
    const value = isRed ? red - green : (((pixel >>> 16) & 255) * 2 - red - green) >> 1;
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

/** A part of a plane, its position (picture pixel = tile pixel × factor + x, y), and where in it to look. */
export interface Tile {
  grey: Grey;
  factor: number;
  x: number;
  y: number;
  detail: Detail;
}

const SIDE = 1460;
const OVERLAP = 260;

/**
 * Cuts a plane into tiles that overlap by more than the largest symbol sought at that scale, each as small as its
 * detail, and omits those without detail fine enough for a code.
 * @param leastStep from pixel to pixel that counts as an edge, in grey levels
 */
export function* cutTiles(plane: Grey, factor: number, leastStep: number): Generator<Tile> {
  const detailIn = findDetail(plane, leastStep);
  for (const [y, height] of spans(plane.height)) {
    for (const [x, width] of spans(plane.width)) {
      for (const { detail, ...part } of detailIn({ x, y, width, height })) {
        yield { grey: crop(plane, part), factor, x: part.x * factor, y: part.y * factor, detail };
      }
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

function crop(plane: Grey, { x, y, width, height }: Part): Grey {
  if (width === plane.width && height === plane.height) return plane;
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const from = (y + row) * plane.width + x;
    data.set(plane.data.subarray(from, from + width), row * width);
  }
  return { width, height, data };
}
