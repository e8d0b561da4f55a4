import jsQR from 'jsqr';
import sharp from 'sharp';
import type { Page } from '@playwright/test';
import { violationsInBoth } from './axe.ts';
import { codeQrText } from '../../src/core/vault/recovery-code.ts';
import { parseLayout } from '../../src/core/vault/layout.ts';
import { randomBytes, randomUUID } from 'node:crypto';
import { locked, noKit, passphrase, type Latchkey, type World } from './rig/worlds.ts';
import { expect, test } from './latchkey.ts';
import { sampleEntries } from './rig/sample.ts';
import { openSection } from './settings.ts';

const entries = sampleEntries();
const withoutKit: World = { entries, ...noKit };
const keyMissing: World = { entries, hasPassphrase: false, found: ({ keychain }) => keychain.items.clear() };

/** The groups of the page that is shown. */
async function groupsOn(page: Page): Promise<string[]> {
  const items = page.getByRole('list', { name: 'Kit code' }).getByRole('listitem');
  await expect(items).toHaveCount(8);
  // Each has its number above it.
  return (await items.allInnerTexts()).map((text) => text.split('\n').at(-1) ?? '');
}

/** The numbers of the groups that are asked for. */
async function asked(page: Page): Promise<number[]> {
  await page
    .getByLabel(/^Group \d$/)
    .first()
    .waitFor();
  const labels = await page.locator('label').allInnerTexts();
  return labels.flatMap((label) => /^Group (\d)$/.exec(label)?.[1] ?? []).map(Number);
}

/** A group as somebody mistypes it: its last character, which checks the others, is the next one. */
function mistyped(group: string): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const last = alphabet.indexOf(group.at(-1) ?? '');
  return group.slice(0, -1) + (alphabet[(last + 1) % alphabet.length] ?? '');
}

function kitOf({ kit }: Latchkey) {
  if (kit === null) throw new Error('the vault has no kit');
  return { ...kit, code: kit.groups.join('-') };
}

test('the kit is offered after the first entries, can wait, and comes back until there is one', async ({
  open,
}) => {
  const { page, latchkey } = await open(noKit);
  await expect(page.getByRole('heading', { name: 'No codes yet' })).toBeVisible();
  await expect(page.getByText('Make a recovery kit')).toBeHidden();
  latchkey.edit(() => ({ entries }));
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
  const groups = await groupsOn(page);
  await tabTo(page, 'I have it on paper');
  await page.keyboard.press('Enter');
  const asks = await asked(page);
  const [right, wrong] = asks;
  if (right === undefined || wrong === undefined) throw new Error('two groups are asked for');
  await expect(page.getByLabel(`Group ${right}`)).toBeFocused();
  await expectNoCode(page, groups);

  for (const ask of asks) {
    const group = groups[ask - 1] ?? '';
    await page.keyboard.type((ask === wrong ? mistyped(group) : group).toLowerCase());
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Look at group ${wrong} again.`)).toBeVisible();
  await expect(page.getByLabel(`Group ${wrong}`)).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel(`Group ${right}`)).not.toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel(`Group ${wrong}`).fill(groups[wrong - 1] ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Ready for the day you need it')).toBeVisible();
  await expectNoCode(page, groups);
});

test('the printed page is one sheet with the code, its QR code, and nothing else of the window', async ({
  open,
}) => {
  const { page, latchkey } = await open(withoutKit);
  await page.getByRole('button', { name: 'Make it', exact: true }).click();
  await page.getByRole('button', { name: 'Make the page' }).click();
  await expect(page.getByRole('article')).toBeVisible();
  const groups = await groupsOn(page);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

  await page.setViewportSize({ width: 794, height: 1123 });
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print…' })).toBeHidden();
  for (const group of groups) await expect(page.getByText(group, { exact: true })).toBeInViewport();
  const { vaultId } = parseLayout(latchkey.vaultStore.bytes() ?? new Uint8Array()).header;
  await expect(page.getByText(vaultId.slice(0, 8))).toBeInViewport();
  await expect(page.getByText('Kept at')).toBeInViewport();
  const picture = sharp(await page.screenshot()).ensureAlpha();
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  const seen = jsQR.default(new Uint8ClampedArray(data), info.width, info.height)?.data ?? '';
  expect(seen).toContain(groups.join(''));
  // The application takes it as the code of this vault.
  await latchkey.client.recovery.verify({ code: { from: 'text', text: seen } });
});

test('no recovery code is left in the document, or in storage, once its page is left', async ({ open }) => {
  const { page } = await open(withoutKit);
  await page.getByRole('button', { name: 'Make it', exact: true }).click();
  await page.getByRole('button', { name: 'Make the page' }).click();
  const groups = await groupsOn(page);
  await page.getByRole('button', { name: 'Back to the codes' }).click();
  await expect(page.getByRole('row').first()).toBeVisible();
  await expectNoCode(page, groups);
  await openSection(page, 'recovery');
  await expect(page.getByText('Made, but not checked yet')).toBeVisible();
  await expectNoCode(page, groups);
});

test('where the application has forgotten the code, the whole of it is checked', async ({ open }) => {
  const { page, latchkey } = await open(withoutKit);
  await page.getByRole('button', { name: 'Make it', exact: true }).click();
  await page.getByRole('button', { name: 'Make the page' }).click();
  const code = (await groupsOn(page)).join('-');
  await page.getByRole('button', { name: 'I have it on paper' }).click();
  for (const ask of await asked(page)) await page.getByLabel(`Group ${ask}`).fill('AAAAA');
  // It was checked as a whole meanwhile: the application forgets the code then.
  await latchkey.client.recovery.verify({ code: { from: 'text', text: code } });
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Type the whole code' }).click();
  await page.getByLabel('Kit code').fill(code);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Ready for the day you need it')).toBeVisible();
});

test('a kit that replaces one asks for the passphrase, and says what the old page is still for', async ({
  open,
}) => {
  const { page, latchkey } = await open({ entries });
  await openSection(page, 'recovery');
  await page.getByRole('button', { name: 'Make a new one…' }).click();
  await expect(page.getByText('Backups made with it still need it.')).toBeVisible();
  await page.keyboard.type('not this one');
  await page.keyboard.press('Enter');
  await expect(page.getByText('That is not the passphrase.')).toBeVisible();
  await page.getByLabel('Current passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Print this page' })).toBeVisible();
  expect(latchkey.inputsOf('recovery.make').at(-1)).toEqual({ passphrase });
});

test('a typed code is put into groups; a typing mistake is selected in it, and said', async ({ open }) => {
  const { page, latchkey } = await open(locked);
  const { groups, code } = kitOf(latchkey);
  const typed = groups.map((group, at) => (at === 3 ? mistyped(group) : group));
  await page.getByRole('button', { name: 'Use the recovery kit' }).click();
  const field = page.getByLabel('Kit code');
  await expect(field).toBeFocused();
  await page.keyboard.type(typed.join('').toLowerCase());
  await expect(field).toHaveValue(typed.join('-'));
  await expect(page.getByText('40 of 40 characters.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Look at group 4 again')).toBeVisible();
  expect(await selectionOf(page)).toBe(typed[3]);

  await field.fill(code.slice(0, 30));
  await page.keyboard.press('Enter');
  await expect(page.getByText('It has 40 characters in eight groups; 25 were entered.')).toBeVisible();
});

test('the kit opens a locked vault; then a new passphrase opens it from there', async ({ open }) => {
  const { page, latchkey } = await open({ entries, ...locked });
  await page.getByRole('button', { name: 'Use the recovery kit' }).click();
  await page.getByLabel('Kit code').fill(kitOf(latchkey).qrText);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your vault is open again' })).toBeFocused();
  await expectNoCode(page, kitOf(latchkey).groups);
  await page.getByText('With a passphrase', { exact: true }).click();
  await expect(page.getByLabel('Current passphrase')).toBeHidden();
  await page.getByLabel('New passphrase').fill('a fresh set of words');
  await page.getByLabel('Repeat it').fill('a fresh set of words');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row').first()).toBeVisible();
  expect(latchkey.inputsOf('vault.setUnlockMethods')).toEqual([
    { mode: 'passphrase', passphrase: 'a fresh set of words' },
  ]);
});

test('a kit whose QR code is on the screen opens a locked vault; what else is there is said', async ({
  open,
}) => {
  const { page, latchkey } = await open({ entries, ...locked });
  await page.getByRole('button', { name: 'Use the recovery kit' }).click();
  await tabTo(page, 'Scan the screen');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No recovery kit was found')).toBeVisible();
  latchkey.decoder.sees = [[codeQrText(randomBytes(20), randomUUID())]];
  await page.keyboard.press('Enter');
  await expect(page.getByText('This code does not open this vault')).toBeVisible();
  // A scan says nothing of what was typed.
  await expect(page.getByLabel('Kit code')).not.toHaveAttribute('aria-invalid', 'true');
  latchkey.decoder.sees = [[kitOf(latchkey).qrText]];
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your vault is open again' })).toBeFocused();
  const screen = { code: { from: 'screen' } };
  expect(latchkey.inputsOf('recovery.open')).toEqual([screen, screen, screen]);
  await expectNoCode(page, kitOf(latchkey).groups);
});

test('a scan for the kit can be stopped in the middle, and another one begun', async ({ open }) => {
  const { page, latchkey } = await open({ entries, ...locked, sees: ['searching'] });
  await page.getByRole('button', { name: 'Use the recovery kit' }).click();
  await page.getByRole('button', { name: 'Scan the screen' }).click();
  await expect.poll(() => latchkey.decoder.pictures.length).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('The scan was stopped. Nothing was opened or changed.')).toBeVisible();
  await expect.poll(() => latchkey.decoder.ended).toBe(1);
  await expect(page.getByRole('button', { name: 'Scan the screen' })).toBeFocused();
  latchkey.decoder.sees = [[kitOf(latchkey).qrText]];
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your vault is open again' })).toBeVisible();
});

test('a picture of the kit is chosen, dropped or pasted, with all its pixels', async ({ open }) => {
  const { page, latchkey } = await open({ entries, ...locked });
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
  latchkey.decoder.sees = [[kitOf(latchkey).qrText]];
  await giveImage(page, 'paste', image);
  await expect(page.getByRole('heading', { name: 'Your vault is open again' })).toBeVisible();
  const code = { from: 'picture', width: 3, height: 2, pixels: expect.any(Blob) };
  expect(latchkey.inputsOf('recovery.open')).toEqual([{ code }, { code }, { code }]);
  expect(latchkey.decoder.pictures).toHaveLength(3);
});

test('in the open vault a pasted picture checks the kit, and is not taken for a code to add', async ({
  open,
}) => {
  const { page, latchkey } = await open({ entries });
  latchkey.decoder.sees = [[kitOf(latchkey).qrText]];
  await openSection(page, 'recovery');
  await page.getByRole('button', { name: /^Check it/ }).click();
  const image = await sharp({ create: { width: 3, height: 2, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  await giveImage(page, 'paste', image);
  await expect(page.getByText('The page is right. Put it in a safe place.').first()).toBeVisible();
  expect(latchkey.inputsOf('scan.picture')).toEqual([]);
});

test('the kit opens a vault whose key is missing; the choice of new ways can wait', async ({ open }) => {
  const { page, latchkey } = await open(keyMissing);
  await page.getByRole('button', { name: 'Use the recovery kit' }).click();
  await page.getByLabel('Kit code').fill(kitOf(latchkey).code);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Not now: show my codes' }).click();
  await expect(page.getByRole('row').first()).toBeVisible();
});

test('a keychain that was changed is said, with the one that had the key', async ({ open }) => {
  const { page } = await open({
    backend: 'KWallet',
    found: ({ keychain }) => {
      keychain.backend = 'Secret Service';
      keychain.items.clear();
    },
  });
  await expect(page.getByRole('heading', { name: 'The key to your vault is not there' })).toBeFocused();
  await expect(
    page.getByText('The key was given to KWallet, but now another keychain answers'),
  ).toBeVisible();
  await expect(page.getByText('Start KWallet again')).toBeVisible();
});

test('in mode both, a missing keychain half is said, and the passphrase is not offered in vain', async ({
  open,
}) => {
  const { page } = await open({
    past: ({ client }) => client.vault.setUnlockMethods({ mode: 'both', current: passphrase }),
    found: ({ keychain }) => {
      keychain.refusal = { outcome: 'locked' };
    },
  });
  await expect(page.getByText('The passphrase alone is not enough')).toBeVisible();
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Restore a backup' }).click();
  await expect(page.getByText('set this one aside (below), start')).toBeVisible();
});

test('a first run with a backup at hand leads to it as soon as there is a vault', async ({ open }) => {
  const { page } = await open({ hasVault: false });
  await page.getByRole('button', { name: 'Restore a backup' }).click();
  await page.getByText('After the start, choose a backup').click();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Choose a backup' })).toBeVisible();
});

test('axe finds nothing on: kit, page, check, locked with kit, after the kit', async ({ open }) => {
  test.slow();
  const { page, latchkey } = await open(withoutKit);
  await page.getByRole('button', { name: 'Make it', exact: true }).click();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Make the page' }).click();
  expect(await violationsInBoth(page)).toEqual([]);
  const code = (await groupsOn(page)).join('-');
  await page.getByRole('button', { name: 'I have it on paper' }).click();
  for (const ask of await asked(page)) await page.getByLabel(`Group ${ask}`).fill('AAAAA');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Look at group \d again\./)).toBeVisible();
  expect(await violationsInBoth(page)).toEqual([]);
  await latchkey.client.vault.lock();
  await page.getByRole('button', { name: 'Use the recovery kit' }).click();
  await page.getByLabel('Kit code').fill('AAAA');
  await page.keyboard.press('Enter');
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByLabel('Kit code').fill(code);
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
  return page.getByLabel('Kit code').evaluate((field) => {
    if (!(field instanceof HTMLTextAreaElement)) return '';
    return field.value.slice(field.selectionStart, field.selectionEnd);
  });
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
async function expectNoCode(page: Page, groups: string[]): Promise<void> {
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
  for (const group of groups) expect(everything).not.toContain(group);
  expect(everything).not.toContain('kit-qr');
}
