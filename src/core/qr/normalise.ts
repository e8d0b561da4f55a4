import type { Grey } from './picture.ts';

/**
 * Summed areas of a picture: entry (y × stride + x) is the sum over all pixels left of x and above y. Both
 * tables wrap at 2^32, which does not affect differences over a box as long as the box's own sum fits.
 */
export interface Sums {
  stride: number;
  values: Uint32Array;
  squares: Uint32Array | null;
}

/** Summed areas of the values and, if requested, of their squares. */
export function sumAreas(grey: Grey, withSquares: boolean): Sums {
  const { width, height, data } = grey;
  const stride = width + 1;
  const values = new Uint32Array(stride * (height + 1));
  const squares = withSquares ? new Uint32Array(stride * (height + 1)) : null;
  for (let y = 0; y < height; y += 1) {
    let sum = 0;
    let square = 0;
    let at = (y + 1) * stride + 1;
    for (let x = 0, from = y * width; x < width; x += 1, from += 1, at += 1) {
      const value = data[from] ?? 0;
      sum += value;
      values[at] = (values[at - stride] ?? 0) + sum;
      if (squares !== null) {
        square += value * value;
        squares[at] = (squares[at - stride] ?? 0) + square;
      }
    }
  }
  return { stride, values, squares };
}

/** Grey levels that stand for one standard deviation of the neighbourhood. */
const SPREAD = 48;

/**
 * Removes slow changes of brightness and contrast: each pixel becomes its distance from its neighbourhood's
 * mean, in units of that neighbourhood's deviation. Codes of nine grey levels, under a gradient, or in plain
 * black and white then look alike; flat areas stay at 128.
 * @param radius of the square neighbourhood, in pixels: five or more modules
 * @param floor the smallest deviation, in grey levels, to spread: anything below is noise
 */
export function normalise(grey: Grey, radius: number, floor: number): Grey {
  const { width, height, data } = grey;
  const { stride, values, squares } = sumAreas(grey, true);
  const out = new Uint8Array(width * height);
  if (squares === null) return { width, height, data: out };
  for (let y = 0; y < height; y += 1) {
    const top = Math.max(0, y - radius) * stride;
    const bottom = Math.min(height, y + radius + 1) * stride;
    const rows = (bottom - top) / stride;
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) {
      const left = x < radius ? 0 : x - radius;
      const right = x + radius + 1 > width ? width : x + radius + 1;
      const count = rows * (right - left);
      const a = bottom + right;
      const b = bottom + left;
      const c = top + right;
      const d = top + left;
      const sum = ((values[a] ?? 0) - (values[b] ?? 0) - (values[c] ?? 0) + (values[d] ?? 0)) >>> 0;
      const square = ((squares[a] ?? 0) - (squares[b] ?? 0) - (squares[c] ?? 0) + (squares[d] ?? 0)) >>> 0;
      const mean = sum / count;
      const variance = square / count - mean * mean;
      const deviation = variance > floor * floor ? Math.sqrt(variance) : floor;
      const value = 128.5 + (((data[at] ?? 0) - mean) * SPREAD) / deviation;
      out[at] = value < 0 ? 0 : value > 255 ? 255 : value;
    }
  }
  return { width, height, data: out };
}
