import { everywhere } from './detail.ts';
import type { Detail, Span } from './detail.ts';
import type { Grey } from './picture.ts';

/** Grey levels that stand for one standard deviation of the neighbourhood. */
const SPREAD = 48;
const FLAT = 128;

/**
 * Removes slow changes of brightness and contrast: each pixel becomes its distance from its neighbourhood's
 * mean, in units of that neighbourhood's deviation. Codes of nine grey levels, under a gradient, or in plain
 * black and white then look alike; flat areas stay at 128.
 * @param radius of the square neighbourhood, in pixels: five or more modules
 * @param floor the smallest deviation, in grey levels, to spread: anything below is noise
 * @param detail where to do so; everything else counts as flat
 */
export function normalise(
  grey: Grey,
  radius: number,
  floor: number,
  detail: Detail = everywhere(grey),
): Grey {
  const { width, height } = grey;
  const out: Grey = { width, height, data: new Uint8Array(width * height).fill(FLAT) };
  for (let top = 0; top < height;) {
    const spans = detail[top] ?? [];
    let bottom = top + 1;
    while (bottom < height && detail[bottom] === spans) bottom += 1;
    for (const span of spans) normaliseBand(grey, out, radius, floor, { top, bottom, span });
    top = bottom;
  }
  return out;
}

/** Rows of equal stretches. */
interface Band {
  top: number;
  bottom: number;
  span: Span;
}

function normaliseBand(
  grey: Grey,
  out: Grey,
  radius: number,
  floor: number,
  { top, bottom, span }: Band,
): void {
  const { width, height, data } = grey;
  const [from, to] = span;
  const left = Math.max(0, from - radius);
  const right = Math.min(width, to + radius);
  // Of each column, over the rows of the neighbourhood.
  const values = new Int32Array(right - left);
  const squares = new Int32Array(right - left);
  const addRow = (y: number, sign: 1 | -1): void => {
    for (let column = 0, at = y * width + left; column < values.length; column += 1, at += 1) {
      const value = data[at] ?? 0;
      values[column] = (values[column] ?? 0) + sign * value;
      squares[column] = (squares[column] ?? 0) + sign * value * value;
    }
  };
  for (let y = Math.max(0, top - radius); y < Math.min(height, top + radius); y += 1) addRow(y, 1);
  const least = floor * floor;
  for (let y = top; y < bottom; y += 1) {
    if (y + radius < height) addRow(y + radius, 1);
    if (y > top && y - radius > 0) addRow(y - radius - 1, -1);
    const rows = Math.min(height, y + radius + 1) - Math.max(0, y - radius);
    let sum = 0;
    let square = 0;
    for (let column = 0; column < Math.min(right, from + radius) - left; column += 1) {
      sum += values[column] ?? 0;
      square += squares[column] ?? 0;
    }
    for (let x = from, at = y * width + from; x < to; x += 1, at += 1) {
      const ahead = x + radius - left;
      if (ahead < values.length) {
        sum += values[ahead] ?? 0;
        square += squares[ahead] ?? 0;
      }
      const behind = x - radius - 1 - left;
      if (behind >= 0) {
        sum -= values[behind] ?? 0;
        square -= squares[behind] ?? 0;
      }
      const count =
        rows * ((x + radius + 1 > width ? width : x + radius + 1) - (x < radius ? 0 : x - radius));
      const mean = sum / count;
      const variance = square / count - mean * mean;
      const deviation = variance > least ? Math.sqrt(variance) : floor;
      const value = FLAT + 0.5 + (((data[at] ?? 0) - mean) * SPREAD) / deviation;
      out.data[at] = value < 0 ? 0 : value > 255 ? 255 : value;
    }
  }
}
