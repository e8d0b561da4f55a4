import { join } from 'node:path';
import type { Page } from '@playwright/test';

/**
 * Takes the screenshot that the documentation shows under this name, at the window's usual size.
 *
 * @param options.steady times of day, weekdays and time left are shown as always the same, so that a picture changes
 *   only when the window does
 */
export async function picture(page: Page, name: string, { steady = false } = {}): Promise<void> {
  const path = join(import.meta.dirname, '../../../docs/screenshots', `${name}.png`);
  // What moves in this window has come to rest within 200 ms.
  await page.waitForTimeout(300);
  const former = steady ? await page.evaluate(steadyTimes) : [];
  await page.screenshot({ path });
  if (steady) await page.evaluate(putBack, former);
}

/** Runs in the page: gives what stood there, in document order. */
function steadyTimes(): string[] {
  const days = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/gu;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const former: string[] = [];
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const text = node.nodeValue ?? '';
    former.push(text);
    const same = text
      .replaceAll(/\b\d\d:\d\d\b/gu, '14:05')
      .replaceAll(/\b\d:\d\d\b/gu, '0:42')
      .replaceAll(/\b(?:today|tomorrow)(?= 14:05)/gu, 'Tuesday')
      .replaceAll(days, 'Tuesday')
      .replaceAll(/\b\d{1,2} [A-Z][a-z]+ 20\d\d\b/gu, '1 December 2026');
    if (same !== text) node.nodeValue = same;
  }
  return former;
}

function putBack(former: string[]): void {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (const text of former) {
    if (!texts.nextNode()) return;
    if (texts.currentNode.nodeValue !== text) texts.currentNode.nodeValue = text;
  }
}
