import type { Grey } from './picture.ts';

/** A stretch of a row of pixels: from, and up to but without. */
export type Span = readonly [from: number, to: number];

/** Where a picture has detail as fine as a code's, with a margin: the stretches of each of its rows. */
export type Detail = readonly (readonly Span[])[];

/** All of a picture. */
export function everywhere({ width, height }: Pick<Grey, 'width' | 'height'>): Detail {
  const row: Span[] = [[0, width]];
  return Array.from({ length: height }, () => row);
}

/** Side of the squares that a picture is divided into, in pixels. */
const BLOCK = 32;
/** The minimum share of a code's pixels that differ from their neighbour, for modules up to four pixels. */
const LEAST_SHARE = 0.04;

export interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A part of a picture with detail, and where in it. */
export interface Detailed extends Part {
  detail: Detail;
}

/** The squares with detail and their neighbours; most of a screen is flat. */
interface Squares {
  columns: number;
  rows: number;
  busy: Uint8Array;
}

/**
 * The parts of a picture in which edges are as dense as a code's in both directions, each as small as it can be;
 * smooth colour, lines and grain are not. Detail that hangs together is in one part.
 * @param leastStep from pixel to pixel that counts as an edge, in grey levels
 */
export function findDetail(grey: Grey, leastStep: number): (within: Part) => Detailed[] {
  const columns = Math.ceil(grey.width / BLOCK);
  const rows = Math.ceil(grey.height / BLOCK);
  const squares: Squares = { columns, rows, busy: new Uint8Array(columns * rows) };
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (isBusy(grey, column * BLOCK, row * BLOCK, leastStep)) markAround(squares, column, row);
    }
  }
  return (within) => clustersOf(squares, within).map((cluster) => detailOf(squares, within, cluster));
}

/** A box of squares: from, and up to but without. */
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The boxes around squares that touch; boxes that overlap are one. */
function clustersOf({ columns, rows, busy }: Squares, { x, y, width, height }: Part): Box[] {
  const left = Math.floor(x / BLOCK);
  const right = Math.min(columns, Math.ceil((x + width) / BLOCK));
  const top = Math.floor(y / BLOCK);
  const bottom = Math.min(rows, Math.ceil((y + height) / BLOCK));
  const boxes: Box[] = [];
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) {
      if (busy[row * columns + column] !== 1) continue;
      const from = column;
      while (column < right && busy[row * columns + column] === 1) column += 1;
      addBox(boxes, { left: from, top: row, right: column, bottom: row + 1 });
    }
  }
  return boxes;
}

/** Adds a box, joined with those that it touches, and with those that they then touch. */
function addBox(boxes: Box[], added: Box): void {
  for (;;) {
    const at = boxes.findIndex(
      (other) =>
        other.left <= added.right &&
        added.left <= other.right &&
        other.top <= added.bottom &&
        added.top <= other.bottom,
    );
    const [other] = at < 0 ? [] : boxes.splice(at, 1);
    if (other === undefined) break;
    added = {
      left: Math.min(added.left, other.left),
      top: Math.min(added.top, other.top),
      right: Math.max(added.right, other.right),
      bottom: Math.max(added.bottom, other.bottom),
    };
  }
  boxes.push(added);
}

function detailOf({ columns, busy }: Squares, within: Part, box: Box): Detailed {
  const x = Math.max(within.x, box.left * BLOCK);
  const y = Math.max(within.y, box.top * BLOCK);
  const width = Math.min(within.x + within.width, box.right * BLOCK) - x;
  const height = Math.min(within.y + within.height, box.bottom * BLOCK) - y;
  const detail: (readonly Span[])[] = [];
  let spans: readonly Span[] = [];
  for (let row = box.top; row < box.bottom; row += 1) {
    const found: Span[] = [];
    for (let column = box.left; column < box.right; column += 1) {
      if (busy[row * columns + column] !== 1) continue;
      const from = column;
      while (column < box.right && busy[row * columns + column] === 1) column += 1;
      found.push([Math.max(0, from * BLOCK - x), Math.min(width, column * BLOCK - x)]);
    }
    // Rows that are alike share their stretches, which are then gone through together.
    if (found.flat().join() !== spans.flat().join()) spans = found;
    while (detail.length < Math.min(height, (row + 1) * BLOCK - y)) detail.push(spans);
  }
  return { x, y, width, height, detail };
}

function markAround({ columns, rows, busy }: Squares, column: number, row: number): void {
  for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1) {
    for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1) {
      busy[y * columns + x] = 1;
    }
  }
}

function isBusy(grey: Grey, left: number, top: number, leastStep: number): boolean {
  const { width, height, data } = grey;
  const right = Math.min(width - 1, left + BLOCK);
  const bottom = Math.min(height - 1, top + BLOCK);
  let across = 0;
  let down = 0;
  let steps = 0;
  for (let y = top; y < bottom; y += 2) {
    for (let x = left, at = y * width + left; x < right; x += 1, at += 1) {
      const value = data[at] ?? 0;
      const aside = Math.abs(value - (data[at + 1] ?? 0));
      steps += aside;
      if (aside >= leastStep) across += 1;
      if (Math.abs(value - (data[at + width] ?? 0)) >= leastStep) down += 1;
    }
  }
  const area = ((right - left) * (bottom - top)) / 2;
  const least = LEAST_SHARE * area;
  return across > least && down > least && !isGrain(grey, left, top, steps / area);
}

/**
 * Grain, as photographs have it, differs from pixel to pixel: between the means of two by two pixels it has half the
 * step. What is drawn has at least the same one.
 */
const GRAIN = 0.62;

function isGrain({ width, height, data }: Grey, left: number, top: number, step: number): boolean {
  const right = Math.min(width, left + BLOCK);
  const bottom = Math.min(height, top + BLOCK);
  let steps = 0;
  let count = 0;
  for (let y = top; y + 1 < bottom; y += 2) {
    let last = -1;
    for (let x = left, at = y * width + left; x + 1 < right; x += 2, at += 2) {
      const sum =
        (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + width] ?? 0) + (data[at + width + 1] ?? 0);
      if (last >= 0) {
        steps += Math.abs(sum - last);
        count += 1;
      }
      last = sum;
    }
  }
  return steps < 4 * GRAIN * step * count;
}
