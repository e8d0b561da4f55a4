import type { Page } from '@playwright/test';
import { expectCodeOfNow, otpauth, spellings } from './rig/codes.ts';
import { keys, lockedExport, migrationSet, plainExport } from './rig/exports.ts';
import { expect, test } from './rig/fixtures.ts';
import { chooseKey, pressKey, retype } from './rig/keyboard.ts';
import { addByText, makeVault, shownCode } from './rig/person.ts';
import { cleanPicture } from './rig/pictures.ts';

const passphrase = 'open sesame';

test('three imports with the keyboard alone: a plain file, an encrypted one, and a set of QR codes over two screens', async ({
  computer,
}) => {
  test.setTimeout(600_000);
  const page = await computer.openLatchkey();
  await makeVault(page);
  await addByText(page, otpauth('Bank', 'ada@example.org', keys.bank));
  await addByText(page, otpauth('Mail', 'ada@example.org', keys.oldMail));

  await test.step('the plain one asks, is kept, undone, and kept again', async () => {
    await pressKey(page, 'Add');
    await pressKey(page, /^Import from another app/u);
    await expect(page.getByRole('heading', { name: 'Import', exact: true })).toBeVisible();
    await cleanPicture(page, 'import');
    for (const isFirst of [true, false]) {
      await chooseFiles(page, 'Choose files', plainExport());
      await expect(page.getByText('2 rows wait for your answer.')).toBeVisible();
      if (isFirst) await cleanPicture(page, 'import-questions');
      await chooseKey(page, /^1 key is here already/u, 'Correct the entries that are here');
      await chooseKey(page, /^1 name is here already/u, 'Replace the old ones, which go to Deleted');
      await pressKey(page, 'Bring in 4');
      const sentence = '1 entry added, 1 corrected, 1 replaced and 1 kept aside that makes no codes here.';
      await expect(page.getByRole('main').getByText(sentence)).toBeVisible();
      if (!isFirst) break;
      await cleanPicture(page, 'imported');
      await pressKey(page, 'Undo');
      await expect(page.getByRole('main').getByText('Undone. Everything is as it was.')).toBeVisible();
      await pressKey(page, 'Go to the list');
      await expect(page.getByText('Forum')).toBeHidden();
      await expectCodeOfNow(() => shownCode(page, 'Bank'), { secret: keys.bank });
      await expectCodeOfNow(() => shownCode(page, 'Mail'), { secret: keys.oldMail });
      await pressKey(page, 'Add');
      await pressKey(page, /^Import from another app/u);
    }
  });

  await test.step('the encrypted one opens with its passphrase, and with no other', async () => {
    await pressKey(page, 'Import more');
    await chooseFiles(page, 'Choose files', lockedExport(passphrase));
    const field = page.getByLabel('Passphrase of aegis-backup.json');
    await expect(field).toBeFocused();
    await page.keyboard.type('the one of something else');
    await page.keyboard.press('Enter');
    await expect(page.getByText('That passphrase does not open it.')).toBeVisible();
    await cleanPicture(page, 'import-passphrase');
    await expect(field).toBeFocused();
    await retype(page, 'Passphrase of aegis-backup.json', passphrase);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('row', { name: 'Forge (ada@example.org). New' })).toBeVisible();
    await pressKey(page, 'Bring in 1');
    await expect(page.getByRole('main').getByText('1 entry added.')).toBeVisible();
  });

  await test.step('the set says how many of its QR codes are read', async () => {
    const [one, other] = migrationSet();
    await computer.showCodes(one);
    await pressKey(page, 'Import more');
    await pressKey(page, 'Scan the screen');
    await expect(page.getByText('1 of 2 QR codes read')).toBeVisible();
    await cleanPicture(page, 'import-set');
    await computer.showCodes(other);
    await pressKey(page, 'Scan the next one');
    await expect(page.getByRole('row', { name: 'Museum (ada@example.org). New' })).toBeVisible();
    await expect(page.getByText('QR codes read')).toBeHidden();
    await pressKey(page, 'Bring in 2');
    await expect(page.getByRole('main').getByText('2 entries added.')).toBeVisible();
    await pressKey(page, 'Go to the list');
  });

  const kept = {
    Mail: keys.newMail,
    Forum: keys.forum,
    Forge: keys.forge,
    Harbour: keys.harbour,
    Museum: keys.museum,
  };
  for (const [name, secret] of Object.entries(kept)) {
    await expectCodeOfNow(() => shownCode(page, name), { secret });
  }
  await computer.quitLatchkey();
  const recorded = await computer.recorded();
  expect(recorded.filter(({ name }) => name.startsWith('frame')).length).toBeGreaterThan(10);
  for (const { name, bytes } of recorded) {
    for (const spelling of Object.values(keys).flatMap(spellings)) {
      expect(bytes.includes(spelling), `a key stands in ${name}`).toBe(false);
    }
  }
});

test('in Dutch, a plain file, an encrypted one and a set of QR codes come in together, and go again', async ({
  computer,
}) => {
  const page = await computer.openLatchkey({ locale: 'nl-NL' });
  await page.getByRole('button', { name: 'Verder', exact: true }).click();
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  // The first run has a button of the same name.
  await page.getByRole('button', { name: 'Scan het scherm' }).waitFor();
  await page.getByRole('button', { name: 'Importeer uit een andere app' }).click();
  await cleanPicture(page, 'import-nl');
  const list = [
    otpauth('Bank', 'ada@example.org', keys.bank),
    otpauth('Mail', 'ada@example.org', keys.oldMail),
  ];
  const buffer = Buffer.from(list.join('\n'));
  await chooseFiles(page, 'Kies bestanden', { name: 'lijst.txt', mimeType: 'text/plain', buffer });
  await page.getByRole('button', { name: 'Neem 2 over' }).click();
  await page.getByRole('button', { name: 'Importeer meer' }).click();

  const [one, other] = migrationSet();
  await computer.showCodes(one);
  await page.getByRole('button', { name: 'Scan het scherm' }).click();
  await expect(page.getByText('1 van 2 QR-codes gelezen')).toBeVisible();
  await chooseFiles(page, 'Kies bestanden', plainExport(), lockedExport(passphrase));
  const field = page.getByLabel('Wachtzin van aegis-backup.json');
  await field.fill('die van iets anders');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Die wachtzin opent het niet.')).toBeVisible();
  await cleanPicture(page, 'import-sources-nl');
  await field.fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: 'Forge (ada@example.org). Nieuw' })).toBeVisible();
  await expect(page.getByText('1 van 2 QR-codes gelezen')).toBeVisible();
  await computer.showCodes(other);
  await page.getByRole('button', { name: 'Scan de volgende' }).click();
  await expect(page.getByText('QR-codes gelezen')).toBeHidden();
  await page.getByText('Verbeter de vermeldingen die er staan').click();
  await page.getByText('Bewaar allebei').last().click();
  await cleanPicture(page, 'import-answered-nl');
  await page.getByRole('button', { name: 'Neem 7 over' }).click();
  await expect(
    page
      .getByRole('main')
      .getByText('5 vermeldingen toegevoegd, 1 verbeterd en 1 apart bewaard', { exact: false }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Zet terug' }).click();
  await expect(page.getByRole('main').getByText('Teruggedraaid. Alles is zoals het was.')).toBeVisible();
  await page.getByRole('button', { name: 'Naar de lijst' }).click();
  await expect(page.getByRole('row')).toHaveCount(2);
  await expectCodeOfNow(() => shownCode(page, 'Bank'), { secret: keys.bank });
});

/** Opens the system's dialog with the keyboard, and chooses these files in it. */
async function chooseFiles(
  page: Page,
  button: string,
  ...files: ReturnType<typeof plainExport>[]
): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await pressKey(page, button);
  await (await chooser).setFiles(files);
}
