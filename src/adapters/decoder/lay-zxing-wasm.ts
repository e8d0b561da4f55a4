import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

/** For a build: lays the QR reader's wasm beside the worker, which reads it from disk (its default is a CDN). */
export function zxingWasm(): Plugin {
  return {
    name: 'latchkey:zxing-wasm',
    apply: 'build',
    async generateBundle() {
      const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
      this.emitFile({ type: 'asset', fileName: 'zxing_reader.wasm', source: await readFile(path) });
    },
  };
}
