import type { Page } from '@playwright/test';
import { expect, test } from './rig/account-fixtures.ts';
import {
  ada,
  addEmail,
  fillSignUp,
  followToApp,
  heading,
  keepRecoveryCodes,
  linkFromMail,
  openAccount,
  press,
  screen,
  signOut,
  startSignIn,
} from './rig/account-person.ts';
import { spellings } from './rig/codes.ts';
import { makeVault } from './rig/person.ts';
import { picture } from './rig/pictures.ts';

test('from "I have no account" to trusted, locked out, helped and set up anew', async ({
  computer,
  service,
}) => {
  test.setTimeout(900_000);
  const env = { LATCHKEY_SERVER: service.address, LATCHKEY_LINKS: '1' };
  let page = await computer.openLatchkey({ env });
  await makeVault(page);
  let secret = '';
  let recoveryCodes: string[] = [];

  await test.step('sign up', async () => {
    await openAccount(page);
    await expect(heading(page, 'An account at Example')).toBeVisible();
    await screen(page, 'welcome');
    await press(page, /^Create an account/u);
    await fillSignUp(page);
    await screen(page, 'sign-up');
    await press(page, 'Create the account');
    await expect(heading(page, 'Your e-mail is on its way')).toBeVisible();
    await screen(page, 'mail');
  });

  await test.step('read the mail, and follow its link through the landing page into the app', async () => {
    const mail = await followToApp(computer.env, await linkFromMail(service));
    await picture(mail.page, 'account-landing');
    await expect(heading(page, 'Activate this account?')).toBeVisible();
    await expect(page.getByText(new URL(service.address).host)).toBeVisible();
    await screen(page, 'activate');
    await mail.close();
    await press(page, 'Activate');
    await expect(heading(page, 'Your account is activated')).toBeVisible();
    await screen(page, 'activated');
    await press(page, 'Set up the first method');
  });

  await test.step('enrol the authenticator by scanning the QR code that stands on the screen', async () => {
    await expect(heading(page, 'How will you show that it is you?')).toBeVisible();
    await screen(page, 'methods');
    await press(page, /^Authenticator app/u);
    await expect(heading(page, 'Set up the authenticator app')).toBeVisible();
    await expect(page.getByRole('img', { name: /^QR code/u })).toBeVisible();
    await screen(page, 'authenticator');
    await press(page, /Type this key/u);
    secret = await page.locator('.selectable.font-mono').innerText();
    await page.getByRole('img', { name: /^QR code/u }).scrollIntoViewIfNeeded();
    await press(page, 'Scan the screen');
  });

  await test.step('keep the recovery codes', async () => {
    await expect(heading(page, 'Keep these recovery codes')).toBeVisible();
    await screen(page, 'recovery-codes');
    recoveryCodes = await keepRecoveryCodes(page);
    expect(recoveryCodes).toHaveLength(10);
  });

  await test.step('enrol e-mail at another address', async () => {
    await expect(heading(page, 'Add a second method')).toBeVisible();
    await screen(page, 'second-method');
    await press(page, 'Add a second method');
    await addEmail(page, service);
    await expect(heading(page, 'All set')).toBeVisible();
    await screen(page, 'all-set');
    await press(page, 'To the account page');
    await expect(heading(page, ada.name)).toBeVisible();
    await screen(page, 'page');
  });

  await test.step('sign out: what it ends is said before, and nothing of the account stays', async () => {
    await press(page, 'Sign out');
    await expect(page.getByRole('alertdialog')).toContainText('the trust in this computer');
    await screen(page, 'sign-out');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByText('You are signed out.', { exact: false })).toBeVisible();
    await press(page, /^Sign in/u);
    await expect(page.getByLabel('E-mail address')).toHaveValue('');
  });

  await test.step('sign in with the code filled in, and trust this computer', async () => {
    await startSignIn(page);
    await expect(heading(page, 'Show that it is you')).toBeVisible();
    await page.getByText(/^Trust this computer for /u).click();
    await screen(page, 'second-factor');
    await handInOwnCode(page);
    await expect(page.getByText('this computer', { exact: true })).toBeVisible();
    await expect(page.getByText(/^Trusted until /u)).toBeVisible();
    await page.getByText(/^Trusted until /u).scrollIntoViewIfNeeded();
    await screen(page, 'trusted');
  });

  await test.step('close, and open: only the password is asked', async () => {
    await computer.quitLatchkey();
    page = await computer.openLatchkey({ env });
    await openAccount(page);
    await expect(heading(page, 'Welcome back')).toBeVisible();
    await expect(page.getByLabel('E-mail address')).toHaveValue(ada.email);
    await expect(page.getByText(/^This computer is trusted until /u)).toBeVisible();
    await screen(page, 'password-only');
    await startSignIn(page);
    await expect(heading(page, ada.name)).toBeVisible();
    await expect(page.getByText('this computer', { exact: true })).toBeVisible();
  });

  await test.step('sign out ends the trust: the second factor is asked again', async () => {
    await signOut(page);
    await press(page, /^Sign in/u);
    await startSignIn(page);
    await expect(heading(page, 'Show that it is you')).toBeVisible();
    await handInOwnCode(page);
    await expect(heading(page, ada.name)).toBeVisible();
    await expect(page.getByText('None. Tick', { exact: false })).toBeVisible();
  });

  await test.step('replace codes by mail with codes by SMS: the old one goes when the new one counts', async () => {
    await press(page, /^Replace: E-mail/u);
    await expect(heading(page, /^Replace E-mail/u)).toBeVisible();
    await screen(page, 'replace');
    await press(page, /^SMS/u);
    await page.getByRole('combobox', { name: 'Country' }).fill('Netherlands');
    await page.getByRole('option', { name: /^Netherlands/u }).click();
    await page.getByLabel('Mobile number').fill('06 1234 5678');
    await expect(page.getByText('The code goes to +31 6 12345678')).toBeVisible();
    await screen(page, 'sms');
    await press(page, 'Send the code');
    await expect(heading(page, 'Enter the code')).toBeVisible();
    await screen(page, 'code');
    const [code] = await service.inbox.waitForSms(ada.mobile, /\b\d{6}\b/u);
    await page.getByLabel('Six-digit code').fill(code);
    await expect(heading(page, ada.name)).toBeVisible();
    await expect(page.getByText(ada.other)).toBeHidden();
    await expect(page.getByRole('button', { name: /^Remove: /u })).toHaveCount(2);
  });

  await test.step('remove one, and find that the last one stays and why', async () => {
    await press(page, /^Remove: SMS/u);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    const last = page.getByRole('button', { name: /^Remove: / });
    await expect(last).toHaveCount(1);
    await expect(last).toBeDisabled();
    await expect(last).toHaveAccessibleDescription(/Your last method can’t be removed/u);
    await screen(page, 'last-method');
  });

  await test.step('no access: ask support, who resets the methods, and every address is told', async () => {
    await signOut(page);
    await press(page, /^Sign in/u);
    await press(page, 'I can’t get in');
    await page.getByLabel('E-mail address of the account').fill(ada.email);
    await page.getByLabel('What happened?').fill('My laptop with the authenticator was stolen.');
    await page.getByLabel('Where can they answer you?').fill('ada@neighbour.test');
    await screen(page, 'support');
    const before = service.inbox.mails.length;
    await press(page, 'Ask for help');
    await expect(heading(page, 'Your request is with support')).toBeVisible();
    await screen(page, 'support-sent');
    const reference = await page.locator('strong.selectable').innerText();
    expect(await service.operator('support', 'list')).toContain(reference);
    const proof = ['--operator', 'grace', '--proof', 'video call, passport'];
    await service.operator('mfa', 'reset', '--request', reference, ...proof);
    await service.inbox.waitForMail(ada.email, /reset/iu, before);
    await press(page, 'Got it');
  });

  await test.step('set up anew', async () => {
    await press(page, /^Sign in/u);
    await startSignIn(page);
    await expect(heading(page, 'How will you show that it is you?')).toBeVisible();
    await addEmail(page, service);
    const fresh = await keepRecoveryCodes(page);
    expect(fresh.some((code) => recoveryCodes.includes(code))).toBe(false);
    await expect(heading(page, 'Add a second method')).toBeVisible();
    await press(page, 'Later');
    await press(page, 'To the account page');
    await expect(page.getByText('You have one.', { exact: false })).toBeVisible();
  });

  await test.step('activity tells all of it, in the person’s words', async () => {
    await press(page, /^Activity/u);
    await expect(page.getByText('Support reset the methods')).toBeVisible();
    await screen(page, 'activity');
  });

  await computer.quitLatchkey();
  await test.step('nothing of it was where it must not be', async () => {
    const recorded = await computer.recorded();
    const toWindow = recorded.filter(({ name }) => name.startsWith('frame'));
    expect(toWindow.length).toBeGreaterThan(50);
    expect(service.tokens.size).toBeGreaterThan(5);
    for (const { name, bytes } of recorded) {
      for (const token of [...service.tokens, ada.password]) {
        expect(bytes.includes(token), `a token or the password stands in ${name}`).toBe(false);
      }
      expect(
        /"d":"[\w-]{43}"|PRIVATE KEY/u.test(bytes.toString('latin1')),
        `a private key stands in ${name}`,
      ).toBe(false);
      // The QR code's screen is asked for the key, in groups, and nothing else is.
      const isQr = bytes.includes('"rows"');
      for (const spelling of spellings(secret.replaceAll(/\s/gu, ''))) {
        expect(!isQr && bytes.includes(spelling), `the authenticator's key stands in ${name}`).toBe(false);
      }
    }
  });
});

/** This vault's code; one that was used already is refused until the next one, at most 30 s later. */
async function handInOwnCode(page: Page): Promise<void> {
  const done = heading(page, ada.name);
  await expect(async () => {
    if (await done.isVisible()) return;
    await press(page, 'Use the code of this Latchkey');
    await expect(done).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 180_000, intervals: [3_000] });
}
