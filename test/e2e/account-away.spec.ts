import type { Page } from '@playwright/test';
import { expect, test } from './rig/account-fixtures.ts';
import {
  ada,
  codeFromMail,
  fillSignUp,
  heading,
  linkFromMail,
  openAccount,
  pasteLink,
  press,
  screen,
  startSignIn,
} from './rig/account-person.ts';
import { makeVault } from './rig/person.ts';

test('the server going away leaves the person at each step where they were, with nothing lost', async ({
  computer,
  service,
}) => {
  test.setTimeout(900_000);
  const page = await computer.openLatchkey({ env: { LATCHKEY_SERVER: service.address } });
  await makeVault(page);
  await openAccount(page);

  /** Does something while the server is away: it says so on the same screen, and works once it is back. */
  const whileAway = async (act: () => Promise<void>, still: () => Promise<void>, again = act) => {
    await service.setAway(true);
    await act();
    await expect(trouble(page)).toBeVisible();
    await still();
    await service.setAway(false);
    await again();
  };

  await test.step('sign-up: what was typed is still there', async () => {
    await press(page, /^Create an account/u);
    await fillSignUp(page);
    await whileAway(
      () => press(page, 'Create the account'),
      async () => {
        await expect(page.getByLabel('Your name')).toHaveValue(ada.name);
        await expect(page.getByLabel('E-mail address')).toHaveValue(ada.email);
        await expect(page.getByLabel('Password', { exact: true })).toHaveValue(ada.password);
        await screen(page, 'server-away');
      },
    );
    await expect(heading(page, 'Your e-mail is on its way')).toBeVisible();
  });

  await test.step('a link: it is still good', async () => {
    const link = await linkFromMail(service);
    await service.setAway(true);
    await pasteLink(page, link);
    await expect(heading(page, 'The server does not answer')).toBeVisible();
    await screen(page, 'link-unreachable');
    await service.setAway(false);
    await page.getByRole('dialog').getByRole('button', { name: 'Try again' }).first().click();
    await expect(heading(page, 'Activate this account?')).toBeVisible();
    await whileAway(
      () => press(page, 'Activate'),
      () => expect(heading(page, 'Activate this account?')).toBeVisible(),
    );
    await press(page, 'Set up the first method');
  });

  await test.step('the choice of a method, its address, its code', async () => {
    await press(page, /^E-mail/u);
    await page.getByLabel('Address for codes').fill(ada.other);
    const before = service.inbox.mails.length;
    await whileAway(
      () => press(page, 'Send the code'),
      () => expect(page.getByLabel('Address for codes')).toHaveValue(ada.other),
    );
    const code = await codeFromMail(service, ada.other, before);
    const field = page.getByLabel('Six-digit code');
    await whileAway(
      () => field.fill(code),
      () => expect(field).toHaveValue(code),
      () => field.press('Enter'),
    );
  });

  await test.step('the recovery codes stay on the screen', async () => {
    const list = page.getByRole('list', { name: 'Recovery codes' });
    await expect(list.getByRole('listitem')).toHaveCount(10);
    await service.setAway(true);
    await page.getByText('I have put them in a safe place').click();
    await expect(list.getByRole('listitem')).toHaveCount(10);
    await service.setAway(false);
    await press(page, 'Continue');
    await expect(heading(page, 'Add a second method')).toBeVisible();
    await press(page, 'Later');
    await press(page, 'To the account page');
  });

  await test.step('signing out works without the server, and says what it could not tell it', async () => {
    await service.setAway(true);
    await press(page, 'Sign out');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByText('the server could not be told', { exact: false })).toBeVisible();
    await screen(page, 'sign-out-not-told');
    await service.setAway(false);
  });

  await test.step('signing in: the password, the wait for a code, the code', async () => {
    const signIn = page.getByRole('button', { name: /^Sign in/u });
    await signIn.first().click();
    const submit = page.getByLabel('Password', { exact: true });
    if (!(await submit.isVisible())) await signIn.first().click();
    await service.setAway(true);
    await startSignIn(page);
    await expect(trouble(page)).toBeVisible();
    await expect(submit).toHaveValue(ada.password);
    await service.setAway(false);
    await press(page, 'Sign in');
    await expect(heading(page, 'Show that it is you')).toBeVisible();
    const before = service.inbox.mails.length;
    await whileAway(
      () => press(page, /^E-mail/u),
      () => expect(heading(page, 'Show that it is you')).toBeVisible(),
    );
    const code = await codeFromMail(service, ada.other, before);
    const field = page.getByLabel('Six-digit code');
    await whileAway(
      () => field.fill(code),
      () => expect(field).toHaveValue(code),
      () => field.press('Enter'),
    );
    await expect(heading(page, ada.name)).toBeVisible();
  });
});

/** What the call just made says of the server being away; not the notice above, which may stand from one before. */
function trouble(page: Page) {
  return page
    .locator('[role="alert"], [slot="errorMessage"]')
    .filter({ hasText: 'The account server can’t be used now' });
}
