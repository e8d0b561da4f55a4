import { violations } from '../window/axe.ts';
import { expectCodeOfNow, otpauth } from './rig/codes.ts';
import { expect, test } from './rig/fixtures.ts';
import { addByText, makeVault, shownCode } from './rig/person.ts';
import { picture } from './rig/pictures.ts';

const rfcSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test('an entry is copied, renamed, deleted with a warning, and brought back', async ({ computer }) => {
  const page = await computer.openLatchkey();
  await makeVault(page);
  await addByText(page, otpauth('Bank', 'ada@example.org'));

  await page.getByRole('row', { name: /Bank/u }).focus();
  await expectCodeOfNow(async () => {
    await page.keyboard.press('Enter');
    await expect(page.getByText('Code for Bank', { exact: false }).first()).toBeVisible();
    return page.evaluate(() => navigator.clipboard.readText());
  });

  await page.getByRole('button', { name: /^Details of Bank/u }).click();
  await picture(page, 'entry');
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Site or service').fill('Savings Bank');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Savings Bank' })).toBeVisible();

  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('Two-step verification stays on at the site.')).toBeVisible();
  await picture(page, 'delete');
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: 'Delete' })
    .click();
  await expect(page.getByRole('heading', { name: 'No codes yet' })).toBeVisible();
  // The newest of the lines; the first one would take the name back.
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.getByRole('row', { name: /Savings Bank/u })).toBeVisible();
});

test('a counter-based entry gives the codes of the RFC one by one, and goes on after a restart', async ({
  computer,
}) => {
  let page = await computer.openLatchkey();
  await makeVault(page);
  await addByText(page, `otpauth://hotp/Door:ada?secret=${rfcSecret}&counter=0`);
  await page.getByRole('button', { name: 'Next code' }).first().click();
  await expect.poll(() => shownCode(page, 'Door')).toBe('755224');
  await page.getByRole('button', { name: 'Next code' }).first().click();
  await expect.poll(() => shownCode(page, 'Door')).toBe('287082');
  await computer.quitLatchkey();

  page = await computer.openLatchkey();
  await page.getByRole('button', { name: 'Next code' }).first().click();
  await expect.poll(() => shownCode(page, 'Door')).toBe('359152');
});

test('tags, a note and the recovery codes of the site stay with an entry; a code is ticked off', async ({
  computer,
}) => {
  let page = await computer.openLatchkey();
  await makeVault(page);
  await addByText(page, otpauth('Bank', 'ada@example.org'));
  await page.getByRole('button', { name: /^Details of Bank/u }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Tags' }).fill('Money');
  await page.keyboard.press('Enter');
  await page.getByLabel('Note').fill('The card is in the desk.');
  await picture(page, 'entry-edit');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Add codes' }).click();
  await page
    .getByLabel('The codes, as the site shows them')
    .fill('1. abcd-1234\n2. efgh-5678\n3. ijkl-9012\nKeep these somewhere safe');
  await picture(page, 'site-codes-add');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByText('3 of 3 left')).toBeVisible();
  await computer.quitLatchkey();

  page = await computer.openLatchkey();
  await page.getByRole('button', { name: /^Details of Bank/u }).click();
  await expect(page.getByText('The card is in the desk.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Tags' })).toHaveText('Money');
  await page.getByRole('button', { name: 'Show codes' }).click();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Code 2 of 3 is used' }).click();
  await expect(page.getByRole('dialog').getByText('2 of 3 left')).toBeVisible();
  await picture(page, 'site-codes');
  await page.keyboard.press('Escape');
  await expect(page.getByText('2 of 3 left')).toBeVisible();
  await expect(page.getByText('efgh-5678')).toHaveCount(0);
});

test('all of it by keyboard alone, in Dutch, and nothing for axe to find', async ({ computer }) => {
  const page = await computer.openLatchkey({ locale: 'nl-NL' });
  const axe = async () => {
    expect(await violations(page)).toEqual([]);
  };
  const press = async (name: string | RegExp) => {
    const button = page.getByRole('button', { name, exact: true });
    await button.waitFor();
    for (let tabs = 0; tabs < 30; tabs += 1) {
      if (await button.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
  };

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await axe();
  await picture(page, 'first-run-nl');
  await press('Verder');
  await axe();
  await press('Begin');
  await expect(page.getByRole('button', { name: 'Scan het scherm' })).toBeVisible();
  await axe();
  await press(/^Typ de sleutel in/u);
  await page.keyboard.type('gezd gnbv gy3t qojq');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Bibliotheek');
  await axe();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Toegevoegd' })).toBeVisible();
  await axe();
  await picture(page, 'added-nl');
  await press('Klaar');
  await expect(page.getByRole('row', { name: /Bibliotheek/u })).toBeVisible();
  await axe();
});
