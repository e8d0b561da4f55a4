import { z } from 'zod';
import { addressOf, entryOf } from './rig/entries.ts';
import { expect, test } from './latchkey.ts';

test('the first found code is shown while the scan goes on, can be stopped, and is kept', async ({
  open,
}) => {
  const { page, latchkey } = await open({
    sees: [[addressOf(entryOf())], { done: 0.4, remainingMs: 3_000 }, 'searching'],
  });
  await page.getByRole('button', { name: 'Scan the screen' }).click();
  await expect(page.getByRole('heading', { name: 'Keep this one?' })).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '40');
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('progressbar')).toBeHidden();
  await expect(page.getByText('The scan was stopped. There may be more codes.')).toBeVisible();

  await page.getByRole('textbox', { name: 'Account' }).fill('ada@work.example');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Added' })).toBeVisible();
  await expect(page.getByText('Type this code at the site to finish')).toBeVisible();
  await expect(page.getByText('Keep the recovery codes')).toBeVisible();
  expect(await latchkey.entries()).toMatchObject([{ issuer: 'GitHub', account: 'ada@work.example' }]);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('row', { name: 'GitHub (ada@work.example)' })).toBeFocused();
});

test('a scan can be stopped in the middle; it says so, and the reading ends', async ({ open }) => {
  const { page, latchkey } = await open({ sees: [{ done: 0.4, remainingMs: 3_000 }, 'searching'] });
  await page.getByRole('button', { name: 'Scan the screen' }).click();
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '40');
  expect(latchkey.decoder.ended).toBe(0);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('heading', { name: 'The scan was stopped' })).toBeVisible();
  await expect(page.getByText('Nothing was kept.')).toBeVisible();
  await expect.poll(() => latchkey.decoder.ended).toBe(1);
  await expect(page.getByRole('button', { name: 'Scan again' })).toBeFocused();
});

test('a scan that finds nothing says so, what to try, and that nothing was kept', async ({ open }) => {
  const { page } = await open();
  await page.getByRole('button', { name: 'Scan the screen' }).click();
  await expect(page.getByRole('heading', { name: 'No QR code found' })).toBeVisible();
  await expect(page.getByText('Nothing was kept.')).toBeVisible();
  await expect(page.getByText('Enlarge the page')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Scan again' })).toBeFocused();
});

test('a QR code for something else, and one that is refused, are said to be that', async ({ open }) => {
  const { page, latchkey } = await open({ sees: [['https://example.org', 'tel:+31201234567']] });
  await page.getByRole('button', { name: 'Scan the screen' }).click();
  await expect(page.getByText('2 QR codes were found, but none is for one-time codes.')).toBeVisible();
  latchkey.decoder.sees = [['otpauth-migration://offline?data=CjEKCkhlbGxvId6tvu8SGFRlc3Q%3D']];
  await page.getByRole('button', { name: 'Scan again' }).click();
  await expect(page.getByText('It is an export of Google Authenticator.')).toBeVisible();
});

test('the very same is shown where it is, and nothing is added', async ({ open }) => {
  const here = entryOf({ issuer: 'Dropbox' });
  const { page, latchkey } = await open({
    entries: [entryOf(), here],
    sees: [[addressOf(here)]],
  });
  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByRole('button', { name: 'Scan the screen' }).click();
  await expect(page.getByRole('heading', { name: 'Already here' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Keep' })).toBeHidden();
  await page.getByRole('button', { name: 'Show it' }).click();
  await expect(page.getByRole('row', { name: 'Dropbox (ada@example.org)' })).toBeFocused();
  expect(latchkey.paths()).not.toContain('previews.accept');
  expect(await latchkey.entries()).toHaveLength(2);
});

test('the same name asks first: replace or keep both; another name settles it', async ({ open }) => {
  const { page, latchkey } = await open({ entries: [entryOf()], sees: [[addressOf(entryOf())]] });
  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByRole('button', { name: 'Scan the screen' }).click();
  await expect(page.getByText('There is another GitHub (ada@example.org)')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Keep', exact: true })).toBeDisabled();
  await page.getByRole('textbox', { name: 'Account' }).fill('ada at work');
  await expect(page.getByRole('button', { name: 'Keep', exact: true })).toBeEnabled();
  await page.getByRole('textbox', { name: 'Account' }).fill('ada@example.org');
  await page.getByText('Replace the old one').click();
  await page.getByRole('button', { name: 'Replace', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Added' })).toBeVisible();
  expect(latchkey.inputsOf('previews.accept')).toMatchObject([{ onSameName: 'replace' }]);
  expect(await latchkey.entries()).toMatchObject([{ account: 'ada@example.org', former: 1 }]);
});

test('the same secret with other settings asks: the difference is shown, and both ways are there', async ({
  open,
}) => {
  const here = entryOf({ issuer: 'Dropbox' });
  const { secret } = here.parameters;
  const other = entryOf({ issuer: 'Dropbox', algorithm: 'SHA256', digits: 8, secret });
  const { page, latchkey } = await open({
    entries: [here],
    sees: [[addressOf(other)]],
  });
  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByRole('button', { name: 'Scan the screen' }).click();
  const question = page.getByRole('dialog').getByText('This key is here already, as Dropbox');
  await expect(question).toBeVisible();
  const sides = page.getByRole('definition');
  await expect(sides.nth(0)).toContainText('6 digits · new every 30 seconds');
  await expect(sides.nth(1)).toContainText('8 digits · new every 30 seconds · SHA-256');
  await expect(page.getByRole('button', { name: 'Keep', exact: true })).toBeDisabled();
  await page.getByText('Keep both', { exact: true }).click();
  await expect(page.getByRole('button', { name: 'Keep', exact: true })).toBeEnabled();
  await page.getByText('Correct the entry that is here').click();
  await page.getByRole('button', { name: 'Correct', exact: true }).click();
  await expect(page.getByText('Dropbox (ada@example.org) was corrected.').last()).toBeVisible();
  expect(latchkey.inputsOf('previews.accept')).toMatchObject([{ onSameSecret: 'correct' }]);
  expect(await latchkey.entries()).toMatchObject([{ digits: 8, algorithm: 'SHA256' }]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(latchkey.entries).toMatchObject([{ digits: 6, algorithm: 'SHA1' }]);
});

test('a question that comes up only when it is kept is asked then', async ({ open }) => {
  const { page, latchkey } = await open({ sees: [[addressOf(entryOf())]] });
  await page.getByRole('button', { name: 'Scan the screen' }).click();
  await page.getByRole('textbox', { name: 'Site or service' }).fill('Elsewhere');
  // Another window was faster.
  latchkey.edit(() => ({ entries: [entryOf({ issuer: 'Elsewhere' })] }));
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByText('There is another Elsewhere (ada@example.org)')).toBeVisible();
  await page.getByText('Keep both', { exact: true }).click();
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Added' })).toBeVisible();
});

test('several codes: choose, answer the Steam question, and keep them in one go', async ({ open }) => {
  const { page, latchkey } = await open({
    sees: [['GitHub', 'Google', 'Steam'].map((issuer) => addressOf(entryOf({ issuer })))],
  });
  await page.getByRole('button', { name: 'Scan the screen' }).click();
  await expect(page.getByRole('heading', { name: '3 codes found' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Keep 3' })).toBeDisabled();
  await page.getByText('Yes, five letters and numbers').click();
  await page.getByText('Choose all').click();
  await expect(page.getByRole('button', { name: 'Keep 0' })).toBeDisabled();
  await page.getByText('Choose all').click();
  await page.getByRole('listitem').filter({ hasText: 'Google' }).locator('label').first().click();
  await page.getByRole('button', { name: 'Keep 2' }).click();
  await expect(page.getByRole('heading', { name: '2 added' })).toBeVisible();
  expect(await latchkey.entries()).toMatchObject([
    { issuer: 'GitHub', kind: 'totp' },
    { issuer: 'Steam', kind: 'steam' },
  ]);
});

test('closing the preview makes the application forget it', async ({ open }) => {
  const { page, latchkey } = await open({ sees: [[addressOf(entryOf())]] });
  await page.getByRole('button', { name: 'Scan the screen' }).click();
  await expect(page.getByRole('heading', { name: 'Keep this one?' })).toBeVisible();
  await page.keyboard.press('Escape');
  const discarded = () => latchkey.inputsOf('previews.discard');
  await expect.poll(discarded).toEqual([{ previewIds: [expect.any(String)] }]);
  const [input] = z.tuple([z.object({ previewIds: z.tuple([z.string()]) })]).parse(discarded());
  const [previewId] = input.previewIds;
  const accepted = latchkey.client.previews.accept({ previewId, issuer: 'GitHub', account: '' });
  await expect(accepted).rejects.toMatchObject({ code: 'PREVIEW_GONE' });
});

test('a typed key is kept at once; one that is wrong says which character', async ({ open }) => {
  const { page } = await open();
  await page.getByRole('button', { name: /^Type the key in/ }).click();
  await expect(page.getByLabel('Key', { exact: true })).toBeFocused();
  await page.getByLabel('Key', { exact: true }).fill('JBS!');
  await page.getByLabel('Site or service').fill('GitHub');
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByText('Character 4 of the key')).toBeVisible();
  await page.getByLabel('Key', { exact: true }).fill('JBSW Y3DP EHPK 3PXP');
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByRole('heading', { name: 'Added' })).toBeVisible();
});

test('an address pasted anywhere, the search field too, goes to the preview; other text there does not', async ({
  open,
}) => {
  const { page } = await open({ entries: [entryOf()] });
  await page.getByRole('searchbox').focus();
  await page.evaluate(pasteText, 'git');
  await expect(page.getByRole('dialog')).toBeHidden();
  const titles = await page.evaluateHandle(() => {
    const seen = new Set<string>();
    new MutationObserver(() => {
      const title = document.querySelector('[role=dialog] [slot=title]')?.textContent;
      if (title !== undefined) seen.add(title);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
    return seen;
  });
  await page.evaluate(pasteText, 'otpauth://totp/Pasted:x?secret=JBSWY3DPEHPK3PXP');
  await expect(page.getByLabel('Site or service')).toHaveValue('Pasted');
  // A screen reader says the first one and no other.
  expect(await titles.evaluate((seen) => [...seen])).toEqual(['Keep this one?']);
});

test('a pasted image goes in with all its pixels; one that is no image is refused in words', async ({
  open,
}) => {
  const { page, latchkey } = await open({ sees: [[addressOf(entryOf())]] });
  await expect(page.getByRole('button', { name: 'Scan the screen' })).toBeVisible();
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(300, 200);
    canvas.getContext('2d')?.fillRect(0, 0, 300, 200);
    const transfer = new DataTransfer();
    transfer.items.add(new File([await canvas.convertToBlob()], 'code.png', { type: 'image/png' }));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true }));
  });
  await expect(page.getByRole('heading', { name: 'Keep this one?' })).toBeVisible();
  const [picture] = latchkey.decoder.pictures;
  expect(picture).toMatchObject({ width: 300, height: 200, channels: 4 });
  expect(picture?.data).toHaveLength(300 * 200 * 4);

  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['<svg/>'], 'code.svg', { type: 'image/svg+xml' }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
  });
  await expect(page.getByText('This is not an image that can be read')).toBeVisible();
});

test('a drag shows where to let go', async ({ open }) => {
  const { page } = await open({ entries: [entryOf()] });
  await expect(page.getByRole('row')).toBeVisible();
  await page.evaluate(() => document.body.dispatchEvent(new DragEvent('dragenter', { bubbles: true })));
  await expect(page.getByText('Drop it here')).toBeVisible();
  await page.evaluate(() => document.body.dispatchEvent(new DragEvent('dragleave', { bubbles: true })));
  await expect(page.getByText('Drop it here')).toBeHidden();
});

test('a screen that may not be read says why; a picker that was closed goes back to the choice', async ({
  open,
}) => {
  const { page, latchkey } = await open();
  latchkey.screens.answer = { outcome: 'failed', cause: 'permission' };
  await page.getByRole('button', { name: 'Scan the screen' }).click();
  await expect(page.getByText('Allow screen recording in the system settings')).toBeVisible();
  latchkey.screens.answer = { outcome: 'failed', cause: 'cancelled' };
  await page.getByRole('button', { name: 'Scan again' }).click();
  await expect(page.getByRole('heading', { name: 'Add a code' })).toBeVisible();
  await expect(page.getByText('could not be read')).toBeHidden();
});

function pasteText(text: string): void {
  const transfer = new DataTransfer();
  transfer.setData('text/plain', text);
  document.activeElement?.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
  );
}

test('a thousand previews can be looked through and are kept at once', async ({ open }) => {
  test.slow();
  const entries = Array.from({ length: 1_000 }, (_, at) => entryOf({ issuer: `Site ${at}`, account: 'ada' }));
  entries[700] = entryOf({ issuer: '', account: '' });
  const { page, latchkey } = await open();
  await expect(page.getByRole('button', { name: 'Scan the screen' })).toBeVisible();
  await page.evaluate(pasteText, entries.map(addressOf).join('\n'));
  await expect(page.getByRole('heading', { name: '1000 codes found' })).toBeVisible();
  await expect(page.getByText('1 needs an answer or a shorter name; it comes first.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Keep 1000' })).toBeDisabled();
  await page.getByLabel('Site or service').fill('Was nameless');
  const shown = await page.getByRole('listitem').count();
  expect(shown).toBeLessThan(60);
  await page.getByRole('button', { name: 'Keep 1000' }).click();
  await expect(page.getByRole('heading', { name: '1000 added' })).toBeVisible();
  expect(latchkey.paths().filter((path) => path.startsWith('previews.accept'))).toHaveLength(1);
  const kept = await latchkey.entries();
  expect(kept).toHaveLength(1_000);
  expect(kept.map(({ issuer }) => issuer)).toContain('Was nameless');
});

test('a pasted key opens the form with it, and a pasted web address is called that', async ({ open }) => {
  const { page } = await open({ entries: [entryOf()] });
  await expect(page.getByRole('row')).toBeVisible();
  const paste = async (text: string) =>
    page.evaluate((given) => {
      const transfer = new DataTransfer();
      transfer.setData('text/plain', given);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true }));
    }, text);
  await paste('https://example.org/mfa');
  await expect(page.getByText('This is the address of a web page')).toBeVisible();
  await page.keyboard.press('Escape');
  await paste('Key: jbsw y3dp ehpk 3pxp');
  await expect(page.getByRole('heading', { name: 'Type the key in' })).toBeVisible();
  await expect(page.getByLabel('Key', { exact: true })).toHaveValue('jbsw y3dp ehpk 3pxp');
});

test('a refusal by the desktop is named, and the browser can share a screen instead', async ({ open }) => {
  const { page, latchkey } = await open();
  latchkey.screens.answer = { outcome: 'failed', cause: 'ended' };
  await page.getByRole('button', { name: 'Scan the screen' }).click();
  await expect(page.getByText('The desktop ended the request without a picture.')).toBeVisible();
  latchkey.screens.answer = { outcome: 'failed', cause: 'silent' };
  await page.getByRole('button', { name: 'Scan again' }).click();
  await expect(page.getByText('The desktop did not answer in time.')).toBeVisible();
  await page.evaluate(() => {
    navigator.mediaDevices.getDisplayMedia = () =>
      Promise.reject(new DOMException('Permission denied by system', 'NotAllowedError'));
  });
  await page.getByRole('button', { name: 'Share a screen through the browser' }).click();
  await expect(page.getByText('This computer did not allow Latchkey to see the screen.')).toBeVisible();
});
