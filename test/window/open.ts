import { test as base, expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { createFakeApplication } from './fake-application.ts';
import type { FakeApplication, Script } from './fake-application.ts';
import { serveFake } from './serve.ts';

interface Opened {
  page: Page;
  application: FakeApplication;
  server: Awaited<ReturnType<typeof serveFake>>;
}

/** Opens the window over an application with this script. A complaint in the console fails the test. */
export const test = base.extend<{ open: (script?: Partial<Script>) => Promise<Opened> }>({
  open: async ({ page }, use) => {
    const complaints: string[] = [];
    const servers: Opened['server'][] = [];
    page.on('console', (message) => {
      // Chromium's own lines on a connection that was lost or refused; the window says it in its own words.
      const isConnection = /WebSocket|status of (?:403|409|503)/.test(message.text());
      if (['error', 'warning'].includes(message.type()) && !isConnection) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await use(async (script = {}) => {
      const application = createFakeApplication(script);
      const server = await serveFake(application);
      servers.push(server);
      await page.goto(server.url);
      return { page, application, server };
    });
    // What is to scroll has a place of its own to scroll in: a page that scrolls as well has lost hold of something.
    const overhang = await page.evaluate(() => {
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
      return { below: scrollHeight - clientHeight, beside: scrollWidth - clientWidth };
    });
    await page.close();
    for (const server of servers) await server.close();
    expect(complaints).toEqual([]);
    expect(overhang, 'the page itself scrolls').toEqual({ below: 0, beside: 0 });
  },
});

export { expect } from '@playwright/test';
