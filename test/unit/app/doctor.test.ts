import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AccountApi, Screens } from '../../../src/app/ports.ts';
import type { z } from 'zod';
import { apiVersion, type serviceInfoSchema } from '../../../src/contract/account-service/shapes.ts';
import type { Check } from '../../../src/contract/doctor.ts';
import { startApplication } from '../../rig/application.ts';
import { createMemoryBackupFolder, createMemoryShortcut } from '../../rig/memory-ports.ts';

type Latchkey = Awaited<ReturnType<typeof startApplication>>;

const origin = 'https://account.example.org';
let latchkey: Latchkey;
/** What the account server says of itself; null: it does not answer. */
let info: z.infer<typeof serviceInfoSchema> | null;
let drift = 0;

const accountApi: AccountApi = {
  computerName: 'Computer',
  look: async () =>
    info === null ? { outcome: 'unusable', trouble: 'offline' } : { outcome: 'answered', value: info },
  ask: async () => ({ outcome: 'unusable', trouble: 'offline' }),
  drift: () => drift,
  hangUp: () => undefined,
};

beforeEach(() => {
  drift = 0;
  info = {
    name: 'Example',
    url: origin,
    apiVersion,
    minimumAppVersion: '0.0.0',
    portal: null,
    support: { address: 'help@example.org', url: null },
    methods: ['totp'],
    languages: ['en'],
    password: { minLength: 12, maxLength: 256 },
    trustDays: 7,
  };
});
afterEach(() => latchkey.stop());

const screens = {
  capture: async () => 'application',
  take: async () => ({ outcome: 'failed', cause: 'unsupported' }),
} as const satisfies Screens;

async function start(options: Parameters<typeof startApplication>[0] = {}): Promise<void> {
  latchkey = await startApplication({
    screens,
    ...options,
    world: { accountApi, ...options.world },
    facts: { accountServer: { address: origin, trialInbox: null } },
  });
}

async function look<Name extends Check['check']>(name: Name): Promise<Extract<Check, { check: Name }>> {
  const { checks } = await latchkey.client.doctor.look();
  const found = checks.find((check): check is Extract<Check, { check: Name }> => check.check === name);
  if (found === undefined) throw new Error(`there is no check of ${name}`);
  return found;
}

test('with everything in place only backups need attention, until there is one', async () => {
  await start({ world: { backupFolder: createMemoryBackupFolder() } });
  const levels = async () => {
    const { checks } = await latchkey.client.doctor.look();
    return Object.fromEntries(checks.map(({ check, level }) => [check, level]));
  };
  const allGood = {
    keychain: 'good',
    vault: 'good',
    clock: 'good',
    server: 'good',
    screen: 'good',
    shortcut: 'good',
  };
  expect(await levels()).toEqual({ ...allGood, backups: 'attention' });
  await latchkey.client.backup.setUp({
    folder: '/drive',
    make: true,
    keep: 3,
    protection: { by: 'passphrase', passphrase: 'seven green boats' },
  });
  expect(await levels()).toEqual({ ...allGood, backups: 'good' });
});

describe('the keychain', () => {
  test('is trouble if it is locked and the vault needs it', async () => {
    await start();
    latchkey.ports.keychain.refusal = { outcome: 'locked' };
    expect(await look('keychain')).toMatchObject({ level: 'trouble', answer: 'locked', isNeeded: true });
  });

  test('may be gone where a passphrase opens the vault', async () => {
    await start({ create: false });
    await latchkey.client.vault.create({ protection: 'passphrase', passphrase: 'seven green boats' });
    latchkey.ports.keychain.refusal = { outcome: 'unavailable', reason: 'gone' };
    expect(await look('keychain')).toMatchObject({ level: 'good', isNeeded: false });
  });

  test('needs attention before there is a vault', async () => {
    await start({ create: false });
    latchkey.ports.keychain.refusal = { outcome: 'locked' };
    expect(await look('keychain')).toMatchObject({ level: 'attention', isNeeded: null });
    expect(await look('vault')).toMatchObject({ level: 'attention', olderStates: null });
  });
});

describe('the clock', () => {
  test.each([
    [0, 'good'],
    [-3_000, 'attention'],
    [14_999, 'attention'],
    [15_000, 'trouble'],
    [-3_600_000, 'trouble'],
  ])('that is %i ms from the server’s is %s', async (driftMs, level) => {
    await start();
    drift = driftMs;
    expect(await look('clock')).toEqual({
      check: 'clock',
      level,
      state: driftMs === 0 ? 'agrees' : 'off',
      driftMs,
      correctionMs: 0,
    });
  });

  test.each([
    [60_000, 'attention'],
    [0, 'trouble'],
    [44_000, 'trouble'],
  ])('with codes corrected by a minute, and %i ms from the server’s, is %s', async (driftMs, level) => {
    await start();
    await latchkey.client.preferences.set({ codeCorrectionMs: 60_000 });
    drift = driftMs;
    expect(await look('clock')).toMatchObject({ level, driftMs, correctionMs: 60_000 });
  });

  test('is not compared where no server answers, whatever was known of it', async () => {
    await start();
    drift = 60_000;
    info = null;
    expect(await look('clock')).toEqual({
      check: 'clock',
      level: 'good',
      state: 'notCompared',
      driftMs: null,
      correctionMs: 0,
    });
    expect(await look('server')).toMatchObject({ level: 'attention', server: { status: 'offline' } });
  });
});

test('a backup folder that is gone is trouble, and by its name', async () => {
  const backupFolder = createMemoryBackupFolder();
  await start({ world: { backupFolder } });
  await latchkey.client.backup.setUp({
    folder: '/drive',
    make: true,
    keep: 3,
    protection: { by: 'passphrase', passphrase: 'seven green boats' },
  });
  backupFolder.trouble = 'folderGone';
  expect(await look('backups')).toMatchObject({
    level: 'trouble',
    state: 'failing',
    status: { last: { outcome: 'failed', trouble: 'folderGone' } },
  });
});

test('a screen that only the window can read needs attention', async () => {
  await start({ screens: { ...screens, capture: async () => 'window' } });
  expect(await look('screen')).toEqual({
    check: 'screen',
    level: 'attention',
    state: 'window',
    capture: 'window',
  });
});

test('a server of another kind is trouble', async () => {
  await start();
  if (info !== null) info = { ...info, minimumAppVersion: '99.0.0' };
  expect(await look('server')).toMatchObject({ level: 'trouble', server: { status: 'appTooOld' } });
});

describe('the shortcut', () => {
  test.each([
    ['that is seen to arrive is good', true, 'good'],
    ['that never arrived yet needs a press', false, 'attention'],
  ])('%s', async (_, isPressed, level) => {
    const globalShortcut = createMemoryShortcut();
    await start({ world: { globalShortcut } });
    await latchkey.client.preferences.set({ quickFindShortcut: 'Control+Alt+K' });
    await expect.poll(() => globalShortcut.registered).toBe('Control+Alt+K');
    if (isPressed) globalShortcut.press();
    const as = 'System Control+Alt+K';
    await expect.poll(() => look('shortcut')).toMatchObject({ level, shortcut: { as, hasFired: isPressed } });
  });

  test.each([
    ['taken', 'trouble'],
    ['denied', 'trouble'],
    ['failed', 'trouble'],
    ['unsupported', 'attention'],
  ] as const)('that is %s is a matter of %s', async (cause, level) => {
    const globalShortcut = createMemoryShortcut();
    globalShortcut.trouble = cause;
    await start({ world: { globalShortcut } });
    await latchkey.client.preferences.set({ quickFindShortcut: 'Control+Alt+K' });
    await expect.poll(() => look('shortcut')).toMatchObject({ level, shortcut: { trouble: cause } });
  });

  test('that was chosen where nothing registers keys needs attention, and none chosen there does not', async () => {
    const globalShortcut = { ...createMemoryShortcut(), way: async () => 'none' as const };
    await start({ world: { globalShortcut } });
    await expect.poll(() => look('shortcut')).toMatchObject({ level: 'good', state: 'unbound' });
    await latchkey.client.preferences.set({ quickFindShortcut: 'Control+Alt+K' });
    await expect.poll(() => look('shortcut')).toMatchObject({ level: 'attention', state: 'unsupported' });
  });

  test('that is not registered yet needs attention', async () => {
    const globalShortcut = createMemoryShortcut();
    globalShortcut.register = () => new Promise(() => undefined);
    await start({ world: { globalShortcut } });
    await latchkey.client.preferences.set({ quickFindShortcut: 'Control+Alt+K' });
    await expect.poll(() => look('shortcut')).toMatchObject({ level: 'attention', state: 'waiting' });
  });

  test('of another process is what that says, if it has the keys that the settings name', async () => {
    const elsewhere = {
      way: 'portal',
      chosen: 'Super+K',
      as: 'Super+K',
      trouble: null,
      hasFired: true,
      isRenewed: false,
      command: 'latchkey toggle',
    } as const;
    let running: typeof elsewhere | null = elsewhere;
    await start({ world: { runningShortcut: async () => running } });
    await latchkey.client.preferences.set({ quickFindShortcut: 'Super+K' });
    expect(await look('shortcut')).toEqual({
      check: 'shortcut',
      level: 'good',
      state: 'arrives',
      chosen: 'Super+K',
      shortcut: elsewhere,
    });
    await latchkey.client.preferences.set({ quickFindShortcut: 'Super+L' });
    expect(await look('shortcut')).toMatchObject({
      level: 'attention',
      state: 'otherKeys',
      chosen: 'Super+L',
    });
    running = null;
    expect(await look('shortcut')).toMatchObject({ level: 'attention', state: 'notRunning', shortcut: null });
    await latchkey.client.preferences.set({ quickFindShortcut: null });
    expect(await look('shortcut')).toMatchObject({ level: 'good', state: 'notRunning', chosen: null });
  });
});
