/** The rows of the Electron table in `docs/security.md`, by what Electron really does. `packaged.spec.ts` has the rest. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { expect, root, startAgain, test } from './rig.ts';

test.describe('row 1: the scheme', () => {
  for (const path of [
    '../package.json',
    '%2e%2e/package.json',
    '..%2f..%2fpackage.json',
    'index.html%00.png',
    '',
  ]) {
    test(`app://latchkey/${path} is no way out of the window's files`, async ({ electron, window }) => {
      await expect(window.getByRole('heading').first()).toBeVisible();
      const status = await electron.evaluate(async ({ session }, address) => {
        const response = await session.defaultSession.fetch(address).catch(() => null);
        return response?.status ?? 0;
      }, `app://latchkey/${path}`);
      expect(status).not.toBe(200);
    });
  }

  test('another host and a file are refused', async ({ electron, window }) => {
    await expect(window.getByRole('heading').first()).toBeVisible();
    const statuses = await electron.evaluate(async ({ session }) => {
      const ask = async (address: string) =>
        (await session.defaultSession.fetch(address).catch(() => null))?.status ?? 0;
      return [await ask('app://evil/index.html'), await ask('file:///etc/passwd')];
    });
    for (const status of statuses) expect(status).not.toBe(200);
  });
});

test('row 2: the page has no Node and nothing of Electron', async ({ window }) => {
  const kinds: unknown = await window.evaluate(
    '[typeof require, typeof process, typeof module, typeof Buffer, typeof electron]',
  );
  expect(kinds).toEqual(['undefined', 'undefined', 'undefined', 'undefined', 'undefined']);
});

test("row 2: the page's process is sandboxed", async ({ electron, window }) => {
  await expect(window.getByRole('heading').first()).toBeVisible();
  const processes = await electron.evaluate(({ app }) => app.getAppMetrics());
  const pages = processes.filter(({ type }) => type === 'Tab');
  expect(pages.length).toBeGreaterThan(0);
  for (const { pid, sandboxed } of pages) {
    // Electron answers on macOS and Windows; on Linux the kernel does: 2 is a system call filter.
    if (process.platform !== 'linux') expect(sandboxed).toBe(true);
    else expect(await readFile(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s*2$/m);
  }
});

test('row 3: the page gets no microphone, no screen and no notification', async ({ window }) => {
  const outcomes: unknown = await window.evaluate(`Promise.all([
    navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(() => 'given', () => 'refused'),
    navigator.mediaDevices.getDisplayMedia({ video: true }).then(() => 'given', () => 'refused'),
    Notification.requestPermission(),
  ])`);
  expect(outcomes).toEqual(['refused', 'refused', 'denied']);
});

test('row 4: a <webview> stays an unknown element', async ({ electron, window }) => {
  const contents = () => electron.evaluate(({ webContents }) => webContents.getAllWebContents().length);
  const before = await contents();
  const isKnown: unknown = await window.evaluate(
    "(() => { const view = document.createElement('webview'); view.src = 'app://latchkey/index.html';" +
      " document.body.append(view); return 'getWebContentsId' in view; })()",
  );
  expect(isKnown).toBe(false);
  expect(await contents()).toBe(before);
});

test('row 5: the page is served with the Content Security Policy', async ({ electron, window }) => {
  await expect(window.getByRole('heading').first()).toBeVisible();
  const policy = await electron.evaluate(async ({ session }) => {
    const response = await session.defaultSession.fetch('app://latchkey/index.html');
    return response.headers.get('content-security-policy');
  });
  expect(policy).toContain("default-src 'none'");
});

test('row 5: the page runs no text as code and no inline script', async ({ window }) => {
  const thrown: unknown = await window.evaluate(
    "(() => { try { return new Function('return 1')() } catch (e) { return e.name } })()",
  );
  expect(thrown).toBe('EvalError');
  const ran: unknown = await window.evaluate(
    "(() => { try { const s = document.createElement('script'); s.textContent = 'window.ran = 1';" +
      ' document.body.append(s); } catch {} return typeof window.ran; })()',
  );
  expect(ran).toBe('undefined');
});

test('row 6: the page opens no window and goes nowhere', async ({ electron, window }) => {
  await electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { openedOutside: opened });
    shell.openExternal = async (address) => void opened.push(address);
  });
  expect(await window.evaluate("window.open('https://example.com/')")).toBeNull();
  await window.evaluate("location.assign('https://example.com/')");
  await window.evaluate("location.assign('file:///etc/passwd')");
  expect(window.url()).toBe('app://latchkey/index.html');
  expect(electron.windows()).toHaveLength(1);
  expect(await electron.evaluate(() => Reflect.get(globalThis, 'openedOutside'))).toEqual([]);
});

test('row 7: a page elsewhere gets no port, even with the preload', async ({ electron, window }) => {
  await expect(window.getByRole('heading').first()).toBeVisible();
  const got = await electron.evaluate(
    async ({ BrowserWindow, ipcMain }, preload) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { sandbox: true, preload } });
      await stranger.loadURL('data:text/html,<title>x</title>');
      const ports = stranger.webContents.executeJavaScript(
        "new Promise((resolve) => { addEventListener('message', ({ ports }) => { if (ports.length > 0) resolve('port') });" +
          " postMessage({ type: 'latchkey:ready' }, '*');" +
          " addEventListener('asked', () => resolve('nothing')); })",
      );
      // The main process has heard the question, and has answered it if it ever will.
      const heard = new Promise(
        (resolve) => void ipcMain.once('latchkey:connect', () => setImmediate(resolve)),
      );
      await Promise.race([heard, ports]);
      await stranger.webContents.executeJavaScript("dispatchEvent(new Event('asked'))");
      const outcome: unknown = await ports;
      stranger.destroy();
      return outcome;
    },
    join(root, 'out/preload/index.cjs'),
  );
  expect(got).toBe('nothing');
});

for (const address of [
  'https://example.com/',
  'http://127.0.0.1:1/',
  'file:///etc/passwd',
  'data:text/plain,x',
]) {
  test(`row 9: the page cannot fetch ${address}`, async ({ window }) => {
    const outcome: unknown = await window.evaluate(
      `fetch(${JSON.stringify(address)}).then(() => 'answered', () => 'refused')`,
    );
    expect(outcome).toBe('refused');
  });
}

test('row 10: a second start ends, and the first goes on', async ({ electron, window, folder }) => {
  await expect(window.getByRole('heading').first()).toBeVisible();
  expect(await startAgain(folder)).toBe(0);
  expect(electron.process().exitCode).toBeNull();
  expect(electron.windows()).toHaveLength(1);
});

test('row 12: the windows are kept out of pictures where the system does that', async ({
  electron,
  window,
}) => {
  test.skip(process.platform !== 'win32', 'only Windows honours it');
  await expect(window.getByRole('heading').first()).toBeVisible();
  const isProtected = await electron.evaluate(({ BrowserWindow }) => {
    const [main] = BrowserWindow.getAllWindows();
    main?.setContentProtection(true);
    return main?.isContentProtected();
  });
  expect(isProtected).toBe(true);
});

test('row 13: no spell checker and no crash reports', async ({ electron, window }) => {
  await expect(window.getByRole('heading').first()).toBeVisible();
  const seen = await electron.evaluate(({ crashReporter, session }) => [
    session.defaultSession.isSpellCheckerEnabled(),
    crashReporter.getUploadToServer(),
  ]);
  expect(seen).toEqual([false, false]);
});
