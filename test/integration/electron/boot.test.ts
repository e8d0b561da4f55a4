import { execFile, fork } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
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
const desktopReport = z.object({
  coldLink: z.looseObject({ kind: z.string() }),
  trayCopy: z.string(),
  openMenu: calls,
  search: z.unknown(),
  quickFindPage: z.object({ status: z.number(), policy: z.string() }),
  inQuickFind: calls,
  isQuickFindHidden: z.boolean(),
  asleep: z.looseObject({ cause: z.string() }),
  lockedMenu: calls,
  byTray: z.looseObject({ cause: z.string() }),
  onClipboard: z.array(z.record(z.string(), z.unknown())),
  hidesInTray: z.boolean(),
  comesBack: z.boolean(),
  trayMenu: z.null(),
  calls,
  text: z.string(),
});
const stepSchema = z.looseObject({ state: z.string() });
const updateReport = z.object({
  started: z.string(),
  steps: z.record(z.string(), stepSchema),
  whileLocked: z.string(),
  isPresentStill: z.boolean(),
  isReplaced: z.boolean(),
  calls,
  text: z.string(),
});
const blockedReport = updateReport.pick({ started: true, isPresentStill: true, calls: true, text: true });
const hiddenReport = z.object({
  windowsAtLogin: z.number(),
  place: z.object({ x: z.number(), y: z.number() }),
  isOnTop: z.boolean(),
  text: z.string(),
});

let folder = '';
let keyring: Keyring;
let first: z.infer<typeof firstReport>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-boot-'));
  const builder = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  await promisify(execFile)(process.execPath, [builder, 'build', '--outDir', bundle], { cwd: root });
  keyring = await startKeyring();
  first = firstReport.parse(await boot({ role: 'first' }));
});

afterAll(async () => {
  await keyring.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Start {
  role: 'first' | 'again' | 'second' | 'unsandboxed' | 'desktop' | 'hidden' | 'update' | 'blocked-update';
  data?: string;
  parameters?: string[];
}

/** Runs the bundle in a process of its own; what it saw, and what it printed. */
function boot({ role, data = 'data', parameters = [] }: Start): Promise<unknown> {
  const child = fork(join(import.meta.dirname, 'boot.ts'), [bundle, role, ...parameters], {
    env: {
      ...process.env,
      ...keyring.env,
      LATCHKEY_DATA_DIR: join(folder, data),
      XDG_STATE_HOME: folder,
      XDG_CONFIG_HOME: join(folder, 'config'),
      WAYLAND_DISPLAY: '',
      XDG_CURRENT_DESKTOP: '',
      LATCHKEY_UPDATE_FOLDER: join(folder, role),
    },
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
    const again = againReport.parse(await boot({ role: 'again' }));
    expect(again).toMatchObject({ open: { state: 'open' }, codes: 1, text: '' });
  });

  it('started a second time makes no window and goes', async () => {
    const second = secondReport.parse(await boot({ role: 'second' }));
    expect(second.windows).toBe(0);
    expect(second.calls.at(-1)).toBe('quit');
  });
});

describe('the built Electron host without Chromium’s sandbox', () => {
  it('says why it does not start, opens nothing, and goes', async () => {
    const seen = secondReport.parse(await boot({ role: 'unsandboxed', parameters: ['--no-sandbox'] }));
    expect(seen.windows).toBe(0);
    expect(seen.calls).not.toContain('lock');
    expect(seen.calls.at(-2)).toMatch(/^error box: Latchkey could not start: .*sandbox/u);
    expect(seen.calls.at(-1)).toBe('exit 1');
  });
});

describe('the built Electron host on a desktop', () => {
  /** Nobody answers there: the link is shown all the same. */
  const link = `latchkey://activate?server=http%3A%2F%2F127.0.0.1%3A9&token=${'t'.repeat(43)}`;
  let day: z.infer<typeof desktopReport>;

  beforeAll(async () => {
    day = desktopReport.parse(await boot({ role: 'desktop', data: 'desktop', parameters: [link] }));
  });

  it('shows the link that started it, without its token', () => {
    expect(day.coldLink).toMatchObject({ kind: 'activate', server: 'http://127.0.0.1:9' });
    expect(JSON.stringify(day.coldLink)).not.toContain('ttt');
  });

  it('copies a pinned code from the tray, whose menu has names and no digits', () => {
    expect(day.trayCopy).toMatch(/^\d{6}$/);
    expect(day.openMenu).toEqual([
      'Example (ada)',
      'Show Latchkey',
      'Quick find',
      'Add a code',
      'Settings',
      'Lock now',
      'Quit',
    ]);
  });

  it('gives the search of a second start to its window', () => {
    expect(day.search).toEqual({ text: 'exam' });
  });

  it('opens the quick find with a port of its own, and hides it when it loses the focus', () => {
    expect(day.quickFindPage).toEqual({ status: 200, policy: contentSecurityPolicy });
    expect(day.inQuickFind).toEqual(['Example']);
    expect(day.isQuickFindHidden).toBe(true);
  });

  it('locks when the computer sleeps and from the tray, and takes the code off the clipboard', () => {
    expect(day.asleep.cause).toBe('suspend');
    expect(day.byTray.cause).toBe('person');
    expect(day.lockedMenu).toEqual(['The codes are not open', 'Open Latchkey', 'Quit']);
    expect(day.onClipboard).toEqual([{}, {}, {}]);
  });

  it('hides in the tray when its window is closed, and comes back at a second start', () => {
    expect(day.hidesInTray).toBe(true);
    expect(day.comesBack).toBe(true);
  });

  it('quits from the tray, with its icon and the copied code', () => {
    expect(day.calls.slice(-3)).toEqual(['quit', 'wait', 'exit 0']);
    expect(day.trayMenu).toBeNull();
    expect(day.onClipboard.at(-1)).toEqual({});
  });

  it('registers itself with the session and starts hidden there, its window where it was', async () => {
    const entry = await readFile(join(folder, 'config/autostart/app.latchkey.Latchkey.desktop'), 'utf8');
    expect(entry).toContain('--at-login');
    const hidden = hiddenReport.parse(
      await boot({ role: 'hidden', data: 'desktop', parameters: ['--at-login'] }),
    );
    expect(hidden).toMatchObject({ windowsAtLogin: 0, place: { x: 300, y: 40 }, isOnTop: true, text: '' });
  });

  it('logs nothing of all that', () => {
    expect(day.text).toBe('');
  });
});

describe('the built Electron host and a newer version', () => {
  let update: z.infer<typeof updateReport>;

  beforeAll(async () => {
    update = updateReport.parse(await boot({ role: 'update', data: 'updated' }));
  });

  it('offers what its maker signed and is meant for this computer, and takes a no', () => {
    expect(update.steps).toMatchObject({
      unsigned: { state: 'failed', trouble: 'notSigned' },
      staged: { state: 'none' },
      offered: { state: 'offered', version: '1.0.0' },
      refused: { state: 'none' },
    });
  });

  it('throws away what was changed on the way', () => {
    expect(update.steps['changed']).toEqual({ state: 'failed', trouble: 'notDownloaded' });
    expect(update.steps['ready']).toEqual({ state: 'ready', version: '1.0.0' });
  });

  it('does nothing while the vault is locked', () => {
    expect(update.whileLocked).toBe('VAULT_NOT_OPEN');
    expect(update.isPresentStill).toBe(true);
  });

  it('copies the vault, closes, lets the new version in and starts it', async () => {
    const [vault, copy] = await Promise.all(
      ['vault.latchkey', 'vault.latchkey.before-update'].map((name) =>
        readFile(join(folder, 'updated', name)),
      ),
    );
    expect(copy).toEqual(vault);
    expect(update.isReplaced).toBe(true);
    expect(update.started).toBe('new');
    expect(update.calls).toEqual(['unlock', 'quit', 'wait', 'exit 0']);
  });

  it('starts the present one again, which is told so, where the new one cannot be put in its place', async () => {
    const blocked = blockedReport.parse(await boot({ role: 'blocked-update', data: 'blocked' }));
    expect(blocked).toMatchObject({ started: 'old --update-failed', isPresentStill: true });
    expect(blocked.calls).toEqual(['unlock', 'quit', 'wait', 'exit 0']);
  });
});
