import type { Point } from './picture.ts';

/** A projective map of the plane, row by row, the last entry free. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];

/** Four corners, in any order that both sides share. */
export type Quad = readonly [Point, Point, Point, Point];

/** The map from four points to four others; null if three of them are collinear. */
export function mapQuads(from: Quad, to: Quad): Homography | null {
  const inverse = invert(fromSquare(from));
  return inverse === null ? null : multiply(fromSquare(to), inverse);
}

/** Applies a map to a point. */
export function project(map: Homography, u: number, v: number): Point {
  const w = map[6] * u + map[7] * v + map[8];
  return { x: (map[0] * u + map[1] * v + map[2]) / w, y: (map[3] * u + map[4] * v + map[5]) / w };
}

/** A map that applies `map`, then scales by a factor and moves by x, y. */
export function scaled(map: Homography, factor: number, x: number, y: number): Homography {
  return multiply([factor, 0, x, 0, factor, y, 0, 0, 1], map);
}

/** From the unit square's corners (0,0), (1,0), (1,1), (0,1) to a quad (Heckbert 1989). */
function fromSquare([a, b, c, d]: Quad): Homography {
  const sx = a.x - b.x + c.x - d.x;
  const sy = a.y - b.y + c.y - d.y;
  const dx1 = b.x - c.x;
  const dx2 = d.x - c.x;
  const dy1 = b.y - c.y;
  const dy2 = d.y - c.y;
  const determinant = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / determinant;
  const h = (dx1 * sy - sx * dy1) / determinant;
  return [
    b.x - a.x + g * b.x,
    d.x - a.x + h * d.x,
    a.x,
    b.y - a.y + g * b.y,
    d.y - a.y + h * d.y,
    a.y,
    g,
    h,
    1,
  ];
}

function multiply(m: Homography, n: Homography): Homography {
  return [
    m[0] * n[0] + m[1] * n[3] + m[2] * n[6],
    m[0] * n[1] + m[1] * n[4] + m[2] * n[7],
    m[0] * n[2] + m[1] * n[5] + m[2] * n[8],
    m[3] * n[0] + m[4] * n[3] + m[5] * n[6],
    m[3] * n[1] + m[4] * n[4] + m[5] * n[7],
    m[3] * n[2] + m[4] * n[5] + m[5] * n[8],
    m[6] * n[0] + m[7] * n[3] + m[8] * n[6],
    m[6] * n[1] + m[7] * n[4] + m[8] * n[7],
    m[6] * n[2] + m[7] * n[5] + m[8] * n[8],
  ];
}

function invert(m: Homography): Homography | null {
  const [a, b, c, d, e, f, g, h, i] = m;
  const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  if (!Number.isFinite(determinant) || determinant === 0) return null;
  return [
    (e * i - f * h) / determinant,
    (c * h - b * i) / determinant,
    (b * f - c * e) / determinant,
    (f * g - d * i) / determinant,
    (a * i - c * g) / determinant,
    (c * d - a * f) / determinant,
    (d * h - e * g) / determinant,
    (b * g - a * h) / determinant,
    (a * e - b * d) / determinant,
  ];
}
