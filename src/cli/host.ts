import { createRequire } from 'node:module';
import process from 'node:process';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { createSharedPorts } from '../adapters/shared-ports.ts';
import { createApplication, type Application } from '../app/application.ts';
import packageJson from '../../package.json' with { type: 'json' };

/** The window's contract, asked in the same process. */
export type Client = RouterClient<Application['router']>;

/** Time limit for closing, in ms: it does not wait for a keychain that still asks the person. */
const closingLimitMs = 5_000;

/**
 * The terminal's host: the whole application, asked for one answer. Nothing of it starts by itself. The
 * terminal, like a window, copies texts on its own.
 */
export function createHost(): { client: Client; close(): Promise<void> } {
  const isBuilt = !import.meta.url.endsWith('.ts');
  const { ports, close } = createSharedPorts({
    decodeWorkerUrl: new URL(
      isBuilt ? './decode-worker.js' : '../adapters/decoder/decode-worker.ts',
      import.meta.url,
    ),
    transferWorkerUrl: new URL(
      isBuilt ? './transfer-worker.js' : '../adapters/transfer/transfer-worker.ts',
      import.meta.url,
    ),
    wasmPath: createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'),
  });
  const application = createApplication(
    {
      ...ports,
      clipboard: { kind: 'window' },
      screens: { capture: 'window', take: async () => ({ outcome: 'failed', cause: 'unsupported' }) },
    },
    { host: 'terminal', version: packageJson.version, platform: process.platform },
  );
  return {
    client: createRouterClient(application.router),
    async close() {
      const late = Promise.withResolvers<void>();
      const timer = setTimeout(late.resolve, closingLimitMs);
      await Promise.race([application.close().then(close), late.promise]);
      clearTimeout(timer);
    },
  };
}
