import { addressOf, entryOf, unreadableOf } from './rig/entries.ts';
import { expect, test } from './latchkey.ts';

const hearts = '💚'.repeat(256);
const tooLong = 'At most 256 characters; this has 257.';

test('a name of 256 emoji is kept, and one more is said, not cut and not sent', async ({ open }) => {
  const { page, latchkey } = await open({ entries: [entryOf()] });
  await page.getByRole('button', { name: /^Details of GitHub/ }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  const issuer = page.getByLabel('Site or service');
  await issuer.fill(`${hearts}a`);
  await expect(page.getByText(tooLong).last()).toBeVisible();
  await expect(issuer).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(issuer).toBeFocused();
  await expect(issuer).toHaveValue(`${hearts}a`);
  expect(latchkey.paths()).not.toContain('entries.edit');

  await issuer.fill(hearts);
  await page.keyboard.press('Enter');
  await expect(issuer).toBeHidden();
  expect(await latchkey.entries()).toMatchObject([{ issuer: hearts }]);
});

test('a name that came too long is shown whole, and kept once it is shortened', async ({ open }) => {
  const { page, latchkey } = await open({
    sees: [[addressOf(entryOf({ issuer: 'x'.repeat(257) })), addressOf(entryOf())]],
  });
  await page.getByRole('button', { name: 'Scan the screen' }).click();
  await expect(page.getByText(tooLong).last()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Keep 2' })).toBeDisabled();
  await page.getByLabel('Site or service').fill('Acme');
  await page.getByRole('button', { name: 'Keep 2' }).click();
  await expect.poll(latchkey.entries).toMatchObject([{ issuer: 'Acme' }, { issuer: 'GitHub' }]);
});

test('Esc in a filled form asks first; an empty one just goes', async ({ open }) => {
  const { page } = await open();
  await page.getByRole('button', { name: /^Type the key in/ }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Type the key in' })).toBeHidden();

  await page.getByRole('button', { name: /^Type the key in/ }).click();
  await page.getByLabel('Key', { exact: true }).fill('JBSWY3DPEHPK3PXP');
  for (const leave of ['Escape', 'Back', 'Close']) {
    if (leave === 'Escape') await page.keyboard.press('Escape');
    else await page.getByRole('button', { name: leave, exact: true }).click();
    const question = page.getByRole('alertdialog');
    await expect(question).toContainText('Discard what you entered?');
    await expect(question.getByRole('button', { name: 'Keep editing' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(question).toBeHidden();
    await expect(page.getByLabel('Key', { exact: true })).toHaveValue('JBSWY3DPEHPK3PXP');
  }
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a sheet that is closed while it still enters is gone at once', async ({ open }) => {
  const { page } = await open();
  const animations = await page.context().newCDPSession(page);
  await animations.send('Animation.enable');
  await animations.send('Animation.setPlaybackRate', { playbackRate: 0.001 });
  await page.getByRole('button', { name: /^Type the key in/ }).click();
  await expect(page.getByRole('heading', { name: 'Type the key in' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('renaming asks before what was changed goes', async ({ open }) => {
  const { page } = await open({ entries: [entryOf()] });
  await page.getByRole('button', { name: /^Details of GitHub/ }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Account' }).fill('ada@work.example');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Discard what you entered?')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Account' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Account' })).toHaveValue('ada@work.example');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Account' })).toBeHidden();
});

test('beside the list, what was changed in an entry is asked about before another one takes its place', async ({
  open,
  page,
}) => {
  await page.setViewportSize({ width: 1_180, height: 820 });
  await open({ entries: [entryOf(), entryOf({ issuer: 'Mail' })] });
  const [forge, mail] = ['GitHub', 'Mail'].map((name) =>
    page.getByRole('row', { name: new RegExp(`^${name}`) }),
  );
  if (forge === undefined || mail === undefined) throw new Error('there are two');
  const account = page.getByRole('textbox', { name: 'Account' });
  const question = page.getByRole('alertdialog', { name: 'Discard what you entered?' });
  await forge.focus();
  await page.getByRole('button', { name: 'Edit' }).click();
  await account.fill('ada@work.example');

  const ways = {
    click: async () => mail.click(),
    key: async () => {
      await forge.focus();
      await page.keyboard.press('ArrowDown');
    },
    search: async () => page.getByRole('searchbox').pressSequentially('m'),
  };
  for (const leave of Object.values(ways)) {
    await leave();
    await question.getByRole('button', { name: 'Keep editing' }).click();
    await expect(question).toBeHidden();
    await expect(account).toBeFocused();
    await expect(account).toHaveValue('ada@work.example');
  }
  await expect(page.getByRole('searchbox')).toHaveValue('');

  await ways.key();
  await question.getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(account).toBeHidden();
  await expect(mail).toBeFocused();
  await expect(page.getByRole('heading', { level: 2, name: 'Mail' })).toBeVisible();
  await forge.focus();
  await expect(page.getByRole('heading', { level: 2, name: 'GitHub' })).toBeVisible();
});

test('fixing an unreadable entry asks before what was changed goes', async ({ open }) => {
  const { page } = await open({ quarantine: [unreadableOf()] });
  await page.getByRole('button', { name: 'Take a look' }).click();
  await page.getByRole('button', { name: 'Fix Acme Mail (ada@example.org)' }).click();
  await page.getByLabel('Digits').fill('6');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Keep editing' }).click();
  await expect(page.getByLabel('Digits')).toHaveValue('6');
});
