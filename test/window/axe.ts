import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Waits until nothing fades or rises any more: colours in the middle of it are nobody's. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main').first().waitFor({ state: 'attached' });
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    // The ring's animations run on.
    const moving = () =>
      document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().endTime) < 1_000);
    // What is drawn in one frame begins to move in the next; what has moved may bring something else along.
    for (let still = 0; still < 3; still += 1) {
      await frame();
      const running = moving();
      if (running.length > 0) still = 0;
      await Promise.allSettled(running.map((animation) => animation.finished));
    }
  });
}

/** Axe for a page without frames: otherwise each look would open another page to put its frames together. */
export function axeFor(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode();
}

/** What axe has against the page, by WCAG 2.2 AA and its own best practices; empty: nothing. */
export async function violations(page: Page): Promise<string[]> {
  return found(
    axeFor(page).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']),
  );
}

/** What axe has against the page that another theme can change. */
export async function contrastViolations(page: Page): Promise<string[]> {
  return found(axeFor(page).withRules(['color-contrast']));
}

async function found(axe: AxeBuilder): Promise<string[]> {
  const { violations: all } = await axe.analyze();
  return all.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary?.slice(0, 200) ?? ''}`).join(' / ')}`,
  );
}

/** The same in light and in dark. */
export async function violationsInBoth(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    await settled(page);
    found.push(...(await violations(page)).map((line) => `${theme}: ${line}`));
  }
  return found;
}
