import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Takes the screenshot that the documentation shows under this name, at the window's usual size. */
export async function picture(page: Page, name: string): Promise<void> {
  const path = join(import.meta.dirname, '../../../docs/screenshots', `${name}.png`);
  // What moves in this window has come to rest within 200 ms.
  await page.waitForTimeout(300);
  await page.screenshot({ path });
}
