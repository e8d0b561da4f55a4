import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** zxing-wasm's bytes, from the installed package. */
export const WASM = readFileSync(
  createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'),
);
