import { blend } from './canvas.ts';
import type { Canvas } from './canvas.ts';
import type { DrawnSymbol } from './symbol.ts';

/** A place that a symbol's modules are mapped to: picture coordinates of u, v, and back. */
export interface Placement {
  toModules: (x: number, y: number) => { u: number; v: number };
  /** The picture's box that holds the symbol with its quiet zone. */
  box: { x: number; y: number; width: number; height: number };
}

/** Upright, `pitch` pixels a module, the symbol's own corner (without its quiet zone) at x, y. */
export function upright(symbol: DrawnSymbol, x: number, y: number, pitch: number): Placement {
  const side = (symbol.size + 2 * symbol.style.quiet) * pitch;
  return {
    toModules: (px, py) => ({ u: (px - x) / pitch, v: (py - y) / pitch }),
    box: { x: x - symbol.style.quiet * pitch, y: y - symbol.style.quiet * pitch, width: side, height: side },
  };
}

/** Turned by an angle and seen in perspective: `tilt` shrinks the far side (0: none; 0.3: strong) towards `direction`. */
export function turned(
  symbol: DrawnSymbol,
  x: number,
  y: number,
  pitch: number,
  angle: number,
  tilt = 0,
  direction = 0,
): Placement {
  const half = symbol.size / 2;
  const span = (symbol.size / 2 + symbol.style.quiet) * pitch;
  const cx = x + half * pitch;
  const cy = y + half * pitch;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const reach = span * Math.SQRT2 * (1 + tilt) * 1.15;
  const tx = (Math.cos(direction) * tilt) / span;
  const ty = (Math.sin(direction) * tilt) / span;
  return {
    toModules: (px, py) => {
      const dx = px - cx;
      const dy = py - cy;
      const w = 1 + tx * dx + ty * dy;
      const rx = (dx * cos + dy * sin) / w;
      const ry = (-dx * sin + dy * cos) / w;
      return { u: rx / pitch + half, v: ry / pitch + half };
    },
    box: { x: cx - reach, y: cy - reach, width: 2 * reach, height: 2 * reach },
  };
}

/** Draws a symbol with `samples` × `samples` points a pixel: 1 is a hard edge, 4 an anti-aliased one. */
export function drawSymbol(canvas: Canvas, symbol: DrawnSymbol, placement: Placement, samples = 4): void {
  const { box, toModules } = placement;
  const right = Math.min(canvas.width, Math.ceil(box.x + box.width));
  const bottom = Math.min(canvas.height, Math.ceil(box.y + box.height));
  for (let y = Math.max(0, Math.floor(box.y)); y < bottom; y += 1) {
    for (let x = Math.max(0, Math.floor(box.x)); x < right; x += 1) {
      let r = 0;
      let g = 0;
      let b = 0;
      let a = 0;
      for (let j = 0; j < samples; j += 1) {
        for (let i = 0; i < samples; i += 1) {
          const place = toModules(x + (i + 0.5) / samples, y + (j + 0.5) / samples);
          const point = symbol.at(place.u, place.v);
          if (point === null) continue;
          r += point.colour[0] * point.alpha;
          g += point.colour[1] * point.alpha;
          b += point.colour[2] * point.alpha;
          a += point.alpha;
        }
      }
      if (a > 0) blend(canvas, x, y, [r / a, g / a, b / a], a / (samples * samples));
    }
  }
}
