import { totpCode } from '../../src/core/otp/code.ts';
import { en } from '../../src/renderer/words/en/words.ts';
import { nl } from '../../src/renderer/words/nl/words.ts';
import { violationsInBoth } from './axe.ts';
import { expect, test } from './latchkey.ts';
import { entryOf } from './rig/entries.ts';

test('a clock that is set back is told above the codes, with what to do, until the person trusts it', async ({
  open,
  page,
}) => {
  const { latchkey } = await open({ entries: [entryOf()] });
  await page.getByRole('row').first().waitFor();
  latchkey.clock.jump(-125_000);
  await expect(page.getByText(en.clock.doubtTitle)).toBeVisible();
  await expect(page.getByText(/set back by 2 minutes, 5 seconds/)).toBeVisible();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: en.clock.doubtDo }).click();
  await expect(page.getByRole('heading', { level: 1, name: en.settings.clock })).toBeVisible();
  await expect(page.getByText(en.clock.setIt.linux)).toBeVisible();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: en.clock.trust }).click();
  await expect(page.getByText(en.clock.doubtTitle)).toBeHidden();
});

test('by the keyboard and another clock, codes are corrected; it shows wherever they do, and goes again', async ({
  open,
  page,
}) => {
  const entry = entryOf();
  const { latchkey } = await open({ entries: [entry] });
  await page.getByRole('row').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('site refuses');
  await page.keyboard.press('Enter');
  await page.getByLabel(en.clock.nextMinute).fill('99');
  await expect(page.getByRole('button', { name: en.clock.pressNow })).toBeDisabled();
  // The other clock is some four minutes ahead when it comes to this minute.
  const there = new Date(latchkey.clock.now() + 4 * 60_000);
  const two = (count: number) => String(count).padStart(2, '0');
  await page.getByLabel(en.clock.nextMinute).fill(`${two(there.getHours())}:${two(there.getMinutes())}`);
  await page.getByRole('button', { name: en.clock.pressNow }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: /clock is .* behind/ })).toBeVisible();
  await page.getByRole('button', { name: en.clock.correctBy }).press('Enter');
  await expect(page.getByText(en.clock.correctedText)).toBeVisible();
  expect(await violationsInBoth(page)).toEqual([]);
  const { codeCorrectionMs } = latchkey.preferences.get();
  expect(codeCorrectionMs).toBeGreaterThan(2 * 60_000);
  expect(codeCorrectionMs).toBeLessThanOrEqual(4 * 60_000);

  await page.getByRole('button', { name: en.settings.close }).click();
  const bar = page.getByRole('complementary', { name: en.settings.clock });
  await expect(bar).toContainText('later than this computer’s clock');
  const { parameters } = entry;
  if (parameters.kind !== 'totp') throw new Error('the entry makes no codes by time');
  await expect
    .poll(async () => {
      const { code } = totpCode(parameters, latchkey.clock.now() + codeCorrectionMs);
      const shown = (await page.getByRole('row').textContent()) ?? '';
      return shown.replaceAll(/\s/g, '').includes(code);
    })
    .toBe(true);
  await bar.getByRole('button', { name: en.clock.change }).press('Enter');
  await page.getByRole('button', { name: en.clock.takeBack }).press('Enter');
  await expect(bar).toBeHidden();
  expect(latchkey.preferences.get().codeCorrectionMs).toBe(0);
});

test('clocks that agree are said to, in Dutch too', async ({ open, page }) => {
  const { latchkey } = await open({ entries: [entryOf()], preferences: { language: 'nl' } });
  await page.getByRole('row').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('weigert');
  await page.keyboard.press('Enter');
  const now = () => new Date(latchkey.clock.now());
  const toMinute = 60_000 - (latchkey.clock.now() % 60_000);
  latchkey.clock.jump(toMinute);
  const two = (count: number) => String(count).padStart(2, '0');
  await page.getByLabel(nl.clock.nextMinute).fill(`${two(now().getHours())}:${two(now().getMinutes())}`);
  latchkey.clock.jump(-(latchkey.clock.now() % 60_000));
  await page.getByRole('button', { name: nl.clock.pressNow }).press('Enter');
  await expect(page.getByText(nl.clock.byHandAgrees)).toBeVisible();
  await expect(page.getByRole('button', { name: nl.clock.compareNow })).toBeHidden();
});
