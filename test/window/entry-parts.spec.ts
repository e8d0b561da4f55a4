import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { settled, violationsInBoth } from './axe.ts';
import { codeOf, entryOf } from './rig/entries.ts';
import { prove } from './rig/exporting.ts';
import { passphrase } from './rig/worlds.ts';
import { expect, test } from './latchkey.ts';

const pasted = '1. abcd-1234\n2. efgh-5678\n3. ijkl-9012\nKeep these somewhere safe';
const codes = ['abcd-1234', 'efgh-5678', 'ijkl-9012'];
const siteCodes = codes.map((code) => ({ code: Buffer.from(code), usedAt: null }));

const details = async (page: Page, name: string) =>
  page.getByRole('button', { name: `Details of ${name}` }).click();
const part = (page: Page, name: string) => page.getByRole('region', { name });

/** No recovery code of the site is in the document, as text or in a field. */
async function expectNoCodes(page: Page): Promise<void> {
  const text = await page.evaluate(() => {
    const typed = [...document.querySelectorAll('textarea, input')].map((field) =>
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '',
    );
    return [document.documentElement.outerHTML, ...typed].join('\n');
  });
  for (const code of codes) expect(text).not.toContain(code);
}

test('tags, a note and an icon are edited by keys alone, and Undo takes all of it back', async ({ open }) => {
  const other = entryOf({ issuer: 'Mail', tags: ['Private', 'Work'] });
  const { page, latchkey } = await open({ entries: [entryOf({ account: 'ada' }), other] });
  await page.getByRole('row', { name: /^GitHub/ }).focus();
  await details(page, 'GitHub (ada)');
  await page.getByRole('button', { name: 'Edit' }).press('Enter');
  await expect(page.getByLabel('Site or service')).toBeFocused();

  await page.getByRole('textbox', { name: 'Tags' }).focus();
  await page.keyboard.type('wo');
  const known = page.getByRole('group', { name: 'Your other tags' });
  await expect(known.getByRole('button')).toHaveText(['Work']);
  await page.keyboard.type('rk');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Mine, Late,');
  const tags = page.getByRole('grid', { name: 'Tags' });
  await expect(tags.getByRole('row')).toHaveText(['Work', 'Mine', 'Late']);
  await tags.getByRole('row', { name: 'Mine' }).focus();
  await page.keyboard.press('Delete');
  await expect(tags.getByRole('row')).toHaveText(['Work', 'Late']);

  await page.getByLabel('Note').fill('first line\nsecond line');
  await page.getByRole('radio', { name: 'Choose' }).check({ force: true });
  await page.getByLabel('Search the icons').fill('protonm');
  await page.getByRole('option', { name: 'Proton Mail' }).press('Enter');
  await settled(page);
  await page.screenshot({ path: 'test-results/entry-edit.png', fullPage: true });
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).press('Enter');

  await expect(page.getByRole('list', { name: 'Tags' }).getByRole('listitem')).toHaveText(['Work', 'Late']);
  await expect(part(page, 'Note')).toHaveText('first line\nsecond line');
  expect(await latchkey.entries()).toMatchObject([
    { tags: ['Work', 'Late'], note: 'first line\nsecond line', icon: { kind: 'named', name: 'protonmail' } },
    {},
  ]);
  // Only what was changed was sent.
  expect(latchkey.inputsOf('entries.edit')).toEqual([
    expect.not.objectContaining({ issuer: expect.anything() }),
  ]);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect.poll(latchkey.entries).toMatchObject([{ tags: [], note: '' }, {}]);
});

test('a tag that is typed and not entered is kept too, and an unsaved tag or icon is asked about', async ({
  open,
}) => {
  const { page, latchkey } = await open({ entries: [entryOf()] });
  await details(page, 'GitHub');
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Tags' }).fill('Work');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  const question = page.getByRole('alertdialog', { name: 'Discard what you entered?' });
  await question.getByRole('button', { name: 'Keep editing' }).click();
  await page.getByRole('textbox', { name: 'Add a tag' }).fill('Home');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(latchkey.entries).toMatchObject([{ tags: ['Work', 'Home'] }]);

  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByText('Letter', { exact: true }).click();
  await page.getByRole('button', { name: 'Back to the codes' }).click();
  await question.getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(page.getByRole('row', { name: /^GitHub/ })).toBeFocused();
  expect((await latchkey.entries())[0]?.icon).toBeNull();
});

test('an own picture is shown in the list and on the page; what is no picture is refused', async ({
  open,
}) => {
  const { page, latchkey } = await open({ entries: [entryOf()] });
  await details(page, 'GitHub');
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByText('Picture', { exact: true }).click();
  const choose = async (name: string, buffer: Buffer) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a picture…' }).click();
    await (await chooser).setFiles({ name, mimeType: 'image/png', buffer });
  };
  await choose('drawing.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('This picture can’t be an icon')).toBeVisible();

  const red = { width: 20, height: 20, channels: 3, background: '#ff0000' } as const;
  await choose('red.png', await sharp({ create: red }).png().toBuffer());
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Save' })).toBeHidden();
  expect((await latchkey.entries())[0]?.icon).toMatchObject({ kind: 'picture' });
  const colourOf = async () =>
    page
      .locator('canvas:visible')
      .first()
      .evaluate((canvas) =>
        canvas instanceof HTMLCanvasElement
          ? [...(canvas.getContext('2d')?.getImageData(64, 64, 1, 1).data ?? [])].map((part) => part > 200)
          : null,
      );
  await expect.poll(colourOf).toEqual([true, false, false, true]);
  await page.getByRole('button', { name: 'Back to the codes' }).click();
  await expect.poll(colourOf).toEqual([true, false, false, true]);
});

test('recovery codes are pasted as the site shows them; what is no code is said', async ({ open }) => {
  const { page, latchkey } = await open({ entries: [entryOf()] });
  await details(page, 'GitHub');
  const card = part(page, 'Recovery codes of the site');
  await card.getByRole('button', { name: 'Add codes' }).click();
  await expect(page.getByText('No code found yet')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Keep', exact: true })).toBeDisabled();
  await page.getByLabel('The codes, as the site shows them').fill(pasted);
  await expect(page.getByRole('list', { name: 'Found' }).getByRole('listitem')).toHaveText(codes);
  await expect(page.getByText('Keep these somewhere safe', { exact: true })).toBeVisible();
  await settled(page);
  await page.screenshot({ path: 'test-results/site-codes-add.png' });
  expect(await violationsInBoth(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Keep editing' }).click();
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(card.getByText('3 of 3 left')).toBeVisible();
  await expectNoCodes(page);
  const { id = '' } = (await latchkey.entries())[0] ?? {};
  const kept = await latchkey.client.siteCodes.reveal({ id, current: passphrase });
  expect(kept.codes.map(({ code }) => code)).toEqual(codes);

  await card.getByRole('button', { name: 'Add codes' }).click();
  await page.getByLabel('The codes, as the site shows them').fill('zzzz-0000');
  await page.getByText('These take their place').click();
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(card.getByText('1 of 1 left')).toBeVisible();
});

test('recovery codes are shown after a proof, copied, ticked off and back; they go with the sheet', async ({
  open,
}) => {
  const { page, latchkey } = await open({ entries: [entryOf({ siteCodes })] });
  await details(page, 'GitHub');
  const card = part(page, 'Recovery codes of the site');
  await expect(card.getByText('3 of 3 left')).toBeVisible();
  await expectNoCodes(page);
  await card.getByRole('button', { name: 'Show codes' }).click();
  await expectNoCodes(page);
  await prove(page, 'Show');
  const list = page.getByRole('list', { name: 'The codes' });
  await expect(list.getByRole('code')).toHaveText(codes);
  await page.getByRole('button', { name: 'Copy code 2 of 3' }).press('Enter');
  await expect.poll(() => latchkey.inputsOf('codes.copyKey')).toEqual([{ key: 'efgh-5678' }]);
  const box = page.getByRole('checkbox', { name: 'Code 2 of 3 is used' });
  await box.press('Space');
  await expect(box).toBeChecked();
  await expect(list.getByText(/^Used on/)).toBeVisible();
  await expect(page.getByRole('dialog').getByText('2 of 3 left')).toBeVisible();
  await settled(page);
  await page.screenshot({ path: 'test-results/site-codes.png' });
  expect(await violationsInBoth(page)).toEqual([]);
  await box.press('Space');
  await expect(box).not.toBeChecked();
  await expect.poll(latchkey.entries).toMatchObject([{ siteCodes: { left: 3, all: 3 } }]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectNoCodes(page);
});

test('shown recovery codes close by themselves, and at a lock', async ({ open }) => {
  const { page, latchkey } = await open({ entries: [entryOf({ siteCodes })] });
  const list = page.getByRole('list', { name: 'The codes' });
  await page.clock.install();
  await details(page, 'GitHub');
  const show = async () => {
    await page.getByRole('button', { name: 'Show codes' }).click();
    await prove(page, 'Show');
    await expect(list).toBeVisible();
  };
  await show();
  await page.clock.runFor(301_000);
  await expect(list).toBeHidden();
  await expectNoCodes(page);
  await show();
  await latchkey.client.vault.lock();
  await expect(list).toBeHidden();
  await expectNoCodes(page);
});

test('an earlier key is looked at, used again with Undo, and deleted for good', async ({ open }) => {
  const [old, older] = [entryOf(), entryOf()];
  const former = [
    { parameters: old.parameters, replacedAt: Date.UTC(2026, 9, 2) },
    { parameters: older.parameters, replacedAt: Date.UTC(2026, 8, 1) },
  ];
  const entry = entryOf({ former });
  const { page, latchkey } = await open({ entries: [entry] });
  await details(page, 'GitHub');
  const card = part(page, 'Earlier keys');
  await expect(card.getByText('2 keys were replaced.', { exact: false })).toBeVisible();
  await card.getByRole('button', { name: 'Show earlier keys' }).click();
  const keys = page.getByRole('list', { name: 'Earlier keys' }).getByRole('listitem');
  await expect(keys).toHaveCount(2);
  // A period may end between two looks.
  await expect(async () => {
    const { code } = codeOf(old, latchkey.clock.now());
    expect((await keys.first().textContent())?.replaceAll(/\D/g, '')).toContain(code);
  }).toPass();
  await settled(page);
  await page.screenshot({ path: 'test-results/former-keys.png' });
  expect(await violationsInBoth(page)).toEqual([]);
  await keys
    .first()
    .getByRole('button', { name: /^Use again/ })
    .press('Enter');
  const times = async () => {
    const { former: present } = await latchkey.client.former.list({ id: entry.id });
    return present.map(({ replacedAt }) => replacedAt);
  };
  const [first, second] = former.map(({ replacedAt }) => replacedAt);
  await expect.poll(times).toEqual([expect.any(Number), second]);
  expect(await times()).not.toContain(first);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect.poll(times).toEqual([first, second]);

  await card.getByRole('button', { name: 'Show earlier keys' }).click();
  await keys
    .last()
    .getByRole('button', { name: /^Delete the key/ })
    .press('Enter');
  await page.getByRole('button', { name: 'Delete for good' }).press('Enter');
  await expect(keys).toHaveCount(1);
  expect(await times()).toEqual([first]);
  await page.getByRole('button', { name: 'Close' }).last().press('Enter');
  await expect(card.getByText('1 key was replaced.', { exact: false })).toBeVisible();
});

test('the settings of an entry ask before a changed kind goes', async ({ open }) => {
  const { page } = await open({ entries: [entryOf()] });
  await details(page, 'GitHub');
  await page.getByRole('button', { name: 'Change settings' }).click();
  await page.getByText('SHA-256').click();
  await page.getByLabel('Digits').press('Escape');
  await page.getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(page.getByLabel('Digits')).toBeHidden();
});
