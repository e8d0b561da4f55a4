import { expect, test } from './latchkey.ts';
import { sampleEntries } from './rig/sample.ts';
import { violations } from './axe.ts';

/** A window that breaks complains in the console, as it should: so without the fixture that forbids that. */
test.describe('a window that breaks', () => {
  test('a component throws: a page says what to do, and nothing of the error’s words', async ({
    latchkeys,
    page,
  }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await latchkeys.open(page, { entries: sampleEntries() });
    await expect(page.getByRole('row', { name: /^GitHub/ })).toBeVisible();
    // A page with days on it can't be drawn from now on.
    await page.evaluate(() => {
      Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
        construct() {
          throw new RangeError('JBSWY3DPEHPK3PXP');
        },
      });
    });
    await page.getByRole('button', { name: 'Details of GitHub' }).click();
    await expect(page.getByRole('heading', { name: 'This window stopped' })).toBeVisible();
    await expect(page.getByText('vault.latchkey')).toBeVisible();
    await page.getByText('Technical details').click();
    await page.getByRole('button', { name: 'Copy the details' }).click();
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('RangeError');
    expect(copied).toMatch(/^at \S/m);
    expect(copied + (await page.content())).not.toContain('JBSWY3DPEHPK3PXP');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Load it again' }).click();
    await expect(page.getByRole('row', { name: /^GitHub/ })).toBeVisible();
  });

  test('the window’s program does not load: the page says so, in the language of the browser', async ({
    browser,
    latchkeys,
  }) => {
    const pattern = '**/assets/main*.js';
    const context = await browser.newContext({ locale: 'nl-NL' });
    const page = await context.newPage();
    await page.route(pattern, (route) => route.abort());
    await latchkeys.open(page, { entries: sampleEntries() });
    await expect(page.getByRole('heading', { name: 'Dit venster is gestopt' })).toBeVisible();
    await page.unroute(pattern);
    await page.getByRole('button', { name: 'Laad het opnieuw' }).click();
    await expect(page.getByRole('row', { name: /^GitHub/ })).toBeVisible();
    await context.close();
  });
});

const languages: [string, string[]][] = [
  ['a POSIX one', ['en-US@posix']],
  ['none', []],
  ['an empty one', ['']],
  ['C', ['C', 'C.UTF-8', 'POSIX']],
  ['nonsense', ['☃', '..', '-', '*', 'x', 'a-b-c-d', '__proto__']],
  ['hundreds of characters', ['e'.repeat(700), `en-${'x'.repeat(500)}`, 'en-US-u-'.repeat(90)]],
  ['languages that nobody writes with', ['qaa', 'tlh', 'zxx-Zzzz-ZZ']],
  ['underscores and a modifier', ['en_GB.UTF-8@euro']],
];

for (const [what, tags] of languages) {
  test(`the browser’s language is ${what}: the window is there, in English`, async ({ open, page }) => {
    await page.addInitScript((said) => {
      Object.defineProperty(navigator, 'languages', { get: () => said });
      Object.defineProperty(navigator, 'language', { get: () => said[0] ?? '' });
    }, tags);
    await open({ entries: sampleEntries() });
    await expect(page.getByRole('row', { name: /^GitHub/ })).toBeVisible();
    // A page with days on it.
    await page.getByRole('button', { name: 'Details of GitHub' }).click();
    await expect(page.getByRole('heading', { name: 'GitHub' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  });
}

test('the browser keeps nothing for this site: the window is there all the same', async ({ open, page }) => {
  await page.addInitScript(() => {
    for (const store of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, store, {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    }
  });
  await open({ entries: sampleEntries() });
  await expect(page.getByRole('row', { name: /^GitHub/ })).toBeVisible();
});

test('no translation is offered: the window has its own words', async ({ open }) => {
  const { page } = await open({ entries: sampleEntries() });
  await expect(page.getByRole('row', { name: /^GitHub/ })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.translate)).toBe(false);
  await expect(page.locator('meta[name="google"]')).toHaveAttribute('content', 'notranslate');
});
