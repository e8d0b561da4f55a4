import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { noiseGrid } from './desktop.ts';
import type { Canvas } from './canvas.ts';
import type { Random } from './random.ts';

/** Stretches a whole screen by a factor, as fractional desktop scaling and a browser's zoom do. */
export async function stretch(
  canvas: Canvas,
  factor: number,
  kernel: 'nearest' | 'linear' | 'cubic' | 'lanczos3',
): Promise<Canvas> {
  return resize(canvas, Math.round(canvas.width * factor), Math.round(canvas.height * factor), kernel);
}

/** To another size with one of the usual kernels. */
export async function resize(
  canvas: Canvas,
  width: number,
  height: number,
  kernel: 'nearest' | 'linear' | 'cubic' | 'lanczos3',
): Promise<Canvas> {
  const data = await raw(canvas)
    .resize(width, height, { kernel, fit: 'fill' })
    .ensureAlpha()
    .raw()
    .toBuffer();
  return { width, height, data: new Uint8ClampedArray(data) };
}

/** Through a JPEG of a quality (1 to 100), with or without halved colour. */
export async function throughJpeg(canvas: Canvas, quality: number, subsampled: boolean): Promise<Canvas> {
  const file = await raw(canvas)
    .jpeg({ quality, chromaSubsampling: subsampled ? '4:2:0' : '4:4:4' })
    .toBuffer();
  const data = await sharp(file).ensureAlpha().raw().toBuffer();
  return { width: canvas.width, height: canvas.height, data: new Uint8ClampedArray(data) };
}

/** Out of focus: a Gaussian of so many pixels. */
export async function blur(canvas: Canvas, sigma: number): Promise<Canvas> {
  const data = await raw(canvas).blur(sigma).ensureAlpha().raw().toBuffer();
  return { ...canvas, data: new Uint8ClampedArray(data) };
}

/** Moved while exposed: the mean of `length` pixels along a direction. */
export function motionBlur(canvas: Canvas, length: number, angle: number): Canvas {
  const { width, height, data } = canvas;
  const out = new Uint8ClampedArray(data.length);
  const steps = Math.max(2, Math.ceil(length * 2));
  const offsets = Array.from({ length: steps }, (_, i) => {
    const along = (i / (steps - 1) - 0.5) * length;
    return [Math.round(Math.cos(angle) * along), Math.round(Math.sin(angle) * along)] as const;
  });
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let r = 0;
      let g = 0;
      let b = 0;
      for (const [dx, dy] of offsets) {
        const sx = Math.max(0, Math.min(width - 1, x + dx));
        const sy = Math.max(0, Math.min(height - 1, y + dy));
        const from = (sy * width + sx) * 4;
        r += data[from] ?? 0;
        g += data[from + 1] ?? 0;
        b += data[from + 2] ?? 0;
      }
      const p = (y * width + x) * 4;
      out[p] = r / steps;
      out[p + 1] = g / steps;
      out[p + 2] = b / steps;
      out[p + 3] = 255;
    }
  }
  return { width, height, data: out };
}

/** Sensor noise with a standard deviation in grey levels, a share of it in colour. */
export function addNoise(canvas: Canvas, random: Random, deviation: number): void {
  const { data } = canvas;
  for (let p = 0; p < data.length; p += 4) {
    const grey = random.normal() * deviation;
    for (let c = 0; c < 3; c += 1) {
      data[p + c] = (data[p + c] ?? 0) + grey + (random.next() - 0.5) * deviation;
    }
  }
}

/** Light that falls off to the corners and lies in soft patches. */
export function unevenLight(canvas: Canvas, random: Random, strength: number): void {
  const { width, height, data } = canvas;
  const patches = noiseGrid(random, 3)(Float64Array.from({ length: width }, (_, x) => x / width));
  for (let y = 0; y < height; y += 1) {
    const row = patches(y / height);
    for (let x = 0; x < width; x += 1) {
      const r = Math.hypot(x / width - 0.5, y / height - 0.5);
      const light = 1 - strength * (0.9 * r * r * 2 + 0.6 * (1 - (row[x] ?? 0)));
      const p = (y * width + x) * 4;
      for (let c = 0; c < 3; c += 1) data[p + c] = (data[p + c] ?? 0) * light;
    }
  }
}

/**
 * A photograph of a screen: seen from the side, its red, green and blue stripes beating with the sensor's
 * pixels (moiré), lens blur.
 */
export function photograph(
  screen: Canvas,
  random: Random,
  view: { zoom: number; angle: number; tilt: number; stripes: number },
): Canvas {
  const width = Math.round(screen.width * view.zoom);
  const height = Math.round(screen.height * view.zoom);
  const out = new Uint8ClampedArray(width * height * 4);
  const direction = random.between(0, 2 * Math.PI);
  const cos = Math.cos(view.angle);
  const sin = Math.sin(view.angle);
  const tx = (Math.cos(direction) * view.tilt * 2) / width;
  const ty = (Math.sin(direction) * view.tilt * 2) / width;
  const inset = 1.04 + view.tilt * 0.3;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const dx = (x - width / 2) * inset;
      const dy = (y - height / 2) * inset;
      const w = 1 + tx * dx + ty * dy;
      const sx = (dx * cos + dy * sin) / w / view.zoom + screen.width / 2;
      const sy = (-dx * sin + dy * cos) / w / view.zoom + screen.height / 2;
      const p = (y * width + x) * 4;
      out[p + 3] = 255;
      if (sx < 0 || sy < 0 || sx >= screen.width - 1 || sy >= screen.height - 1) {
        out[p] = out[p + 1] = out[p + 2] = 18;
        continue;
      }
      const column = Math.floor(sx);
      const fx = sx - column;
      const fy = sy - Math.floor(sy);
      const at = (Math.floor(sy) * screen.width + column) * 4;
      const row = screen.width * 4;
      for (let c = 0; c < 3; c += 1) {
        const d = screen.data;
        const top = (d[at + c] ?? 0) * (1 - fx) + (d[at + 4 + c] ?? 0) * fx;
        const bottom = (d[at + row + c] ?? 0) * (1 - fx) + (d[at + row + 4 + c] ?? 0) * fx;
        const stripe =
          Math.max(0, 1 - Math.abs(((sx * 3 - c + 4.5) % 3) - 1.5)) *
          1.8 *
          (Math.abs(fy - 0.5) < 0.38 ? 1.1 : 0.4);
        out[p + c] = (top * (1 - fy) + bottom * fy) * (1 - view.stripes + view.stripes * stripe);
      }
    }
  }
  return { width, height, data: out };
}

function raw(canvas: Canvas): Sharp {
  const { width, height, data } = canvas;
  return sharp(Buffer.from(data.buffer, data.byteOffset, data.length), {
    raw: { width, height, channels: 4 },
  }).removeAlpha();
}
