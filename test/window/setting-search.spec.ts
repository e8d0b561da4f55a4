import { violationsInBoth } from './axe.ts';
import { expect, test } from './latchkey.ts';
import { createMemoryDesktop } from '../rig/memory-ports.ts';
import { desktopChoices } from '../../src/contract/vocabulary.ts';
import { entryOf } from './rig/entries.ts';
import { everyLanguage, languages } from './settings.ts';

for (const language of everyLanguage) {
  const words = languages[language];
  test(`every setting that the search lists is where it leads to, marked (${language})`, async ({
    open,
    page,
  }) => {
    test.slow();
    await page.setViewportSize({ width: 1000, height: 700 });
    const { desktop, told } = createMemoryDesktop(desktopChoices);
    // As the system says, too.
    told.isRegistered = true;
    await open({
      entries: [entryOf()],
      preferences: { language, trayIcon: true, openAtLogin: true },
      desktop,
    });
    await page.getByRole('row').first().waitFor();
    await page.keyboard.press('Control+,');
    const field = page.getByRole('combobox', { name: words.settings.search });
    const marked = page.locator('[data-marked]');
    const names = [
      words.preferences.theme,
      words.preferences.language,
      words.preferences.clipboard,
      words.list.density,
      words.list.digits,
      words.list.order,
      words.preferences.hideCodes,
      words.preferences.setUpLinks,
      words.quickFind.bind,
      ...desktopChoices.map((choice) => words.desktop[choice]),
      words.clock.byHand,
      words.security.opens,
      words.trouble.passphrase,
      words.security.idle,
      words.lockTriggers.suspend.setting,
      words.security.key,
      words.settings.sync,
      words.settings.history,
      words.preferences.vaultAt,
      words.settings.keychain,
    ];
    for (const name of names) {
      await field.fill(name);
      await expect(page.getByRole('option', { selected: true })).toContainText(name);
      await field.press('Enter');
      await expect(marked, name).toHaveCount(1);
      await expect(marked).toContainText(name);
      await expect(marked).toBeInViewport();
    }
    await field.fill(words.settings.security);
    expect(await violationsInBoth(page)).toEqual([]);
  });
}

test('a narrow window finds by other words, with the keys alone, and Esc takes the search back first', async ({
  open,
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await open({ entries: [entryOf()] });
  await page.getByRole('row').first().waitFor();
  await page.keyboard.press('Control+,');
  const field = page.getByRole('combobox', { name: languages.en.settings.search });
  await field.focus();
  await page.keyboard.type('timeout');
  await expect(page.getByRole('option').filter({ hasText: languages.en.security.idle })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field).toHaveValue('');
  await expect(page.getByRole('heading', { name: languages.en.settings.title })).toBeVisible();
  await page.keyboard.type('nothing of the sort');
  await expect(page.getByRole('status').filter({ hasText: 'nothing of the sort' })).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('refused');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: languages.en.settings.clock })).toBeVisible();
});
