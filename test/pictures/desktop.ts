import { blend, createCanvas, fillRect, fillRounded, fillShape, mix } from './canvas.ts';
import type { Canvas, Colour } from './canvas.ts';
import type { Random } from './random.ts';

/** A desktop full of what real ones show: a wallpaper, windows with text, tables, editors, icons, a task bar. */
export function drawDesktop(random: Random, width: number, height: number, scale = 1): Canvas {
  const canvas = createCanvas(width, height);
  drawWallpaper(canvas, random);
  const area = (width * height) / (1_000_000 * scale * scale);
  for (let i = 0; i < 4 + area; i += 1) {
    const w = random.between(220, 700) * scale;
    const h = random.between(160, 500) * scale;
    drawWindow(canvas, random, {
      x: random.between(-50, width - w * 0.5),
      y: random.between(-20, height - h * 0.5),
      width: w,
      height: h,
      scale,
    });
  }
  for (let i = 0; i < 8 + area * 3; i += 1) drawIcon(canvas, random, scale);
  fillRect(
    canvas,
    0,
    height - 36 * scale,
    width,
    36 * scale,
    random.pick<Colour>([
      [20, 22, 28],
      [235, 235, 240],
    ]),
    0.9,
  );
  for (let x = 10 * scale; x < width * 0.4; x += 44 * scale) {
    const side = 26 * scale;
    fillRounded(
      canvas,
      { x, y: height - 31 * scale, width: side, height: side },
      6 * scale,
      anyColour(random),
    );
  }
  return canvas;
}

/** Smooth hills of colour with fine grain, as a photograph has them. */
export function drawWallpaper(canvas: Canvas, random: Random): void {
  const { width, height } = canvas;
  const a = anyColour(random);
  const b = anyColour(random);
  const c = anyColour(random);
  const columns = Float64Array.from({ length: width }, (_, x) => x / width);
  const octaves = [3, 7, 19, 61].map((cells) => noiseGrid(random, cells)(columns));
  const grain = random.pick([0, 0, 6, 14]);
  for (let y = 0; y < height; y += 1) {
    const rows = octaves.map((octave) => octave(y / height));
    for (let x = 0; x < width; x += 1) {
      let t = 0;
      let weight = 0.55;
      for (const row of rows) {
        t += weight * (row[x] ?? 0);
        weight *= 0.5;
      }
      const colour = t < 0.5 ? mix(a, b, t * 2) : mix(b, c, t * 2 - 1);
      const g = grain === 0 ? 0 : (random.next() - 0.5) * 2 * grain;
      blend(canvas, x, y, [colour[0] + g, colour[1] + g, colour[2] + g], 1);
    }
  }
}

/** A saturated or grey colour. */
export function anyColour(random: Random): Colour {
  return [random.whole(0, 255), random.whole(0, 255), random.whole(0, 255)];
}

/** Lines of text-like marks: strokes as thin, as dense and as sharp as those of small type. */
export function drawText(
  canvas: Canvas,
  random: Random,
  box: { x: number; y: number; width: number; height: number },
  style: { size: number; colour: Colour; alpha?: number },
): void {
  const { size, colour } = style;
  const stroke = Math.max(1, size / 9);
  for (let y = box.y; y + size < box.y + box.height; y += size * 1.6) {
    const end = box.x + box.width * random.between(0.3, 1);
    for (let x = box.x; x + size * 0.6 < end; x += size * 0.62) {
      if (random.chance(0.17)) continue;
      const alpha = (style.alpha ?? 1) * random.between(0.75, 1);
      const w = size * 0.5;
      if (random.chance(0.7)) fillRect(canvas, x, y + size * 0.25, stroke, size * 0.75, colour, alpha);
      if (random.chance(0.5))
        fillRect(canvas, x + w - stroke, y + size * 0.25, stroke, size * 0.75, colour, alpha);
      if (random.chance(0.5)) fillRect(canvas, x, y + size * 0.25, w, stroke, colour, alpha);
      if (random.chance(0.4)) fillRect(canvas, x, y + size * 0.6, w, stroke, colour, alpha);
      if (random.chance(0.5)) fillRect(canvas, x, y + size - stroke, w, stroke, colour, alpha);
      if (random.chance(0.25)) fillRect(canvas, x, y, stroke, size, colour, alpha);
    }
  }
}

function drawWindow(
  canvas: Canvas,
  random: Random,
  box: { x: number; y: number; width: number; height: number; scale: number },
): void {
  const dark = random.chance(0.4);
  const paper: Colour = dark ? [30, 32, 38] : [250, 250, 252];
  const ink: Colour = dark ? [215, 218, 225] : [35, 37, 42];
  const { scale } = box;
  fillRounded(canvas, { ...box, x: box.x + 4 * scale, y: box.y + 6 * scale }, 9 * scale, [0, 0, 0], 0.3);
  fillRounded(canvas, box, 8 * scale, paper);
  const bar = 28 * scale;
  fillRect(canvas, box.x, box.y + 4, box.width, bar - 4, mix(paper, ink, 0.12));
  for (let i = 0; i < 3; i += 1) {
    const side = 11 * scale;
    fillRounded(
      canvas,
      { x: box.x + (10 + i * 19) * scale, y: box.y + 9 * scale, width: side, height: side },
      side / 2,
      anyColour(random),
    );
  }
  drawText(
    canvas,
    random,
    { x: box.x + 80 * scale, y: box.y + 8 * scale, width: box.width * 0.5, height: 20 * scale },
    { size: 11 * scale, colour: ink },
  );
  const body = {
    x: box.x + 12 * scale,
    y: box.y + bar + 8 * scale,
    width: box.width - 24 * scale,
    height: box.height - bar - 14 * scale,
  };
  switch (random.whole(0, 4)) {
    case 0:
    case 1:
      drawText(canvas, random, body, { size: random.pick([9, 11, 13, 20]) * scale, colour: ink });
      return;
    case 2:
      drawTable(canvas, random, body, scale, ink);
      return;
    case 3:
      drawPhoto(canvas, random, body);
      return;
    default:
      drawPatterns(canvas, random, body, scale, ink);
  }
}

function drawTable(
  canvas: Canvas,
  random: Random,
  body: { x: number; y: number; width: number; height: number },
  scale: number,
  ink: Colour,
): void {
  const row = random.pick([14, 22]) * scale;
  const column = random.pick([24, 70, 110]) * scale;
  for (let y = body.y; y < body.y + body.height; y += row)
    fillRect(canvas, body.x, y, body.width, 1, ink, 0.5);
  for (let x = body.x; x < body.x + body.width; x += column) {
    fillRect(canvas, x, body.y, 1, body.height, ink, 0.5);
    for (let y = body.y + 3 * scale; y + row < body.y + body.height; y += row) {
      drawText(
        canvas,
        random,
        { x: x + 3, y, width: column - 6, height: row },
        { size: 8 * scale, colour: ink },
      );
    }
  }
}

function drawPhoto(
  canvas: Canvas,
  random: Random,
  body: { x: number; y: number; width: number; height: number },
): void {
  const a = anyColour(random);
  const b = anyColour(random);
  const left = Math.max(0, Math.round(body.x));
  const right = Math.min(canvas.width, body.x + body.width);
  const columns = Float64Array.from(
    { length: Math.max(0, Math.ceil(right - left)) },
    (_, at) => (left + at - body.x) / body.width,
  );
  const octaves = [4, 11, 37].map((cells) => noiseGrid(random, cells)(columns));
  for (let y = Math.max(0, Math.round(body.y)); y < Math.min(canvas.height, body.y + body.height); y += 1) {
    const rows = octaves.map((octave) => octave((y - body.y) / body.height));
    for (let x = left; x < right; x += 1) {
      let t = 0;
      for (const row of rows) t += (row[x - left] ?? 0) / 3;
      const g = (random.next() - 0.5) * 30;
      const colour = mix(a, b, t);
      blend(canvas, x, y, [colour[0] + g, colour[1] + g, colour[2] + g], 1);
    }
  }
}

/** What a finder search may stumble over: check boxes, radio buttons, targets, checkerboards, stripes. */
function drawPatterns(
  canvas: Canvas,
  random: Random,
  body: { x: number; y: number; width: number; height: number },
  scale: number,
  ink: Colour,
): void {
  for (let y = body.y; y < body.y + body.height - 40 * scale; y += 44 * scale) {
    for (let x = body.x; x < body.x + body.width - 40 * scale; x += 52 * scale) {
      const u = random.between(2, 5) * scale;
      const kind = random.whole(0, 3);
      const box = { x, y, width: 7 * u, height: 7 * u };
      fillShape(
        canvas,
        box,
        (px, py) => {
          const dx = Math.abs(px + 0.5 - x - 3.5 * u) / u;
          const dy = Math.abs(py + 0.5 - y - 3.5 * u) / u;
          if (kind === 0)
            return Math.max(dx, dy) < 1.5 || (Math.max(dx, dy) > 2.5 && Math.max(dx, dy) < 3.5) ? 1 : 0;
          if (kind === 1) return Math.hypot(dx, dy) < 1.5 || Math.abs(Math.hypot(dx, dy) - 3) < 0.5 ? 1 : 0;
          if (kind === 2) return (Math.floor(px / u) + Math.floor(py / u)) % 2;
          return Math.floor(px / u) % 2;
        },
        ink,
      );
    }
  }
}

function drawIcon(canvas: Canvas, random: Random, scale: number): void {
  const side = random.pick([32, 48, 64]) * scale;
  const x = random.between(0, canvas.width - side);
  const y = random.between(0, canvas.height - side);
  const colour = anyColour(random);
  fillRounded(canvas, { x, y, width: side, height: side }, side / 5, colour);
  const inner = side * random.between(0.3, 0.6);
  fillRounded(
    canvas,
    { x: x + (side - inner) / 2, y: y + (side - inner) / 2, width: inner, height: inner },
    random.pick([2, inner / 2]),
    anyColour(random),
  );
}

/**
 * Smooth noise, 0 to 1, over 0..1 × 0..1 with so many cells a side. For columns at these u, it gives a row at v; each row
 * overwrites the one before. What depends on one side alone is computed once: most of a picture's time went there.
 */
export function noiseGrid(
  random: Random,
  cells: number,
): (columns: Float64Array) => (v: number) => Float64Array {
  const side = cells + 2;
  const values = Float32Array.from({ length: side * side }, () => random.next());
  const place = (at: number) => Math.max(0, Math.min(cells, at * cells));
  const smooth = (at: number) => {
    const f = at - Math.floor(at);
    return f * f * (3 - 2 * f);
  };
  return (columns) => {
    const starts = Int32Array.from(columns, (u) => Math.floor(place(u)));
    const shares = columns.map((u) => smooth(place(u)));
    const row = new Float64Array(columns.length);
    return (v) => {
      const y = place(v);
      const first = Math.floor(y) * side;
      const sy = smooth(y);
      for (let x = 0; x < row.length; x += 1) {
        const i = first + (starts[x] ?? 0);
        const sx = shares[x] ?? 0;
        const top = (values[i] ?? 0) * (1 - sx) + (values[i + 1] ?? 0) * sx;
        const bottom = (values[i + side] ?? 0) * (1 - sx) + (values[i + side + 1] ?? 0) * sx;
        row[x] = top * (1 - sy) + bottom * sy;
      }
      return row;
    };
  };
}
