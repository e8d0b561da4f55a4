import type { ModuleValues } from './grid-sample.ts';

/** Modules as dark or light, and how doubtful each one is. */
export interface ModuleBits {
  /** 1 dark, 0 light. */
  bits: Uint8Array;
  /** 0 (sure) to 1 (on the threshold). */
  doubt: Float32Array;
}

/** Where a threshold comes from: the whole symbol, or a neighbourhood of this many modules to each side. */
export type ThresholdReach = number | 'whole';

/**
 * Tells dark modules from light ones.
 * @param sharpen how much of the four neighbours' mean to subtract first: undoes blur across modules
 * @param reach the threshold is midway between the mean dark and mean light module, of the whole symbol or of
 * the neighbourhood (which follows a gradient, a shadow, uneven light)
 */
export function toBits(
  values: ModuleValues,
  size: number,
  sharpen: number,
  reach: ThresholdReach,
): ModuleBits {
  const sharp = sharpen === 0 ? values : sharpenModules(values, size, sharpen);
  const whole = wholeThreshold(sharp);
  let thresholds = new Float32Array(sharp.length).fill(whole.middle);
  if (reach !== 'whole') {
    thresholds = localMeans(sharp, size, reach);
    for (let round = 0; round < 2; round += 1) thresholds = localMiddles(sharp, thresholds, size, reach);
  }
  const bits = new Uint8Array(sharp.length);
  const doubt = new Float32Array(sharp.length);
  const half = Math.max(1e-3, whole.half);
  for (let i = 0; i < sharp.length; i += 1) {
    const distance = (sharp[i] ?? 0) - (thresholds[i] ?? 0);
    bits[i] = distance < 0 ? 1 : 0;
    doubt[i] = Math.max(0, 1 - Math.abs(distance) / half);
  }
  return { bits, doubt };
}

function sharpenModules(values: ModuleValues, size: number, amount: number): Float32Array {
  const out = new Float32Array(values.length);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const i = y * size + x;
      const own = values[i] ?? 0;
      const left = x > 0 ? (values[i - 1] ?? 0) : own;
      const right = x < size - 1 ? (values[i + 1] ?? 0) : own;
      const above = y > 0 ? (values[i - size] ?? 0) : own;
      const below = y < size - 1 ? (values[i + size] ?? 0) : own;
      out[i] = own + amount * (own - (left + right + above + below) / 4);
    }
  }
  return out;
}

/** Two means over the whole symbol: their midpoint, and half their distance. */
function wholeThreshold(values: Float32Array): { middle: number; half: number } {
  let middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  let half = 1;
  for (let round = 0; round < 6; round += 1) {
    let low = 0;
    let lows = 0;
    let high = 0;
    let highs = 0;
    for (const value of values) {
      if (value < middle) {
        low += value;
        lows += 1;
      } else {
        high += value;
        highs += 1;
      }
    }
    if (lows === 0 || highs === 0) break;
    middle = (low / lows + high / highs) / 2;
    half = (high / highs - low / lows) / 2;
  }
  return { middle, half };
}

/** The mean of each module's neighbourhood. */
function localMeans(values: Float32Array, size: number, reach: number): Float32Array<ArrayBuffer> {
  const sums = sumModules(size, (i) => values[i] ?? 0);
  const counts = sumModules(size, () => 1);
  const out = new Float32Array(values.length);
  for (let i = 0; i < out.length; i += 1)
    out[i] = around(sums, size, i, reach) / around(counts, size, i, reach);
  return out;
}

/** The midpoint of the neighbourhood's mean dark and mean light modules, by the thresholds so far. */
function localMiddles(
  values: Float32Array,
  thresholds: Float32Array,
  size: number,
  reach: number,
): Float32Array<ArrayBuffer> {
  const isLow = (i: number): boolean => (values[i] ?? 0) < (thresholds[i] ?? 0);
  const low = sumModules(size, (i) => (isLow(i) ? (values[i] ?? 0) : 0));
  const lows = sumModules(size, (i) => (isLow(i) ? 1 : 0));
  const high = sumModules(size, (i) => (isLow(i) ? 0 : (values[i] ?? 0)));
  const highs = sumModules(size, (i) => (isLow(i) ? 0 : 1));
  const out = new Float32Array(values.length);
  for (let i = 0; i < out.length; i += 1) {
    const darks = around(lows, size, i, reach);
    const lights = around(highs, size, i, reach);
    out[i] =
      darks === 0 || lights === 0
        ? (thresholds[i] ?? 0)
        : (around(low, size, i, reach) / darks + around(high, size, i, reach) / lights) / 2;
  }
  return out;
}

/** Summed areas over modules, with one more row and column than the symbol. */
function sumModules(size: number, value: (index: number) => number): Float64Array {
  const stride = size + 1;
  const sums = new Float64Array(stride * stride);
  for (let y = 0; y < size; y += 1) {
    let row = 0;
    for (let x = 0; x < size; x += 1) {
      row += value(y * size + x);
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + row;
    }
  }
  return sums;
}

function around(sums: Float64Array, size: number, index: number, reach: number): number {
  const x = index % size;
  const y = (index - x) / size;
  const stride = size + 1;
  const left = Math.max(0, x - reach);
  const right = Math.min(size, x + reach + 1);
  const top = Math.max(0, y - reach) * stride;
  const bottom = Math.min(size, y + reach + 1) * stride;
  return (
    (sums[bottom + right] ?? 0) -
    (sums[bottom + left] ?? 0) -
    (sums[top + right] ?? 0) +
    (sums[top + left] ?? 0)
  );
}
