import { createRequire } from 'node:module';
import { createDecoder } from '../../../src/adapters/decoder/decoder.ts';
import { drawPicture } from '../../pictures/kinds.ts';
import { median, timed } from './harness.ts';
import { readAll, readFirst, threadTime, zxing } from './scan-peers.ts';
import type { Picture } from '../../../src/core/qr/read.ts';
import type { Figures } from './harness.ts';

const rounds = 3;

/**
 * Times beside those of zxing-wasm with everything on, in one run and by processor time, on cluttered 4K screens with
 * one code: our first answer, and all of our passes. Each figure is of the picture that takes us longest.
 */
export async function timeRatios(): Promise<Figures> {
  const first: number[] = [];
  const all: number[] = [];
  for (const seed of [1, 2, 2000]) {
    const picture = await screen(seed);
    const took = { zxing: [0], first: [0], all: [0] };
    for (const times of Object.values(took)) times.pop();
    for (let round = 0; round <= rounds; round += 1) {
      const now = {
        zxing: await ownTime(async () => zxing(picture)),
        first: await ownTime(async () => readFirst(picture)),
        all: await ownTime(async () => readAll(picture)),
      };
      // The first round warms up.
      if (round === 0) continue;
      took.zxing.push(now.zxing);
      took.first.push(now.first);
      took.all.push(now.all);
    }
    const base = median(took.zxing);
    first.push(median(took.first) / base);
    all.push(median(took.all) / base);
    console.log(
      `plain 4K, seed ${seed}: first ${first.at(-1)?.toFixed(2)}, all passes ${all.at(-1)?.toFixed(1)} × zxing-wasm`,
    );
  }
  return { first_4k_ratio: Math.max(...first), all_4k_ratio: Math.max(...all) };
}

/** Two displays read at once beside one of them, by the clock: on two cores they take no longer. */
export async function timeTwoDisplays(): Promise<Figures> {
  const decoder = createDecoder({
    workerUrl: new URL('../../../src/adapters/decoder/decode-worker.ts', import.meta.url),
    wasmPath: createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'),
  });
  const picture = await screen(2);
  const read = async () => {
    // The decoder takes the pixels with it.
    for await (const _ of decoder.read({ ...picture, data: picture.data.slice() }));
  };
  const one: number[] = [];
  const two: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const alone = await timed(read);
    const together = await timed(async () => Promise.all([read(), read()]));
    if (round === 0) continue;
    one.push(alone);
    two.push(together);
  }
  await decoder.close();
  return { two_displays_ratio: median(two) / median(one) };
}

async function screen(seed: number): Promise<Picture> {
  const { canvas } = await drawPicture('plain 4K', seed);
  return { ...canvas, channels: 4 };
}

async function ownTime(work: () => Promise<unknown>): Promise<number> {
  const begun = threadTime();
  await work();
  return threadTime() - begun;
}
