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

/** Longest that closing waits, in ms: not for a keychain that still asks the person. */
const closingLimitMs = 5_000;

/**
 * The browser host: the whole application, with its window served on loopback. The window takes the picture of
 * the screen and reaches the clipboard, because only a browser's page can do these here. Links are taken over a
 * socket (`links.ts`; not on Windows, whose named pipes Node cannot keep to one person).
 *
 * @param options.root the project's folder, or that of an installed copy
 * @param options.version what the window shows
 * @param options.port 0 takes a free one
 * @param options.accountServer the account server that is set from outside, if any
 * @param options.linkArrived a link was handed to the application, which asks the person in the window
 * @returns the server, once it has an address; `started` when the vault was looked for
 */
export async function startBrowserHost(options: {
  root: string;
  version: string;
  port: number;
  accountServer?: HostFacts['accountServer'];
  linkArrived?: () => void;
}): Promise<WindowServer & { started: Promise<void> }> {
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
  // The window says by itself that the vault is opening; a keychain may ask the person first.
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

/** @throws as `listenForLinks`; AwayError where the data folder is not there now, for nothing is made in its place */
async function takeLinks(take: (raw: string) => void): ReturnType<typeof listenForLinks> {
  return listenForLinks(folderPlaceOf(dataFolder(), isDataFolderChosen()), take);
}
