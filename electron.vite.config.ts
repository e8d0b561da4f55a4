/**
 * How Latchkey is built: the Electron host to `out/main`, its preload to `out/preload`, the window (which the
 * browser host serves too) to `out/renderer`.
 */
import { defineConfig } from 'electron-vite';
import { zxingWasm } from './src/adapters/decoder/lay-zxing-wasm.ts';
import { windowVite } from './src/renderer/vite.ts';

/** Machine code cannot be bundled: these stay in `node_modules`, and outside the ASAR archive. */
const nativeModules = ['@napi-rs/keyring', '@node-rs/argon2', 'sharp'];

export default defineConfig({
  main: {
    build: {
      // One bundle with all of JavaScript: the packaged app carries no `node_modules` but the native ones.
      externalizeDeps: false,
      rolldownOptions: {
        external: nativeModules,
        // Each worker is an entry of its own: `new Worker(new URL('./decode-worker.js', import.meta.url))`.
        input: {
          index: 'src/main/index.ts',
          'decode-worker': 'src/adapters/decoder/decode-worker.ts',
          'transfer-worker': 'src/adapters/transfer/transfer-worker.ts',
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
    plugins: [zxingWasm()],
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        // A sandboxed preload cannot be an ES module, and can require nothing but Electron.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: windowVite,
});
