import { createRequire } from 'node:module';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { noLinkHandler } from '../adapters/link-handler/link-handler.ts';
import { askShortcut } from '../adapters/link-socket/ask-shortcut.ts';
import { noGlobalShortcut } from '../adapters/global-shortcut/none.ts';
import { createDesktopScreens } from '../adapters/screens/desktop-screens.ts';
import { createSharedPorts } from '../adapters/shared-ports.ts';
import type { Log } from '../app/ports.ts';
import { createApplication, type Application } from '../app/application.ts';
import type { HostFacts } from '../app/host/facts.ts';
import { withoutAsking } from '../app/unlock/quiet-keychain.ts';
import packageJson from '../../package.json' with { type: 'json' };

/** The window's contract, asked in the same process. */
export type Client = RouterClient<Application['router']>;

/** The terminal has no windows, and takes no links that could ask for one. */
const noQuickFind = { show: async () => {}, hide: async () => {}, isFocused: async () => false };

/** Loads the library with the first event: most commands have none. */
const log: Log = {
  error(event, details) {
    void import('../adapters/log/stderr-log.ts').then(({ createStderrLog }) =>
      createStderrLog().error(event, details),
    );
  },
};

/** Time limit for closing, in ms: it does not wait for a keychain that still asks the person. */
const closingLimitMs = 5_000;

/**
 * The terminal's host: the whole application, asked for one answer. Nothing of it starts by itself. The
 * terminal, like a window, copies texts on its own.
 * @param options.isQuiet the keychain asks the person for nothing, and counts as locked where it would
 */
export function createHost({ isQuiet = false } = {}): { client: Client; close(): Promise<void> } {
  const isBuilt = !import.meta.url.endsWith('.ts');
  const { ports, close } = createSharedPorts({
    decodeWorkerUrl: new URL(
      isBuilt ? './decode-worker.cjs' : '../adapters/decoder/decode-worker.ts',
      import.meta.url,
    ),
    transferWorkerUrl: new URL(
      isBuilt ? './transfer-worker.cjs' : '../adapters/transfer/transfer-worker.ts',
      import.meta.url,
    ),
    wasmPath: isBuilt
      ? fileURLToPath(new URL('./zxing_reader.wasm', import.meta.url))
      : createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'),
    log,
  });
  const application = createApplication(
    {
      ...ports,
      keychain: isQuiet ? withoutAsking(ports.keychain) : ports.keychain,
      clipboard: { kind: 'window' },
      globalShortcut: noGlobalShortcut,
      runningShortcut: askShortcut,
      linkHandler: noLinkHandler,
      windows: { comeForward() {}, hide() {}, quickFind: noQuickFind },
      screens: createDesktopScreens(ports),
    },
    {
      host: 'terminal',
      version: packageJson.version,
      platform: process.platform,
      accountServer: givenServer(process.env['LATCHKEY_SERVER']),
    },
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

/** The account server set from outside, as for a window; undefined if the settings decide. */
function givenServer(address: string | undefined): HostFacts['accountServer'] {
  return address && address !== 'none' ? { address, trialInbox: null } : undefined;
}
