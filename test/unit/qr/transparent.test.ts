import QRCode from 'qrcode';
import { expect, test } from 'vitest';
import type { Picture } from '../../../src/core/qr/read.ts';
import { readToEnd } from './reading.ts';

const text = 'otpauth://totp/ACME:a@example.com?secret=GEZDGNBVGY3TQOJQ';

/** A code of one colour on nothing: its dark modules are painted, or its light ones. */
function onNothing(colour: readonly [number, number, number], painted: 'dark' | 'light'): Picture {
  const { size, data: modules } = QRCode.create(text).modules;
  const side = (size + 8) * 4;
  const data = new Uint8Array(side * side * 4);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const column = (x >> 2) - 4;
      const row = (y >> 2) - 4;
      const isInside = column >= 0 && row >= 0 && column < size && row < size;
      const isDark = isInside && modules[row * size + column] === 1;
      if (isDark === (painted === 'dark')) data.set([...colour, 255], (y * side + x) * 4);
    }
  }
  return { width: side, height: side, channels: 4, data };
}

test.each([
  ['black modules', [0, 0, 0], 'dark'],
  ['white modules', [255, 255, 255], 'dark'],
  ['pale modules', [235, 240, 250], 'dark'],
  ['a white ground with holes for modules', [255, 255, 255], 'light'],
  ['a black ground with holes for modules', [0, 0, 0], 'light'],
] as const)('%s on nothing are read', async (_what, colour, painted) => {
  expect((await readToEnd(onNothing(colour, painted))).map((code) => code.text)).toEqual([text]);
});
