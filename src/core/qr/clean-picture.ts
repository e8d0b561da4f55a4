import type { Grey } from './picture.ts';

/** Draws modules (1 dark, 0 light) as a clean picture: three pixels per module, a border of four light ones. */
export function cleanPicture(bits: Uint8Array, size: number): Grey {
  const pitch = 3;
  const side = (size + 8) * pitch;
  const data = new Uint8Array(side * side).fill(255);
  for (let y = 0; y < size * pitch; y += 1) {
    const row = Math.floor(y / pitch) * size;
    const to = (y + 4 * pitch) * side + 4 * pitch;
    for (let x = 0; x < size * pitch; x += 1) {
      if (bits[row + Math.floor(x / pitch)] === 1) data[to + x] = 0;
    }
  }
  return { width: side, height: side, data };
}
