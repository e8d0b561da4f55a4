import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Browser, type Page } from '@playwright/test';
import { startKeyring, type Keyring } from '../../integration/keychain/session.ts';
import { openBrowser } from './browser.ts';
import { pageWithCodes } from './codes.ts';
import { startLatchkey, type Latchkey } from './latchkey.ts';
import { codesOnScreen, startScreen, type Screen } from './screen.ts';

/** A person's computer: a screen, a keychain, a folder for data, and what they do with Latchkey on it. */
export interface Computer {
  keyring: Keyring;
  dataFolder: string;
  /** What any program on it runs with: keychain, screen, home. */
  env: Record<string, string>;
  /** Starts Latchkey and opens its window; what both printed and sent is kept for `recorded`. */
  openLatchkey(options?: {
    locale?: string;
    env?: Record<string, string>;
    on?: Parameters<typeof startLatchkey>[1];
    /** The time of day in the window, where it is not the present one. */
    at?: number;
  }): Promise<Page>;
  /** The process of the Latchkey that was opened last. */
  pid(): number;
  /** What the Latchkey that was opened last has printed. */
  printed(): string;
  /** A new start address of the Latchkey that was opened last. */
  newAddress(): Promise<string>;
  /** Ends each Latchkey that is open, as Ctrl-C does, and closes its window. */
  quitLatchkey(): Promise<void>;
  /**
   * Shows a page beside Latchkey's window, on the same screen, in place of what it showed there before. Waits until
   * zbarimg reads the QR codes of these texts off the screen: a busy browser draws a page long after it is loaded.
   */
  showBeside(html: string, ...texts: string[]): Promise<void>;
  /** The same with a page of a site that shows these QR codes. */
  showCodes(...texts: string[]): Promise<void>;
  /** Everything in which a secret must not be: each with a name to say where it was found. */
  recorded(): Promise<{ name: string; bytes: Buffer }[]>;
}

export const test = base.extend<
  {
    computer: Computer;
    /** Another computer of the same person: a keychain and data of its own, on the same screen. */
    another: Computer;
  },
  { desktop: Screen; beside: Browser; browser: Browser }
>({
  desktop: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs
    async ({}, use) => {
      const screen = await startScreen(1920, 1080);
      await use(screen);
      await screen.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  /** The browser that Latchkey's window is in. */
  browser: [
    async ({ desktop }, use) => {
      const browser = await openBrowser(desktop.display, { x: 0, y: 0, width: 500, height: 900 });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  /** Another program on the screen. */
  beside: [
    async ({ desktop }, use) => {
      const browser = await openBrowser(desktop.display, { x: 900, y: 0, width: 1020, height: 1080 });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 240_000 },
  ],

  computer: useComputer,
  another: useComputer,
});

/** A computer on the screen, for one test. */
async function useComputer(
  { browser, beside, desktop }: { browser: Browser; beside: Browser; desktop: Screen },
  use: (computer: Computer) => Promise<void>,
): Promise<void> {
  const keyring = await startKeyring();
  const dataFolder = await mkdtemp(join(tmpdir(), 'latchkey-data-'));
  const stateFolder = await mkdtemp(join(tmpdir(), 'latchkey-state-'));
  const env = {
    ...keyring.env,
    LATCHKEY_DATA_DIR: dataFolder,
    XDG_STATE_HOME: stateFolder,
    DISPLAY: desktop.display,
  };
  const printed: string[] = [];
  const frames: Buffer[] = [];
  const pages: string[] = [];
  const running: { latchkey: Latchkey; page: Page }[] = [];
  const shown: Page[] = [];

  const quitLatchkey = async () => {
    for (const { latchkey, page } of running.splice(0)) {
      pages.push(await page.content());
      await page.context().close();
      await latchkey.stop();
      printed.push(latchkey.output());
    }
  };

  const showBeside = async (html: string, ...texts: string[]) => {
    const page = shown[0] ?? (await (await beside.newContext({ viewport: null })).newPage());
    shown[0] = page;
    await page.setContent(html);
    await expect
      .poll(() => codesOnScreen(desktop.display), { timeout: 120_000 })
      .toEqual(expect.arrayContaining(texts));
  };

  await use({
    keyring,
    dataFolder,
    env,
    async openLatchkey({ locale = 'en-GB', env: more = {}, on, at } = {}) {
      const latchkey = await startLatchkey({ ...env, ...more }, on);
      const context = await browser.newContext({ viewport: { width: 440, height: 760 }, locale });
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      if (at !== undefined) await context.clock.install({ time: at });
      const page = await context.newPage();
      page.on('websocket', (socket) => {
        socket.on('framereceived', ({ payload }) => frames.push(Buffer.from(payload)));
      });
      running.push({ latchkey, page });
      await page.goto(latchkey.startUrl);
      return page;
    },
    pid: () => running.at(-1)?.latchkey.pid ?? 0,
    printed: () => running.at(-1)?.latchkey.output() ?? '',
    newAddress: async () => (await running.at(-1)?.latchkey.newAddress()) ?? '',
    quitLatchkey,
    showBeside,
    showCodes: async (...texts) => showBeside(await pageWithCodes(...texts), ...texts),
    async recorded() {
      const files = await readdir(dataFolder, { recursive: true, withFileTypes: true });
      const onDisk = files
        .filter((file) => file.isFile())
        .map((file) => join(file.parentPath, file.name))
        .map(async (name) => ({ name, bytes: await readFile(name) }));
      return [
        ...(await Promise.all(onDisk)),
        ...frames.map((bytes, index) => ({ name: `frame ${index} to the window`, bytes })),
        ...pages.map((page) => ({ name: 'the page', bytes: Buffer.from(page) })),
        ...printed.map((text) => ({ name: 'the output', bytes: Buffer.from(text) })),
      ];
    },
  });

  await quitLatchkey();
  for (const page of shown) await page.context().close();
  await keyring.stop();
  for (const folder of [dataFolder, stateFolder]) await rm(folder, { recursive: true, force: true });
}

export { expect };
