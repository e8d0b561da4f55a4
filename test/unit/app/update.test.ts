import { posix } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Ports } from '../../../src/app/ports.ts';
import type { Preferences } from '../../../src/contract/preferences.ts';
import type { UpdateState } from '../../../src/contract/update.ts';
import { startApplication } from '../../rig/application.ts';
import {
  createMemoryBackupFolder,
  createMemoryPreferences,
  createMemoryVaultStore,
} from '../../rig/memory-ports.ts';
import { createMemoryUpdater, signedRelease } from '../../rig/memory-updater.ts';

const passphrase = 'correct horse battery staple';
const dayMs = 24 * 60 * 60_000;

let app: Awaited<ReturnType<typeof startApplication>>;
let told: ReturnType<typeof createMemoryUpdater>['told'];
let folder: ReturnType<typeof createMemoryBackupFolder>;
/** The vault's folder in the memory. */
const beside = posix.dirname(createMemoryVaultStore().path);
let states: AsyncIterator<UpdateState>;
/** Every state, in order. */
let seen: UpdateState[];

afterEach(() => app.stop());

async function start(
  given: {
    release?: unknown;
    preferences?: Partial<Preferences>;
    facts?: Parameters<typeof createMemoryUpdater>[0];
    world?: Partial<Ports>;
  } = {},
): Promise<void> {
  const memory = createMemoryUpdater(given.facts);
  told = memory.told;
  told.release = given.release ?? null;
  folder = createMemoryBackupFolder();
  folder.contents.set(beside, new Map());
  const world = {
    updater: memory.updater,
    backupFolder: folder,
    preferences: createMemoryPreferences(given.preferences),
    ...given.world,
  };
  app = await startApplication({ world, create: false });
  await app.client.vault.create({ protection: 'keychain', passphrase });
  states = (await app.client.update.watch())[Symbol.asyncIterator]();
  seen = [];
}

/** Waits for a state. */
async function shown(wanted: UpdateState['state']): Promise<UpdateState> {
  for (;;) {
    const { value, done } = await states.next();
    if (done === true) throw new Error(`never ${wanted}`);
    seen.push(value);
    if (value.state === wanted) return value;
  }
}

async function untilReady(): Promise<void> {
  await shown('offered');
  await app.client.update.accept();
  await shown('ready');
}

describe('a newer version', () => {
  it('is offered, and nothing is fetched before the person says so', async () => {
    await start({ release: signedRelease('2.0.0') });
    expect(await shown('offered')).toEqual({ state: 'offered', version: '2.0.0' });
    expect(told.downloads).toBe(0);
  });

  it('is downloaded, and put in place at a word of its own', async () => {
    await start({ release: signedRelease('2.0.0') });
    await untilReady();
    expect(told.installs).toBe(0);
    await app.client.update.install();
    expect(told.installs).toBe(1);
  });

  it('that the person refuses is not offered again by itself, but a newer one is', async () => {
    await start({ release: signedRelease('2.0.0') });
    await shown('offered');
    await app.client.update.refuse();
    await shown('none');
    app.clock.move(dayMs);
    await expect.poll(() => told.asked).toBe(2);
    await shown('none');
    expect(seen.filter(({ state }) => state === 'offered')).toHaveLength(1);
    told.release = signedRelease('2.0.1');
    app.clock.move(dayMs);
    expect(await shown('offered')).toEqual({ state: 'offered', version: '2.0.1' });
  });

  it('that was refused is offered to the person who asks', async () => {
    await start({ release: signedRelease('2.0.0'), preferences: { refusedUpdate: '2.0.0' } });
    await expect.poll(() => told.asked).toBe(1);
    await shown('none');
    await app.client.update.check();
    expect(await shown('offered')).toEqual({ state: 'offered', version: '2.0.0' });
  });

  it('is looked for only by hand if the person wants that', async () => {
    await start({ release: signedRelease('2.0.0'), preferences: { checkForUpdates: false } });
    app.clock.move(dayMs);
    await shown('none');
    expect(told.asked).toBe(0);
    await app.client.update.check();
    await shown('offered');
  });

  it('is not looked for where there is an obstacle', async () => {
    await start({ release: signedRelease('2.0.0'), facts: { obstacle: 'notConfigured' } });
    expect(await shown('off')).toEqual({ state: 'off', because: 'notConfigured' });
    await app.client.update.check();
    app.clock.move(dayMs);
    expect(told.asked).toBe(0);
  });
});

describe('the vault', () => {
  it('is copied beside itself first', async () => {
    await start({ release: signedRelease('2.0.0') });
    await untilReady();
    const bytes = await app.ports.vaultStore.read();
    await app.client.update.install();
    expect(folder.contents.get(beside)?.get('vault.latchkey.before-update')).toEqual(bytes);
  });

  it('is not risked: without a copy nothing is installed, and that is seen', async () => {
    await start({ release: signedRelease('2.0.0') });
    await untilReady();
    folder.trouble = 'full';
    await app.client.update.install();
    expect(await shown('failed')).toEqual({ state: 'failed', trouble: 'noBackup' });
    expect(told.installs).toBe(0);
  });

  it('is not left locked behind an update', async () => {
    await start({ release: signedRelease('2.0.0') });
    await untilReady();
    await app.client.vault.lock();
    await expect(app.client.update.install()).rejects.toMatchObject({ code: 'VAULT_NOT_OPEN' });
    expect(told.installs).toBe(0);
    await app.client.vault.unlock({ passphrase });
    await app.client.update.install();
    expect(told.installs).toBe(1);
  });
});

describe('a failure', () => {
  it.each([
    ['the place does not answer', 'find', 'unreachable'],
    ['the download breaks', 'download', 'notDownloaded'],
    ['the new version cannot be put in place', 'install', 'notInstalled'],
  ] as const)('is seen: %s', async (_what, step, trouble) => {
    await start({ release: signedRelease('2.0.0'), preferences: { checkForUpdates: false } });
    told.fails.add(step);
    await app.client.update.check();
    if (step !== 'find') await app.client.update.accept();
    if (step === 'install') await app.client.update.install();
    expect(await shown('failed')).toEqual({ state: 'failed', trouble });
  });

  it('is a release that somebody else made: it is not even offered', async () => {
    await start({ release: { ...signedRelease('2.0.0'), version: '3.0.0' } });
    expect(await shown('failed')).toEqual({ state: 'failed', trouble: 'notSigned' });
    await app.client.update.accept();
    expect(told.downloads).toBe(0);
  });

  it('of the start before is seen at this one', async () => {
    await start({ facts: { hasFailed: true }, preferences: { checkForUpdates: false } });
    expect(await shown('failed')).toEqual({ state: 'failed', trouble: 'notInstalled' });
  });
});
