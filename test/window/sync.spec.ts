import sharp from 'sharp';
import type { Page } from '@playwright/test';
import { expect, test } from './latchkey.ts';
import { day, signedIn, viewOf } from './made-up-account.ts';
import {
  askedQrText,
  askedWords,
  desktop,
  kit,
  memberOf,
  self,
  syncOn,
  syncWaiting,
  troubleOf,
} from './made-up-sync.ts';
import { noKit, type Latchkey } from './rig/worlds.ts';
import {
  bank,
  busy,
  confirm,
  conflict,
  forge,
  heading,
  mail,
  off,
  on,
  openSync,
  otherBank,
  question,
} from './sync-steps.ts';

/** Goes to a control by Tab alone. */
async function tabTo(page: Page, name: string): Promise<void> {
  const control = page.getByRole('button', { name, exact: true });
  await control.waitFor();
  for (let presses = 0; presses < 40; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${name}`);
}

function kitCode({ kit: page }: Latchkey): string {
  if (page === null) throw new Error('the vault has no kit');
  return page.groups.join('-');
}

test.describe('off', () => {
  test('leads to the sign-in, and back to sync from there', async ({ open }) => {
    const { page, latchkey } = await open({ ...off, account: viewOf() });
    await openSync(page);
    await expect(page.getByText('It goes through your account.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Turn on sync…' })).toBeHidden();
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(heading(page, 'Sync')).toBeHidden();
    latchkey.account.set({ account: signedIn() });
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(page.getByRole('button', { name: 'Turn on sync…' })).toBeVisible();
  });

  test('leads to a recovery kit first, where there is none', async ({ open }) => {
    const { page } = await open({ ...off, ...noKit });
    await openSync(page);
    await page.locator('section').getByRole('button', { name: 'Make a recovery kit' }).click();
    await expect(heading(page, 'Make a recovery kit')).toBeFocused();
  });

  test('is turned on with the kit, after the fresh check that the server asks for, by keyboard alone', async ({
    open,
  }) => {
    const { page, latchkey } = await open(off);
    await openSync(page);
    latchkey.failures.set('sync.turnOn', { code: 'STEP_UP_REQUIRED' });
    await tabTo(page, 'Turn on sync…');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Kit code')).toBeFocused();
    await page.keyboard.type(kitCode(latchkey));
    await page.keyboard.press('Enter');
    await confirm(page);
    await expect(heading(page, 'Your computers')).toBeVisible();
    await expect(heading(page, 'Sync')).toBeFocused();
    const code = { from: 'text', text: kitCode(latchkey) };
    expect(latchkey.inputsOf('sync.turnOn')).toEqual([{ code }, { code }]);
  });

  test('is not turned on, and says nothing, if the person does not confirm', async ({ open }) => {
    const { page, latchkey } = await open(off);
    await openSync(page);
    latchkey.failures.set('sync.turnOn', { code: 'STEP_UP_REQUIRED' });
    await page.getByRole('button', { name: 'Turn on sync…' }).click();
    await page.getByLabel('Kit code').fill(kitCode(latchkey));
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByLabel('Kit code')).toHaveValue(kitCode(latchkey));
    await expect(page.getByRole('alert')).toHaveCount(0);
    expect(latchkey.inputsOf('sync.turnOn')).toHaveLength(1);
  });

  test('a mistake in the kit’s code is said at the field; sync that is on elsewhere leads to joining', async ({
    open,
  }) => {
    const { page, latchkey } = await open(off);
    await openSync(page);
    await page.getByRole('button', { name: 'Turn on sync…' }).click();
    const field = page.getByLabel('Kit code');
    await field.fill(kitCode(latchkey));
    latchkey.failures.set('sync.turnOn', { code: 'KIT_TYPO', data: { group: 3 } });
    await page.keyboard.press('Enter');
    await expect(page.getByText('Look at group 3 again')).toBeVisible();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    latchkey.failures.set('sync.turnOn', { code: 'SYNC_ELSEWHERE' });
    await page.keyboard.press('Enter');
    await expect(page.getByText('Sync is on for your account already')).toBeVisible();
    await page.getByRole('button', { name: 'Join with six words' }).click();
    await expect(heading(page, 'Let this computer in')).toBeFocused();
    expect(latchkey.paths().filter((path) => path === 'sync.join')).toHaveLength(1);
  });

  test('shows six words in their order and the same as a QR code, and takes that back', async ({ open }) => {
    const { page } = await open(off);
    await openSync(page);
    await page.getByRole('button', { name: 'Join with six words' }).click();
    await expect(heading(page, 'Let this computer in')).toBeFocused();
    const words = page.getByRole('list', { name: 'The six words' }).getByRole('listitem');
    await expect(words).toHaveCount(6);
    for (const [index, word] of askedWords.entries())
      await expect(words.nth(index)).toHaveText(`${index + 1}${word}`);
    await expect(page.getByRole('img', { name: 'The six words as a QR code' })).toBeVisible();
    await expect(page.getByText('Waiting for the other computer…')).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(heading(page, 'Sync')).toBeFocused();
    await expect(words).toHaveCount(0);
  });

  test('a computer that is let in shows who is in, and the focus is on the heading', async ({ open }) => {
    const { page, latchkey } = await open({ ...off, sync: syncWaiting() });
    await openSync(page);
    await page.getByRole('button', { name: 'Cancel' }).focus();
    latchkey.sync.set(syncOn());
    await expect(heading(page, 'Your computers')).toBeVisible();
    await expect(heading(page, 'Sync')).toBeFocused();
  });

  test('joins with a kit whose QR code is on the screen; an unknown kit is said', async ({ open }) => {
    const { page, latchkey } = await open(off);
    await openSync(page);
    await page.getByRole('button', { name: 'Join with the recovery kit…' }).click();
    latchkey.failures.set('sync.joinByKit', { code: 'SYNC_KIT_UNKNOWN' });
    await page.getByRole('button', { name: 'Scan the screen' }).click();
    await expect(page.getByText('Sync does not know this recovery kit')).toBeVisible();
    await page.getByRole('button', { name: 'Scan the screen' }).click();
    await expect(heading(page, 'Your computers')).toBeVisible();
    const code = { from: 'screen' };
    expect(latchkey.inputsOf('sync.joinByKit')).toEqual([{ code }, { code }]);
  });

  test('is turned off everywhere by who has no computer and no kit any more', async ({ open }) => {
    const { page, latchkey } = await open(off);
    await openSync(page);
    await page.getByRole('button', { name: 'None of your computers is in any more?' }).click();
    await page.getByRole('button', { name: 'Turn off everywhere' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Turn off everywhere' }).click();
    await expect(page.getByRole('alertdialog')).toBeHidden();
    expect(latchkey.paths()).toContain('sync.turnOffEverywhere');
  });
});

test.describe('on', () => {
  test('says until when it goes on by itself, or what that takes', async ({ open }) => {
    const { page, latchkey } = await open(on);
    await openSync(page);
    const alone = page.getByText(/^It goes on /);
    await expect(alone).toHaveText(/^It goes on while you are signed in\. Tick “Trust this computer”/);
    latchkey.sync.set(syncOn({ aloneUntil: Date.now() + 3 * day }));
    await expect(alone).toHaveText(/^It goes on by itself until \w+day \d\d:\d\d, then sign in again\.$/);
    latchkey.sync.set(syncOn({ trouble: troubleOf('trustEnded', 'signIn') }));
    await expect(page.getByText('Sync waits: the trust in this computer has ended')).toBeVisible();
    await expect(alone).toHaveCount(0);
  });

  test('says who is in: name, system, since when and by whom, and which is this one', async ({ open }) => {
    const { page, latchkey } = await open({
      ...on,
      sync: syncOn({
        members: [self, desktop, kit, memberOf('e', { name: 'Loft', addedBy: '9'.repeat(64) })],
      }),
    });
    latchkey.sync.seen = [self, desktop].map(({ id }) => ({ id, at: Date.UTC(2026, 2, 3) }));
    await openSync(page);
    const members = page.getByRole('region', { name: 'Your computers' });
    await expect(members.getByRole('heading', { level: 3 })).toHaveText([
      'Ada’s ThinkPadthis computer',
      'Workshop desktop',
      'Recovery kit',
      'Loft',
    ]);
    await expect(members.getByText(/^Linux · Turned sync on, /)).toBeVisible();
    await expect(members.getByText(/^Linux · Let in by Ada’s ThinkPad, /)).toBeVisible();
    await expect(members.getByText(/^Let in by Ada’s ThinkPad, /)).toBeVisible();
    await expect(members.getByText(/Let in by a computer that was removed, /)).toBeVisible();
    await expect(members.getByText(/^Last synced .*2026/)).toHaveCount(1);
    await expect(members.getByRole('button', { name: 'Remove Ada’s ThinkPad' })).toBeHidden();
    await expect(page.getByText('Your computers have the same codes')).toBeVisible();
  });

  test('a mistyped word is selected and said by its place, with the word that was meant', async ({
    open,
  }) => {
    const { page, latchkey } = await open(on);
    await openSync(page);
    await tabTo(page, 'Add a computer');
    await page.keyboard.press('Enter');
    const field = page.getByLabel('The six words');
    await expect(field).toBeFocused();
    const typed = askedWords.with(5, 'zooo');
    await page.keyboard.type(typed.join(', '));
    await page.keyboard.press('Enter');
    await expect(page.getByText('Look at word 6 again')).toContainText('The nearest words: zoo.');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect.poll(() => selectionOf(page)).toBe('zooo');
    await page.keyboard.type('zoo');
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Ada’s new laptop')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Add a computer' })).toBeFocused();
    expect(latchkey.inputsOf('sync.add')).toHaveLength(2);
  });

  test('too few words, and words that nobody shows, are said at the field', async ({ open }) => {
    const { page } = await open(on);
    await openSync(page);
    await page.getByRole('button', { name: 'Add a computer' }).click();
    const field = page.getByLabel('The six words');
    await field.fill(askedWords.slice(0, 4).join(' '));
    await page.keyboard.press('Enter');
    await expect(page.getByText('4 were entered.')).toBeVisible();
    await field.fill('zoo '.repeat(6));
    await page.keyboard.press('Enter');
    await expect(page.getByText('No computer is waiting with these words')).toBeVisible();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
  });

  test('a fresh check repeats the adding with the same words; declining adds nobody', async ({ open }) => {
    const { page, latchkey } = await open(on);
    await openSync(page);
    await page.getByRole('button', { name: 'Add a computer' }).click();
    latchkey.failures.set('sync.add', { code: 'STEP_UP_REQUIRED' });
    await page.getByLabel('The six words').fill(askedWords.join(' '));
    await page.keyboard.press('Enter');
    await confirm(page);
    await expect(heading(page, 'Ada’s new laptop')).toBeVisible();
    const words = { from: 'text', text: askedWords.join(' ') };
    expect(latchkey.inputsOf('sync.add')).toEqual([{ words }, { words }]);
  });

  test('a computer is let in by its QR code on the screen or in a dropped picture', async ({ open }) => {
    const { page, latchkey } = await open(on);
    await openSync(page);
    await page.getByRole('button', { name: 'Add a computer' }).click();
    await page.getByRole('button', { name: 'Scan the screen' }).click();
    await expect(page.getByText('No computer’s QR code was found')).toBeVisible();
    latchkey.sync.sees = askedQrText;
    const image = await sharp({ create: { width: 3, height: 2, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    await page.evaluate((base64) => {
      const transfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
      transfer.items.add(new File([bytes], 'words.png', { type: 'image/png' }));
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
      );
    }, image.toString('base64'));
    await expect(heading(page, 'Ada’s new laptop')).toBeVisible();
    expect(latchkey.inputsOf('sync.add')).toMatchObject([
      { words: { from: 'screen' } },
      { words: { from: 'picture', width: 3, height: 2 } },
    ]);
  });

  test('removing says what it means; then the codes to renew are ticked off, by keyboard, one and all', async ({
    open,
  }) => {
    const { page, latchkey } = await open(on);
    latchkey.sync.knew = [mail, bank, forge];
    await openSync(page);
    await tabTo(page, 'Remove Workshop desktop');
    await page.keyboard.press('Enter');
    const asked = page.getByRole('alertdialog', { name: 'Remove Workshop desktop?' });
    await expect(asked).toContainText('What it knew, it still knows.');
    await expect(asked.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(asked).toBeHidden();
    await expect(heading(page, 'Sync')).toBeFocused();
    await expect(heading(page, 'Workshop desktop')).toBeHidden();
    const list = page.getByRole('region', { name: 'Renew what Workshop desktop knew' });
    const boxes = list.getByRole('checkbox');
    await expect(boxes).toHaveCount(3);
    await boxes.first().focus();
    await page.keyboard.press('Space');
    await expect(boxes).toHaveCount(2);
    await expect(list.getByRole('checkbox', { name: 'Bank' })).toBeFocused();
    await list.getByRole('button', { name: 'All are renewed' }).click();
    await expect(list).toBeHidden();
    await expect(heading(page, 'Sync')).toBeFocused();
    expect(latchkey.inputsOf('sync.renewed')).toEqual([
      { member: desktop.id, entry: mail },
      { member: desktop.id },
    ]);
  });

  test('a removal that the server wants confirmed is done after the fresh check', async ({ open }) => {
    const { page, latchkey } = await open(on);
    await openSync(page);
    latchkey.failures.set('sync.remove', { code: 'STEP_UP_REQUIRED' });
    await page.getByRole('button', { name: 'Remove Recovery kit' }).click();
    await expect(page.getByRole('alertdialog')).toContainText('The page then brings no codes back');
    await page.getByRole('button', { name: 'Remove it' }).click();
    await confirm(page);
    await expect(page.getByText('No recovery kit is in')).toBeVisible();
    expect(latchkey.inputsOf('sync.remove')).toEqual([{ id: kit.id }, { id: kit.id }]);
    await page.getByRole('button', { name: 'Add the recovery kit…' }).click();
    await page.getByLabel('Kit code').fill(kitCode(latchkey));
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Recovery kit')).toBeVisible();
  });

  test('what is pending, too large, unreadable or kept is said, with names', async ({ open }) => {
    const { page } = await open({ ...on, sync: { ...busy, trouble: null, question: null, conflicts: [] } });
    await openSync(page);
    await expect(heading(page, '2 changes are still to be sent')).toBeVisible();
    await expect(page.getByText('Too large to be sent').locator('..')).toContainText('Harbour Mail');
    await expect(page.getByText('2 codes of your other computers can’t be read here')).toBeVisible();
    await expect(page.getByText('Deleted elsewhere, kept all the same').locator('..')).toContainText('Bank');
  });

  test('a look says what it ended in, once', async ({ open }) => {
    const { page, latchkey } = await open(on);
    await openSync(page);
    latchkey.failures.set('sync.look', { code: 'SYNC_LATER' });
    await page.getByRole('button', { name: 'Look now' }).click();
    await expect(page.getByText('Your other computers were quicker')).toBeVisible();
    await page.getByRole('button', { name: 'Look now' }).click();
    await expect(page.getByText('Your other computers were quicker')).toBeHidden();
  });

  for (const answer of ['keep', 'delete'] as const) {
    test(`many deletions are asked about with their names: ${answer}`, async ({ open }) => {
      const { page, latchkey } = await open({ ...on, sync: syncOn({ question }) });
      await page.getByRole('button', { name: 'See sync' }).click();
      await expect(page.getByText('Another computer deleted 3 codes that are here.')).toBeVisible();
      const asked = page.getByText('Delete these codes here too?').locator('..');
      await expect(asked.getByRole('listitem')).toHaveText(
        ['Harbour Mail', 'Bank', 'Forge'].map((name) => `${name} (ada@example.org)`),
      );
      await page.getByRole('button', { name: answer === 'keep' ? 'Keep them' : 'Delete them' }).click();
      await expect(asked).toBeHidden();
      await expect(heading(page, 'Sync')).toBeFocused();
      expect(latchkey.inputsOf('sync.answer')).toEqual([{ manifest: question.manifest, answer }]);
    });
  }

  for (const works of ['first', 'second', 'both'] as const) {
    test(`of two keys, both codes are there side by side, and the person says which works: ${works}`, async ({
      open,
    }) => {
      const { page, latchkey } = await open({ ...on, sync: syncOn({ conflicts: [conflict] }) });
      await page.getByRole('button', { name: 'See sync' }).click();
      await expect(heading(page, 'Two keys for Bank (ada@example.org): which works?')).toBeVisible();
      const codeOf = (name: string) => page.getByRole('group', { name }).locator('.digits').first();
      await expect(codeOf('First key')).toHaveText(/^\d{6}$/);
      await expect(codeOf('Second key')).toHaveText(/^\d{6}$/);
      await expect(codeOf('Second key')).not.toHaveText((await codeOf('First key').textContent()) ?? '');
      const button = {
        first: /^This one works: Bank.*First key$/,
        second: /^This one works: Bank.*Second key$/,
        both: /^Both work: Bank/,
      }[works];
      await page.getByRole('button', { name: button }).click();
      await expect(codeOf('First key')).toHaveCount(0);
      expect(latchkey.inputsOf('sync.resolve')).toEqual([{ second: otherBank, works }]);
    });
  }

  test('is turned off here, and everywhere, each after a question that says that the codes stay', async ({
    open,
  }) => {
    const { page, latchkey } = await open(on);
    await openSync(page);
    await page.getByRole('button', { name: 'On this computer…' }).click();
    await expect(page.getByRole('alertdialog')).toContainText('Your codes stay');
    await page.getByRole('button', { name: 'Turn off here' }).click();
    await expect(page.getByRole('button', { name: 'Turn on sync…' })).toBeVisible();
    latchkey.sync.set(syncOn());
    await page.getByRole('button', { name: 'Everywhere…' }).click();
    await expect(page.getByRole('alertdialog')).toContainText('Your codes stay');
    latchkey.failures.set('sync.turnOffEverywhere', { code: 'STEP_UP_REQUIRED' });
    await page.getByRole('button', { name: 'Turn off everywhere' }).click();
    await confirm(page);
    await expect(page.getByRole('button', { name: 'Turn on sync…' })).toBeVisible();
    expect(latchkey.inputsOf('sync.turnOffEverywhere')).toHaveLength(2);
  });
});

test('the palette leads to sync by another word for it', async ({ open }) => {
  const { page } = await open(on);
  await page.getByRole('row').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('synchronise');
  await expect(page.getByRole('option', { selected: true })).toContainText('Sync');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Your computers')).toBeVisible();
});

/** What is selected in the field that has the focus. */
async function selectionOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const field = document.activeElement;
    if (!(field instanceof HTMLTextAreaElement)) return '';
    return field.value.slice(field.selectionStart, field.selectionEnd);
  });
}
