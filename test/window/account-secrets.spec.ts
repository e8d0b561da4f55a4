import { text } from 'node:stream/consumers';
import type { Page } from '@playwright/test';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { defaultPreferences } from '../../src/contract/preferences.ts';
import { press, openAccount } from './account-steps.ts';
import { settled } from './axe.ts';
import { recoveryCodes, setUpAddress } from './fake-account.ts';
import { previewOf } from './made-up.ts';
import { enrolling, signedIn, viewOf } from './made-up-account.ts';
import { expect, test } from './open.ts';

const pending = {
  methodId: '11111111-1111-4111-8111-111111111111',
  kind: 'totp',
  destination: 'Authenticator app',
  entryId: null,
  replaces: null,
} as const;
const setUp = viewOf({ account: enrolling({ pending }) });
const key = 'GEZD GNBV GY3T QOJQ';

for (const theme of ['light', 'dark'] as const) {
  test(`a phone reads the QR code off the screen in the ${theme} theme`, async ({ open }) => {
    const { page } = await open({ account: setUp, preferences: { ...defaultPreferences, theme } });
    await openAccount(page);
    const picture = page.getByRole('img', { name: 'QR code with the set-up key' });
    await expect(picture).toBeVisible();
    await settled(page);
    const { data, info } = await sharp(await page.screenshot())
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const found = jsQR.default(new Uint8ClampedArray(data), info.width, info.height);
    expect(found?.data).toBe(setUpAddress);
  });
}

test('nothing of the set-up key is left in the window after its screen', async ({ open }) => {
  const { page } = await open({ account: setUp });
  await openAccount(page);
  await press(page, 'Can’t scan? Type this key');
  await expect(page.getByText(key)).toBeVisible();
  const drawn = await page.getByRole('img', { name: 'QR code' }).locator('path').getAttribute('d');
  expect(drawn?.length).toBeGreaterThan(1_000);

  await press(page, 'Back to the codes');
  await expect(page.getByRole('img', { name: 'QR code' })).toBeHidden();
  const left = await everythingIn(page);
  expect(left).not.toContain(key);
  expect(left).not.toContain(key.replaceAll(' ', ''));
  expect(left).not.toContain(drawn);
});

test('the recovery codes are shown until they are said to be kept, and then no trace is left of them', async ({
  open,
}) => {
  const { page, application } = await open({
    account: viewOf({ account: signedIn({ recoveryCodesToKeep: true }) }),
  });
  await openAccount(page);
  await expect(page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')).toHaveText([
    ...recoveryCodes,
  ]);
  const done = page.getByRole('button', { name: 'Continue' });
  await expect(done).toBeDisabled();
  await page.getByText('I have put them in a safe place').click();
  await done.click();
  await expect(page.getByRole('heading', { name: 'Ada Lovelace' })).toBeVisible();
  const left = await everythingIn(page);
  for (const code of recoveryCodes) expect(left).not.toContain(code);
  expect(application.script.calls.map(({ path }) => path)).toContain('account.recoveryCodes.confirmSaved');
});

test('the recovery codes can be saved as a text file and copied, each with whose they are', async ({
  open,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { page } = await open({ account: viewOf({ account: signedIn({ recoveryCodesToKeep: true }) }) });
  await openAccount(page);
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Save')]);
  expect(download.suggestedFilename()).toBe('latchkey-recovery-codes.txt');
  const saved = await text(await download.createReadStream());
  await press(page, 'Copy');
  const copied = await page.evaluate(async () => navigator.clipboard.readText());
  for (const kept of [saved, copied]) {
    expect(kept).toContain('Recovery codes for ada@example.org at Analytical Engines');
    for (const code of recoveryCodes) expect(kept).toContain(code);
  }
});

test('on paper there are the codes and whose they are, and nothing else', async ({ open }) => {
  const { page } = await open({ account: viewOf({ account: signedIn({ recoveryCodesToKeep: true }) }) });
  await openAccount(page);
  await expect(page.getByRole('list', { name: 'Recovery codes' })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Recovery codes for ada@example.org')).toBeVisible();
  await expect(page.getByRole('listitem').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Keep these recovery codes' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
});

test('a scan of the screen hands in what it found, and another site’s QR code beside it does no harm', async ({
  open,
}) => {
  const [other, ours] = [previewOf(), previewOf({ issuer: 'Analytical Engines' })];
  const { page, application } = await open({
    account: setUp,
    scan: [
      { type: 'found', previews: [other, ours] },
      { type: 'done', found: 2, others: 0, elapsedMs: 80 },
    ],
  });
  application.script.failures.set('account.methods.useThisVault', { code: 'OTHER_CODE' });
  await openAccount(page);
  await press(page, 'Scan the screen');
  await expect(page.getByRole('heading', { name: 'Keep these recovery codes' })).toBeVisible();
  const handedIn = application.script.calls.filter(({ path }) => path === 'account.methods.useThisVault');
  expect(handedIn.map(({ input }) => input)).toEqual([
    { previewId: other.previewId, issuer: 'Analytical Engines' },
    { previewId: ours.previewId, issuer: 'Analytical Engines' },
  ]);
  await expect.poll(() => application.script.calls.map(({ path }) => path)).toContain('previews.discard');
});

test('a scan that finds nothing says what to do, and the QR code stays', async ({ open }) => {
  const { page } = await open({
    account: setUp,
    scan: [{ type: 'done', found: 0, others: 0, elapsedMs: 80 }],
  });
  await openAccount(page);
  await press(page, 'Scan the screen');
  await expect(page.getByText('No QR code was found.')).toBeVisible();
  await expect(page.getByRole('img', { name: 'QR code' })).toBeVisible();
});

/** All of the document, what is typed in fields included. */
async function everythingIn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const typed = [...document.querySelectorAll('input, textarea')].map((field) =>
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '',
    );
    return [document.documentElement.outerHTML, ...typed, ...Object.values(localStorage)].join('\n');
  });
}
