import { execFile, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startKeyring } from '../keychain/session.ts';
import type { Keyring } from '../keychain/session.ts';
import { contentSecurityPolicy } from '../../../src/adapters/window-files/headers.ts';

const root = join(import.meta.dirname, '../../..');
/** Inside the project, where the native modules are found. */
const bundle = join(root, 'out/test-electron');

const calls = z.array(z.string());
const firstReport = z.object({
  beforeReady: calls,
  calls,
  options: z.object({
    show: z.literal(false),
    webPreferences: z.looseObject({ preload: z.string(), sandbox: z.boolean(), devTools: z.boolean() }),
  }),
  page: z.object({
    status: z.number(),
    policy: z.string(),
    required: z.array(z.string()),
    exposed: z.array(z.string()),
    handedOver: z.array(z.object({ message: z.unknown(), origin: z.string(), ports: z.number() })),
  }),
  info: z.record(z.string(), z.unknown()),
  firstRun: z.looseObject({ state: z.string() }),
  open: z.looseObject({ state: z.string() }),
  found: z.array(z.looseObject({ issuer: z.string(), account: z.string() })),
  windowsInPicture: z.boolean(),
  isVisibleAfterScan: z.boolean(),
  copied: z.record(z.string(), z.unknown()),
  link: z.looseObject({ kind: z.string(), server: z.string() }),
  opened: z.unknown(),
  navigation: z.boolean(),
  requests: z.array(z.boolean()),
  fileAnswer: z.number(),
  text: z.string(),
});
const againReport = z.object({
  open: z.looseObject({ state: z.string() }),
  codes: z.number(),
  text: z.string(),
});
const secondReport = z.object({ calls, windows: z.number() });

let folder = '';
let keyring: Keyring;
let first: z.infer<typeof firstReport>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-boot-'));
  const builder = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  await promisify(execFile)(process.execPath, [builder, 'build', '--outDir', bundle], { cwd: root });
  keyring = await startKeyring();
  first = firstReport.parse(await boot('first'));
});

afterAll(async () => {
  await keyring.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Runs the bundle in a process of its own; what it saw, and what it printed. */
function boot(role: 'first' | 'again' | 'second'): Promise<unknown> {
  const child = fork(join(import.meta.dirname, 'boot.ts'), [bundle, role], {
    env: { ...process.env, ...keyring.env, LATCHKEY_DATA_DIR: join(folder, 'data'), XDG_STATE_HOME: folder },
    // Not Vitest's own.
    execArgv: [],
    silent: true,
    timeout: 100_000,
  });
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return new Promise((resolve, reject) => {
    let report: object | undefined;
    child.on('message', (message) => {
      if (typeof message === 'object') report = message;
    });
    child.on('close', (code) => {
      if (report === undefined) reject(new Error(`the host ended with ${code}:\n${text}`));
      else resolve({ ...report, text });
    });
  });
}

describe('the built Electron host', () => {
  it('says what Electron has to know before it is ready, and nothing that comes later', () => {
    expect(first.beforeReady).toEqual([
      'enableSandbox',
      'privileged app',
      expect.stringMatching(/^without remote-debugging/),
      expect.stringMatching(/^without remote-debugging/),
      expect.stringMatching(/^without remote-debugging/),
      `userData ${join(folder, 'data', 'electron')}`,
      'lock',
      'opens latchkey',
    ]);
  });

  it('hardens the session before there is a window', () => {
    const window = first.calls.indexOf('window');
    const hardening = [
      'handle app',
      'handle file',
      'permission request',
      'permission check',
      'device permission',
    ];
    expect(hardening.filter((call) => !first.calls.slice(0, window).includes(call))).toEqual([]);
    expect(first.calls).toContain('spell checker false');
    expect(first.calls).toContain('menu none');
  });

  it('opens one window, sandboxed, without DevTools, at app://', () => {
    expect(first.calls.filter((call) => call === 'window')).toHaveLength(1);
    expect(first.calls).toContain('load app://latchkey/index.html');
    expect(first.options.webPreferences).toMatchObject({
      preload: join(bundle, 'preload/index.cjs'),
      sandbox: true,
      devTools: false,
    });
  });

  it('serves the built page with the Content Security Policy', () => {
    expect(first.page).toMatchObject({ status: 200, policy: contentSecurityPolicy });
  });

  it('keeps the window where it is and off the network', () => {
    expect(first.opened).toEqual({ action: 'deny' });
    expect(first.navigation).toBe(true);
    expect(first.requests).toEqual([false, true]);
    expect(first.fileAnswer).toBe(403);
  });

  it('has a preload that requires Electron alone, hands over one port and exposes nothing', () => {
    expect(first.page.required).toEqual(['electron']);
    expect(first.page.exposed).toEqual([]);
    expect(first.page.handedOver).toEqual([
      { message: { type: 'latchkey:port' }, origin: 'app://latchkey', ports: 1 },
    ]);
  });

  it('answers over the port: what host it is, and the first state of the vault', () => {
    expect(first.info).toMatchObject({
      host: 'electron',
      version: '0.0.0-test',
      screenCapture: 'application',
    });
    expect(first.firstRun).toMatchObject({ state: 'absent', keychain: { available: true } });
    expect(first.open).toMatchObject({ state: 'open', unlockMethods: { keychain: true } });
  });

  it('takes the display at native pixels without its own window, and reads the code off it', () => {
    expect(first.calls).toContain('capture screen 1600×1000');
    expect(first.windowsInPicture).toBe(false);
    expect(first.isVisibleAfterScan).toBe(true);
    expect(first.found).toMatchObject([{ issuer: 'Example', account: 'ada' }]);
  });

  it('copies a code as sensitive', () => {
    expect(first.copied['text/plain']).toMatch(/^\d{6}$/);
    expect(Object.keys(first.copied)).toHaveLength(2);
  });

  it('comes forward for a second start, and closes itself before the process ends', () => {
    expect(first.calls.slice(-4)).toEqual(['focus', 'quit', 'wait', 'exit 0']);
  });

  it('shows the link of a second start in its window, without its token', () => {
    expect(first.link).toMatchObject({ kind: 'activate', server: 'http://127.0.0.1:9' });
    expect(JSON.stringify(first.link)).not.toContain('ttt');
  });

  it('logs nothing, least of all a secret', () => {
    expect(first.text).toBe('');
  });

  it('opens the vault at its next start with the key from the keychain', async () => {
    const again = againReport.parse(await boot('again'));
    expect(again).toMatchObject({ open: { state: 'open' }, codes: 1, text: '' });
  });

  it('started a second time makes no window and goes', async () => {
    const second = secondReport.parse(await boot('second'));
    expect(second.windows).toBe(0);
    expect(second.calls.at(-1)).toBe('quit');
  });
});
