import jsQR from 'jsqr';
import sharp from 'sharp';
import type { Page } from '@playwright/test';
import type { VaultState } from '../../src/contract/vault.ts';
import { violationsInBoth } from './axe.ts';
import { openState } from './fake-application.ts';
import type { FakeApplication } from './fake-application.ts';
import { kitCode, kitPage } from './made-up-safekeeping.ts';
import { expect, test } from './open.ts';
import { sampleEntries } from './sample.ts';
import { openSection } from './settings.ts';

const entries = sampleEntries();
const withoutKit = { entries, vault: { ...openState, kit: null } };
const locked: Extract<VaultState, { state: 'locked' }> = {
  state: 'locked',
  unlockMethods: { keychain: false, passphrase: true, recovery: true },
  mode: 'passphrase',
  cause: 'person',
};
const keyMissing: Extract<VaultState, { state: 'keyMissing' }> = {
  state: 'keyMissing',
  outcome: 'absent',
  backend: 'Secret Service',
  keptBy: null,
  unlockMethods: { keychain: true, passphrase: false, recovery: true },
  mode: 'session',
  path: '/home/ada/.config/latchkey/vault.latchkey',
};

test('the kit is offered after the first entries, can wait, and comes back until there is one', async ({
  open,
}) => {
  const { page, application } = await open({ vault: withoutKit.vault });
  await expect(page.getByRole('heading', { name: 'No codes yet' })).toBeVisible();
  await expect(page.getByText('Make a recovery kit')).toBeHidden();
  application.setEntries(entries);
  await expect(page.getByText('Make a recovery kit')).toBeVisible();
  await page.getByRole('button', { name: 'Got it' }).click();
  await expect(page.getByText('Make a recovery kit')).toBeHidden();

  await page.reload();
  await expect(page.getByRole('row').first()).toBeVisible();
  await expect(page.getByText('Make a recovery kit')).toBeHidden();
  await page.evaluate(() =>
    localStorage.setItem('latchkey.kitReminderLater', String(Date.now() - 4 * 86_400_000)),
  );
  await page.reload();
  await expect(page.getByText('Make a recovery kit')).toBeVisible();
});

test('a kit from nothing to checked, by keyboard alone; a mistake is pointed at by its group', async ({
  open,
}) => {
  const { page } = await open(withoutKit);
  await page.getByRole('button', { name: 'Make it', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Make a recovery kit' })).toBeFocused();
  await tabTo(page, 'Make the page');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Print this page' })).toBeFocused();
  await expect(page.getByRole('list', { name: 'Recovery code' }).getByRole('listitem')).toHaveCount(8);
  await tabTo(page, 'I have it on paper');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Group 2')).toBeFocused();
  await expectNoCode(page);

  for (const group of ['Q9XDA', 'C8VZ1', 'YEA3S']) {
    await page.keyboard.type(group.toLowerCase());
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByText('Look at group 5 again.')).toBeVisible();
  await expect(page.getByLabel('Group 5')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Group 7')).not.toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Group 5').fill('C8VZE');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Ready for the day you need it')).toBeVisible();
  await expectNoCode(page);
});

test('the printed page is one sheet with the code, its QR code, and nothing else of the window', async ({
  open,
}) => {
  const { page } = await open(withoutKit);
  await page.getByRole('button', { name: 'Make it', exact: true }).click();
  await page.getByRole('button', { name: 'Make the page' }).click();
  await expect(page.getByRole('article')).toBeVisible();
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

  await page.setViewportSize({ width: 794, height: 1123 });
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print…' })).toBeHidden();
  for (const group of kitPage.groups) await expect(page.getByText(group, { exact: true })).toBeInViewport();
  await expect(page.getByText(kitPage.vaultName)).toBeInViewport();
  await expect(page.getByText('Kept at')).toBeInViewport();
  const picture = sharp(await page.screenshot()).ensureAlpha();
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  expect(jsQR.default(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(kitPage.qrText);
});

test('no recovery code is left in the document, or in storage, once its page is left', async ({ open }) => {
  const { page } = await open(withoutKit);
  await page.getByRole('button', { name: 'Make it', exact: true }).click();
  await page.getByRole('button', { name: 'Make the page' }).click();
  await expect(page.getByText('Q9XDA', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the codes' }).click();
  await expect(page.getByRole('row').first()).toBeVisible();
  await expectNoCode(page);
  await openSection(page, 'recovery');
  await expect(page.getByText('Made, but not checked yet')).toBeVisible();
  await expectNoCode(page);
});

test('where the application has forgotten the code, the whole of it is checked', async ({ open }) => {
  const { page } = await open({
    ...withoutKit,
    failures: new Map([['recovery.check', { code: 'KIT_NOT_PENDING' }]]),
  });
  await page.getByRole('button', { name: 'Make it', exact: true }).click();
  await page.getByRole('button', { name: 'Make the page' }).click();
  await page.getByRole('button', { name: 'I have it on paper' }).click();
  for (const ask of kitPage.asks) await page.getByLabel(`Group ${ask}`).fill('AAAAA');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Type the whole code' }).click();
  await page.getByLabel('Recovery code').fill(kitCode);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Ready for the day you need it')).toBeVisible();
});

test('a kit that replaces one asks for the passphrase, and says what the old page is still for', async ({
  open,
}) => {
  const { page, application } = await open({ entries });
  await openSection(page, 'recovery');
  await page.getByRole('button', { name: 'Make a new one…' }).click();
  await expect(page.getByText('Backups made with it still need it.')).toBeVisible();
  await page.keyboard.type('not this one');
  await page.keyboard.press('Enter');
  await expect(page.getByText('That is not the passphrase.')).toBeVisible();
  await page.getByLabel('Present passphrase').fill('correct horse battery');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Print this page' })).toBeVisible();
  expect(application.script.calls.at(-1)?.input).toEqual({ passphrase: 'correct horse battery' });
});

test('a typed code is put into groups; a typing mistake is selected in it, and said', async ({ open }) => {
  const { page } = await open({ vault: locked });
  await page.getByRole('button', { name: 'Use the recovery kit' }).click();
  const field = page.getByLabel('Recovery code');
  await expect(field).toBeFocused();
  await page.keyboard.type(kitPage.groups.join('').toLowerCase().replace('hw5ra', 'hw5rb'));
  await expect(field).toHaveValue(kitCode.replace('HW5RA', 'HW5RB'));
  await expect(page.getByText('40 of 40 characters.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Look at group 4 again')).toBeVisible();
  expect(await selectionOf(page)).toBe('HW5RB');

  await field.fill(kitCode.slice(0, 30));
  await page.keyboard.press('Enter');
  await expect(page.getByText('It has 40 characters in eight groups; 25 were filled in.')).toBeVisible();
});

test('the kit opens a locked vault; then a new passphrase opens it from there', async ({ open }) => {
  const { page, application } = await open({ entries, vault: locked });
  await page.getByRole('button', { name: 'Use the recovery kit' }).click();
  await page.getByLabel('Recovery code').fill(kitPage.qrText);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your vault is open again' })).toBeFocused();
  await expectNoCode(page);
  await page.getByText('With a passphrase', { exact: true }).click();
  await expect(page.getByLabel('Present passphrase')).toBeHidden();
  await page.getByLabel('New passphrase').fill('a fresh set of words');
  await page.getByLabel('The same again').fill('a fresh set of words');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row').first()).toBeVisible();
  expect(application.script.calls.find(({ path }) => path === 'vault.setUnlockMethods')?.input).toEqual({
    mode: 'passphrase',
    passphrase: 'a fresh set of words',
  });
});

test('a kit whose QR code is on the screen opens a locked vault; what else is there is said', async ({
  open,
}) => {
  const { page, application } = await open({ entries, vault: locked });
  await page.getByRole('button', { name: 'Use the recovery kit' }).click();
  await tabTo(page, 'Scan the screen');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No recovery kit was found')).toBeVisible();
  application.script.kitInSight = 'LATCHKEY-KIT:1:ANOTHER';
  await page.keyboard.press('Enter');
  await expect(page.getByText('This code does not open this vault')).toBeVisible();
  // A scan says nothing of what was typed.
  await expect(page.getByLabel('Recovery code')).not.toHaveAttribute('aria-invalid', 'true');
  application.script.kitInSight = kitPage.qrText;
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your vault is open again' })).toBeFocused();
  const screen = { code: { from: 'screen' } };
  expect(inputsOf(application, 'recovery.open')).toEqual([screen, screen, screen]);
  await expectNoCode(page);
});

test('a picture of the kit is chosen, dropped or pasted, with all its pixels', async ({ open }) => {
  const { page, application } = await open({ entries, vault: locked });
  const image = await sharp({ create: { width: 3, height: 2, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  await page.getByRole('button', { name: 'Use the recovery kit' }).click();
  const choose = async (buffer: Buffer) => {
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open a picture…' }).click();
    await (await choosing).setFiles({ name: 'kit.png', mimeType: 'image/png', buffer });
  };
  await choose(image);
  await expect(page.getByText('No recovery kit was found')).toBeVisible();
  await choose(Buffer.from('no image'));
  await expect(page.getByText('This is not an image that can be read')).toBeVisible();

  await giveImage(page, 'drop', image);
  await expect(page.getByText('No recovery kit was found')).toBeVisible();
  application.script.kitInSight = kitPage.qrText;
  await giveImage(page, 'paste', image);
  await expect(page.getByRole('heading', { name: 'Your vault is open again' })).toBeVisible();
  const code = { from: 'picture', width: 3, height: 2, pixels: expect.any(Blob) };
  expect(inputsOf(application, 'recovery.open')).toEqual([{ code }, { code }, { code }]);
});

test('in the open vault a pasted picture checks the kit, and is not taken for a code to add', async ({
  open,
}) => {
  const { page, application } = await open({ entries, kitInSight: kitPage.qrText });
  await openSection(page, 'recovery');
  await page.getByRole('button', { name: /^Check it/ }).click();
  const image = await sharp({ create: { width: 3, height: 2, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  await giveImage(page, 'paste', image);
  await expect(page.getByText('The page is right. Put it in a safe place.').first()).toBeVisible();
  expect(inputsOf(application, 'scan.picture')).toEqual([]);
});

test('the kit opens a vault whose key is missing; the choice of new ways can wait', async ({ open }) => {
  const { page } = await open({ entries, vault: keyMissing });
  await page.getByRole('button', { name: 'Use the recovery kit' }).click();
  await page.getByLabel('Recovery code').fill(kitCode);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Not now: show my codes' }).click();
  await expect(page.getByRole('row').first()).toBeVisible();
});

test('a keychain that was changed is said, with the one that had the key', async ({ open }) => {
  const { page } = await open({ vault: { ...keyMissing, keptBy: 'KWallet' } });
  await expect(page.getByRole('heading', { name: 'The key to your vault is not there' })).toBeFocused();
  await expect(
    page.getByText('The key was given to KWallet, but now another keychain answers'),
  ).toBeVisible();
  await expect(page.getByText('Start KWallet again')).toBeVisible();
});

test('in mode both, a missing keychain half is said, and the passphrase is not offered in vain', async ({
  open,
}) => {
  const { page } = await open({ vault: { ...keyMissing, mode: 'both', outcome: 'locked' } });
  await expect(page.getByText('The passphrase alone is not enough')).toBeVisible();
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Restore a backup' }).click();
  await expect(page.getByText('set this one aside (below), start')).toBeVisible();
});

test('a first run with a backup at hand leads to it as soon as there is a vault', async ({ open }) => {
  const { page } = await open({
    vault: { state: 'absent', keychain: { available: true, backend: 'Secret Service' } },
  });
  await page.getByRole('button', { name: 'Restore a backup' }).click();
  await page.getByText('After the start, choose a backup').click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Choose a backup' })).toBeVisible();
});

test('axe finds nothing on: kit, page, check, locked with kit, after the kit', async ({ open }) => {
  test.slow();
  const { page, application } = await open(withoutKit);
  await page.getByRole('button', { name: 'Make it', exact: true }).click();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Make the page' }).click();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'I have it on paper' }).click();
  for (const ask of kitPage.asks) await page.getByLabel(`Group ${ask}`).fill('AAAAA');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Look at group 2 again.')).toBeVisible();
  expect(await violationsInBoth(page)).toEqual([]);
  application.setVault(locked);
  await page.getByRole('button', { name: 'Use the recovery kit' }).click();
  await page.getByLabel('Recovery code').fill('AAAA');
  await page.keyboard.press('Enter');
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByLabel('Recovery code').fill(kitCode);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your vault is open again' })).toBeVisible();
  expect(await violationsInBoth(page)).toEqual([]);
});

async function tabTo(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  for (let presses = 0; presses < 10; presses += 1) {
    await page.keyboard.press('Tab');
    if (await button.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not reach ${name}`);
}

async function selectionOf(page: Page): Promise<string> {
  return page.getByLabel('Recovery code').evaluate((field) => {
    if (!(field instanceof HTMLTextAreaElement)) return '';
    return field.value.slice(field.selectionStart, field.selectionEnd);
  });
}

/** What a procedure was called with, one call after the other. */
function inputsOf({ script }: FakeApplication, path: string): unknown[] {
  return script.calls.filter((call) => call.path === path).map(({ input }) => input);
}

/** Pastes or drops a PNG. */
async function giveImage(page: Page, how: 'paste' | 'drop', image: Buffer): Promise<void> {
  const isTaken = await page.evaluate(
    ([event, base64]) => {
      const transfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], 'kit.png', { type: 'image/png' }));
      const more = { bubbles: true, cancelable: true };
      const given =
        event === 'paste'
          ? new ClipboardEvent('paste', { ...more, clipboardData: transfer })
          : new DragEvent('drop', { ...more, dataTransfer: transfer });
      return !document.activeElement?.dispatchEvent(given);
    },
    [how, image.toString('base64')] as const,
  );
  expect(isTaken).toBe(true);
}

/** Neither a group nor the QR code's text stands anywhere in the document, its fields or the storage. */
async function expectNoCode(page: Page): Promise<void> {
  const everything = await page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll('input, textarea')].map((field) =>
        String(Reflect.get(field, 'value')),
      ),
      JSON.stringify(Object.entries(localStorage)),
      JSON.stringify(Object.entries(sessionStorage)),
    ].join('\n'),
  );
  for (const group of kitPage.groups) expect(everything).not.toContain(group);
  expect(everything).not.toContain('kit-qr');
}
