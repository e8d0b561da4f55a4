import { expect, test } from './rig/account-fixtures.ts';
import { ada, codeFromMail, heading, linkFromMail } from './rig/account-person.ts';
import { pressKey, tabTo, type } from './rig/keyboard.ts';

test('from sign-up to signed out and in again with the keyboard alone', async ({ computer, service }) => {
  test.setTimeout(900_000);
  const page = await computer.openLatchkey({ env: { LATCHKEY_SERVER: service.address } });
  await pressKey(page, 'Continue');
  await pressKey(page, 'Start');
  await expect(heading(page, 'Add your first code')).toBeVisible();
  await pressKey(page, 'Account');

  await pressKey(page, /^Create an account/u);
  await type(page, 'Your name', ada.name);
  await type(page, 'E-mail address', ada.email);
  await type(page, 'Password', ada.password);
  await expect(page.getByRole('main').getByText(/^(?:Good|Strong): /u)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Your e-mail is on its way')).toBeVisible();

  await pressKey(page, 'Paste the link');
  await type(page, 'Link', await linkFromMail(service));
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Activate this account?')).toBeVisible();
  await pressKey(page, 'Activate');
  await pressKey(page, 'Set up the first method');

  await pressKey(page, /^E-mail/u);
  let before = service.inbox.mails.length;
  await type(page, 'Address for codes', ada.other);
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Enter the code')).toBeVisible();
  await type(page, 'Six-digit code', await codeFromMail(service, ada.other, before));

  await expect(heading(page, 'Keep these recovery codes')).toBeVisible();
  await tabTo(page, 'I have put them in a safe place');
  await page.keyboard.press('Space');
  await pressKey(page, 'Continue');
  await pressKey(page, 'Later');
  await pressKey(page, 'To the account page');

  await pressKey(page, 'Sign out');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await pressKey(page, 'Sign out');
  await pressKey(page, /^Sign in/u);
  await type(page, 'E-mail address', ada.email);
  await type(page, 'Password', ada.password);
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Show that it is you')).toBeVisible();
  await tabTo(page, /^Trust this computer for /u);
  await page.keyboard.press('Space');
  before = service.inbox.mails.length;
  await pressKey(page, /^E-mail/u);
  await type(page, 'Six-digit code', await codeFromMail(service, ada.other, before));
  await expect(page.getByText('this computer', { exact: true })).toBeVisible();
});
