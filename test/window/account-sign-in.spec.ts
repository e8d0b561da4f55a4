import { plainRecoveryCode } from '../../src/contract/account-service/spelling.ts';
import { openAccount, press } from './account-steps.ts';
import { heldBack, mailedCode, rightCode } from './fake-account.ts';
import { day, secondFactor, signedOut, viewOf } from './made-up-account.ts';
import { expect, test } from './open.ts';
import { listen } from './rig/heard.ts';

test('the code of this Latchkey is handed in with one press, and the tick trusts this computer', async ({
  open,
}) => {
  const { page, application } = await open();
  await openAccount(page);
  await press(page, 'Sign in');
  await page.getByLabel('E-mail address').fill('ada@example.org');
  await page.getByRole('textbox', { name: 'Password' }).fill('correct horse battery');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Until \w+.* the password alone is enough here/).first()).toBeVisible();
  await page.getByText(/^Trust this computer for /).click();
  await press(page, 'Use the code of this Latchkey');
  await expect(page.getByRole('heading', { name: 'Ada Lovelace' })).toBeFocused();
  const verified = application.script.calls.find(({ path }) => path === 'account.signIn.verify');
  expect(verified?.input).toEqual({ methodId: expect.any(String), trust: true });
});

for (const [trustDays, period] of [
  [1, 'a day'],
  [7, 'a week'],
  [10, '10 days'],
  [14, '2 weeks'],
] as const) {
  test(`a server that trusts for ${trustDays} days: the tick says ${period}, and until when`, async ({
    open,
  }) => {
    const view = viewOf({ account: secondFactor() });
    const branding = view.server.branding && { ...view.server.branding, trustDays };
    const { page } = await open({ account: { ...view, server: { ...view.server, branding } } });
    await openAccount(page);
    const tick = page.locator('label', { hasText: `Trust this computer for ${period}` });
    const until = new Date(Date.now() + trustDays * day);
    // Near days are named: tomorrow, a weekday.
    const when = trustDays > 7 ? `Until ${until.getDate()} ` : 'Until ';
    await expect(tick).toContainText(when);
  });
}

test('a trusted computer asks for the password only, and says until when', async ({ open }) => {
  const account = signedOut({ address: 'ada@example.org', trustedUntil: Date.now() + 3 * day });
  const { page } = await open({ account: viewOf({ account }) });
  await openAccount(page);
  await expect(page.getByText(/This computer is trusted until \w+day \d\d:\d\d/).first()).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toHaveValue('ada@example.org');
  await expect(page.getByRole('textbox', { name: 'Password' })).toBeFocused();
  await page.keyboard.type('correct horse battery');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Ada Lovelace' })).toBeVisible();
});

test('a wrong password is said beside the form, and what was typed stays', async ({ open }) => {
  const { page } = await open({ account: viewOf({ account: signedOut({ address: 'ada@example.org' }) }) });
  await openAccount(page);
  await page.keyboard.type('not this one');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('This address and password do not match');
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('not this one');
});

test('while strangers guess at the address, the code of its mail gets past the wait', async ({ open }) => {
  const { page, application } = await open({
    account: viewOf({ account: signedOut({ address: heldBack }) }),
  });
  await openAccount(page);
  await page.keyboard.type('correct horse battery');
  await expect(page.getByLabel('Code from the e-mail')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('an e-mail with a code is on its way');
  await expect(page.getByRole('alert')).toContainText('or try again in 32 minutes');
  await expect(page.getByLabel('Code from the e-mail')).toBeFocused();
  await page.keyboard.type('7K2M');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The code has 16 letters and digits.')).toBeVisible();
  await expect(page.getByLabel('Code from the e-mail')).toBeFocused();
  // Sixteen with the dots and the letter left out, as the server does not.
  for (const typed of ['7K2M.9QXA.B4TC.0WZE', '7K2M-9QXA-B4TC-0WZEé']) {
    await page.getByLabel('Code from the e-mail').fill(typed);
    await page.keyboard.press('Enter');
    await expect(page.getByText('The code has 16 letters and digits.')).toBeVisible();
    await expect(page.getByText('Something went wrong')).toHaveCount(0);
  }
  await page.getByLabel('Code from the e-mail').fill('7K2M-9QXA-B4TC-0WZF');
  await page.keyboard.press('Enter');
  const field = page.getByLabel('Code from the e-mail');
  await expect(field).toHaveAccessibleDescription(
    /not the code from the newest e-mail.*without it in 32 minutes/,
  );
  await expect(page.getByText('is on its way')).toHaveCount(0);
  await page.screenshot({ path: 'test-results/confirmation-wrong.png' });
  await field.press('End');
  await field.press('Backspace');
  await expect(field).not.toHaveAccessibleDescription(/not the code/);
  // As a Japanese keyboard types it, with letters for the digits they look like.
  await page.getByLabel('Code from the e-mail').fill('７ｋ２ｍ 9QXA–b4tc–OWZE');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Show that it is you' })).toBeVisible();
  const asked = application.script.calls.filter(({ path }) => path === 'account.signIn.start');
  expect(asked.map(({ input }) => Object(input).confirmation)).toEqual([
    undefined,
    '7K2M9QXAB4TC0WZF',
    plainRecoveryCode(mailedCode),
  ]);
});

test('a code by mail: sent on the press, typed, and another one after its wait', async ({ open }) => {
  const { page, application } = await open({ account: viewOf({ account: secondFactor() }) });
  await openAccount(page);
  await press(page, 'E-mail');
  await expect(page.getByText('We e-mailed it to a•••@proton.me').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Send another code in/ })).toBeDisabled();
  await expect(page.getByLabel('Six-digit code')).toBeFocused();
  await page.keyboard.type('000000');
  await expect(page.getByText('You have 4 tries left.').first()).toBeVisible();
  await page.keyboard.type(rightCode);
  await expect(page.getByRole('heading', { name: 'Ada Lovelace' })).toBeVisible();
  expect(application.script.calls.filter(({ path }) => path === 'account.signIn.send')).toHaveLength(1);
});

test('a recovery code lets in; half a one is not sent', async ({ open }) => {
  const { page, application } = await open({ account: viewOf({ account: secondFactor() }) });
  await openAccount(page);
  await press(page, 'Use a recovery code');
  await page.keyboard.type('0ADA-LOVE');
  await page.keyboard.press('Enter');
  await expect(page.getByText('A recovery code has sixteen letters and digits.').first()).toBeVisible();
  expect(application.script.calls.map(({ path }) => path)).not.toContain('account.signIn.recover');
  await page.getByLabel('Recovery code').fill('0ada love lace 1805');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Ada Lovelace' })).toBeVisible();
});

test('the way back leads from the second proof to the password, with the address filled in', async ({
  open,
}) => {
  const { page } = await open({ account: viewOf({ account: secondFactor() }) });
  await openAccount(page);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(page.getByLabel('E-mail address')).toHaveValue('ada@example.org');
  await expect(page.getByRole('textbox', { name: 'Password' })).toBeFocused();
});

test('an attempt that is over, or a session that ended, says why and asks for the password', async ({
  open,
}) => {
  const account = signedOut({ address: 'ada@example.org', ended: 'elsewhere' });
  const { page, application } = await open({ account: viewOf({ account }) });
  await openAccount(page);
  await expect(page.getByText('Your session was ended from another computer').first()).toBeVisible();
  application.account.set({ account: signedOut({ address: 'ada@example.org', ended: 'expired' }) });
  await expect(page.getByText('Your session has expired.').first()).toBeVisible();
});

test('a forgotten password: the mail is asked for, and the answer gives nothing away', async ({ open }) => {
  const { page } = await open();
  await openAccount(page);
  await press(page, 'Sign in');
  await page.getByLabel('E-mail address').fill('ada@example.org');
  await press(page, 'Forgot the password?');
  await expect(page.getByLabel('E-mail address')).toHaveValue('ada@example.org');
  await page.keyboard.press('Enter');
  await expect(
    page.getByText('If there is an account with this address, a link is on its way to'),
  ).toBeVisible();
});

test('no access: support is asked with a reason, and what happens next is said, now and later', async ({
  open,
}) => {
  const { page, application } = await open({ account: viewOf({ account: secondFactor() }) });
  await openAccount(page);
  await press(page, 'No access to any of these?');
  await expect(page.getByLabel('E-mail address of the account')).toHaveValue('ada@example.org');
  await press(page, 'Ask for help');
  await expect(page.getByText('Say in a sentence what happened.').first()).toBeVisible();
  await page.getByLabel('What happened?').fill('My phone is lost.');
  await page.getByLabel('Where can they answer you?').fill('ada@work.example');
  await press(page, 'Ask for help');
  await expect(page.getByText('LK-7F3K-92QD').first()).toBeVisible();
  await expect(page.getByText('They answer at ada@work.example').first()).toBeVisible();
  expect(application.script.calls.at(-1)?.input).toEqual({
    email: 'ada@example.org',
    reason: 'My phone is lost.',
    contact: 'ada@work.example',
  });
  application.account.set({ account: signedOut({ address: 'ada@example.org' }) });
  await expect(page.getByText('Your reference: LK-7F3K-92QD').first()).toBeVisible();
  await press(page, 'What happens next', 'Got it');
  await expect(page.getByText('LK-7F3K-92QD')).toBeHidden();
});

test('the title of a step whose field takes the focus is said once, and where a code was sent', async ({
  open,
  page,
}) => {
  const heard = await listen(page);
  await open({ account: viewOf({ account: signedOut({}) }) });
  await openAccount(page);
  await press(page, 'Sign in');
  await expect(page.getByLabel('E-mail address')).toBeFocused();
  expect((await heard.all()).filter((line) => line === 'Sign in')).toHaveLength(1);
  await page.getByLabel('E-mail address').fill('ada@example.org');
  await page.getByRole('textbox', { name: 'Password' }).fill('correct horse battery');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Show that it is you' })).toBeVisible();
  await press(page, 'E-mail');
  await expect(page.getByLabel('Six-digit code')).toBeFocused();
  await expect.poll(() => heard.times('We e-mailed it to')).toBe(1);
});
