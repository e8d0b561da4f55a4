import type { Grey, Point } from './picture.ts';
import type { Part } from './sequence.ts';

/** A code found in the picture. */
export interface FoundCode {
  text: string;
  /** Set if the text is part of a longer one, spread over several codes. */
  part?: Part;
  /** Top left, top right, bottom right, bottom left of the symbol as printed, in picture pixels. */
  corners: [Point, Point, Point, Point];
  /** Which pass found it. */
  pass: string;
}

/** The codes found so far: one per text and place. */
export interface Found {
  codes: FoundCode[];
  /** Keeps a code unless the same text was found at the same place. Returns whether it is new. */
  add(code: FoundCode): boolean;
  /** Whether a place (in picture pixels) lies in a found code. */
  covers(x: number, y: number): boolean;
}

/** Compares by reading order: rows from the top, each from the left. Codes in one row overlap vertically. */
export function inReadingOrder(one: FoundCode, other: FoundCode): number {
  const [first] = one.corners;
  const [second] = other.corners;
  const height = Math.abs(one.corners[2].y - first.y) || Math.abs(one.corners[2].x - first.x);
  const isSameRow = Math.abs(first.y - second.y) < height / 2;
  return isSameRow ? first.x - second.x : first.y - second.y;
}

/** An empty collection. */
export function createFound(): Found {
  const codes: FoundCode[] = [];
  const covers = (x: number, y: number): boolean => codes.some((code) => isInside(code.corners, x, y));
  return {
    codes,
    covers,
    add: (code) => {
      const centre = centreOf(code.corners);
      const known = codes.some(
        (other) =>
          isInside(other.corners, centre.x, centre.y) ||
          (other.text === code.text &&
            isInside(code.corners, centreOf(other.corners).x, centreOf(other.corners).y)),
      );
      if (!known) codes.push(code);
      return !known;
    },
  };
}

/** Paints the found codes grey, so that no further pass reads them again. */
export function paintOver(grey: Grey, codes: readonly FoundCode[], factor = 1): void {
  for (const { corners } of codes) {
    const xs = corners.map((corner) => corner.x / factor);
    const ys = corners.map((corner) => corner.y / factor);
    const right = Math.min(grey.width, Math.ceil(Math.max(...xs)) + 1);
    const bottom = Math.min(grey.height, Math.ceil(Math.max(...ys)) + 1);
    for (let y = Math.max(0, Math.floor(Math.min(...ys))); y < bottom; y += 1) {
      for (let x = Math.max(0, Math.floor(Math.min(...xs))); x < right; x += 1) {
        if (isInside(corners, (x + 0.5) * factor, (y + 0.5) * factor)) grey.data[y * grey.width + x] = 160;
      }
    }
  }
}

function centreOf(corners: readonly Point[]): Point {
  return {
    x: corners.reduce((sum, corner) => sum + corner.x, 0) / corners.length,
    y: corners.reduce((sum, corner) => sum + corner.y, 0) / corners.length,
  };
}

/** Whether a point lies in a convex quad, with its corners in either direction. */
function isInside(corners: readonly Point[], x: number, y: number): boolean {
  let sign = 0;
  for (const [i, from] of corners.entries()) {
    const to = corners[(i + 1) % corners.length];
    if (to === undefined) return false;
    const side = Math.sign((to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x));
    if (side !== 0 && sign !== 0 && side !== sign) return false;
    if (side !== 0) sign = side;
  }
  return true;
}
