import { join } from 'node:path';
import process from 'node:process';
import { createSharedPorts } from '../adapters/shared-ports.ts';
import { createApplication } from '../app/application.ts';
import { serveWindow, type WindowServer } from './server.ts';

/**
 * The browser host: the whole application, with its window served on loopback. The window takes the picture of
 * the screen and reaches the clipboard, because only a browser's page can do these here.
 *
 * @param options.root the project's folder, or that of an installed copy
 * @param options.version what the window shows
 * @param options.port 0 takes a free one
 */
export async function startBrowserHost(options: {
  root: string;
  version: string;
  port: number;
}): Promise<WindowServer> {
  const { ports, close } = createSharedPorts({
    workerUrl: new URL('../adapters/decoder/decode-worker.ts', import.meta.url),
    wasmPath: join(options.root, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'),
  });
  const application = createApplication(
    {
      ...ports,
      clipboard: { kind: 'window' },
      screens: { capture: 'window', take: async () => ({ outcome: 'failed', cause: 'unsupported' }) },
    },
    { host: 'browser', version: options.version, platform: process.platform },
  );
  const server = await serveWindow(application.router, {
    windowRoot: join(options.root, 'out/renderer'),
    port: options.port,
  });
  await application.start();
  return {
    ...server,
    async close() {
      await server.close();
      await application.close();
      await close();
    },
  };
}
