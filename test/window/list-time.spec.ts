import type { Page } from '@playwright/test';
import { codeOf, entryOf, spoken } from './rig/entries.ts';
import { expect, test } from './latchkey.ts';

const day = 86_400_000;
/** Periods that do not end together: at any time, most rings stand far from full. */
const periods = [3_600, 86_400, 700, 7_001];

/** How far the worst ring in sight, in hundredths of its round, stands from where the time says. */
async function worstRing(page: Page): Promise<number> {
  return page.getByRole('row').evaluateAll((rows) => {
    const offs = rows.map((row) => {
      const period = Number(/^Every (\d+)/.exec(row.getAttribute('aria-label') ?? '')?.[1]) * 1_000;
      const ring = row.querySelector<SVGElement>('.ring-time');
      const shown = parseFloat(ring?.style.strokeDashoffset ?? '');
      return Math.abs(shown - (100 * (Date.now() % period)) / period);
    });
    return Math.max(...offs.map((off) => (Number.isNaN(off) ? Infinity : off)));
  });
}

const list = Array.from({ length: 60 }, (_, at) => {
  const period = periods[at % periods.length] ?? 0;
  return entryOf({ issuer: `Every ${period}`, account: `no ${at}`, period, lastUsedAt: 1_000 - at });
});

test('rings show the time as soon as their row is there: at first, after scrolling, searching, and back', async ({
  open,
}) => {
  const { page } = await open({ entries: list });
  await expect(page.getByRole('row').first()).toBeVisible();
  // A ring moves four times a second; a hundredth is 7 s of the shortest period here.
  await expect.poll(() => worstRing(page)).toBeLessThan(1);
  await page.keyboard.press('ArrowDown');
  for (const key of ['PageDown', 'PageDown', 'End', 'Home']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('row', { selected: true })).toBeFocused();
    expect(await worstRing(page)).toBeLessThan(1);
  }
  await page.keyboard.type('no 59');
  await expect(page.getByRole('row')).toHaveCount(1);
  expect(await worstRing(page)).toBeLessThan(1);
  await page
    .getByRole('button', { name: /^Details of/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Back to the codes' }).click();
  await expect(page.getByRole('row')).toHaveCount(1);
  expect(await worstRing(page)).toBeLessThan(1);
});

test('a copied next code is said to be the next one, in the row too', async ({ open, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { page } = await open({ entries: [entryOf({ period: 3_600 })] });
  const row = page.getByRole('row');
  await row.getByRole('button', { name: 'Copy next' }).click();
  await expect(row.getByText('Next copied')).toBeVisible();
  await expect(row.getByText('Copied', { exact: true })).toBeHidden();
  await row.click();
  await expect(row.getByText('Copied', { exact: true })).toBeVisible();
  await expect(row.getByText('Next copied')).toBeHidden();
});

for (const by of [day, -day, 600_000, -600_000]) {
  test(`a clock set by ${by / 1_000} s: the list asks anew, and its codes and rings are those of the time`, async ({
    open,
    page,
  }) => {
    await page.clock.install();
    const entry = entryOf({ period: 3_600, issuer: 'Every 3600' });
    const { latchkey } = await open({ entries: [entry] });
    await expect(page.getByRole('row')).toBeVisible();
    const asked = () => latchkey.calls.filter(({ path }) => path === 'codes.watch').length;
    const before = asked();
    await page.clock.setSystemTime(await page.evaluate((ms) => Date.now() + ms, by));
    await expect.poll(asked).toBeGreaterThan(before);
    const code = page.getByRole('row').getByRole('gridcell').nth(1).locator('.sr-only').first();
    await expect(async () => {
      const { code: right } = codeOf(entry, latchkey.clock.now());
      expect(await code.textContent()).toBe(spoken(right));
    }).toPass();
    // The application goes by its own clock, which stayed as it was: the ring is still that one's.
    const off = async () => {
      const now = latchkey.clock.now() % 3_600_000;
      const ring = page.getByRole('row').locator('.ring-time');
      const shown = await ring.evaluate((element) => parseFloat(getComputedStyle(element).strokeDashoffset));
      return Math.abs(shown - (100 * now) / 3_600_000);
    };
    await expect.poll(off).toBeLessThan(1);
  });
}
