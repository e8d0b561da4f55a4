/** Red, green, blue, each 0 to 255. */
export type Colour = readonly [number, number, number];

/** An opaque RGBA picture being drawn. */
export interface Canvas {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** A canvas in one colour. */
export function createCanvas(width: number, height: number, colour: Colour = [255, 255, 255]): Canvas {
  const canvas = { width, height, data: new Uint8ClampedArray(width * height * 4) };
  fillRect(canvas, 0, 0, width, 1, colour);
  for (let y = 1; y < height; y += 1) canvas.data.copyWithin(y * width * 4, 0, width * 4);
  return canvas;
}

/** Fills whole pixels of a rectangle; `alpha` is 0 to 1. */
export function fillRect(
  canvas: Canvas,
  x: number,
  y: number,
  width: number,
  height: number,
  colour: Colour,
  alpha = 1,
): void {
  const left = Math.max(0, Math.round(x));
  const right = Math.min(canvas.width, Math.round(x + width));
  const bottom = Math.min(canvas.height, Math.round(y + height));
  for (let row = Math.max(0, Math.round(y)); row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) blend(canvas, column, row, colour, alpha);
  }
}

/** Draws where a shape covers a pixel: `coverage(x, y)` is 0 to 1 for the pixel whose corner is at x, y. */
export function fillShape(
  canvas: Canvas,
  box: { x: number; y: number; width: number; height: number },
  coverage: (x: number, y: number) => number,
  colour: Colour,
): void {
  const right = Math.min(canvas.width, Math.ceil(box.x + box.width));
  const bottom = Math.min(canvas.height, Math.ceil(box.y + box.height));
  for (let y = Math.max(0, Math.floor(box.y)); y < bottom; y += 1) {
    for (let x = Math.max(0, Math.floor(box.x)); x < right; x += 1) {
      const alpha = coverage(x, y);
      if (alpha > 0) blend(canvas, x, y, colour, Math.min(1, alpha));
    }
  }
}

/** An anti-aliased rounded rectangle. */
export function fillRounded(
  canvas: Canvas,
  box: { x: number; y: number; width: number; height: number },
  radius: number,
  colour: Colour,
  alpha = 1,
): void {
  const cx = box.x + box.width / 2;
  const cy = box.y + box.height / 2;
  fillShape(
    canvas,
    { x: box.x - 1, y: box.y - 1, width: box.width + 2, height: box.height + 2 },
    (x, y) => {
      const dx = Math.abs(x + 0.5 - cx) - box.width / 2 + radius;
      const dy = Math.abs(y + 0.5 - cy) - box.height / 2 + radius;
      // Only a corner needs a square root.
      const beyond = dx > 0 && dy > 0 ? Math.hypot(dx, dy) : Math.max(dx, dy);
      const outside = beyond - radius;
      return alpha * Math.max(0, Math.min(1, 0.5 - outside));
    },
    colour,
  );
}

/** Mixes a colour into one pixel that lies inside the canvas. */
export function blend(canvas: Canvas, x: number, y: number, colour: Colour, alpha: number): void {
  const p = (y * canvas.width + x) * 4;
  const { data } = canvas;
  data[p] = (data[p] ?? 0) + (colour[0] - (data[p] ?? 0)) * alpha;
  data[p + 1] = (data[p + 1] ?? 0) + (colour[1] - (data[p + 1] ?? 0)) * alpha;
  data[p + 2] = (data[p + 2] ?? 0) + (colour[2] - (data[p + 2] ?? 0)) * alpha;
  data[p + 3] = 255;
}

/** A colour between two. */
export function mix(a: Colour, b: Colour, t: number): Colour {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

/** BT.601 luminance, 0 to 255. */
export function luma(colour: Colour): number {
  return 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2];
}
