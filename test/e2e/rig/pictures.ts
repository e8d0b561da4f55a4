import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Takes the screenshot that the documentation shows under this name, at the window's usual size. */
export async function picture(page: Page, name: string): Promise<void> {
  const path = join(import.meta.dirname, '../../../docs/screenshots', `${name}.png`);
  await page.screenshot({ path });
}
