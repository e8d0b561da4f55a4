import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { expect, test as base } from '@playwright/test';
import type { Page } from '@playwright/test';
import { encodeBase32 } from '../../src/core/otp/base32.ts';
import { totpCode } from '../../src/core/otp/code.ts';
import { openBrowser } from './rig/browser.ts';
import {
  quickFindKeys,
  quickFindTitle,
  startDeskWithQuickFind,
  type DeskWithQuickFind,
} from './rig/desk-with-quick-find.ts';

const secretOf = (name: string) => createHash('sha1').update(name).digest();
const addressOf = (name: string) =>
  `otpauth://totp/${name}:ada%40example.org?secret=${encodeBase32(secretOf(name))}&issuer=${name}`;

/** The codes that were good a moment ago, or are now. */
function codesOf(name: string): string[] {
  const parameters = {
    kind: 'totp',
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    secret: secretOf(name),
  } as const;
  return [-30_000, 0].map((earlier) => totpCode(parameters, Date.now() + earlier).code);
}

const test = base.extend<{ started: DeskWithQuickFind; site: Page }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs
  started: async ({}, use) => {
    const started = await startDeskWithQuickFind(['GitHub', 'Dropbox'].map(addressOf));
    await use(started);
    await started.stop();
  },
  /** Another program's window, on the same screen. */
  site: async ({ started }, use) => {
    const browser = await openBrowser(started.display, { x: 0, y: 0, width: 600, height: 500 });
    await use(await (await browser.newContext({ viewport: null })).newPage());
    await browser.close();
  },
});

test('a key of the desktop shows the quick find, Enter copies the right code, and the person is back where they were', async ({
  started: { desk, openLink },
  site,
}) => {
  await site.setContent(
    '<title>A site that asks</title><input aria-label="Code" style="position: fixed; inset: 0">',
  );
  const field = site.getByLabel('Code');
  // The field is the whole page, so that a press somewhere in the middle of the window is one on the field.
  await expect
    .poll(() => {
      desk.click(300, 400);
      return desk.title();
    })
    .toContain('A site that asks');
  await expect(field).toBeFocused();
  const before = desk.active();
  const shown = () => expect.poll(() => desk.title()).toBe(quickFindTitle);
  /** Back in the field, its code is pasted. */
  async function pasted(name: string): Promise<void> {
    await expect.poll(() => desk.active()).toBe(before);
    expect(desk.clipboard()).toMatch(/^\d{6}$/u);
    desk.press('ctrl+v');
    await expect(field).toHaveValue(/^\d{6}$/u);
    expect(codesOf(name)).toContain(await field.inputValue());
  }

  await test.step('the first time', async () => {
    desk.press(quickFindKeys.bound);
    await shown();
    desk.type('git');
    desk.press('Return');
    await pasted('GitHub');
  });

  await test.step('again, in the same window, which was kept', async () => {
    await field.clear();
    desk.press(quickFindKeys.bound);
    await shown();
    const first = desk.active();
    desk.press('Escape');
    await expect.poll(() => desk.active()).toBe(before);
    desk.press(quickFindKeys.bound);
    await shown();
    expect(desk.active()).toBe(first);
    desk.type('drop');
    desk.press('Return');
    await pasted('Dropbox');
  });

  await test.step('the same key hides it again', async () => {
    desk.press(quickFindKeys.bound);
    await shown();
    desk.press(quickFindKeys.bound);
    await expect.poll(() => desk.active()).toBe(before);
  });

  await test.step('so do the keys that Latchkey registered itself', async () => {
    desk.press(quickFindKeys.own);
    await shown();
    desk.press(quickFindKeys.own);
    await expect.poll(() => desk.active()).toBe(before);
  });

  await test.step('a search brings the main window forward', async () => {
    const [program, ...args] = openLink;
    const { status } = spawnSync(program, [...args, 'latchkey://search?q=drop']);
    expect(status).toBe(0);
    await expect.poll(() => desk.title()).toBe('Latchkey');
  });
});
