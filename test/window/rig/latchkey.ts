import { createRouterClient, implement, ORPCError } from '@orpc/server';
import { createAccountApi } from '../../../src/adapters/account-api/account-api.ts';
import { noDesktop } from '../../../src/adapters/desktop/none.ts';
import { noGlobalShortcut } from '../../../src/adapters/global-shortcut/none.ts';
import { pictureFiles } from '../../../src/adapters/picture-file/picture-file.ts';
import { noUpdater } from '../../../src/adapters/updater/none.ts';
import { createApplication, type Application } from '../../../src/app/application.ts';
import type { HostFacts } from '../../../src/app/host/facts.ts';
import type { Desktop, GlobalShortcut, Screens, Updater } from '../../../src/app/ports.ts';
import { appContract } from '../../../src/contract/app.ts';
import type { AccountView } from '../../../src/contract/account-state.ts';
import { joined } from '../../../src/contract/entry-lists.ts';
import type { Preferences } from '../../../src/contract/preferences.ts';
import type { KitPage } from '../../../src/contract/recovery.ts';
import type { SyncView } from '../../../src/contract/sync.ts';
import type { VaultDocument } from '../../../src/core/vault/document.ts';
import { FORMAT_VERSION } from '../../../src/core/vault/layout.ts';
import type { VaultState } from '../../../src/contract/vault.ts';
import { sealVault, unsealVault } from '../../../src/core/vault/seal.ts';
import { serveWindow } from '../../../src/web/server.ts';
import type { AppClient } from '../../rig/application.ts';
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
import { asVersion } from '../../unit/vault/samples.ts';
import { builtWindow } from '../build.ts';
import { createFakeAccount } from '../fake-account.ts';
import { createFakeSync } from '../fake-sync.ts';
import { viewOf } from '../made-up-account.ts';
import { createScriptedDecoder, type Sight } from './scripted-decoder.ts';

/** The passphrase of every vault that a test does not make itself. */
export const passphrase = 'seven quiet otters paint';

/** How often the clock is moved on while a window is open, in ms. */
const tickMs = 20;

/** What there is before the window opens, where it is not the usual. */
export interface World extends Partial<Pick<VaultDocument, 'entries' | 'trash' | 'quarantine'>> {
  /** What every search for QR codes sees. */
  sees?: Sight[];
  /** The system's shortcuts; left out: the person binds the command. */
  shortcut?: GlobalShortcut;
  /** The keychain's name when the vault is made. */
  backend?: string;
  /** False: a first run. */
  hasVault?: boolean;
  /** False: the keychain alone opens the vault. */
  hasPassphrase?: boolean;
  /** False: no recovery kit was made. */
  hasKit?: boolean;
  preferences?: Partial<Preferences>;
  /** What the account shows at first, told by a stand-in for all of the account; left out: the real one, with no server. */
  account?: AccountView;
  /** What sync shows at first, told by a stand-in for all of sync; left out: the real one, which is off. */
  sync?: SyncView;
  /** What the first call of a path ends with. */
  failures?: Iterable<readonly [path: string, failure: { code: string; data?: unknown }]>;
  facts?: Partial<HostFacts>;
  /** What the host can be beyond its windows; left out: nothing. */
  desktop?: Desktop;
  /** Where it finds new versions of Latchkey; left out: nowhere. */
  updater?: Updater;
  /** When the vault was made, in ms since 1970; the window opens now. */
  since?: number;
  /** What happened at that time. */
  past?: (latchkey: Latchkey) => Promise<unknown>;
  /** What Latchkey finds when it is started the last time. */
  found?: (latchkey: Latchkey) => unknown;
  /** What happens before the window opens. */
  before?: (latchkey: Latchkey) => Promise<unknown>;
}

/** A call's input, of a camera's frame without its pixels: five a second would fill the memory. */
function withoutFrame(input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input;
  if ('code' in input) return { ...input, code: withoutFrame(input.code) };
  return 'passes' in input && 'pixels' in input ? { ...input, pixels: null } : input;
}

export type Latchkey = Awaited<ReturnType<typeof startLatchkey>>;

/**
 * The real application over a world in memory, to which a window can connect as to the browser host. A state that is
 * hard to reach is made by its ports.
 */
export async function startLatchkey(world: World = {}) {
  const ports = createPorts(world);
  const { clock, keychain, vaultStore } = ports;
  const calls: { path: string; input: unknown }[] = [];
  const failures = new Map<string, { code: string; data?: unknown }>(world.failures);
  const facts: HostFacts = { host: 'browser', version: '0.1.0', platform: 'linux', ...world.facts };
  let application = start();
  let kit: KitPage | null = null;

  function start(): Application {
    return createApplication(ports, facts);
  }

  async function restart(): Promise<void> {
    await application.close();
    application = start();
    await application.start();
  }

  /** The vault's bytes and what they are sealed with. */
  function sealed(): { bytes: Uint8Array; key: Buffer } {
    const [bytes, secret] = [vaultStore.bytes(), ...keychain.items.values()];
    if (bytes === null || secret === undefined) throw new Error('there is no vault that the keychain opens');
    return { bytes, key: Buffer.from(secret, 'base64') };
  }

  const account = createFakeAccount(world.account ?? viewOf());
  const sync = createFakeSync(world.sync);

  const latchkey = {
    ...ports,
    /** The stand-in of `World.account`. */
    account,
    /** The stand-in of `World.sync`. */
    sync,
    /** What the window asked for, in its order. */
    calls,
    /** The next call of a path ends with this error of the contract, whatever the application would say. */
    failures,
    /** The page of the recovery kit that the vault has from the start. */
    get kit() {
      return kit;
    },
    get client() {
      return createRouterClient(application.router);
    },
    restart,
    /** The system opens a link with Latchkey. */
    openLink: (raw: string): void => application.openLink(raw),
    /** Another process that has the key changes what the vault holds. */
    edit: (change: (document: VaultDocument) => Partial<VaultDocument>): void => {
      const { bytes, key } = sealed();
      const { header, document } = unsealVault(bytes, key);
      const next = { ...header, generation: header.generation + 1, writtenAt: clock.now() };
      vaultStore.writeElsewhere(sealVault(next, { ...document, ...change(document) }, key));
    },
    /** The same, written by a Latchkey whose format this one can only read. */
    makeNewer: (): void => {
      const { bytes, key } = sealed();
      vaultStore.writeElsewhere(asVersion(bytes, key, FORMAT_VERSION.major, FORMAT_VERSION.minor + 1));
    },
    /** What another Latchkey of this person does with the same vault, in a process of its own. */
    elsewhere: async (work: (client: AppClient) => Promise<unknown>): Promise<void> => {
      const copy = createMemoryVaultStore(() => clock.now());
      const bytes = vaultStore.bytes();
      if (bytes !== null) copy.writeElsewhere(bytes);
      const other = createApplication({ ...ports, vaultStore: copy }, facts);
      await other.start();
      await work(createRouterClient(other.router));
      await other.close();
      const written = copy.bytes();
      if (written !== null) vaultStore.writeElsewhere(written);
    },
    paths: () => calls.map(({ path }) => path),
    inputsOf: (wanted: string) => calls.filter(({ path }) => path === wanted).map(({ input }) => input),
    entries: async () => {
      return (await first(joined(await latchkey.client.entries.watch()))).entries;
    },
    trash: async () => {
      return (await first(joined(await latchkey.client.entries.watch()))).trash;
    },
    /** Waits until the vault has come to a state. */
    reaches: async (wanted: VaultState['state']): Promise<void> => {
      for await (const { state } of await latchkey.client.vault.watch()) if (state === wanted) return;
    },
    /** Serves the window, as the browser host does. */
    serve: async () => {
      const recorded = implement(appContract)
        .use(async ({ next, path }, input) => {
          const name = path.join('.');
          calls.push({ path: name, input: withoutFrame(input) });
          const failure = failures.get(name);
          if (failure === undefined) return next();
          failures.delete(name);
          throw new ORPCError(failure.code, { defined: true, data: failure.data });
        })
        .router({
          ...application.router,
          ...(world.account && { account: account.router }),
          ...(world.sync && { sync: sync.router }),
        });
      return serveWindow(recorded, { windowRoot: builtWindow, port: 0 });
    },
    close: () => application.close(),
  };

  await application.start();
  if (world.hasVault ?? true) {
    const { client } = latchkey;
    await client.vault.create({
      protection: 'keychain',
      ...((world.hasPassphrase ?? true) && { passphrase }),
    });
    const { entries = [], trash = [], quarantine = [] } = world;
    latchkey.edit(() => ({ entries, trash, quarantine }));
    await restart();
    if (world.hasKit ?? true) {
      kit = await latchkey.client.recovery.make({});
      await latchkey.client.recovery.verify({ code: { from: 'text', text: kit.qrText } });
    }
    await world.past?.(latchkey);
  }
  await application.close();
  clock.moveTo(Date.now());
  await world.found?.(latchkey);
  application = start();
  const started = application.start();
  // A keychain that asks the person first is waited for in the window.
  if (keychain.asks === null) await started;
  await world.before?.(latchkey);
  return latchkey;
}

function createPorts({
  since = Date.now(),
  preferences,
  sees = [],
  backend = 'Secret Service',
  desktop = noDesktop,
  updater = noUpdater,
  shortcut,
}: World) {
  const clock = createManualClock(since);
  const screens: Screens & { answer: Awaited<ReturnType<Screens['take']>> } = {
    capture: async () => 'application' as const,
    answer: {
      outcome: 'taken',
      pictures: [{ width: 1, height: 1, channels: 1, data: Uint8Array.of(255) }],
    },
    take: async () => screens.answer,
  };
  return {
    clock,
    screens,
    keychain: Object.assign(createMemoryKeychain(), { backend }),
    vaultStore: createMemoryVaultStore(() => clock.now()),
    keyDerivation: quickKeyDerivation,
    decoder: Object.assign(createScriptedDecoder(), { sees }),
    pictureFiles,
    transfers: { ...directTransfers },
    clipboard: { kind: 'window' as const },
    globalShortcut: shortcut ?? noGlobalShortcut,
    desktopSearch: noDesktopSearch,
    linkHandler: createMemoryLinkHandler(),
    windows: createMemoryWindows(),
    desktop,
    updater,
    preferences: createMemoryPreferences(preferences),
    power: createMemoryPower(),
    backupFolder: createMemoryBackupFolder(),
    accountApi: createAccountApi(clock),
    accountFile: createMemorySealedFile(),
    syncFile: createMemorySealedFile(),
    log: createListLog(),
  };
}

/** Moves the clock on as time passes, by whole milliseconds, until it is called. */
export function runClock({ clock }: Latchkey): () => void {
  let shown = performance.now();
  const timer = setInterval(() => {
    const passed = Math.floor(performance.now() - shown);
    shown += passed;
    clock.move(passed);
  }, tickMs);
  return () => clearInterval(timer);
}

/** The first event of a stream, which is ended. */
async function first<T>(events: AsyncIterator<T>): Promise<T> {
  const result = await events.next();
  await events.return?.();
  if (result.done === true) throw new Error('the stream has ended');
  return result.value;
}
