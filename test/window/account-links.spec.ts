import { enrolling, linkOf, onItsWay, signedOut, viewOf } from './made-up-account.ts';
import { openAccount, press } from './account-steps.ts';
import { expect, test } from './open.ts';
import { sampleEntries } from './sample.ts';

const outcomes = [
  { state: 'looking', heading: 'Checking the link', next: 'Close' },
  { state: 'used', heading: 'This link has already been used', next: 'Sign in' },
  { state: 'expired', heading: 'This link is too old', next: 'Send me a new link' },
  { state: 'replaced', heading: 'There is a newer link', next: 'No e-mail yet?' },
  { state: 'invalid', heading: 'This link can’t be used', next: 'Send me a new link' },
  { state: 'damaged', heading: 'This link is damaged', next: 'Send me a new link' },
  { state: 'otherServer', heading: 'This link is for another server', next: 'Use account.example.org' },
  { state: 'unreachable', heading: 'The server does not answer', next: 'Try again' },
] as const;

for (const { state, heading, next } of outcomes) {
  test(`a link that is ${state} has its screen and its next step, and can be left`, async ({ open }) => {
    const { page } = await open({ entries: sampleEntries(), account: viewOf({ link: linkOf({ state }) }) });
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    await expect(page.getByRole('button', { name: next }).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('row', { name: /^GitHub/ })).toBeVisible();
  });
}

test('a link shows whose account it is at which server, and does nothing before the yes', async ({
  open,
}) => {
  const { page, application } = await open({ account: viewOf({ account: onItsWay(), link: linkOf() }) });
  const dialog = page.getByRole('dialog', { name: 'Activate this account?' });
  await expect(dialog).toContainText('a•••@example.org');
  await expect(dialog).toContainText('account.example.org');
  expect(application.script.calls.map(({ path }) => path)).not.toContain('account.link.activate');

  await press(page, 'Activate');
  await expect(page.getByRole('heading', { name: 'Your account is activated' })).toBeVisible();
  await press(page, 'Set up the first method');
  await expect(page.getByRole('heading', { name: 'How will you show that it is you?' })).toBeFocused();
});

test('a link of a sign-up on another computer asks for its password; a wrong one can be tried again', async ({
  open,
}) => {
  const { page } = await open({ account: viewOf({ link: linkOf({ needsPassword: true }) }) });
  const password = page.getByLabel('The password of the new account');
  await expect(password).toBeFocused();
  await password.fill('something else');
  await page.keyboard.press('Enter');
  await expect(page.getByText('That is not the password').first()).toBeVisible();
  await password.fill('correct horse battery');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your account is activated' })).toBeVisible();
});

test('a link for a new password takes a good one only, then leads to signing in', async ({ open }) => {
  const { page, application } = await open({ account: viewOf({ link: linkOf({ kind: 'reset' }) }) });
  const password = page.getByRole('textbox', { name: 'New password' });
  await password.fill('aaaaaaaaaaaaaaaaaaaa');
  await page.keyboard.press('Enter');
  await expect(page.getByText('easy to guess').first()).toBeVisible();
  expect(application.script.calls.map(({ path }) => path)).not.toContain('account.link.reset');

  await password.fill('correct weasel lantern notes');
  await expect(page.getByText('Strong: this would take ages to guess.').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your password is changed' })).toBeVisible();
  await press(page, 'Sign in');
  await expect(page.getByRole('textbox', { name: 'Password' })).toBeFocused();
});

test('a link that arrives comes forward over everything, and what was being typed is still there after it', async ({
  open,
}) => {
  const { page, application } = await open();
  await openAccount(page);
  await press(page, 'Create an account');
  await page.getByLabel('Your name').fill('Ada');
  application.account.set({ link: linkOf() });
  await expect(page.getByRole('heading', { name: 'Activate this account?' })).toBeVisible();
  await press(page, 'Not mine: do nothing');
  await expect(page.getByRole('heading', { name: 'Activate this account?' })).toBeHidden();
  await expect(page.getByLabel('Your name')).toHaveValue('Ada');
  expect(application.script.calls.map(({ path }) => path)).toContain('account.link.dismiss');
});

test('a newer link is asked for at an address, and its mail is on its way', async ({ open }) => {
  const { page, application } = await open({ account: viewOf({ link: linkOf({ state: 'expired' }) }) });
  await page.getByLabel('E-mail address').fill('ada');
  await press(page, 'Send me a new link');
  await expect(page.getByText('There is no @ in it yet.').first()).toBeVisible();
  await page.getByLabel('E-mail address').fill('ada@example.org');
  await press(page, 'Send me a new link');
  await expect(page.getByRole('heading', { name: 'Your e-mail is on its way' })).toBeVisible();
  const asked = application.script.calls.find(({ path }) => path === 'account.link.askNewer');
  expect(asked?.input).toEqual({ email: 'ada@example.org' });
});

test('a link for another server names both, and switches only on the person’s word', async ({ open }) => {
  const link = linkOf({ state: 'otherServer', server: 'https://login.elsewhere.example' });
  const { page, application } = await open({ account: viewOf({ link }) });
  await expect(
    page.getByText('It is for login.elsewhere.example; this Latchkey uses Analytical Engines.'),
  ).toBeVisible();
  await press(page, 'Use login.elsewhere.example');
  await expect(page.getByRole('heading', { name: 'Activate this account?' })).toBeVisible();
  expect(application.account.now().server.address).toBe('https://login.elsewhere.example');
});

test('a server that is away is asked again on a press, and the link goes on', async ({ open }) => {
  const { page } = await open({ account: viewOf({ link: linkOf({ state: 'unreachable' }) }) });
  await press(page, 'Try again');
  await expect(page.getByRole('heading', { name: 'Activate this account?' })).toBeVisible();
});

test('a link that was copied from another device is pasted; another text is refused in words', async ({
  open,
}) => {
  const { page } = await open({ account: viewOf({ account: signedOut() }) });
  await openAccount(page);
  await press(page, 'Paste a link');
  await page.getByLabel('Link').fill('https://example.com/');
  await page.keyboard.press('Enter');
  await expect(page.getByText('This is not a link for Latchkey').first()).toBeVisible();
  await page.getByLabel('Link').fill('latchkey://activate?token=abc');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Activate this account?' })).toBeVisible();
});

test('an account that waits for its first method says so from the codes', async ({ open }) => {
  const { page } = await open({ entries: sampleEntries(), account: viewOf({ account: enrolling() }) });
  await expect(page.getByRole('button', { name: 'Account: needs your attention' })).toBeVisible();
});
