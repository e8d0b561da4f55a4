import type { Page } from '@playwright/test';
import { canary, oathtool, otpauth } from './rig/codes.ts';
import { expect, test } from './rig/fixtures.ts';
import { createMovableClock } from './rig/movable-clock.ts';
import { addByText, makeVault, shownCode } from './rig/person.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

test('the list and a copied code go by the time of day, wherever it is set', async ({ computer }) => {
  const clock = await createMovableClock();
  const page = await computer.openLatchkey({ env: clock.env });
  await makeVault(page);
  await addByText(page, otpauth('Bank', 'ada@example.org'));

  for (const offset of [-10 * MINUTE_MS, 10 * MINUTE_MS, -DAY_MS, DAY_MS, 0]) {
    await test.step(`${offset / MINUTE_MS} minutes from the present time`, async () => {
      await clock.setTo(offset);
      await expectRight(offset, () => shownCode(page, 'Bank'));
      await expectRight(offset, () => copiedCode(page));
    });
  }
  await computer.quitLatchkey();
  await clock.remove();
});

/** What is read is the code that oathtool makes for that time. */
async function expectRight(offset: number, read: () => Promise<string>): Promise<void> {
  await expect(async () => {
    const before = oathtool(canary, Date.now() + offset);
    const code = await read();
    const after = oathtool(canary, Date.now() + offset);
    expect([before, after]).toContain(code);
  }).toPass();
}

async function copiedCode(page: Page): Promise<string> {
  await page.getByRole('row').or(page.getByRole('option')).filter({ hasText: 'Bank' }).first().click();
  return page.evaluate(() => navigator.clipboard.readText());
}
