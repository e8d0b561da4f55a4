import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { _electron, expect, test as base } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import QRCode from 'qrcode';
import { firstRun } from '../../src/renderer/words/en/vault.ts';

interface Fixtures {
  electron: ElectronApplication;
  window: Page;
}

const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern
  electron: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-electron-'));
    const app = await _electron.launch({
      args: [join(import.meta.dirname, '../..')],
      env: { ...definedEnvironment(), LATCHKEY_DATA_DIR: folder, XDG_STATE_HOME: folder },
    });
    await use(app);
    await app.close();
    await rm(folder, { recursive: true });
  },
  window: async ({ electron }, use) => use(await electron.firstWindow()),
});

test('the window opens on the first run', async ({ window }) => {
  expect(window.url()).toBe('app://latchkey/index.html');
  await expect(window.getByRole('heading', { name: firstRun.title })).toBeVisible();
});

test('a QR code on the screen becomes a code', async ({ electron, window }) => {
  await makeVault(window);
  const picture = await QRCode.toDataURL(
    'otpauth://totp/Example:ada?secret=GEZDGNBVGY3TQOJQ&issuer=Example',
    {
      scale: 8,
    },
  );
  await electron.evaluate(async ({ BrowserWindow }, src) => {
    // A stranger's window, in a session of its own, that shows the code as a site would.
    const site = new BrowserWindow({
      x: 0,
      y: 0,
      width: 500,
      height: 500,
      webPreferences: { partition: 'site' },
    });
    await site.loadURL(`data:text/html,<img src="${src}">`);
  }, picture);
  await window.getByRole('button', { name: 'Scan the screen' }).first().click();
  await expect(window.getByText('Example').first()).toBeVisible();
});

test('the page has no Node and nothing of Electron', async ({ window }) => {
  const kinds: unknown = await window.evaluate(
    '[typeof require, typeof process, typeof module, typeof Buffer, typeof electron]',
  );
  expect(kinds).toEqual(['undefined', 'undefined', 'undefined', 'undefined', 'undefined']);
});

test('the page opens no window and goes nowhere', async ({ electron, window }) => {
  expect(await window.evaluate("window.open('https://example.com/')")).toBeNull();
  await window.evaluate("location.assign('https://example.com/')");
  await window.evaluate("location.assign('file:///etc/passwd')");
  expect(window.url()).toBe('app://latchkey/index.html');
  expect(electron.windows()).toHaveLength(1);
});

for (const address of [
  'https://example.com/',
  'http://127.0.0.1:1/',
  'file:///etc/passwd',
  'data:text/plain,x',
]) {
  test(`the page cannot fetch ${address}`, async ({ window }) => {
    const outcome: unknown = await window.evaluate(
      `fetch(${JSON.stringify(address)}).then(() => 'answered', () => 'refused')`,
    );
    expect(outcome).toBe('refused');
  });
}

test('the page runs no text as code and no inline script', async ({ window }) => {
  expect(
    await window.evaluate(
      "(() => { try { return new Function('return 1')() } catch (e) { return e.name } })()",
    ),
  ).toBe('EvalError');
});

test('the page is served with the Content Security Policy', async ({ electron }) => {
  const policy = await electron.evaluate(async ({ session }) => {
    const response = await session.defaultSession.fetch('app://latchkey/index.html');
    return response.headers.get('content-security-policy');
  });
  expect(policy).toContain("default-src 'none'");
});

test('the page gets no camera, no screen and no notification', async ({ window }) => {
  const outcomes: unknown = await window.evaluate(`Promise.all([
    navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'given', () => 'refused'),
    navigator.mediaDevices.getDisplayMedia({ video: true }).then(() => 'given', () => 'refused'),
    Notification.requestPermission(),
  ])`);
  expect(outcomes).toEqual(['refused', 'refused', 'denied']);
});

test("the page's process is sandboxed", async ({ electron, window }) => {
  await expect(window.getByRole('heading')).toBeVisible();
  const processes = await electron.evaluate(({ app }) => app.getAppMetrics());
  const pages = processes.filter(({ type }) => type === 'Tab');
  expect(pages).toHaveLength(1);
  for (const { pid, sandboxed } of pages) {
    // Electron answers on macOS and Windows; on Linux the kernel does: 2 is a system call filter.
    if (process.platform !== 'linux') expect(sandboxed).toBe(true);
    else expect(await readFile(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s*2$/m);
  }
});

/** Makes a vault in the way the machine offers: by its keychain, else by a passphrase. */
async function makeVault(window: Page): Promise<void> {
  const start = window.getByRole('button', { name: firstRun.start, exact: true });
  const passphrase = window.getByLabel(firstRun.passphrase, { exact: true });
  await expect(start.or(passphrase).first()).toBeVisible();
  if (await start.isVisible()) return start.click();
  await passphrase.fill('correct horse battery staple');
  await window.getByLabel(firstRun.repeat).fill('correct horse battery staple');
  await window.getByRole('button', { name: firstRun.create }).click();
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
