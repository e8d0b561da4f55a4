import type { Page } from '@playwright/test';

/** Opens the account from the codes. */
export async function openAccount(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account/ }).click();
  // Its code is loaded with the first opening, if the window had no quiet moment before: keys would get lost.
  await page
    .getByRole('button', { name: /^(?:Back|Terug)/ })
    .first()
    .waitFor();
}

/** Presses buttons, one after the other, by the beginnings of their names. */
export async function press(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) {
    const start = new RegExp(`^${name.replace(/[.?()+]/g, String.raw`\$&`)}`);
    await page.getByRole('button', { name: start }).last().click();
  }
}

/** Moves with Tab until what has the focus begins with `name`; throws when it can't be reached. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 40; presses += 1) {
    const at = await nameOfFocus(page);
    if (at.startsWith(name)) return;
    seen.push(at);
    await page.keyboard.press('Tab');
  }
  throw new Error(`“${name}” can't be reached with Tab: ${seen.join(' | ')}`);
}

async function nameOfFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element.tabIndex < 0) return '';
    const label = element.getAttribute('aria-label');
    if (label !== null) return label;
    const labels =
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
        ? [...(element.labels ?? [])].map((one) => one.textContent)
        : [];
    return (labels.length > 0 ? labels.join(' ') : element.textContent).trim();
  });
}
