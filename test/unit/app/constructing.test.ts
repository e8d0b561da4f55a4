/** Parts start when they are asked: constructing the application reads, asks and starts nothing. */
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noDesktop } from '../../../src/adapters/desktop/none.ts';
import { noGlobalShortcut } from '../../../src/adapters/global-shortcut/none.ts';
import { pictureFiles } from '../../../src/adapters/picture-file/picture-file.ts';
import { noUpdater } from '../../../src/adapters/updater/none.ts';
import { createApplication, type Application } from '../../../src/app/application.ts';
import type { HostFacts } from '../../../src/app/host/facts.ts';
import type { Ports } from '../../../src/app/ports.ts';
import { createVault } from '../../../src/app/vault/vault.ts';
import { nextOf } from '../../rig/application.ts';
import { directTransfers } from '../../rig/direct-transfers.ts';
import { createManualClock } from '../../rig/manual-clock.ts';
import {
  createListLog,
  createMemorySealedFile,
  createMemoryBackupFolder,
  createMemoryKeychain,
  createMemoryLinkHandler,
  createMemoryPower,
  createMemoryPreferences,
  createMemoryVaultStore,
  createMemoryWindows,
  quickKeyDerivation,
  noDesktopSearch,
} from '../../rig/memory-ports.ts';
import { anEntry } from '../vault/samples.ts';

const NOW = Date.UTC(2026, 0, 1);
const facts: HostFacts = {
  host: 'browser',
  version: '0.1.0',
  platform: 'linux',
  accountServer: { address: 'https://account.example.org', trialInbox: null },
};

/** Each call of a port, as `port.method`. */
let calls: string[];
let application: Application;

/** The same port, which writes down each call of its methods. */
function recorded<Port extends object>(name: string, port: Port): Port {
  return new Proxy(port, {
    get(target, member) {
      const value: unknown = Reflect.get(target, member);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]): unknown => {
        calls.push(`${name}.${String(member)}`);
        return Reflect.apply(value, target, given);
      };
    },
  });
}

function recordedPorts(ports: Ports): Ports {
  return {
    power: recorded('power', ports.power),
    backupFolder: recorded('backupFolder', ports.backupFolder),
    keychain: recorded('keychain', ports.keychain),
    vaultStore: recorded('vaultStore', ports.vaultStore),
    keyDerivation: recorded('keyDerivation', ports.keyDerivation),
    clock: recorded('clock', ports.clock),
    screens: recorded('screens', ports.screens),
    decoder: recorded('decoder', ports.decoder),
    pictureFiles: recorded('pictureFiles', ports.pictureFiles),
    transfers: recorded('transfers', ports.transfers),
    clipboard: recorded('clipboard', ports.clipboard),
    globalShortcut: recorded('globalShortcut', ports.globalShortcut),
    linkHandler: recorded('linkHandler', ports.linkHandler),
    windows: recorded('windows', ports.windows),
    desktopSearch: recorded('desktopSearch', ports.desktopSearch),
    desktop: recorded('desktop', ports.desktop),
    updater: recorded('updater', ports.updater),
    preferences: recorded('preferences', ports.preferences),
    accountApi: recorded('accountApi', ports.accountApi),
    accountFile: recorded('accountFile', ports.accountFile),
    syncFile: recorded('syncFile', ports.syncFile),
    log: recorded('log', ports.log),
  };
}

/** A world with a vault that holds one entry, which its keychain opens. */
async function aWorld(): Promise<Ports> {
  const ports: Ports = {
    power: createMemoryPower(),
    backupFolder: createMemoryBackupFolder(),
    keychain: createMemoryKeychain(),
    vaultStore: createMemoryVaultStore(),
    keyDerivation: quickKeyDerivation,
    clock: createManualClock(NOW),
    screens: {
      capture: async () => 'window',
      take: async () => ({ outcome: 'failed', cause: 'unsupported' }),
    },
    pictureFiles,
    transfers: directTransfers,
    decoder: {
      async *read() {
        yield* [];
        return [];
      },
    },
    clipboard: { kind: 'window' },
    globalShortcut: noGlobalShortcut,
    desktopSearch: noDesktopSearch,
    linkHandler: createMemoryLinkHandler(),
    windows: createMemoryWindows(),
    desktop: noDesktop,
    updater: noUpdater,
    preferences: createMemoryPreferences(),
    accountApi: {
      computerName: 'Test',
      look: async () => ({ outcome: 'unusable', trouble: 'offline' }),
      ask: async () => ({ outcome: 'unusable', trouble: 'offline' }),
      drift: () => 0,
      hangUp: () => undefined,
    },
    accountFile: createMemorySealedFile(),
    syncFile: createMemorySealedFile(),
    log: createListLog(),
  };
  const vault = createVault(ports);
  await vault.open();
  await vault.create({ protection: 'keychain' });
  await vault.change((document) => ({ ...document, entries: [anEntry()] }));
  await vault.close();
  return ports;
}

/** Everything that was put off until after the present task has run. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(async () => {
  const ports = await aWorld();
  calls = [];
  application = createApplication(recordedPorts(ports), facts);
});
afterEach(() => application.close());

test('constructing it calls no port', async () => {
  await settled();
  expect(calls).toEqual([]);
});

test('opening the vault and reading a code calls the vault store, the keychain and the clock with its correction only', async () => {
  const client = createRouterClient(application.router);
  await client.vault.retry();
  const { codes } = await nextOf(await client.codes.watch());
  await settled();
  expect(codes).toMatchObject([{ code: expect.stringMatching(/^\d{6}$/) }]);
  expect(new Set(calls.map((call) => call.split('.')[0]))).toEqual(
    new Set(['vaultStore', 'keychain', 'clock', 'preferences']),
  );
});

test('starting it asks the account server, reads the local account and follows the computer', async () => {
  await application.start();
  await expect
    .poll(() => calls)
    .toEqual(expect.arrayContaining(['accountApi.look', 'accountFile.read', 'power.watch']));
});
