import { project } from './homography.ts';
import { FREE, layoutOf } from './layout.ts';
import type { Homography } from './homography.ts';
import type { Picture } from './picture.ts';

/** One value per module, row by row; larger is lighter (once its sign is known). */
export type ModuleValues = Float32Array;

/**
 * Samples a picture at a grid's modules and views the colours in several ways: luminance first, then the axis
 * along which these colours differ most, then red and blue. Turns each so that dark modules are low.
 * @param map from modules to picture pixels
 */
export function sampleGrid(picture: Picture, map: Homography, size: number): ModuleValues[] {
  const [red, green, blue] = sampleChannels(picture, map, size);
  const expected = expectedSigns(size);
  if (green === undefined || blue === undefined) return red === undefined ? [] : [turn(red, expected)];
  if (red === undefined) return [];
  const grey = combine([red, green, blue], [0.299, 0.587, 0.114]);
  const axis = principalAxis([red, green, blue]);
  return [grey, combine([red, green, blue], axis), red, blue].map((values) => turn(values, expected));
}

function sampleChannels(picture: Picture, map: Homography, size: number): Float32Array[] {
  const count = picture.channels === 4 ? 3 : 1;
  const out = Array.from({ length: count }, () => new Float32Array(size * size));
  const middle = size / 2;
  const a = project(map, middle, middle);
  const b = project(map, middle + 1, middle);
  const pitch = Math.hypot(b.x - a.x, b.y - a.y);
  // A small module is read only at its centre: further out is its neighbours' blur.
  const offsets = pitch < 2.4 ? [0] : pitch < 4 ? [-0.15, 0.15] : [-0.25, 0, 0.25];
  const weight = 1 / (offsets.length * offsets.length);
  const { width, height, channels, data } = picture;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      for (const dv of offsets) {
        for (const du of offsets) {
          const place = project(map, column + 0.5 + du, row + 0.5 + dv);
          const px = Math.max(0, Math.min(width - 1.001, place.x - 0.5));
          const py = Math.max(0, Math.min(height - 1.001, place.y - 0.5));
          const x = Math.floor(px);
          const y = Math.floor(py);
          const fx = px - x;
          const fy = py - y;
          const at = (y * width + x) * channels;
          const right = width > 1 ? channels : 0;
          const below = height > 1 ? width * channels : 0;
          for (let c = 0; c < count; c += 1) {
            const top = (data[at + c] ?? 0) * (1 - fx) + (data[at + right + c] ?? 0) * fx;
            const bottom = (data[at + below + c] ?? 0) * (1 - fx) + (data[at + below + right + c] ?? 0) * fx;
            const values = out[c];
            const module = row * size + column;
            if (values !== undefined)
              values[module] = (values[module] ?? 0) + weight * (top * (1 - fy) + bottom * fy);
          }
        }
      }
    }
  }
  return out;
}

function combine(channels: readonly Float32Array[], weights: readonly number[]): Float32Array {
  const out = new Float32Array(channels[0]?.length ?? 0);
  for (const [c, channel] of channels.entries()) {
    const weight = weights[c] ?? 0;
    for (let i = 0; i < out.length; i += 1) out[i] = (out[i] ?? 0) + weight * (channel[i] ?? 0);
  }
  return out;
}

/** The colours' first principal component, by power iteration. */
function principalAxis(channels: readonly Float32Array[]): number[] {
  const means = channels.map((channel) => channel.reduce((sum, value) => sum + value, 0) / channel.length);
  const covariance = channels.map((a, i) =>
    channels.map((b, j) =>
      a.reduce((sum, value, k) => sum + (value - (means[i] ?? 0)) * ((b[k] ?? 0) - (means[j] ?? 0)), 0),
    ),
  );
  const spreads = covariance.map((row, i) => row[i] ?? 0);
  let direction = covariance[spreads.indexOf(Math.max(...spreads))] ?? [1, 1, 1];
  for (let i = 0; i < 12; i += 1) {
    const next = covariance.map((row) => row.reduce((sum, value, j) => sum + value * (direction[j] ?? 0), 0));
    const length = Math.hypot(...next) || 1;
    direction = next.map((value) => value / length);
  }
  return direction;
}

const signCache = new Map<number, Int8Array>();

/** 1 where a fixed pattern is light, -1 where it is dark, 0 elsewhere. */
export function expectedSigns(size: number): Int8Array {
  let signs = signCache.get(size);
  if (signs === undefined) {
    signs = Int8Array.from(layoutOf((size - 17) / 4).pattern, (value) =>
      value === FREE ? 0 : value === 1 ? -1 : 1,
    );
    signCache.set(size, signs);
  }
  return signs;
}

/** Inverts values if the fixed patterns show that they are inverted. */
function turn(values: Float32Array, expected: Int8Array): Float32Array {
  let light = 0;
  let lights = 0;
  let dark = 0;
  let darks = 0;
  for (let i = 0; i < values.length; i += 1) {
    if (expected[i] === 1) {
      light += values[i] ?? 0;
      lights += 1;
    } else if (expected[i] === -1) {
      dark += values[i] ?? 0;
      darks += 1;
    }
  }
  return light / lights >= dark / darks ? values : values.map((value) => -value);
}
