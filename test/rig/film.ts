import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { createCanvas } from '../pictures/canvas.ts';
import { blur, motionBlur } from '../pictures/degrade.ts';
import { drawSymbol, turned } from '../pictures/draw-symbol.ts';
import { style } from '../pictures/kit.ts';
import { createSymbol } from '../pictures/symbol.ts';

/** In pixels. */
export const filmSize = { width: 800, height: 450 };
/** Pixels a module. */
const pitch = 5;
/** Chromium plays 30 a second. A prime number: whoever takes every n-th frame comes to see them all. */
const frames = 29;

/**
 * Writes what a camera sees of a QR code that a person holds in front of it: it sways and tilts, moves, is out of focus,
 * and at times is out of the picture. The file is Motion JPEG, which Chromium plays in a loop as its camera.
 */
export async function writeFilm(path: string, text: string): Promise<void> {
  const { width, height } = filmSize;
  const symbol = createSymbol(text, 'M', style());
  const film: Buffer[] = [];
  for (let frame = 0; frame < frames; frame += 1) {
    const swing = (2 * Math.PI * frame) / frames;
    const canvas = createCanvas(width, height, [96, 104, 100]);
    // A third of the time it is partly beyond the right edge.
    const x = 260 + 560 * Math.max(0, Math.sin(swing) - 0.3);
    const y = 110 + 40 * Math.cos(2 * swing);
    const angle = 0.35 * Math.sin(2 * swing + 1);
    drawSymbol(canvas, symbol, turned(symbol, x, y, pitch, angle, 0.12, swing), 2);
    const moved = frame % 3 === 0 ? motionBlur(canvas, 6, swing) : canvas;
    const { data } = await blur(moved, frame % 4 === 1 ? 2.5 : 0.6);
    const pixels = sharp(data, { raw: { width, height, channels: 4 } });
    film.push(await pixels.jpeg({ quality: 70 }).toBuffer());
  }
  await writeFile(path, Buffer.concat(film));
}
