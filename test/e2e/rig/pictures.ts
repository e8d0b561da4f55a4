import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { settled, violations } from '../../window/axe.ts';

/**
 * Takes the screenshot that the documentation shows under this name, at the window's usual size.
 *
 * @param options.steady times of day, weekdays, time left and the server's port are shown as always the same, so that a
 *   picture changes only when the window does
 */
export async function picture(page: Page, name: string, { steady = false } = {}): Promise<void> {
  const path = join(import.meta.dirname, '../../../docs/screenshots', `${name}.png`);
  await settled(page);
  const putBack = steady ? await page.evaluateHandle(steadyTimes) : null;
  await page.screenshot({ path });
  await putBack?.evaluate((back) => back());
}

/** The same of a state that axe has nothing against. */
export async function cleanPicture(page: Page, name: string): Promise<void> {
  await settled(page);
  expect(await violations(page), `axe on ${name}`).toEqual([]);
  await picture(page, name);
}

/** Runs in the page; gives what puts the texts back, each where the window has not changed it meanwhile. */
function steadyTimes(): () => void {
  const days = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/gu;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const changed: { node: Node; former: string; same: string }[] = [];
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const former = node.nodeValue ?? '';
    const same = former
      .replaceAll(/\b\d\d:\d\d\b/gu, '14:05')
      .replaceAll(/\b\d:\d\d\b/gu, '0:42')
      .replaceAll(/\b(?:today|tomorrow)(?= 14:05)/gu, 'Tuesday')
      .replaceAll(days, 'Tuesday')
      .replaceAll(/\b127\.0\.0\.1:\d+/gu, 'account.example.org')
      .replaceAll(/\b\d{1,2} [A-Z][a-z]+ 20\d\d\b/gu, '1 December 2026');
    if (same !== former) changed.push({ node, former, same });
  }
  for (const { node, same } of changed) node.nodeValue = same;
  return () => {
    for (const { node, former, same } of changed) if (node.nodeValue === same) node.nodeValue = former;
  };
}
