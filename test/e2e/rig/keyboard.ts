import type { Locator, Page } from '@playwright/test';

/** What a person does who has no mouse. */

type Name = string | RegExp;

/** Goes with Tab until the focus is on what a screen reader would call this. */
export async function tabTo(page: Page, name: Name): Promise<void> {
  const wanted = (role: 'button' | 'textbox' | 'checkbox') =>
    page.getByRole(role, typeof name === 'string' ? { name, exact: true } : { name });
  await tabUntilFocused(page, wanted('button').or(wanted('textbox')).or(wanted('checkbox')), name);
}

export async function pressKey(page: Page, name: Name): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

export async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.type(text);
}

/** Types a text into a field in place of what stands there. */
export async function retype(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** Goes to a group of options with Tab and through it with the arrow keys, up to this one. */
export async function chooseKey(page: Page, group: Name, option: string): Promise<void> {
  const radios = page.getByRole('radiogroup', { name: group }).getByRole('radio');
  await tabUntilFocused(page, radios, group);
  const wanted = radios.and(page.getByRole('radio', { name: option }));
  await page.keyboard.press('Space');
  for (let left = await radios.count(); left > 0 && !(await isFocused(page, wanted)); left -= 1) {
    await page.keyboard.press('ArrowDown');
  }
  if (!(await wanted.isChecked())) throw new Error(`the arrow keys do not reach ${option}`);
}

/** Opens a menu, and goes through it with the arrow keys to an item. */
export async function pickKey(page: Page, menu: string, item: string): Promise<void> {
  await pressKey(page, menu);
  const wanted = page.getByRole('menuitem', { name: item });
  await wanted.waitFor();
  for (let left = await page.getByRole('menuitem').count(); left > 0; left -= 1) {
    if (await isFocused(page, wanted)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

async function tabUntilFocused(page: Page, target: Locator, name: Name): Promise<void> {
  await target.first().waitFor();
  const passed: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    if (await isFocused(page, target)) return;
    await page.keyboard.press('Tab');
    passed.push(await page.evaluate(() => document.activeElement?.textContent.slice(0, 30) ?? ''));
  }
  throw new Error(`Tab does not reach ${name}, but ${passed.join(' · ')}`);
}

async function isFocused(page: Page, target: Locator): Promise<boolean> {
  return (await target.and(page.locator(':focus')).count()) > 0;
}
