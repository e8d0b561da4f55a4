import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { zbarRead } from '../rig/zbar.ts';
import { expect, test } from './rig/account-fixtures.ts';
import {
  activate,
  ada,
  addEmail,
  checkedPicture,
  confirmByMail,
  heading,
  keepRecoveryCodes,
  openAccount,
  press,
  signUp,
  startSignIn,
} from './rig/account-person.ts';
import type { AccountService } from './rig/account-service.ts';
import { canary, expectCodeOfNow, otpauth, spellings } from './rig/codes.ts';
import type { Computer } from './rig/fixtures.ts';
import { addByText, makeKit, makeVault, openSection, shownCode } from './rig/person.ts';

const secrets = {
  mail: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  library: 'MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U',
  forge: 'NBSWY3DPEBWGC5DDNBVWK6JANBSXE4TF',
};

test('two computers have the same codes: turned on with the kit, joined by a QR code, and one removed', async ({
  computer,
  another,
  service,
}) => {
  test.setTimeout(900_000);
  const env = { LATCHKEY_SERVER: service.address };
  const one = await computer.openLatchkey({ env });
  await makeVault(one);
  await addByText(one, otpauth('Bank', 'ada@example.org'));
  const { groups } = await makeKit(one);
  await back(one);

  await test.step('one computer: an account, then sync with the kit', async () => {
    await openAccount(one);
    await signUp(one);
    await activate(one, service);
    await addEmail(one, service);
    await keepRecoveryCodes(one);
    await press(one, 'Later');
    await press(one, 'To the account page');
    await expect(heading(one, ada.name)).toBeVisible();
    await back(one);
    await openSection(one, 'Sync');
    await press(one, 'Turn on sync…');
    await one.getByLabel('Kit code').fill(groups.join(' '));
    await one.keyboard.press('Enter');
    await confirmed(one, service, members(one));
    await checkedPicture(one, 'sync-on');
  });

  const other = await another.openLatchkey({ env });
  await test.step('the other computer signs in, and shows how to let it in', async () => {
    await makeVault(other);
    await addByText(other, otpauth('Mail', 'ada@example.org', secrets.mail));
    await openAccount(other);
    await press(other, /^Sign in/u);
    await signIn(other, service);
    await back(other);
    await openSection(other, 'Sync');
    await press(other, 'Join with six words');
    await expect(other.getByRole('list', { name: 'The six words' }).getByRole('listitem')).toHaveCount(6);
    await checkedPicture(other, 'sync-words');
  });

  await test.step('a scan of its QR code at the first one lets it in, and each has the codes of both', async () => {
    await showPictureOf(other.getByRole('img', { name: 'The six words as a QR code' }), computer);
    await press(one, 'Add a computer');
    await press(one, 'Scan the screen');
    await confirmed(one, service, names(one).nth(2));
    await expect(names(other)).toHaveCount(3);
    await checkedPicture(other, 'sync-joined');
    for (const page of [one, other]) {
      await back(page);
      await expectCodeOfNow(() => shownCode(page, 'Bank'), { secret: canary });
      await expectCodeOfNow(() => shownCode(page, 'Mail'), { secret: secrets.mail });
    }
  });

  await test.step('a code that is added at one is there at the other', async () => {
    await addByText(other, otpauth('Library', 'ada@example.org', secrets.library));
    await expect(one.getByText('Library').first()).toBeVisible();
  });

  await test.step('removed: it says so, and gets nothing new; what it knew is listed to renew', async () => {
    await openSection(one, 'Sync');
    await members(one)
      .getByRole('button', { name: /^Remove (?!Recovery kit)/u })
      .first()
      .click();
    await press(one, 'Remove it');
    await confirmed(one, service, heading(one, /^Renew what /u));
    await checkedPicture(one, 'sync-renew');
    await back(one);
    await addByText(one, otpauth('Forge', 'ada@example.org', secrets.forge));
    await openSection(one, 'Sync');
    await expect(heading(one, 'Your computers have the same codes')).toBeVisible();
    await openSection(other, 'Sync');
    await expect(other.getByText('Sync waits until you sign in')).toBeVisible();
    await other.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await signIn(other, service);
    await back(other);
    await openSection(other, 'Sync');
    await expect(other.getByText('Another computer removed this one')).toBeVisible();
    await checkedPicture(other, 'sync-removed');
    await back(other);
    await expect(other.getByText('Library').first()).toBeVisible();
    await expect(other.getByText('Forge')).toHaveCount(0);
  });

  await test.step('nothing that the service got, kept or logged holds a secret', async () => {
    const logs = Buffer.from(service.logs());
    for (const spelling of [canary, ...Object.values(secrets)].flatMap(spellings))
      expect(logs.includes(spelling)).toBe(false);
  });
});

/** From the form to the account page. */
async function signIn(page: Page, service: AccountService): Promise<void> {
  await startSignIn(page);
  await expect(heading(page, 'Show that it is you')).toBeVisible();
  await confirmByMail(page, service);
  await expect(heading(page, ada.name)).toBeVisible();
}

/** To the codes. */
async function back(page: Page): Promise<void> {
  await press(page, 'Back to the codes');
}

function members(page: Page): Locator {
  return page.getByRole('region', { name: 'Your computers' });
}

function names(page: Page): Locator {
  return members(page).getByRole('heading', { level: 3 });
}

/** Waits for what an act leads to, and confirms it on the way if the last check was over five minutes ago. */
async function confirmed(page: Page, service: AccountService, done: Locator): Promise<void> {
  const asked = heading(page, 'Confirm that it is you');
  await expect(asked.or(done).first()).toBeVisible();
  if (await asked.isVisible()) await confirmByMail(page, service);
  await expect(done).toBeVisible();
}

/** Holds a photo of a QR code beside the window. */
async function showPictureOf(code: Locator, computer: Computer): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-photo-'));
  const path = join(folder, 'photo.png');
  const bytes = await code.screenshot({ path });
  const [text = 'no code'] = await zbarRead(path);
  await rm(folder, { recursive: true });
  const source = `data:image/png;base64,${bytes.toString('base64')}`;
  await computer.showBeside(
    `<body style="background: #999"><img alt="" src="${source}" style="margin: 80px">`,
    text,
  );
}
