import { openAccount, press, tabTo } from './account-steps.ts';
import { recoveryCodes, rightCode } from './fake-account.ts';
import { enrolling, linkOf, minute, onItsWay, signedIn, viewOf } from './made-up-account.ts';
import { expect, test } from './open.ts';

test('from no account to two methods, by keyboard alone', async ({ open }) => {
  const { page, application } = await open();
  const heading = (name: string) => page.getByRole('heading', { name, exact: true });
  const enter = async (name: string) => {
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  };
  await expect(page.getByRole('heading', { name: 'No codes yet' })).toBeVisible();
  await enter('Create one or sign in');
  await expect(heading('An account at Analytical Engines')).toBeFocused();
  await enter('Create an account');

  await expect(page.getByLabel('Your name')).toBeFocused();
  await page.keyboard.type('Ada Lovelace');
  await tabTo(page, 'E-mail address');
  await page.keyboard.type('ada@example.org');
  await tabTo(page, 'Password');
  await page.keyboard.type('correct weasel lantern notes');
  await expect(page.getByText('Strong: this would take ages to guess.').first()).toBeVisible();
  await page.keyboard.press('Enter');

  await expect(heading('Your e-mail is on its way')).toBeFocused();
  application.account.set({ link: linkOf() });
  await expect(page.getByRole('button', { name: 'Activate' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Set up the first method' })).toBeFocused();
  await page.keyboard.press('Enter');

  await expect(heading('How will you show that it is you?')).toBeFocused();
  await enter('Authenticator app');
  await expect(page.getByRole('button', { name: 'Use this Latchkey' })).toBeFocused();
  await page.keyboard.press('Enter');

  await expect(heading('Keep these recovery codes')).toBeFocused();
  await tabTo(page, 'I have put them');
  await page.keyboard.press('Space');
  await enter('Continue');

  await expect(heading('Add a second method')).toBeFocused();
  await enter('Add a second method');
  await expect(heading('Add a method')).toBeFocused();
  await enter('E-mail');
  await expect(page.getByLabel('Address for codes')).toBeFocused();
  await page.keyboard.type('ada.codes@proton.me');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Six-digit code')).toBeFocused();
  await page.keyboard.type(rightCode);

  await expect(heading('All set')).toBeVisible();
  await expect(page.getByRole('button', { name: 'To the account page' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading('Ada Lovelace')).toBeFocused();
  await expect(page.getByText('Well protected').first()).toBeVisible();
  // Backwards, as a person would: forwards lie messages that come and go by themselves.
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Back to the codes' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'No codes yet' })).toBeVisible();
});

test('a reload loses no step of the set-up, and keeps no secret for it', async ({ open }) => {
  const { page } = await open({ account: viewOf({ account: enrolling() }) });
  const heading = (name: string) => page.getByRole('heading', { name, exact: true });
  await openAccount(page);
  await press(page, 'Authenticator app', 'Use this Latchkey');
  await expect(page.getByRole('img', { name: 'Step 4 of 5' })).toBeVisible();

  await page.reload();
  await expect(heading('Keep these recovery codes')).toBeVisible();
  await expect(page.getByRole('img', { name: 'Step 4 of 5' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')).toHaveText([
    ...recoveryCodes,
  ]);
  const kept = await page.evaluate(() =>
    JSON.stringify([sessionStorage, localStorage].map((store) => Object.entries(store))),
  );
  for (const code of recoveryCodes) expect(kept).not.toContain(code);
  await page.getByText('I have put them in a safe place').click();
  await press(page, 'Continue');
  await expect(heading('Add a second method')).toBeVisible();

  await page.reload();
  await expect(page.getByRole('img', { name: 'Step 5 of 5' })).toBeVisible();
  await press(page, 'Later');
  await expect(heading('All set')).toBeVisible();
  await press(page, 'To the account page', 'Back to the codes');
  await page.reload();
  await expect(page.getByRole('button', { name: /^Account/ })).toBeVisible();
});

test('a place that the window can’t have kept is none', async ({ open }) => {
  const { page } = await open({ account: viewOf({ account: signedIn() }) });
  await openAccount(page);
  for (const kept of [
    '',
    'null',
    '{"at":"account","page":"overview"}',
    '[{"at":"account","page":"elsewhere"}]',
    '[{"at":"account","page":"destination"}]',
    '[{"at":"settings","page":"overview"}]',
    '[7]',
  ]) {
    await page.evaluate((text) => sessionStorage.setItem('latchkey.account', text), kept);
    await page.reload();
    await expect(page.getByRole('button', { name: /^Account/ })).toBeVisible();
  }
});

test('whatever key is still held, the next screen has its field ready to type in', async ({ open }) => {
  const { page, application } = await open();
  application.account.set(viewOf({ account: enrolling() }));
  await openAccount(page);
  await press(page, 'E-mail');
  const code = page.getByLabel('Six-digit code');
  await page.getByLabel('Address for codes').fill('ada.codes@proton.me');
  await page.keyboard.down('Enter');
  await expect(code).toBeFocused();
  await page.keyboard.up('Enter');
});

test('the sign-up says what is missing, suggests what was likely meant, and sends nothing before', async ({
  open,
}) => {
  const { page, application } = await open();
  await openAccount(page);
  await press(page, 'Create an account', 'Create the account');
  await expect(page.getByText('Enter your name.').first()).toBeVisible();
  await expect(page.getByText('There is no @ in it yet.').first()).toBeVisible();
  await page.getByLabel('E-mail address').fill('ada@gmial.com');
  await press(page, 'Use ada@gmail.com');
  await expect(page.getByLabel('E-mail address')).toHaveValue('ada@gmail.com');
  expect(application.script.calls.map(({ path }) => path)).not.toContain('account.signUp.start');
});

test('a new password is advised on while it is typed', async ({ open }) => {
  const { page } = await open();
  await openAccount(page);
  await press(page, 'Create an account');
  await page.getByLabel('Your name').fill('Ada Lovelace');
  await page.getByLabel('E-mail address').fill('countess@example.org');
  const password = page.getByRole('textbox', { name: 'Password' });
  await password.fill('short one');
  await expect(page.getByText('6 more characters').first()).toBeVisible();
  await password.fill('Lovelace was here in 1843');
  await expect(page.getByText('Leave your name out of it.').first()).toBeVisible();
  await password.fill('the countess of numbers');
  await expect(page.getByText('Leave your e-mail address out of it.').first()).toBeVisible();
  await password.fill('abcabcabcabcabcabc');
  await expect(page.getByText('easy to guess').first()).toBeVisible();
  await password.fill('correct weasel lantern notes');
  await expect(page.getByText('Strong: this would take ages to guess.').first()).toBeVisible();
  await expect(password).toHaveAttribute('type', 'password');
  await press(page, 'Show the password');
  await expect(password).toHaveAttribute('type', 'text');
});

test('when the server is away nothing that was typed is lost, and the same press sends it again', async ({
  open,
}) => {
  const { page, application } = await open();
  await openAccount(page);
  await press(page, 'Create an account');
  await page.getByLabel('Your name').fill('Ada Lovelace');
  await page.getByLabel('E-mail address').fill('ada@example.org');
  await page.getByRole('textbox', { name: 'Password' }).fill('correct weasel lantern notes');
  await expect(page.getByText('Strong').first()).toBeVisible();
  application.script.failures.set('account.signUp.start', {
    code: 'SERVER_UNREACHABLE',
    data: { trouble: 'offline' },
  });
  const { server } = application.account.now();
  application.account.set({ server: { ...server, status: 'offline' } });
  await press(page, 'Create the account');
  await expect(page.getByText('It does not answer.').first()).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue('Ada Lovelace');
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('correct weasel lantern notes');
  await press(page, 'Create the account');
  await expect(page.getByRole('heading', { name: 'Your e-mail is on its way' })).toBeVisible();
});

test('the mail can be sent again after its wait, and a wrong address leads back to the form', async ({
  open,
}) => {
  const { page, application } = await open({ account: viewOf({ account: onItsWay() }) });
  await openAccount(page);
  await expect(page.getByRole('button', { name: /^Send it again in \d:\d\d$/ })).toBeDisabled();
  application.account.set({ account: onItsWay({ resendAt: Date.now() - 1 }) });
  await page.getByRole('button', { name: 'Send it again', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Send it again in (1:00|0:5\d)$/ })).toBeDisabled();

  await press(page, 'This address is wrong', 'Correct it');
  await expect(page.getByLabel('Your name')).toHaveValue('Ada Lovelace');
  await expect(page.getByLabel('E-mail address')).toHaveValue('ada@example.org');
  expect(application.script.calls.map(({ path }) => path)).toContain('account.signUp.giveUp');
});

test('a countdown never reaches a live region', async ({ open }) => {
  const account = onItsWay({ resendAt: Date.now() + minute });
  const { page } = await open({ account: viewOf({ account }) });
  await openAccount(page);
  await expect(page.getByRole('button', { name: /^Send it again in/ })).toBeVisible();
  const inLive = await page
    .getByRole('button', { name: /^Send it again in/ })
    .evaluate(
      (button) => button.closest('[aria-live], [role="status"], [role="alert"], [role="timer"]') !== null,
    );
  expect(inLive).toBe(false);
});

test('a code is taken as it was pasted, hands itself in, and a wrong one is typed over', async ({ open }) => {
  const sent = { hint: 'x', expiresAt: Date.now() + minute, resendAt: Date.now() + minute };
  const pending = {
    methodId: crypto.randomUUID(),
    kind: 'email',
    destination: 'ada.codes@proton.me',
    sent,
    replaces: null,
  } as const;
  const { page } = await open({ account: viewOf({ account: enrolling({ pending }) }) });
  await openAccount(page);
  const field = page.getByLabel('Six-digit code');
  await field.fill('111 222');
  await expect(page.getByText('That is not the code. You have 4 tries left.').first()).toBeVisible();
  await page.keyboard.type(rightCode);
  await expect(page.getByRole('heading', { name: 'Keep these recovery codes' })).toBeVisible();
});

test('a mobile number is read with its country and shown in full before it is sent', async ({ open }) => {
  const { page, application } = await open({ account: viewOf({ account: enrolling() }) });
  await openAccount(page);
  await press(page, 'SMS');
  await page.getByLabel('Mobile number').fill('06 123');
  await press(page, 'Send the code');
  await expect(
    page.getByText('This does not look like a complete number for United Kingdom yet.').first(),
  ).toBeVisible();

  await page.getByRole('combobox', { name: 'Country' }).fill('nether');
  await page.getByRole('option', { name: /^Netherlands/ }).click();
  await page.getByLabel('Mobile number').fill('06 1234 5678');
  await expect(page.getByText('The code goes to +31 6 12345678').first()).toBeVisible();
  await page.getByLabel('Mobile number').fill('+44 7400 123456');
  await expect(page.getByRole('combobox', { name: 'Country' })).toHaveValue(/United Kingdom/);
  await press(page, 'Send the code');
  await expect(page.getByRole('heading', { name: 'Enter the code' })).toBeVisible();
  const begun = application.script.calls.find(({ path }) => path === 'account.methods.begin');
  expect(begun?.input).toEqual({ kind: 'sms', destination: '+447400123456' });
});

test('a second method is advised with its reason and can wait', async ({ open }) => {
  const { page } = await open({ account: viewOf({ account: enrolling() }) });
  await openAccount(page);
  await press(page, 'Authenticator app', 'Use this Latchkey');
  await page.getByText('I have put them').click();
  await press(page, 'Continue');
  await expect(page.getByText('you depend on support').first()).toBeVisible();
  await press(page, 'Later');
  await expect(page.getByRole('heading', { name: 'All set' })).toBeVisible();
  await press(page, 'To the account page', 'Back to the codes');
  await expect(page.getByRole('button', { name: 'Account: needs your attention' })).toBeVisible();
});

test('the address of a server is checked before it is used; the one set from outside stays', async ({
  open,
}) => {
  const { server } = viewOf();
  const none = { ...server, address: null, status: 'none', branding: null } as const;
  const { page, application } = await open({ account: viewOf({ server: none }) });
  await openAccount(page);
  await page.getByLabel('Address of the server').fill('not a server');
  await page.keyboard.press('Enter');
  await expect(page.getByText('This is not the address of a server').first()).toBeVisible();
  await page.getByLabel('Address of the server').fill('account.example.org');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'An account at account.example.org' })).toBeVisible();
  expect(application.script.calls.at(-1)?.input).toEqual({ address: 'https://account.example.org' });
  application.account.set({ server: { ...server, isFixed: true, trialInbox: 'http://127.0.0.1:1080/' } });
  await expect(page.getByRole('button', { name: 'Change the server' })).toBeHidden();
  await expect(page.getByRole('link', { name: 'this inbox' })).toHaveAttribute(
    'href',
    'http://127.0.0.1:1080/',
  );
});

for (const [status, words] of [
  ['offline', 'It does not answer.'],
  ['notLatchkey', 'it is not an account server of Latchkey'],
  ['appTooOld', 'It needs a newer Latchkey'],
  ['serverTooOld', 'It is older than this Latchkey can work with'],
  ['notStarted', 'The trial’s database did not start.'],
] as const) {
  test(`a server that is ${status} says so, with a next step, and the codes are one press away`, async ({
    open,
  }) => {
    const { server } = viewOf();
    const trialFailure =
      status === 'notStarted' ? ({ part: 'database', reason: 'FATAL: no space left' } as const) : null;
    const account = viewOf({
      server: { ...server, status, trialFailure },
      account: signedIn({ isStale: true }),
    });
    const { page } = await open({ account });
    await openAccount(page);
    await expect(page.getByText(words).first()).toBeVisible();
    if (trialFailure !== null) await expect(page.getByText(trialFailure.reason)).toBeVisible();
    await press(page, 'Try again');
    await expect(page.getByText(words)).toBeHidden();
    await press(page, 'Back to the codes');
    await expect(page.getByRole('heading', { name: 'No codes yet' })).toBeVisible();
  });
}
