import type { Page } from '@playwright/test';
import { expectCodeOfNow, otpauth } from './rig/codes.ts';
import { test } from './rig/fixtures.ts';
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
      await expectCodeOfNow(() => shownCode(page, 'Bank'), { offset });
      await expectCodeOfNow(() => copiedCode(page), { offset });
    });
  }
  await computer.quitLatchkey();
  await clock.remove();
});

async function copiedCode(page: Page): Promise<string> {
  await page.getByRole('row').or(page.getByRole('option')).filter({ hasText: 'Bank' }).first().click();
  return page.evaluate(() => navigator.clipboard.readText());
}
