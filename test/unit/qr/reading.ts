import { createQrReader } from '../../../src/core/qr/read.ts';
import { WASM } from '../../bench/parts/scan-wasm.ts';
import type { Canvas } from '../../pictures/canvas.ts';
import type { FoundCode, Picture, QrReader, ReadOptions } from '../../../src/core/qr/read.ts';

/** One reader for a test file: starting zxing-wasm takes longer than most readings. */
export const reader: Promise<QrReader> = createQrReader(WASM);

/** A reading to its end. */
export async function readToEnd(picture: Picture, options?: ReadOptions): Promise<FoundCode[]> {
  const reading = (await reader).read(picture, options);
  for (;;) {
    const step = await reading.next();
    if (step.done === true) return step.value;
  }
}

/** A reading until it has said so many codes, or to its end: what a person who sees them all would wait for. */
export async function readTexts(picture: Picture, count: number): Promise<string[]> {
  const texts: string[] = [];
  for await (const event of (await reader).read(picture)) {
    if (event.type === 'found') texts.push(...event.codes.map((code) => code.text));
    if (texts.length >= count) break;
  }
  return texts;
}

/** A drawn canvas as the reader takes it. */
export function toPicture({ width, height, data }: Canvas): Picture {
  return { width, height, channels: 4, data };
}
