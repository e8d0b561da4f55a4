import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../src/bootstrap/app-window.ts';
import { filmSize, writeFilm } from '../rig/film.ts';
import { zbarRead } from '../rig/zbar.ts';
import { expectCodeOfNow, otpauth } from './rig/codes.ts';
import { expect, test as base } from './rig/fixtures.ts';
import { acceptPreview, addByText, makeVault, shownCode } from './rig/person.ts';
import { cleanPicture } from './rig/pictures.ts';

/** How files of the usual kinds of picture begin, read as Latin-1. */
const pictureStart = /^(?:\u{FF}\u{D8}\u{FF}|\u{89}PNG|RIFF|GIF8)/u;

const test = base.extend<{
  /** A folder that goes with the test. */
  folder: string;
  /** Opens an address in a browser whose camera sees a QR code of this text, held by hand. */
  withFilm: (text: string, address: string) => Promise<Page>;
}>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-film-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
  withFilm: async ({ folder }, use) => {
    const executablePath = findBrowser();
    if (executablePath === null) throw new Error('no Chromium or Chrome was found');
    const film = join(folder, 'film.mjpeg');
    const browser = await chromium.launch({
      executablePath,
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        '--disable-gpu',
        '--use-fake-device-for-media-stream',
        // Opened when the camera is.
        `--use-file-for-fake-video-capture=${film}`,
      ],
    });
    await use(async (text, address) => {
      await writeFilm(film, text);
      const page = await browser.newPage({
        viewport: { width: 440, height: 760 },
        locale: 'en-GB',
        permissions: ['camera'],
      });
      await page.goto(address);
      return page;
    });
    await browser.close();
  },
});

test('a set-up code that a person holds in front of the camera is read, and no picture is kept', async ({
  computer,
  withFilm,
}) => {
  await makeVault(await computer.openLatchkey());
  const page = await withFilm(otpauth('Phone', 'ada@example.org'), await computer.newAddress());
  await page.getByRole('button', { name: 'Use the camera' }).click();
  await expect(page.getByRole('heading', { name: 'Keep this one?' })).toBeVisible();
  await expect(page.getByText('The camera is off.')).toBeVisible();
  await cleanPicture(page, 'camera-found');
  await acceptPreview(page);
  await page.getByRole('button', { name: 'Done' }).click();
  await expectCodeOfNow(() => shownCode(page, 'Phone'));

  const frame = filmSize.width * filmSize.height * 4;
  for (const { name, bytes } of await computer.recorded()) {
    const isPicture = pictureStart.test(bytes.toString('latin1', 0, 8)) || bytes.length >= frame;
    expect(isPicture, `a picture in ${name}`).toBe(false);
  }
});

test('a recovery kit that a person holds in front of the camera opens a vault whose key is gone', async ({
  computer,
  folder,
  withFilm,
}) => {
  const first = await computer.openLatchkey();
  await makeVault(first);
  await addByText(first, otpauth('Bank', 'ada@example.org'));
  await first.getByRole('button', { name: 'Make it', exact: true }).click();
  await first.getByRole('button', { name: 'Make the page' }).click();
  const code = join(folder, 'kit.png');
  await first.getByRole('img', { name: 'The kit code as a QR code' }).screenshot({ path: code });
  const [text = ''] = await zbarRead(code);
  await computer.quitLatchkey();

  await computer.keyring.empty();
  await computer.openLatchkey();
  const page = await withFilm(text, await computer.newAddress());
  await page.getByRole('button', { name: 'Use the recovery kit' }).click();
  await page.getByRole('button', { name: 'Use the camera' }).click();
  await expect(page.getByRole('heading', { name: 'Your vault is open again' })).toBeVisible();
});
