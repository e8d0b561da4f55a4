import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import sharp from 'sharp';
import { findBrowser } from '../../src/bootstrap/app-window.ts';
import { settled, violationsInBoth } from './axe.ts';
import { addressOf, entryOf } from './rig/entries.ts';
import type { Latchkey, World } from './rig/latchkey.ts';
import { locked } from './rig/worlds.ts';
import { expect, test as base } from './latchkey.ts';

/** A browser with Chromium's own stand-ins for cameras, which the person allows or refuses. */
const test = base.extend<{
  look: (cameras: string, world?: World, isAllowed?: boolean) => Promise<{ page: Page; latchkey: Latchkey }>;
}>({
  look: async ({ latchkeys }, use) => {
    const browsers: Browser[] = [];
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-film-'));
    // Of few pixels: what it shows is scripted, and a large picture would keep the machine busy.
    const picture = sharp({ create: { width: 160, height: 90, channels: 3, background: '#688' } });
    const film = join(folder, 'film.mjpeg');
    await writeFile(film, await picture.jpeg().toBuffer());
    await use(async (cameras, world, isAllowed = true) => {
      // The headless shell knows no cameras.
      const executablePath = findBrowser();
      if (executablePath === null) throw new Error('no Chromium was found');
      const args = [
        '--no-sandbox',
        '--disable-gpu',
        ...cameras.replace('FILM', film).split(' ').filter(Boolean),
      ];
      const browser = await chromium.launch({ executablePath, args });
      browsers.push(browser);
      const context = await browser.newContext({
        viewport: { width: 420, height: 700 },
        locale: 'en-GB',
        permissions: isAllowed ? ['camera'] : [],
      });
      return latchkeys.open(await context.newPage(), world);
    });
    for (const browser of browsers) await browser.close();
    await rm(folder, { recursive: true });
  },
});

/** They draw what they show, which keeps the machine busy: few pictures a second will do. */
const two = '--use-fake-device-for-media-stream=device-count=2,fps=5';
const one = '--use-fake-device-for-media-stream --use-file-for-fake-video-capture=FILM';

const kitPage = async (page: Page) => page.getByRole('button', { name: 'Use the recovery kit' }).click();

/** The picture runs. Gives the track behind it. */
async function running(page: Page) {
  const video = page.getByLabel('What the camera sees');
  await expect
    .poll(async () => video.evaluate((shown: HTMLVideoElement) => shown.videoWidth))
    .toBeGreaterThan(0);
  return video.evaluateHandle((shown: HTMLVideoElement) => {
    if (!(shown.srcObject instanceof MediaStream)) throw new Error('the video has no stream');
    const [track] = shown.srcObject.getVideoTracks();
    if (track === undefined) throw new Error('the stream has no picture');
    return track;
  });
}
const stateOf = async (track: Awaited<ReturnType<typeof running>>) => track.evaluate((one) => one.readyState);

test('what a camera sees is previewed, several codes at once, by keyboard; then the camera stops by itself', async ({
  look,
}) => {
  const { page, latchkey } = await look(one);
  await page.getByRole('button', { name: 'Use the camera' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Scan with the camera' })).toBeVisible();
  const track = await running(page);
  expect(await violationsInBoth(page)).toEqual([]);
  const first = entryOf();
  latchkey.decoder.sees = [[addressOf(first)]];
  await expect(page.getByRole('heading', { name: 'Keep this one?' })).toBeVisible();
  await expect(page.getByText('The camera is off.')).toBeVisible();
  await expect.poll(async () => stateOf(track)).toBe('ended');
  expect(await violationsInBoth(page)).toEqual([]);

  latchkey.decoder.sees = [[first, entryOf({ issuer: 'Dropbox' })].map(addressOf)];
  await page.getByRole('button', { name: 'Look for more' }).press('Enter');
  await expect(page.getByRole('heading', { name: '2 codes found' })).toBeVisible();
  await page.getByRole('button', { name: 'Keep 2' }).press('Enter');
  await expect(page.getByRole('heading', { name: '2 added' })).toBeVisible();
  expect(await latchkey.entries()).toMatchObject([{ issuer: 'GitHub' }, { issuer: 'Dropbox' }]);
});

test('frames come one at a time, are looked at quickly, and now and then thoroughly', async ({ look }) => {
  const { page, latchkey } = await look(one);
  await page.getByRole('button', { name: 'Use the camera' }).click();
  const passes = () =>
    latchkey
      .inputsOf('scan.picture')
      .map((input) =>
        typeof input === 'object' && input !== null && 'passes' in input ? input.passes : null,
      );
  await expect.poll(passes).toContain('all');
  expect(passes().indexOf('all')).toBeGreaterThan(0);
  // A reading that takes long holds the next frame back.
  latchkey.decoder.sees = ['searching'];
  const track = await running(page);
  const before = passes().length;
  await track.evaluate(async () => {
    const video = document.querySelector('video');
    for (let count = 0; count < 30; count += 1)
      await new Promise((resolve) => video?.requestVideoFrameCallback(resolve));
  });
  expect(passes().length - before).toBeLessThanOrEqual(1);
});

test('a QR code for something else is named while the camera goes on', async ({ look }) => {
  const { page, latchkey } = await look(one, {
    sees: [['otpauth-migration://offline?data=CjEKCkhlbGxvId6tvu8SGFRlc3Q%3D', 'https://example.org']],
  });
  await page.getByRole('button', { name: 'Use the camera' }).click();
  const notice = page.getByText('It is an export of Google Authenticator.');
  await expect(notice.first()).toBeVisible();
  // The next frames show it too.
  const frames = () => latchkey.inputsOf('scan.picture').length;
  const before = frames();
  await expect.poll(frames).toBeGreaterThan(before + 2);
  await expect(notice).toHaveCount(1);
  latchkey.decoder.sees = [[addressOf(entryOf())]];
  await expect(page.getByRole('heading', { name: 'Keep this one?' })).toBeVisible();
});

test('one of two cameras is chosen, and is the one next time', async ({ look }) => {
  const { page, latchkey } = await look(two);
  /** Of the camera whose picture runs. */
  const label = async () =>
    page.evaluate(() => {
      const shown = document.querySelector('video');
      if (shown?.videoWidth === 0 || !(shown?.srcObject instanceof MediaStream)) return undefined;
      return shown.srcObject.getVideoTracks()[0]?.label;
    });
  await page.getByRole('button', { name: 'Use the camera' }).click();
  await expect.poll(label).toBe('fake_device_0');
  await page.getByRole('button', { name: /^fake_device_0 Camera/ }).click();
  await page.getByRole('option', { name: 'fake_device_1' }).click();
  await expect(page.getByRole('button', { name: /^fake_device_1 Camera/ })).toBeVisible();
  await expect.poll(label).toBe('fake_device_1');
  expect((await latchkey.client.preferences.watch().then(async (news) => news.next())).value).toMatchObject({
    camera: 'fake_device_1',
  });
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('button', { name: 'Scan again' }).click();
  await expect.poll(label).toBe('fake_device_1');
});

test('it stops with Stop, with the sheet, with the lock, and while the window is hidden', async ({
  look,
}) => {
  const { page } = await look(one);
  const begin = async () => {
    // The empty list has the ways too.
    await page.getByRole('button', { name: 'Use the camera' }).last().click();
    return running(page);
  };
  const stopped = await begin();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('heading', { name: 'The scan was stopped' })).toBeVisible();
  await expect.poll(async () => stateOf(stopped)).toBe('ended');
  await page.getByRole('button', { name: 'Another way' }).click();

  const hidden = await begin();
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(async () => stateOf(hidden)).toBe('ended');
  await page.evaluate(() => {
    Reflect.deleteProperty(document, 'visibilityState');
    document.dispatchEvent(new Event('visibilitychange'));
  });
  const back = await running(page);
  expect(await stateOf(back)).toBe('live');

  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('heading', { name: 'Add a code' })).toBeVisible();
  await expect.poll(async () => stateOf(back)).toBe('ended');

  const open = await begin();
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect.poll(async () => stateOf(open)).toBe('ended');
});

const troubles = [
  { name: 'none is there', cameras: '', title: 'No camera was found' },
  { name: 'it is refused', cameras: one, title: 'Latchkey may not use the camera', isAllowed: false },
];
for (const { name, cameras, title, isAllowed } of troubles) {
  test(`why there is no picture is said, with what to do: ${name}`, async ({ look }) => {
    const { page } = await look(cameras, {}, isAllowed);
    await page.getByRole('button', { name: 'Use the camera' }).click();
    await expect(page.getByRole('alert')).toContainText(title);
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    expect(await violationsInBoth(page)).toEqual([]);
  });
}

test('one that another program has is said to be taken', async ({ look }) => {
  const { page } = await look(one);
  // What Chromium answers for a camera that the system does not open.
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = async () =>
      Promise.reject(new DOMException('Could not start video source', 'NotReadableError'));
  });
  await page.getByRole('button', { name: 'Use the camera' }).click();
  await expect(page.getByRole('alert')).toContainText('The camera does not start');
});

test('one that is unplugged is said to be gone, and is tried again', async ({ look }) => {
  const { page } = await look(one);
  await page.getByRole('button', { name: 'Use the camera' }).click();
  const track = await running(page);
  await track.evaluate((ended) => ended.dispatchEvent(new Event('ended')));
  await expect(page.getByRole('alert')).toContainText('The camera is gone');
  await page.getByRole('button', { name: 'Try again' }).click();
  await running(page);
});

test('the kit is read by the camera, whose reading can be stopped', async ({ look }) => {
  const { page, latchkey } = await look(one, { ...locked, sees: ['searching'] });
  // Low enough that the picture would begin below what the window shows.
  await page.setViewportSize({ width: 360, height: 420 });
  await kitPage(page);
  await page.getByRole('button', { name: 'Use the camera' }).click();
  const track = await running(page);
  await expect(page.getByLabel('What the camera sees')).toBeInViewport({ ratio: 1 });
  expect(await violationsInBoth(page)).toEqual([]);
  await expect.poll(() => latchkey.paths()).toContain('recovery.open');
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('The scan was stopped. Nothing was opened or changed.')).toBeVisible();
  await expect.poll(async () => stateOf(track)).toBe('ended');

  latchkey.decoder.sees = [];
  await page.getByRole('button', { name: 'Use the camera' }).click();
  await running(page);
  await expect
    .poll(() => latchkey.paths().filter((path) => path === 'recovery.open').length)
    .toBeGreaterThan(3);
  latchkey.decoder.sees = [[latchkey.kit?.qrText ?? '']];
  await expect(page.getByRole('heading', { name: 'Your vault is open again' })).toBeVisible();
  await settled(page);
});

test('what begins while a camera looks for the kit ends the camera', async ({ look }) => {
  const { page, latchkey } = await look(one, locked);
  await kitPage(page);
  await page.getByRole('button', { name: 'Use the camera' }).click();
  const track = await running(page);
  await page.getByRole('button', { name: 'Scan the screen' }).click();
  await expect(page.getByText('No recovery kit was found')).toBeVisible();
  await expect.poll(async () => stateOf(track)).toBe('ended');
  expect(latchkey.inputsOf('recovery.open').at(-1)).toEqual({ code: { from: 'screen' } });
});
