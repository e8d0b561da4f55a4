import type { Page } from '@playwright/test';
import axe, { type RunOnly, type RunOptions } from 'axe-core';

declare global {
  interface Window {
    /** Once it was brought into the page. */
    axe: typeof axe;
  }
}

/**
 * Ends whatever fades or rises: colours in the middle of it are nobody's. It does not wait for an end: Chromium
 * does not report the end of a transition whose element was hidden meanwhile.
 */
export async function settled(page: Page): Promise<void> {
  // While a screen is loaded, React keeps the one before in the page, hidden.
  await page.locator('main').filter({ visible: true }).first().waitFor();
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
      running.forEach((animation) => animation.finish());
    }
  });
}

/** What axe has against the page, by WCAG 2.2 AA and its own best practices; empty: nothing. */
export async function violations(page: Page): Promise<string[]> {
  return found(page, {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
}

/** What axe has against the page that another theme can change. */
export async function contrastViolations(page: Page): Promise<string[]> {
  return found(page, { type: 'rule', values: ['color-contrast'] });
}

/**
 * Runs axe in the page, which has no frames. Axe's own driver for Playwright takes five times as long: it reports
 * each node that passed as well, and brings the rules anew for each look.
 */
async function found(page: Page, runOnly: RunOnly): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const options: RunOptions = { runOnly, resultTypes: ['violations'] };
  const all = await page.evaluate(async (given) => {
    const { violations } = await window.axe.run(document, given);
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary = '' }) => ({ html, failureSummary })),
    }));
  }, options);
  return all.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary.slice(0, 200)}`).join(' / ')}`,
  );
}

/** The same in light and in dark. */
export async function violationsInBoth(page: Page): Promise<string[]> {
  const all: string[] = [];
  for (const [theme, look] of [
    ['light', violations],
    ['dark', contrastViolations],
  ] as const) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    await settled(page);
    all.push(...(await look(page)).map((line) => `${theme}: ${line}`));
  }
  return all;
}
