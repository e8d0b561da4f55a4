import { test as base, expect, type Page } from '@playwright/test';
import { runClock, startLatchkey, type Latchkey, type World } from './rig/latchkey.ts';

interface Opened {
  page: Page;
  latchkey: Latchkey;
  server: Awaited<ReturnType<Latchkey['serve']>>;
}

/** Opens the window over the application in this world. A complaint in the console fails the test. */
export const test = base.extend<{
  latchkeys: { open: (page: Page, world?: World) => Promise<Opened> };
  open: (world?: World) => Promise<Opened>;
}>({
  /** Any number of applications, which end with the test. */
  latchkeys: async ({ context }, use) => {
    const ends: (() => unknown)[] = [];
    const logs: Latchkey['log'][] = [];
    await use({
      async open(page, world) {
        const latchkey = await startLatchkey(world);
        const server = await latchkey.serve();
        logs.push(latchkey.log);
        ends.push(runClock(latchkey), () => server.close(), latchkey.close);
        await page.goto(server.startUrl());
        return { page, latchkey, server };
      },
    });
    // A window that loses its host complains.
    for (const page of context.pages()) await page.close();
    for (const end of ends) await end();
    const unexpected = logs.flatMap(({ lines }) => lines.filter((line) => line.startsWith('unexpected')));
    expect(unexpected, 'what the application did not expect').toEqual([]);
  },
  open: async ({ page, latchkeys }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      // Chromium's own lines on a connection that was lost or refused; the window says it in its own words.
      const isConnection = /WebSocket|status of (?:403|409|503)/.test(message.text());
      if (['error', 'warning'].includes(message.type()) && !isConnection) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await use((world) => latchkeys.open(page, world));
    // What is to scroll has a place of its own to scroll in: a page that scrolls as well has lost hold of something.
    const overhang = await page.evaluate(() => {
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
      return { below: scrollHeight - clientHeight, beside: scrollWidth - clientWidth };
    });
    await page.close();
    expect(complaints).toEqual([]);
    expect(overhang, 'the page itself scrolls').toEqual({ below: 0, beside: 0 });
  },
});

export { expect } from '@playwright/test';
