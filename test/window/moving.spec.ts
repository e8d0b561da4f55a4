import type { Page } from '@playwright/test';
import { settled, violationsInBoth } from './axe.ts';
import { entryOf } from './rig/entries.ts';
import { passphrase } from './rig/latchkey.ts';
import { expect, test } from './latchkey.ts';
import { everyLanguage, languages, reading } from './settings.ts';

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

/** Opens the moving list from the codes. */
async function toList(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Import from another app' }).click();
  await page.getByRole('button', { name: 'Authy and Microsoft Authenticator' }).click();
  await page.getByRole('button', { name: /^(?:Make a list|Continue with the list)$/ }).click();
  await expect(page.getByRole('heading', { name: 'Move site by site' })).toBeVisible();
}

async function addSites(page: Page, ...names: string[]): Promise<void> {
  await page.getByLabel('Sites, one a line').fill(names.join('\n'));
  await page.getByRole('button', { name: 'Add to the list' }).click();
  await expect(page.getByLabel('Sites, one a line')).toHaveValue('');
}

const rows = (page: Page) => page.getByRole('list', { name: 'Your list' }).locator('> li');
const rowOf = (page: Page, name: string) => rows(page).filter({ hasText: name });
const unfold = (page: Page, name: string) =>
  rowOf(page, name).getByRole('heading').getByRole('button').click();

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, what: ReturnType<Page['getByRole']>): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(what).toBeFocused({ timeout: 1 });
  }).toPass({ intervals: [0] });
}

test('sites are written down, a code is added for one, which is ticked off, and the list outlives a lock', async ({
  open,
}) => {
  const { page, latchkey } = await open({ entries: [entryOf({ issuer: 'Mail' })] });
  await toList(page);
  await expect(page.getByText('Nothing is on it yet.')).toBeVisible();
  await page.getByRole('radio', { name: 'Microsoft Authenticator' }).check({ force: true });
  await addSites(page, '- GitHub', '- Mail', '', '- Work account');
  await expect(page.getByText('3 sites added.').first()).toBeVisible();
  await expect(page.getByText('0 of 3 moved')).toBeVisible();
  await expect(rowOf(page, 'Mail')).toContainText('A code of this name is here already.');

  await unfold(page, 'Work account');
  await expect(
    page.getByText('Sign in at Work account with the code in Microsoft Authenticator'),
  ).toBeVisible();
  await expect(page.getByText('ask there for a different authenticator app')).toBeVisible();
  await page.getByRole('button', { name: 'Add the code' }).click();
  const sheet = page.getByRole('dialog', { name: 'Add the code for Work account' });
  await expect(sheet.getByRole('button', { name: 'Scan the screen' })).toBeVisible();
  await expect(sheet.getByRole('button', { name: 'Import from another app' })).toBeHidden();
  await page.getByRole('button', { name: /^Type the key in/ }).click();
  await expect(page.getByLabel('Site or service')).toHaveValue('Work account');
  await page.getByLabel('Key', { exact: true }).fill(secret);
  await page.getByLabel('Site or service').fill('Contoso');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByRole('button', { name: 'Back to your list' }).click();

  await expect(page.getByText('1 of 3 moved')).toBeVisible();
  await expect(rowOf(page, 'Work account')).toContainText('Moved: Contoso');
  await expect(page.getByText('delete the old one in Microsoft Authenticator')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Work account is moved' })).toBeChecked();
  expect(latchkey.inputsOf('moving.setMoved')).toEqual([]);

  await latchkey.client.vault.lock();
  await expect(page.getByText('Work account')).toBeHidden();
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Continue with the list' }).click();
  await expect(page.getByText('1 of 3 moved')).toBeVisible();
  await expect(rows(page)).toHaveCount(3);
});

test('a code that comes another way ticks its site off by itself, and the person can correct it', async ({
  open,
}) => {
  const { page, latchkey } = await open({ entries: [entryOf()] });
  await toList(page);
  await addSites(page, 'Bank');
  const typed = { account: '', kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30, counter: 0 } as const;
  const { preview } = await latchkey.client.scan.typed({ ...typed, secret, issuer: 'BANK' });
  await latchkey.client.previews.accept({ previewId: preview.previewId, issuer: 'BANK', account: '' });
  const tick = page.getByRole('checkbox', { name: 'Bank is moved' });
  await expect(tick).toBeChecked();
  await expect(rowOf(page, 'Bank')).toContainText('Moved: BANK');

  await tick.click({ force: true });
  await expect(page.getByText('0 of 1 moved')).toBeVisible();
  await expect(rowOf(page, 'Bank')).toContainText('A code of this name is here already.');
  await unfold(page, 'Bank');
  await page.getByRole('button', { name: 'Show the code' }).click();
  await expect(page.getByRole('row', { name: /^BANK/ })).toBeFocused();
});

test('a site is renamed and removed, which is undone; a half-filled name is not lost without a question', async ({
  open,
}) => {
  const { page } = await open({ entries: [entryOf()] });
  await toList(page);
  await addSites(page, 'GitHub', 'Mail');
  await unfold(page, 'GitHub');
  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByLabel('Name of the site').fill('Forge');
  await unfold(page, 'Mail');
  await page.getByRole('button', { name: 'Keep editing' }).click();
  await expect(page.getByLabel('Name of the site')).toHaveValue('Forge');
  await expect(page.getByLabel('Name of the site')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rowOf(page, 'Forge')).toBeVisible();

  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole('heading', { name: 'Your list' })).toBeFocused();
  // There may be another one, for what was added.
  const removed = page.getByRole('region', { name: 'Messages' }).locator('div', { hasText: 'Forge' });
  await removed.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText('Forge');
});

test('names that are on the list already are said and not added twice; one that is too long is named', async ({
  open,
}) => {
  const { page, latchkey } = await open({ entries: [entryOf()] });
  await toList(page);
  await addSites(page, 'GitHub');
  await addSites(page, 'github');
  await expect(page.getByText('Nothing was added. 1 is on the list already.').first()).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await page.getByLabel('Sites, one a line').fill(`Mail\n${'x'.repeat(257)}`);
  await expect(page.getByText('This name is too long: xxx')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add to the list' })).toBeDisabled();
  expect(latchkey.inputsOf('moving.add')).toHaveLength(2);
  await page.getByLabel('Sites, one a line').fill('');
});

test('the codes remind of what is left, quietly: once put away it stays away, and nothing is said when all is done', async ({
  open,
}) => {
  const { page, latchkey } = await open({
    entries: [entryOf()],
    past: ({ client }) => client.moving.add({ app: 'authy', names: ['GitHub', 'Mail'] }),
  });
  await expect(page.getByText('0 of 2 sites are moved from the old app.')).toBeVisible();
  await page.getByRole('button', { name: 'Got it' }).click();
  await expect(page.getByText('You are still moving')).toBeHidden();
  await page.reload();
  await expect(page.getByRole('row')).toBeVisible();
  await expect(page.getByText('You are still moving')).toBeHidden();

  await toList(page);
  await page.evaluate(() => localStorage.clear());
  await page.getByRole('checkbox', { name: 'GitHub is moved' }).click({ force: true });
  await expect(page.getByText('1 of 2 moved')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Mail is moved' }).click({ force: true });
  await expect(page.getByText('All of them are moved')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the codes' }).click();
  await expect(page.getByRole('row')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('row')).toBeVisible();
  await expect(page.getByText('You are still moving')).toBeHidden();

  await toList(page);
  await page.getByRole('button', { name: 'Clear the list' }).click();
  await expect(page.getByText('The list is cleared. The codes stay.').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Import', exact: true })).toBeVisible();
  expect(await latchkey.entries()).toHaveLength(1);
});

test('a site that another window removed is said to be gone', async ({ open }) => {
  const { page, latchkey } = await open({
    entries: [entryOf()],
    past: ({ client }) => client.moving.add({ app: 'other', names: ['GitHub'] }),
  });
  await toList(page);
  latchkey.failures.set('moving.setMoved', { code: 'SITE_NOT_FOUND' });
  await page.getByRole('checkbox', { name: 'GitHub is moved' }).click({ force: true });
  await expect(page.getByText('This site is no longer on the list.').first()).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'GitHub is moved' })).not.toBeChecked();
});

test('a list that can only be read shows what is on it and offers no change', async ({ open }) => {
  const { page } = await open({
    entries: [entryOf()],
    past: ({ client }) => client.moving.add({ app: 'other', names: ['GitHub'] }),
    found: (latchkey) => latchkey.makeNewer(),
  });
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  await page.getByRole('button', { name: /^Import/ }).click();
  await page.getByRole('button', { name: 'Authy and Microsoft Authenticator' }).click();
  await page.getByRole('button', { name: 'Continue with the list' }).click();
  await expect(page.getByRole('checkbox', { name: 'GitHub is moved' })).toBeDisabled();
  await unfold(page, 'GitHub');
  await expect(page.getByText('Sign in at GitHub with the code in the old app')).toBeVisible();
  for (const name of ['Add the code', 'Rename', 'Remove', 'Add sites']) {
    await expect(page.getByRole('button', { name })).toBeHidden();
  }
});

test('the keyboard alone writes sites down, unfolds one, ticks it and takes it off', async ({ open }) => {
  const { page } = await open({ entries: [entryOf()] });
  await toList(page);
  await tabTo(page, page.getByLabel('Sites, one a line'));
  await page.keyboard.type('GitHub\nMail');
  await tabTo(page, page.getByRole('button', { name: 'Add to the list' }));
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(2);
  await tabTo(page, page.getByRole('checkbox', { name: 'GitHub is moved' }));
  await page.keyboard.press('Space');
  await expect(page.getByText('1 of 2 moved')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'GitHub is moved' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Remove' }));
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole('heading', { name: 'Your list' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Import', exact: true })).toBeVisible();
});

for (const language of everyLanguage) {
  for (const [width, size] of [
    ['narrow', { width: 360, height: 740 }],
    ['wide', { width: 1_180, height: 820 }],
  ] as const) {
    test(`axe finds nothing, nothing is cut off: every state of the moving list, ${language}, ${width}`, async ({
      open,
      page,
    }) => {
      test.slow();
      const words = languages[language];
      await page.setViewportSize(size);
      await open({ ...reading(language), entries: [entryOf({ issuer: 'Mail' })] });
      const check = async (state: string) => {
        await settled(page);
        expect(await violationsInBoth(page), state).toEqual([]);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wider, state).toBeLessThanOrEqual(0);
      };
      await page.getByRole('button', { name: words.codes.add, exact: true }).click();
      await page.getByRole('button', { name: words.imports.way }).click();
      await page.getByRole('button', { name: words.imports.none }).click();
      await page.getByRole('button', { name: words.moving.start }).click();
      await check('nothing on it');
      await page
        .getByLabel(words.moving.names)
        .fill(`GitHub\nMail\n${'A site whose name has no end at all '.repeat(4)}\n${'x'.repeat(120)}`);
      await page.getByRole('button', { name: words.moving.addDo }).click();
      const list = page.getByRole('list', { name: words.moving.list });
      await list.getByRole('heading').getByRole('button').nth(1).click();
      await expect(page.getByText(words.moving.hereText)).toBeVisible();
      await check('to move');
      await page.getByRole('button', { name: words.moving.rename }).click();
      await check('renaming');
      // In French, the message's “Undo” has the same name.
      await list.getByRole('button', { name: words.entry.cancel }).click();
      const boxes = list.getByRole('checkbox');
      await expect(boxes).toHaveCount(4);
      for (let at = 0; at < 4; at += 1) {
        await boxes.nth(at).click({ force: true });
        await expect(boxes.nth(at)).toBeChecked();
      }
      await expect(page.getByText(words.moving.doneTitle)).toBeVisible();
      await check('all moved');
    });
  }
}
