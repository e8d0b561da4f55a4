import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { windowVite } from '../../src/renderer/vite.ts';

/** Where the window is built for its own tests. */
export const builtWindow = fileURLToPath(new URL('../../out/window-test', import.meta.url));

/** Builds the window as it ships. */
export default async function buildWindow(): Promise<void> {
  await build({
    ...windowVite,
    configFile: false,
    logLevel: 'warn',
    build: { ...windowVite.build, outDir: builtWindow },
  });
}

if (import.meta.main) await buildWindow();
