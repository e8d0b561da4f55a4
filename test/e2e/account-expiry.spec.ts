import { accountLimits } from '../../src/contract/account-service/limits.ts';
import { expect, test } from './rig/account-fixtures.ts';
import {
  activate,
  ada,
  addEmail,
  codeFromMail,
  heading,
  keepRecoveryCodes,
  linkFromMail,
  openAccount,
  pasteLink,
  press,
  screen,
  signUp,
  startSignIn,
} from './rig/account-person.ts';
import { makeVault } from './rig/person.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

test('a link of two days still activates; a minute later it is too old, and a newer one does', async ({
  computer,
  service,
}) => {
  test.setTimeout(900_000);
  const page = await computer.openLatchkey({ env: { LATCHKEY_SERVER: service.address } });
  await makeVault(page);
  await openAccount(page);
  await signUp(page);
  const link = await linkFromMail(service);

  await service.passTime(2 * day - minute);
  await pasteLink(page, link);
  await expect(heading(page, 'Activate this account?')).toBeVisible();
  await press(page, 'Not mine: do nothing');

  await service.passTime(2 * minute);
  await pasteLink(page, link);
  await expect(heading(page, 'This link is too old')).toBeVisible();
  await screen(page, 'link-too-old');
  const before = service.inbox.mails.length;
  await press(page, 'Send me a new link');
  await expect(heading(page, 'This link is too old')).toBeHidden();
  await expect(heading(page, 'Your e-mail is on its way')).toBeVisible();
  const newer = await linkFromMail(service, ada.email, before);
  expect(newer).not.toBe(link);

  await pasteLink(page, newer);
  await press(page, 'Activate');
  await expect(heading(page, 'Your account is activated')).toBeVisible();
});

test('a code of ten minutes counts until then; a trusted computer asks for one again after the days of trust', async ({
  computer,
  service,
}) => {
  test.setTimeout(900_000);
  const env = { LATCHKEY_SERVER: service.address };
  let page = await computer.openLatchkey({ env });
  await makeVault(page);
  await openAccount(page);
  await signUp(page);
  await activate(page, service);

  await test.step('the first code, typed too late, is refused, and the next one counts', async () => {
    const before = service.inbox.mails.length;
    await press(page, /^E-mail/u);
    await page.getByLabel('Address for codes').fill(ada.other);
    await press(page, 'Send the code');
    const late = await codeFromMail(service, ada.other, before);
    await service.passTime(10 * minute + 1_000);
    await page.getByLabel('Six-digit code').fill(late);
    await expect(page.getByLabel('Six-digit code')).toHaveAccessibleDescription(/This code has expired/u);
    await screen(page, 'code-too-old');

    const second = service.inbox.mails.length;
    await press(page, 'Use another address');
    await addEmail(page, service);
    expect(service.inbox.mails.length).toBeGreaterThan(second);
    await keepRecoveryCodes(page);
  });

  const restart = async () => {
    await computer.quitLatchkey();
    page = await computer.openLatchkey({ env });
    await openAccount(page);
  };

  await test.step('sign in with trust', async () => {
    await press(page, 'Later');
    await press(page, 'To the account page');
    await press(page, 'Sign out');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click();
    await press(page, /^Sign in/u);
    await startSignIn(page);
    await page.getByText(/^Trust this computer for /u).click();
    const before = service.inbox.mails.length;
    await press(page, /^E-mail/u);
    await page.getByLabel('Six-digit code').fill(await codeFromMail(service, ada.other, before));
    await expect(heading(page, ada.name)).toBeVisible();
  });

  await test.step('an hour before the days of trust are over the password is enough', async () => {
    await service.passTime(accountLimits.trustDays * day - hour - minute);
    await restart();
    await startSignIn(page);
    await expect(heading(page, ada.name)).toBeVisible();
  });

  await test.step('a minute after, a code is asked: using the trust did not make it longer', async () => {
    await service.passTime(hour + 2 * minute);
    await restart();
    await startSignIn(page);
    await expect(heading(page, 'Show that it is you')).toBeVisible();
  });
});
