import type { Page } from '@playwright/test';
import { addressOf, entryOf } from './rig/entries.ts';
import { expect, test } from './latchkey.ts';
import { everyLanguage, languages } from './settings.ts';

/** The default window is 420 px wide: 210 is 200 % of it, 105 is 400 %. */
const widths = [105, 160, 180, 210, 240, 280, 320, 360];

const entries = [
  entryOf({ issuer: 'Amazon Web Services', account: 'ada-root', digits: 8, pinned: true }),
  entryOf({ issuer: 'GitHub', account: 'work-account@very-long-company-name.example', digits: 10 }),
  entryOf({ issuer: 'VPN', account: 'ada', kind: 'hotp', counter: 41 }),
  entryOf({ issuer: 'Google' }),
];

/** Names in sight of whatever shows a code, and controls that lie over each other. */
async function faults(page: Page, scope: string): Promise<string[]> {
  return page.locator(scope).evaluate((root) => {
    const found: string[] = [];
    const inSight = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return width >= 8 && height >= 8 && getComputedStyle(element).visibility === 'visible';
    };
    for (const row of root.querySelectorAll('[role="row"]')) {
      const names = [...row.querySelectorAll('bdi')];
      if (!names.some(inSight)) found.push(`no name: ${row.getAttribute('aria-label')}`);
      const code = row.querySelector('.digits');
      if (code && row.scrollWidth > row.clientWidth) found.push(`wider than its row: ${code.textContent}`);
      const boxes = [...row.querySelectorAll('bdi, .digits, button')].filter(inSight);
      found.push(...overlaps(boxes));
    }
    found.push(...overlaps([...root.querySelectorAll('button, input')].filter(inSight)));
    return found;

    function overlaps(elements: Element[]): string[] {
      return elements.flatMap((one, at) =>
        elements.slice(at + 1).flatMap((other) => {
          if (one.contains(other) || other.contains(one)) return [];
          const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
          const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          // Padding of quiet buttons may touch; nothing may lie over what is read.
          const text = (element: Element) => element.getAttribute('aria-label') ?? element.textContent;
          return wide > 3 && high > 8 ? [`${text(one)} over ${text(other)}`] : [];
        }),
      );
    }
  });
}

for (const language of everyLanguage) {
  test(`no code stands without its name, and no control over another, down to 105 px: ${language}`, async ({
    open,
    page,
  }) => {
    await page.addInitScript(
      (lang) => Object.defineProperty(navigator, 'languages', { value: [lang] }),
      language,
    );
    await page.setViewportSize({ width: 420, height: 760 });
    await open({ entries });
    await expect(page.getByRole('row')).toHaveCount(4);
    await page.getByRole('button', { name: languages[language].codes.nextCode }).click();
    for (const width of widths) {
      await page.setViewportSize({ width, height: 760 });
      await expect.poll(() => faults(page, 'main'), { message: `${width} px` }).toEqual([]);
      await page.screenshot({ path: `test-results/narrow-${language}-${width}.png` });
    }
  });
}

test('an entry’s page keeps its name and its code in sight down to 105 px', async ({ open, page }) => {
  await open({ entries });
  await page.getByRole('button', { name: 'Details of GitHub' }).click();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 760 });
    const name = page.getByRole('heading', { name: 'GitHub' });
    await expect(name).toBeInViewport();
    await page.screenshot({ path: `test-results/narrow-entry-${width}.png` });
    const beyond = await page.locator('main').evaluate((main) =>
      [...main.querySelectorAll('h2, .digits, button')]
        .filter((element) => element.getBoundingClientRect().width > 0)
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => element.textContent),
    );
    expect(beyond, `${width} px`).toEqual([]);
    await expect.poll(() => faults(page, 'main'), { message: `${width} px` }).toEqual([]);
  }
});

test('a preview keeps its name and its buttons apart down to 105 px', async ({ open, page }) => {
  await open({ entries, sees: [[addressOf(entryOf())]] });
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Scan the screen' }).click();
  await expect(page.getByRole('dialog').getByText('6 digits')).toBeVisible();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 760 });
    await page.screenshot({ path: `test-results/narrow-preview-${width}.png` });
    await expect.poll(() => faults(page, '[role="dialog"]'), { message: `${width} px` }).toEqual([]);
  }
});
