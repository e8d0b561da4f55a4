import { text } from 'node:stream/consumers';
import { openAccount, press } from './account-steps.ts';
import { rightCode } from './fake-account.ts';
import { day, methodOf, signedIn, viewOf } from './made-up-account.ts';
import { expect, test } from './open.ts';

const account = () => viewOf({ account: signedIn() });

test('a method is removed after a question and a fresh code, and then by itself', async ({ open }) => {
  const { page, application } = await open({ account: account() });
  await openAccount(page);
  await press(page, 'Remove: E-mail (ada.codes@proton.me)');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('dialog', { name: 'Confirm that it is you' })).toBeVisible();
  await press(page, 'Use the code of this Latchkey');
  await expect(page.getByText('E-mail (ada.codes@proton.me) was removed').first()).toBeVisible();
  await expect(page.getByText('Add a second method').first()).toBeVisible();
  const paths = application.script.calls.map(({ path }) => path);
  expect(paths.filter((path) => path === 'account.methods.remove')).toHaveLength(2);
});

test('a fresh check that is called off leaves everything as it was, and no error', async ({ open }) => {
  const { page, application } = await open({ account: account() });
  await openAccount(page);
  await press(page, 'Add a method', 'Authenticator app');
  await expect(page.getByRole('dialog', { name: 'Confirm that it is you' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Add a method' })).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
  expect(application.script.calls.filter(({ path }) => path === 'account.methods.begin')).toHaveLength(1);
});

test('the fresh check takes a typed code as well', async ({ open }) => {
  const { page } = await open({ account: account() });
  await openAccount(page);
  await press(page, 'Add a method', 'Authenticator app');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^E-mail/ })
    .click();
  await page.getByLabel('Six-digit code').fill(rightCode);
  await expect(page.getByRole('heading', { name: 'Set up the authenticator app' })).toBeVisible();
});

test('the last method can’t be removed and says why; it can be replaced', async ({ open }) => {
  const only = methodOf({ entryId: crypto.randomUUID() });
  const account = signedIn({ methods: [only], secondMethodAdvised: true, freshUntil: Date.now() + 60_000 });
  const { page, application } = await open({ account: viewOf({ account }) });
  await openAccount(page);
  const remove = page.getByRole('button', { name: 'Remove: Authenticator app' });
  await expect(remove).toBeDisabled();
  await expect(remove).toHaveAccessibleDescription(/Your last method can’t be removed/);

  await press(page, 'Replace: Authenticator app');
  await expect(page.getByRole('heading', { name: 'Replace Authenticator app' })).toBeVisible();
  await press(page, 'E-mail');
  await page.getByLabel('Address for codes').fill('ada.codes@proton.me');
  await page.keyboard.press('Enter');
  await page.getByLabel('Six-digit code').fill(rightCode);
  await expect(page.getByText('has replaced the old one').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Authenticator app' })).toBeHidden();
  const begun = application.script.calls.find(({ path }) => path === 'account.methods.begin');
  expect(begun?.input).toEqual({ kind: 'email', destination: 'ada.codes@proton.me', replaces: only.id });
});

test('a method that is left unfinished leads back to the choice, and nothing counts', async ({ open }) => {
  const { page, application } = await open({
    account: viewOf({ account: signedIn({ freshUntil: Date.now() + 60_000 }) }),
  });
  await openAccount(page);
  await press(page, 'Add a method', 'Authenticator app');
  await expect(page.getByRole('heading', { name: 'Set up the authenticator app' })).toBeVisible();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Add a method' })).toBeVisible();
  expect(application.script.calls.map(({ path }) => path)).toContain('account.methods.giveUp');
});

test('trusted computers: this one is marked, each says until when, one or all can be ended', async ({
  open,
}) => {
  const { page } = await open({ account: account() });
  await openAccount(page);
  const computers = page.getByRole('region', { name: 'Trusted computers' });
  await expect(computers.getByRole('listitem')).toHaveCount(2);
  await expect(computers.getByRole('listitem').first()).toContainText('this computer');
  await expect(computers.getByRole('listitem').first()).toContainText(/Trusted until \w+day \d\d:\d\d/);
  await expect(computers.getByText('Syncs by itself')).toHaveCount(1);
  await expect(computers.getByRole('listitem').first()).toContainText('Syncs by itself');
  await press(page, 'End trust in Workshop desktop');
  await expect(page.getByText('Workshop desktop asks for a code again').first()).toBeVisible();
  await expect(computers.getByRole('listitem')).toHaveCount(1);
  await press(page, 'End trust in Ada’s ThinkPad');
  await expect(computers).toContainText('None. Tick “Trust this computer”');
});

test('sessions are listed and ended, one or all others', async ({ open }) => {
  const { page } = await open({ account: account() });
  await openAccount(page);
  await press(page, 'Where you are signed in', 'End the session on Old laptop');
  await expect(page.getByText('Old laptop is signed out').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Old laptop' })).toBeHidden();
  await press(page, 'End the session on Workshop desktop');
  await expect(page.getByText('You are signed in only here.').first()).toBeVisible();
});

test('activity is told in sentences, older on request, an unknown event by its name', async ({ open }) => {
  const { page } = await open({ account: account() });
  await openAccount(page);
  await press(page, 'Activity');
  await expect(page.getByText('A method was added: SMS (+31•••••78)').first()).toBeVisible();
  await expect(page.getByText('Support reset the methods').first()).toBeVisible();
  await expect(page.getByText('Something else: something-new').first()).toBeVisible();
  await press(page, 'Show older');
  await expect(page.getByText('The account was activated').first()).toBeVisible();
  await expect(page.getByText('That is all.').first()).toBeVisible();
});

test('a list that the server does not give says so, and is asked for again', async ({ open }) => {
  const unreachable = { code: 'SERVER_UNREACHABLE', data: { trouble: 'offline' } };
  const { page } = await open({
    account: account(),
    failures: new Map([['account.devices.list', unreachable]]),
  });
  await openAccount(page);
  const computers = page.getByRole('region', { name: 'Trusted computers' });
  await expect(computers).toContainText('It does not answer.');
  await computers.getByRole('button', { name: 'Try again' }).click();
  await expect(computers.getByRole('listitem')).toHaveCount(2);
});

test('password: the present one is asked, a wrong one is said beside it, and a fresh code is needed', async ({
  open,
}) => {
  const { page } = await open({ account: account() });
  await openAccount(page);
  await press(page, 'Password');
  await page.getByLabel('Current password').fill('wrong');
  await page.getByRole('textbox', { name: 'New password' }).fill('correct weasel lantern notes');
  await expect(page.getByText('Strong').first()).toBeVisible();
  await press(page, 'Change the password', 'Use the code of this Latchkey');
  await expect(page.getByText('That is not the password.').first()).toBeVisible();
  await page.getByLabel('Current password').fill('correct horse battery');
  await press(page, 'Change the password');
  await expect(page.getByText('Your password is changed').first()).toBeVisible();
});

test('another address counts after the code that went there', async ({ open }) => {
  const { page, application } = await open({
    account: viewOf({ account: signedIn({ freshUntil: Date.now() + 60_000 }) }),
  });
  await openAccount(page);
  await press(page, 'E-mail address');
  await page.getByLabel('New address').fill('ADA@example.org');
  await expect(page.getByText('This is your address already.').first()).toBeVisible();
  await page.getByLabel('New address').fill('ada@lovelace.example');
  await page.keyboard.press('Enter');
  await page.getByLabel('Six-digit code').fill(rightCode);
  await expect(page.getByText('Your address is now ada@lovelace.example').first()).toBeVisible();
  expect(application.script.calls.map(({ path }) => path)).toContain('account.changeAddress.confirm');
});

test('name and language are changed', async ({ open }) => {
  const { page, application } = await open({ account: account() });
  await openAccount(page);
  await press(page, 'Name and language');
  await page.getByLabel('Name', { exact: true }).fill('Ada King');
  await page.getByRole('button', { name: 'Language of e-mails' }).click();
  await page.getByRole('option', { name: 'Nederlands' }).click();
  await press(page, 'Save');
  await expect(page.getByRole('heading', { name: 'Ada King' })).toBeVisible();
  expect(application.script.calls.find(({ path }) => path === 'account.update')?.input).toEqual({
    name: 'Ada King',
    language: 'nl',
  });
});

test('the data of the account is saved as a file of the person’s own', async ({ open }) => {
  const { page } = await open({
    account: viewOf({ account: signedIn({ freshUntil: Date.now() + 60_000 }) }),
  });
  await openAccount(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press(page, 'Save what the server knows about you'),
  ]);
  expect(download.suggestedFilename()).toMatch(/^latchkey-account-\d{4}-\d\d-\d\d\.json$/);
  expect(await text(await download.createReadStream())).toBe('{ "name": "Ada Lovelace" }');
});

test('new recovery codes are made after a question and shown on their own screen', async ({ open }) => {
  const account = signedIn({ recoveryCodesLeft: 0, freshUntil: Date.now() + 60_000 });
  const { page } = await open({ account: viewOf({ account }) });
  await openAccount(page);
  await expect(page.getByText('No recovery codes left').first()).toBeVisible();
  await press(page, 'Make new ones', 'Make new codes');
  await expect(page.getByRole('heading', { name: 'Keep these recovery codes' })).toBeVisible();
});

test('signing out says before what ends and what stays, and after it that it is done', async ({ open }) => {
  const { page, application } = await open({ account: account() });
  await openAccount(page);
  await press(page, 'Sign out');
  const question = page.getByRole('alertdialog', { name: 'Sign out?' });
  await expect(question).toContainText('the trust in this computer');
  await expect(question).toContainText('The codes in your vault stay');
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  expect(application.script.calls.map(({ path }) => path)).not.toContain('account.signOut');
  await question.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out. Your codes are still here.').first()).toBeVisible();
});

test('a sign-out that the server could not be told says so', async ({ open }) => {
  const { server } = viewOf();
  const { page } = await open({
    account: viewOf({ account: signedIn(), server: { ...server, status: 'offline' } }),
  });
  await openAccount(page);
  await press(page, 'Sign out', 'Sign out');
  await expect(page.getByText('the server could not be told').first()).toBeVisible();
});

test('deleting says what goes, asks for the password and the tick, and the codes stay', async ({ open }) => {
  const { page } = await open({ account: account() });
  await openAccount(page);
  await press(page, 'Delete the account');
  const yes = page.getByRole('button', { name: 'Delete it for good' });
  await page.getByLabel('Your password, to be sure').fill('wrong');
  await expect(yes).toBeDisabled();
  await page.getByText('I understand that this can’t be undone').click();
  await yes.click();
  await expect(page.getByText('That is not the password').first()).toBeVisible();
  await page.getByLabel('Your password, to be sure').fill('correct horse battery');
  await yes.click();
  await expect(page.getByText('Your account is deleted. Your codes are still here.').first()).toBeVisible();
});

test('the portal and support of the server are linked, and its support address can be read', async ({
  open,
}) => {
  const { page } = await open({ account: account() });
  await openAccount(page);
  await expect(page.getByRole('link', { name: 'Open the portal of Analytical Engines' })).toHaveAttribute(
    'href',
    'https://portal.example.org/',
  );
  await expect(page.getByText('Support: support@example.org').first()).toBeVisible();
});

test('who is in again withdraws the request to support, after a question', async ({ open }) => {
  const request = { reference: 'LK-7F3K-92QD', contact: 'a•••@work.example', sentAt: Date.now() - day };
  const account = signedIn({ openSupportRequests: [request] });
  const { page, application } = await open({ account: viewOf({ account }) });
  await openAccount(page);
  await expect(page.getByText('Your request LK-7F3K-92QD is with support')).toBeVisible();
  await expect(page.getByText('the answer goes to a•••@work.example.')).toBeVisible();
  await press(page, 'Withdraw');
  await press(page, 'Cancel');
  expect(application.script.calls.map(({ path }) => path)).not.toContain('account.support.withdraw');
  await press(page, 'Withdraw');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByText('The request is withdrawn').first()).toBeVisible();
  await expect(page.getByText('LK-7F3K-92QD')).toHaveCount(0);
  expect(application.script.calls.at(-1)).toMatchObject({ input: { reference: 'LK-7F3K-92QD' } });
});
