import QRCode from 'qrcode';
import type { Pixels } from '../../src/contract/scan.ts';
import type { Picture } from '../../src/core/qr/picture.ts';

/** A white picture with these texts as QR codes in a row, four pixels a module. */
export function pictureOf(texts: readonly string[]): Picture & { data: Uint8Array<ArrayBuffer> } {
  const codes = texts.map((text) => QRCode.create(text).modules);
  const side = 400;
  const width = side * Math.max(1, codes.length);
  const data = new Uint8Array(width * side * 4).fill(255);
  for (const [index, modules] of codes.entries()) {
    for (let y = 0; y < modules.size * 4; y += 1) {
      for (let x = 0; x < modules.size * 4; x += 1) {
        if (modules.get(y >> 2, x >> 2) === 0) continue;
        const at = ((y + 40) * width + x + 40 + index * side) * 4;
        data.fill(0, at, at + 3);
      }
    }
  }
  return { width, height: side, channels: 4, data };
}

/** The same as the window hands it over. */
export function pixelsOf(texts: readonly string[]): Pixels {
  const { width, height, data } = pictureOf(texts);
  return { width, height, pixels: new Blob([data]) };
}
