import { expect, type Page } from '@playwright/test';
import { settled, violations } from '../../window/axe.ts';
import type { AccountService } from './account-service.ts';
import { openMailBrowser, type MailBrowser } from './mail-browser.ts';
import { picture } from './pictures.ts';

/** Who the account is for. */
export const ada = {
  name: 'Ada Byron',
  email: 'ada@example.test',
  password: 'seven quiet otters paint walls',
  /** Another mailbox, for codes. */
  other: 'ada.byron@elsewhere.test',
  mobile: '+31612345678',
};

/** What the two mails of an account's beginning and its codes look like. */
const activationLink = /http\S+\/activate\?token=[\w-]+/u;
const sixDigits = /\b\d{6}\b/u;

export function heading(page: Page, name: string | RegExp) {
  return page.getByRole('heading', { name });
}

/** Presses a button by its name, as it stands there. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).click();
}

/** A screen of the account as the documentation shows it, checked by axe on the way. */
export async function screen(page: Page, name: string): Promise<void> {
  await checkedPicture(page, `account-${name}`);
}

/** A picture for the documentation, of a screen in which axe finds nothing. */
export async function checkedPicture(page: Page, name: string): Promise<void> {
  const said = page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Close' });
  // A message may come up while axe looks, half faded in: it is put away, and axe looks again.
  await expect(async () => {
    // It may be gone by itself before the click.
    while (await said.first().isVisible()) await said.first().click({ timeout: 2_000 });
    await settled(page);
    expect(await violations(page), `axe on ${name}`).toEqual([]);
  }).toPass({ timeout: 60_000 });
  await picture(page, name, { steady: true });
}

export async function openAccount(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account/u }).click();
}

export async function fillSignUp(page: Page, person = ada): Promise<void> {
  await page.getByLabel('Your name').fill(person.name);
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  // The page's own words: a live region says them too.
  await expect(page.getByRole('main').getByText(/^(?:Good|Strong): /u)).toBeVisible();
}

/** From the welcome to "your mail is on its way". */
export async function signUp(page: Page, person = ada): Promise<void> {
  await press(page, /^Create an account/u);
  await fillSignUp(page, person);
  await press(page, 'Create the account');
  await expect(heading(page, 'Your e-mail is on its way')).toBeVisible();
}

/** The link in the newest mail to an address that came after `notBefore` others of the inbox. */
export async function linkFromMail(
  service: AccountService,
  email = ada.email,
  notBefore = 0,
): Promise<string> {
  const [link] = await service.inbox.waitForMail(email, activationLink, notBefore);
  return link;
}

/** The code in the newest mail to an address that came after `notBefore` others of the inbox. */
export async function codeFromMail(
  service: AccountService,
  address: string,
  notBefore: number,
): Promise<string> {
  const [code] = await service.inbox.waitForMail(address, sixDigits, notBefore);
  return code;
}

/** The person reads the mail in a browser and presses the landing page's button, which reaches the desktop. */
export async function followToApp(env: Record<string, string>, link: string): Promise<MailBrowser> {
  const browser = await openMailBrowser(env, link);
  await browser.page.getByRole('link', { name: 'Open in Latchkey' }).click();
  return browser;
}

/** Hands the link to the running Latchkey by pasting it, where the way through the desktop is not what is tested. */
export async function pasteLink(page: Page, link: string): Promise<void> {
  await press(page, 'Paste the link');
  await page.getByLabel('Link').fill(link);
  await press(page, 'Look at it');
}

/** From "your mail is on its way" to the choice of the first method. */
export async function activate(page: Page, service: AccountService): Promise<void> {
  await pasteLink(page, await linkFromMail(service));
  await expect(heading(page, 'Activate this account?')).toBeVisible();
  await press(page, 'Activate');
  await press(page, 'Set up the first method');
  await expect(heading(page, 'How will you show that it is you?')).toBeVisible();
}

/** Sets up codes by mail, from the choice of a method on. */
export async function addEmail(page: Page, service: AccountService, address = ada.other): Promise<void> {
  const before = service.inbox.mails.length;
  await press(page, /^E-mail/u);
  await page.getByLabel('Address for codes').fill(address);
  await press(page, 'Send the code');
  await expect(heading(page, 'Enter the code')).toBeVisible();
  await page.getByLabel('Six-digit code').fill(await codeFromMail(service, address, before));
}

/** Ticks that the recovery codes are kept, and goes on; gives them. */
export async function keepRecoveryCodes(page: Page): Promise<string[]> {
  await expect(heading(page, 'Keep these recovery codes')).toBeVisible();
  const items = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(items).toHaveCount(10);
  const codes = await items.allInnerTexts();
  await page.getByText('I have put them in a safe place').click();
  await press(page, 'Continue');
  return codes;
}

/** Address and password, up to what follows them. */
export async function startSignIn(page: Page, person = ada): Promise<void> {
  const address = page.getByLabel('E-mail address');
  if ((await address.inputValue()) !== person.email) await address.fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await press(page, 'Sign in');
}

/** Confirms a sign-in or a change by the code that is mailed to the address for codes. */
export async function confirmByMail(page: Page, service: AccountService, address = ada.other): Promise<void> {
  const before = service.inbox.mails.length;
  await press(page, /E-mail a code to/u);
  await page.getByLabel('Six-digit code').fill(await codeFromMail(service, address, before));
}

/** Signs out by the account page, and says yes. */
export async function signOut(page: Page): Promise<void> {
  await press(page, 'Sign out');
  await page
    .getByRole('dialog')
    .or(page.getByRole('alertdialog'))
    .getByRole('button', { name: 'Sign out' })
    .click();
}
