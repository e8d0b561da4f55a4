import { once } from 'node:events';
import { createRequire } from 'node:module';
import process from 'node:process';
import type { Worker } from 'node:worker_threads';
import QRCode from 'qrcode';
import { afterEach, describe, expect, it } from 'vitest';
import { createDecoder } from '../../../src/adapters/decoder/decoder.ts';
import { cleanPicture } from '../../../src/core/qr/clean-picture.ts';
import { drawPicture } from '../../pictures/kinds.ts';
import type { Decoder } from '../../../src/adapters/decoder/decoder.ts';
import type { FoundCode, Picture } from '../../../src/core/qr/read.ts';

const wasmPath = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
const workerUrl = new URL('../../../src/adapters/decoder/decode-worker.ts', import.meta.url);
const stuckUrl = new URL('stuck-worker.ts', import.meta.url);

const open: Decoder[] = [];
afterEach(async () => {
  for (const decoder of open.splice(0)) await decoder.close();
});

function decoderWith(url: URL, atOnce = 2): Decoder {
  const decoder = createDecoder({ workerUrl: url, wasmPath, atOnce });
  open.push(decoder);
  return decoder;
}

function code(text: string): Picture {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const bits = Uint8Array.from({ length: modules.size ** 2 }, (_, i) =>
    modules.get(Math.floor(i / modules.size), i % modules.size) === 0 ? 0 : 1,
  );
  return { ...cleanPicture(bits, modules.size), channels: 1 };
}

async function readToEnd(decoder: Decoder, picture: Picture, signal?: AbortSignal): Promise<FoundCode[]> {
  const reading = decoder.read(picture, signal);
  for (;;) {
    const step = await reading.next();
    if (step.done === true) return step.value;
  }
}

describe('the decoder', () => {
  it('reads off the calling thread, and takes the pixels with it', async () => {
    const picture = code('otpauth://totp/a?secret=GEZDGNBV');
    const codes = await readToEnd(decoderWith(workerUrl), picture);
    expect(codes.map(({ text }) => text)).toEqual(['otpauth://totp/a?secret=GEZDGNBV']);
    expect(picture.data.length).toBe(0);
  });

  it('keeps the calling thread free while it reads', async () => {
    const { canvas } = await drawPicture('plain 1440p', 1);
    const decoder = decoderWith(workerUrl);
    const before = performance.eventLoopUtilization();
    await readToEnd(decoder, { ...canvas, channels: 4 });
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5);
  });

  it('reads several pictures in the order they came where it has one worker', async () => {
    const decoder = decoderWith(workerUrl, 1);
    const ended: string[] = [];
    await Promise.all(
      ['one', 'two', 'three'].map(async (text) => {
        const [found] = await readToEnd(decoder, code(text));
        ended.push(found?.text ?? '');
      }),
    );
    expect(ended).toEqual(['one', 'two', 'three']);
  });

  it('reads as many pictures at once as it may, and the next one when a worker is free', async () => {
    const decoder = decoderWith(stuckUrl);
    const stops = [new AbortController(), new AbortController(), new AbortController()];
    const readings = stops.map(({ signal }) => decoder.read(code('never read'), signal));
    const begun = { done: false, value: { type: 'progress', done: 0, remainingMs: null } };
    const [first, second, third] = readings.map(async (reading) => reading.next());
    expect(await first).toEqual(begun);
    expect(await second).toEqual(begun);
    stops[1]?.abort();
    expect((await readings[1]?.next())?.done).toBe(true);
    expect(await third).toEqual(begun);
  });

  it('keeps one worker for the next picture, and ends the others', async () => {
    const workers: Worker[] = [];
    const take = (worker: Worker) => void workers.push(worker);
    process.on('worker', take);
    try {
      const decoder = decoderWith(workerUrl);
      await Promise.all(['one', 'two'].map(async (text) => readToEnd(decoder, code(text))));
      expect(workers).toHaveLength(2);
      await Promise.race(workers.map(async (worker) => once(worker, 'exit')));
      expect(await readToEnd(decoder, code('three'))).toHaveLength(1);
      expect(workers).toHaveLength(2);
    } finally {
      process.off('worker', take);
    }
  });

  it('ends its worker on abort in the middle of a pass', async () => {
    const { promise: started, resolve } = Promise.withResolvers<Worker>();
    process.once('worker', resolve);
    const stop = new AbortController();
    // Its first step never ends.
    const reading = decoderWith(stuckUrl).read(code('never read'), stop.signal);
    expect((await reading.next()).value).toMatchObject({ type: 'progress', done: 0 });
    const ended = once(await started, 'exit');
    stop.abort();
    expect(await reading.next()).toEqual({ done: true, value: [] });
    await ended;
  });

  it('gives on abort what it found until then, and reads the next picture', async () => {
    const { canvas, texts } = await drawPicture('plain 1440p', 1);
    const decoder = decoderWith(workerUrl);
    const stop = new AbortController();
    const reading = decoder.read({ ...canvas, channels: 4 }, stop.signal);
    expect((await reading.next()).value).toMatchObject({ type: 'found' });
    stop.abort();
    let step = await reading.next();
    while (step.done !== true) step = await reading.next();
    expect(step.value.map(({ text }) => text)).toEqual(texts);
    expect(await readToEnd(decoder, code('next'))).toHaveLength(1);
  });

  it('says that its worker died, and starts a fresh one for the next picture', async () => {
    const decoder = decoderWith(stuckUrl);
    const deadly = (): Picture => ({ width: 13, height: 1, channels: 1, data: new Uint8Array(13) });
    await expect(readToEnd(decoder, deadly())).rejects.toMatchObject({ code: 'CRASHED' });
    await expect(readToEnd(decoder, deadly())).rejects.toMatchObject({ code: 'CRASHED' });
  });

  it('says that its wasm is missing', async () => {
    const decoder = createDecoder({ workerUrl, wasmPath: `${wasmPath}.missing` });
    open.push(decoder);
    await expect(readToEnd(decoder, code('a'))).rejects.toMatchObject({ code: 'CRASHED' });
  });

  it('refuses a picture whose sizes cannot be true, and to read when it is closed', async () => {
    const decoder = decoderWith(workerUrl);
    await expect(
      readToEnd(decoder, { width: 4, height: 4, channels: 4, data: new Uint8Array(3) }),
    ).rejects.toMatchObject({ code: 'LENGTH_MISMATCH' });
    await decoder.close();
    await expect(readToEnd(decoder, code('late'))).rejects.toMatchObject({ code: 'CLOSED' });
  });
});
