import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../../src/bootstrap/app-window.ts';

/** The browser in which a person reads mail: it is not Latchkey's, and a click in it can only ask the desktop. */
export interface MailBrowser {
  page: Page;
  close(): Promise<void>;
}

/**
 * Opens it on a page. Clicked `latchkey:` links of that page's origin go to the desktop without a question, as
 * after "Always allow": the question is the browser's own window, and its buttons are not Latchkey's to test.
 *
 * @param env HOME and the XDG folders of the person whose desktop is asked
 */
export async function openMailBrowser(env: Record<string, string>, address: string): Promise<MailBrowser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('no Chromium or Chrome was found');
  const profile = await mkdtemp(join(tmpdir(), 'latchkey-mail-browser-'));
  const allowed = { [new URL(address).origin]: { latchkey: true } };
  await mkdir(join(profile, 'Default'));
  await writeFile(
    join(profile, 'Default/Preferences'),
    JSON.stringify({ protocol_handler: { allowed_origin_protocol_pairs: allowed } }),
  );
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    viewport: { width: 760, height: 760 },
    locale: 'en-GB',
    env: { ...process.env, ...env },
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--ozone-platform=x11',
      '--window-position=900,0',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const page = await context.newPage();
  await page.goto(address);
  return {
    page,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
