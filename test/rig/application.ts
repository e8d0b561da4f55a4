import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { unlazyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { createAccountApi } from '../../src/adapters/account-api/account-api.ts';
import { backupFolder } from '../../src/adapters/backup-folder/backup-folder.ts';
import { createDecoder } from '../../src/adapters/decoder/decoder.ts';
import { noDesktop } from '../../src/adapters/desktop/none.ts';
import { noGlobalShortcut } from '../../src/adapters/global-shortcut/none.ts';
import { pictureFiles } from '../../src/adapters/picture-file/picture-file.ts';
import { noUpdater } from '../../src/adapters/updater/none.ts';
import { createApplication } from '../../src/app/application.ts';
import type { HostFacts } from '../../src/app/host/facts.ts';
import type { Clipboard, Ports, Screens } from '../../src/app/ports.ts';
import type { AppContract } from '../../src/contract/app.ts';
import { directTransfers } from './direct-transfers.ts';
import { createManualClock } from './manual-clock.ts';
import {
  createListLog,
  createMemorySealedFile,
  createMemoryKeychain,
  createMemoryLinkHandler,
  createMemoryPower,
  createMemoryPreferences,
  createMemoryVaultStore,
  createMemoryWindows,
  quickKeyDerivation,
  noDesktopSearch,
} from './memory-ports.ts';

export type AppClient = ContractRouterClient<AppContract>;

/**
 * The application with the world in memory, asked over a real message port as Electron's window asks it: what
 * does not survive the wire fails here.
 */
export async function startApplication(
  options: {
    at?: number;
    clipboard?: Clipboard;
    screens?: Screens;
    create?: boolean;
    /** In place of what is in memory. */
    world?: Partial<Ports>;
    facts?: Partial<HostFacts>;
  } = {},
) {
  const clock = createManualClock(options.at ?? Date.UTC(2026, 0, 1));
  const decoder = createDecoder({
    workerUrl: new URL('../../src/adapters/decoder/decode-worker.ts', import.meta.url),
    wasmPath: new URL('../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm', import.meta.url)
      .pathname,
  });
  const ports = {
    keychain: createMemoryKeychain(),
    vaultStore: createMemoryVaultStore(),
    keyDerivation: quickKeyDerivation,
    clock,
    screens:
      options.screens ??
      ({
        capture: async () => 'window',
        take: async () => ({ outcome: 'failed', cause: 'unsupported' }),
      } satisfies Screens),
    decoder,
    pictureFiles,
    transfers: directTransfers,
    clipboard: options.clipboard ?? ({ kind: 'window' } satisfies Clipboard),
    globalShortcut: noGlobalShortcut,
    desktopSearch: noDesktopSearch,
    linkHandler: createMemoryLinkHandler(),
    windows: createMemoryWindows(),
    desktop: noDesktop,
    updater: noUpdater,
    preferences: createMemoryPreferences(),
    power: createMemoryPower(),
    backupFolder,
    // No server is set, so that nothing is asked.
    accountApi: createAccountApi(clock),
    accountFile: createMemorySealedFile(),
    syncFile: createMemorySealedFile(),
    log: createListLog(),
  };
  const application = createApplication(
    { ...ports, ...options.world },
    { host: 'browser', version: '0.0.0', platform: 'linux', ...options.facts },
  );
  const { port1, port2 } = new MessageChannel();
  new RPCHandler(await unlazyRouter(application.router)).upgrade(port1);
  const client: AppClient = createORPCClient(new RPCLink({ port: port2 }));
  port1.start();
  port2.start();
  await application.start();
  if (options.create ?? true) await client.vault.create({ protection: 'keychain' });
  return {
    application,
    client,
    ports,
    clock,
    async stop() {
      port1.close();
      port2.close();
      await application.close();
      await decoder.close();
    },
  };
}

/** The next event of a stream, or an error when it has ended. */
export async function nextOf<T>(events: AsyncIterator<T>): Promise<T> {
  const result = await events.next();
  if (result.done) throw new Error('the stream has ended');
  return result.value;
}
