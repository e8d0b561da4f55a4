import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCanvas, fillRect } from '../../pictures/canvas.ts';
import { drawDesktop } from '../../pictures/desktop.ts';
import { createRandom } from '../../pictures/random.ts';
import { readToEnd, toPicture } from './reading.ts';
import { MAX_PIXELS } from '../../../src/core/qr/picture.ts';
import { createQrReader } from '../../../src/core/qr/read.ts';
import { WASM } from '../../bench/parts/scan-wasm.ts';

describe('a picture whose sizes cannot be true is refused', () => {
  const data = new Uint8Array(16);
  it.each([
    ['EMPTY', { width: 0, height: 4, channels: 1, data }],
    ['EMPTY', { width: 4, height: -4, channels: 1, data }],
    ['EMPTY', { width: 2.5, height: 4, channels: 1, data }],
    ['EMPTY', { width: Number.NaN, height: 4, channels: 1, data }],
    ['TOO_LARGE', { width: MAX_PIXELS, height: 2, channels: 1, data }],
    ['LENGTH_MISMATCH', { width: 4, height: 4, channels: 4, data }],
    ['LENGTH_MISMATCH', { width: 4, height: 5, channels: 1, data }],
  ] as const)('with %s', async (code, picture) => {
    await expect(readToEnd(picture)).rejects.toMatchObject({ name: 'PictureError', code });
  });
});

describe('a picture without a code', () => {
  it('yields nothing and never throws, whatever its pixels and sizes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          width: fc.integer({ min: 1, max: 180 }),
          height: fc.integer({ min: 1, max: 180 }),
          channels: fc.constantFrom(1 as const, 4 as const),
          seed: fc.integer(),
          levels: fc.constantFrom(2, 3, 256),
        }),
        async ({ width, height, channels, seed, levels }) => {
          const random = createRandom(String(seed));
          const data = Uint8Array.from({ length: width * height * channels }, () =>
            Math.round((random.whole(0, levels - 1) * 255) / (levels - 1)),
          );
          expect(await readToEnd({ width, height, channels, data })).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([1, 2, 3])('is a desktop full of windows (%i): nothing is made up', async (seed) => {
    expect(await readToEnd(toPicture(drawDesktop(createRandom(`empty/${seed}`), 1280, 800)))).toEqual([]);
  });

  it('full of finder patterns ends in bounded time', async () => {
    const canvas = createCanvas(1600, 1000);
    for (let y = 0; y < canvas.height; y += 24) {
      for (let x = 0; x < canvas.width; x += 24) {
        fillRect(canvas, x, y, 21, 21, [0, 0, 0]);
        fillRect(canvas, x + 3, y + 3, 15, 15, [255, 255, 255]);
        fillRect(canvas, x + 6, y + 6, 9, 9, [0, 0, 0]);
      }
    }
    // A clock that goes on by a second at each look, whatever machine this is: the reader may look some times only.
    let now = 0;
    const timed = await createQrReader(WASM, { now: () => (now += 1_000) });
    let steps = 0;
    for await (const event of timed.read(toPicture(canvas))) {
      expect(event.type).toBe('progress');
      steps += 1;
    }
    expect(steps).toBeLessThan(10);
    // Nothing is made up either where no clock ends it early.
    expect(await readToEnd(toPicture(canvas))).toEqual([]);
  });
});
