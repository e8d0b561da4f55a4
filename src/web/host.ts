import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataFolder, isDataFolderChosen } from '../adapters/data-folder.ts';
import { folderPlaceOf } from '../adapters/place.ts';
import { createSharedPorts } from '../adapters/shared-ports.ts';
import { createApplication, type HostFacts } from '../app/application.ts';
import { messageOf } from '../core/message-of.ts';
import { listenForLinks } from './links.ts';
import { serveWindow, type WindowServer } from './server.ts';

/** Time limit for closing, in ms: it does not wait for a keychain that still asks the person. */
const closingLimitMs = 5_000;

/**
 * The browser host: the whole application, with its window served on loopback. The window takes the pictures of
 * the screen and accesses the clipboard, because here only a browser page can. Links arrive over a socket
 * (`links.ts`; not on Windows, where Node cannot restrict named pipes to one person).
 *
 * @param options.root the project's folder, or that of an installed copy
 * @param options.version what the window shows
 * @param options.port 0 takes a free one
 * @param options.accountServer the account server set from outside, if any
 * @param options.linkArrived a link reached the application, which asks the person in the window
 * @returns the server, once it has an address; `started` resolves when the vault has been looked for
 */
export async function startBrowserHost(options: {
  root: string;
  version: string;
  port: number;
  accountServer?: HostFacts['accountServer'];
  linkArrived?: () => void;
}): Promise<WindowServer & { started: Promise<void> }> {
  const { ports, close } = createSharedPorts({
    decodeWorkerUrl: new URL('../adapters/decoder/decode-worker.ts', import.meta.url),
    transferWorkerUrl: new URL('../adapters/transfer/transfer-worker.ts', import.meta.url),
    wasmPath: join(options.root, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'),
  });
  const application = createApplication(
    {
      ...ports,
      clipboard: { kind: 'window' },
      screens: { capture: 'window', take: async () => ({ outcome: 'failed', cause: 'unsupported' }) },
    },
    {
      host: 'browser',
      version: options.version,
      platform: process.platform,
      accountServer: options.accountServer,
    },
  );
  const server = await serveWindow(application.router, {
    windowRoot: join(options.root, 'out/renderer'),
    port: options.port,
    broken: (error) => ports.log.error('window-server', { error: messageOf(error) }),
  });
  const links =
    process.platform === 'win32'
      ? null
      : await takeLinks((raw) => {
          application.openLink(raw);
          options.linkArrived?.();
        }).catch((error: unknown) => {
          ports.log.error('links', { error: String(error) });
          return null;
        });
  // The window itself shows that the vault is opening; a keychain may ask the person first.
  const started = application.start();
  return {
    ...server,
    started,
    async close() {
      await links?.close();
      await server.close();
      await Promise.race([application.close().then(close), sleep(closingLimitMs, undefined, { ref: false })]);
    },
  };
}

/** @throws as `listenForLinks`; AwayError if the data folder is away, since nothing is made in its place */
async function takeLinks(take: (raw: string) => void): ReturnType<typeof listenForLinks> {
  return listenForLinks(folderPlaceOf(dataFolder(), isDataFolderChosen()), take);
}
