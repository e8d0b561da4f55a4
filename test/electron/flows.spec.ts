/** Five days with Latchkey in Electron itself. */
import QRCode from 'qrcode';
import { codes } from '../../src/renderer/words/en/codes.ts';
import { desktop } from '../../src/renderer/words/en/desktop.ts';
import { settings } from '../../src/renderer/words/en/settings.ts';
import { firstRun } from '../../src/renderer/words/en/vault.ts';
import type { Page } from '@playwright/test';
import { clipboardOf, end, expect, makeVault, setUpCode, startAgain, test } from './rig.ts';

/** Adds the made-up code by its address, as a person pastes it. */
async function addCode(window: Page): Promise<void> {
  // A paste anywhere in the window.
  await window.evaluate(`{
    const data = new DataTransfer();
    data.setData('text/plain', ${JSON.stringify(setUpCode)});
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }`);
  await window.getByRole('button', { name: /^Add/ }).last().click();
  await expect(window.getByText('Example').first()).toBeVisible();
}

test('from the first run to a code off the screen', async ({ electron, window }) => {
  expect(window.url()).toBe('app://latchkey/index.html');
  await expect(window.getByRole('heading', { name: firstRun.title })).toBeVisible();
  await makeVault(window);
  const picture = await QRCode.toDataURL(setUpCode, { scale: 8 });
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

test('a copied code is gone from the clipboard when Latchkey ends', async ({ start }) => {
  const { electron, window } = await start();
  await makeVault(window);
  await addCode(window);
  await window.getByRole('row').first().click();
  await expect.poll(() => clipboardOf(electron)).toMatch(/^\d{6}$/);
  await end(electron);
  const again = await start();
  expect(await clipboardOf(again.electron)).not.toMatch(/^\d{6}$/);
});

test('row 11: a link reaches the running window, is shown and does nothing by itself', async ({
  window,
  folder,
}) => {
  await makeVault(window);
  // Nobody answers there: the link is shown all the same.
  const link = `latchkey://activate?server=http%3A%2F%2F127.0.0.1%3A9&token=${'t'.repeat(43)}`;
  expect(await startAgain(folder, link)).toBe(0);
  await expect(window.getByText('127.0.0.1:9').first()).toBeVisible();
  expect(await window.content()).not.toContain('ttt');
});

test('the quick find copies and hides', async ({ electron, window, folder }) => {
  await makeVault(window);
  await addCode(window);
  const opened = electron.waitForEvent('window');
  expect(await startAgain(folder, 'latchkey://find')).toBe(0);
  const quickFind = await opened;
  expect(quickFind.url()).toBe('app://latchkey/quick-find.html');
  await quickFind.keyboard.type('exam');
  await expect(quickFind.getByText('Example').first()).toBeVisible();
  await quickFind.keyboard.press('Enter');
  await expect.poll(() => clipboardOf(electron)).toMatch(/^\d{6}$/);
  const shown = () =>
    electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .filter((one) => one.isVisible())
        .map((one) => one.webContents.getURL()),
    );
  await expect.poll(shown).toEqual(['app://latchkey/index.html']);
});

test('in the tray: closing hides, a start brings back, and the window opens where it was', async ({
  start,
  folder,
}) => {
  const { electron, window } = await start();
  await makeVault(window);
  await window.getByRole('button', { name: codes.menu, exact: true }).click();
  await window.getByRole('menuitem', { name: settings.title }).click();
  await window.getByRole('button', { name: settings.desktop }).click();
  await window.getByText(desktop.closeToTrayText).click();
  await expect(window.getByRole('switch', { name: desktop.closeToTray })).toBeChecked();
  const place = await electron.evaluate(({ BrowserWindow }) => {
    const [main] = BrowserWindow.getAllWindows();
    main?.setBounds({ x: 60, y: 70, width: 600, height: 500 });
    const bounds = main?.getNormalBounds();
    main?.close();
    return bounds;
  });
  const isVisible = (app: typeof electron) =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await expect.poll(() => isVisible(electron)).toBe(false);
  expect(await startAgain(folder)).toBe(0);
  await expect.poll(() => isVisible(electron)).toBe(true);
  await end(electron);
  const again = await start();
  const reopened = await again.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
  );
  expect(reopened).toEqual(place);
});
