import QRCode from 'qrcode';
import type { Pixels } from '../../src/contract/scan.ts';
import type { Picture } from '../../src/core/qr/picture.ts';
import type { Modules } from './split-symbols.ts';

type RgbaPicture = Picture & { data: Uint8Array<ArrayBuffer> };

/** A white picture with these texts as QR codes in a row, four pixels a module. */
export function pictureOf(texts: readonly string[]): RgbaPicture {
  return pictureOfSymbols(
    texts.map((text) => {
      const { size, data } = QRCode.create(text).modules;
      return { size, bits: Uint8Array.from(data) };
    }),
  );
}

/** The same as the window hands it over. */
export function pixelsOf(texts: readonly string[]): Pixels {
  return toPixels(pictureOf(texts));
}

/** As `pixelsOf`, of symbols that are drawn already. */
export function pixelsOfSymbols(symbols: readonly Modules[]): Pixels {
  return toPixels(pictureOfSymbols(symbols));
}

function toPixels({ width, height, data }: RgbaPicture): Pixels {
  return { width, height, pixels: new Blob([data]) };
}

function pictureOfSymbols(symbols: readonly Modules[]): RgbaPicture {
  const side = Math.max(400, ...symbols.map(({ size }) => size * 4 + 80));
  const width = side * Math.max(1, symbols.length);
  const data = new Uint8Array(width * side * 4).fill(255);
  for (const [index, { size, bits }] of symbols.entries()) {
    for (let y = 0; y < size * 4; y += 1) {
      for (let x = 0; x < size * 4; x += 1) {
        if (bits[(y >> 2) * size + (x >> 2)] !== 1) continue;
        const at = ((y + 40) * width + x + 40 + index * side) * 4;
        data.fill(0, at, at + 3);
      }
    }
  }
  return { width, height: side, channels: 4, data };
}
