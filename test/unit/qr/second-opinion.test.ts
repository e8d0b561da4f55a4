import QRCode from 'qrcode';
import { describe, expect, it } from 'vitest';
import { cleanPicture } from '../../../src/core/qr/clean-picture.ts';
import { readGrid } from '../../../src/core/qr/grid-read.ts';
import { layoutOf } from '../../../src/core/qr/layout.ts';
import { correctMatrix } from '../../../src/core/qr/matrix.ts';
import { readRectified } from '../../../src/core/qr/rectify.ts';
import { loadZxing } from '../../../src/core/qr/zxing.ts';
import { WASM } from '../../bench/parts/scan-wasm.ts';
import type { Homography } from '../../../src/core/qr/homography.ts';
import type { Picture } from '../../../src/core/qr/read.ts';
import type { Zxing } from '../../../src/core/qr/zxing.ts';

const zxing = await loadZxing(WASM);
/** zxing-wasm that misses everything but the clean pictures of corrected symbols. */
const blindZxing: Zxing = (grey, options) => (options?.isPure === true ? zxing(grey, options) : []);

const text = 'otpauth://totp/ACME:a@example.com?secret=GEZDGNBVGY3TQOJQ';
const { modules } = QRCode.create(text, { errorCorrectionLevel: 'L' });
const { size } = modules;
const bits = Uint8Array.from({ length: size * size }, (_, i) =>
  modules.get(Math.floor(i / size), i % size) === 0 ? 0 : 1,
);
const picture: Picture = { ...cleanPicture(bits, size), channels: 1 };
/** The clean picture has three pixels a module and four modules around. */
const map: Homography = [3, 0, 12, 0, 3, 12, 0, 0, 1];

function withWrongModules(count: number): Picture {
  const wrong = bits.slice();
  for (let i = 0; i < count; i += 1) {
    const place = (size - 9 - Math.floor(i / 10)) * size + 12 + (i % 10);
    wrong[place] = 1 - (wrong[place] ?? 0);
  }
  return { ...cleanPicture(wrong, size), channels: 1 };
}

describe('a code that zxing-wasm misses', () => {
  it('is read off its grid', () => {
    expect(readGrid(blindZxing, picture, map, size, 1)).toEqual({ text });
  });

  it('is read by jsQR, where the modules under its grid make the same text', () => {
    expect(readRectified(blindZxing, picture, map, size)).toEqual({ text, by: 'jsQR' });
  });

  it('is read with wrong modules within its error correction, and not at all beyond', () => {
    expect(readGrid(blindZxing, withWrongModules(5), map, size, 1)).toEqual({ text });
    expect(readGrid(blindZxing, withWrongModules(120), map, size, 1)).toBeNull();
    expect(readRectified(blindZxing, withWrongModules(120), map, size)).toBeNull();
  });

  it('is not believed past what the standard lets error correction mend', () => {
    // Version 1-L: seven correction codewords mend three errors, of which the standard allows two.
    const small = QRCode.create('latchkey', { errorCorrectionLevel: 'L', version: 1 }).modules;
    const printed = Uint8Array.from({ length: 441 }, (_, i) =>
      small.get(Math.floor(i / 21), i % 21) === 0 ? 0 : 1,
    );
    const readWith = (errors: number): string | null => {
      const wrong = printed.slice();
      // One module in each of so many codewords.
      for (const codeword of [12, 13, 14].slice(0, errors)) {
        const place = layoutOf(1).path[codeword * 8] ?? 0;
        wrong[place] = 1 - (wrong[place] ?? 0);
      }
      expect(correctMatrix(wrong, 21)?.corrected).toBe(errors);
      return readGrid(blindZxing, { ...cleanPicture(wrong, 21), channels: 1 }, map, 21, 1)?.text ?? null;
    };
    expect(readWith(2)).toBe('latchkey');
    expect(readWith(3)).toBeNull();
  });
});
