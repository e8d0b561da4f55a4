import { settled, violationsInBoth } from './axe.ts';
import { entryOf } from './rig/entries.ts';
import { expect, test } from './latchkey.ts';
import { everyLanguage, languages, openSection } from './settings.ts';

const link = 'otpauth://totp/Example:ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example';
/** One account of Google Authenticator. */
const migration =
  'otpauth-migration://offline?data=CioKFDEyMzQ1Njc4OTAxMjM0NTY3ODkwEgNhZGEaB0V4YW1wbGUgASgBMAIQARgBIAA%3D';

test('a set-up link leads from anywhere to its preview, and its code is kept only when the person says so', async ({
  open,
}) => {
  const { page, latchkey } = await open({ entries: [entryOf()], preferences: { openSetUpLinks: true } });
  await openSection(page, 'general');
  latchkey.openLink(link);
  await expect(page.getByRole('heading', { name: 'Keep this one?' })).toBeVisible();
  await expect(page.getByRole('dialog').getByText('Example').first()).toBeVisible();
  expect(await latchkey.entries()).toHaveLength(1);
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect.poll(async () => (await latchkey.entries()).length).toBe(2);
});

test('a link with the codes of another app leads to the import, also if that is open already', async ({
  open,
}) => {
  const { page, latchkey } = await open({ preferences: { openSetUpLinks: true } });
  latchkey.openLink(migration);
  await expect(page.getByRole('row', { name: /Example \(ada\)\. New/ })).toBeVisible();
  latchkey.openLink(migration);
  await expect(page.getByText('Google Authenticator').nth(1)).toBeVisible();
  expect(await latchkey.entries()).toEqual([]);
});

for (const language of everyLanguage) {
  const { add, codes, preferences: words, settings } = languages[language];

  test(`a link that another program hands over is refused until the settings say so (${language})`, async ({
    open,
  }) => {
    const { page, latchkey } = await open({ preferences: { language } });
    // The other language loads after the window.
    await expect(page.getByRole('button', { name: codes.menu, exact: true })).toBeVisible();
    latchkey.openLink(link);
    const said = add.linkUnread.replace('{{setting}}', words.setUpLinks);
    await expect(page.getByRole('region', { name: add.messages }).getByText(said)).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.getByRole('button', { name: add.linkUnreadSettings, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(settings.general);
    await page.locator('label').filter({ hasText: words.setUpLinks }).click();
    await expect.poll(() => latchkey.preferences.get().openSetUpLinks).toBe(true);
    latchkey.openLink(link);
    await expect(page.getByRole('dialog').getByText('Example').first()).toBeVisible();
  });
}

test('set-up links open with Latchkey once the settings say so, and where the system can', async ({
  open,
}) => {
  const { page, latchkey } = await open();
  await openSection(page, 'general');
  const choice = page.getByRole('switch', { name: /Open set-up links with Latchkey/ });
  await expect(choice).not.toBeChecked();
  await settled(page);
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByText('Open set-up links with Latchkey').click();
  await expect.poll(() => latchkey.linkHandler.isOn).toBe(true);
  await page.getByText('Open set-up links with Latchkey').click();
  await expect.poll(() => latchkey.linkHandler.isOn).toBe(false);
});
