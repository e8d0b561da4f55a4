import type { AccountView } from '../../src/contract/account-state.ts';
import { defaultPreferences } from '../../src/contract/preferences.ts';
import { openAccount, press } from './account-steps.ts';
import { contrastViolations, settled, violations } from './axe.ts';
import {
  day,
  enrolling,
  linkOf,
  methodOf,
  minute,
  onItsWay,
  secondFactor,
  signedIn,
  signedOut,
  viewOf,
} from './made-up-account.ts';
import { expect, test } from './open.ts';

interface Screen {
  name: string;
  account: AccountView;
  /** Buttons to press after the account was opened, by the beginnings of their names. */
  presses?: string[];
}

const { server } = viewOf();
const sent = { hint: 'x', expiresAt: Date.now() + minute, resendAt: Date.now() + minute };
const totp = {
  methodId: crypto.randomUUID(),
  kind: 'totp',
  destination: 'Authenticator app',
  entryId: null,
  replaces: null,
} as const;
const email = { ...totp, kind: 'email', destination: 'ada.codes@proton.me', sent } as const;
const inside = viewOf({ account: signedIn() });

const screens: Screen[] = [
  {
    name: 'server',
    account: viewOf({ server: { ...server, status: 'none', address: null, branding: null } }),
  },
  {
    name: 'welcome, in trouble, in a trial',
    account: viewOf({ server: { ...server, status: 'notLatchkey', trialInbox: 'http://127.0.0.1:1080/' } }),
  },
  {
    name: 'sign-up with what is missing',
    account: viewOf(),
    presses: ['Create an account', 'Create the account'],
  },
  { name: 'paste', account: viewOf(), presses: ['Paste a link'] },
  {
    name: 'mail',
    account: viewOf({ account: onItsWay() }),
    presses: ['No e-mail yet?', 'What if', 'This address is wrong'],
  },
  { name: 'choice of a method', account: viewOf({ account: enrolling() }) },
  { name: 'e-mail', account: viewOf({ account: enrolling() }), presses: ['E-mail', 'Send the code'] },
  { name: 'SMS', account: viewOf({ account: enrolling() }), presses: ['SMS', 'Send the code'] },
  { name: 'first code', account: viewOf({ account: enrolling({ pending: email }) }) },
  {
    name: 'authenticator',
    account: viewOf({ account: enrolling({ pending: totp }) }),
    presses: ['Can’t scan? Type this key'],
  },
  { name: 'recovery codes', account: viewOf({ account: signedIn({ recoveryCodesToKeep: true }) }) },
  {
    name: 'sign-in that ended elsewhere, on a trusted computer',
    account: viewOf({
      account: signedOut({ address: 'a@b.nl', ended: 'elsewhere', trustedUntil: Date.now() + day }),
    }),
  },
  { name: 'second proof', account: viewOf({ account: secondFactor() }) },
  { name: 'code by mail', account: viewOf({ account: secondFactor() }), presses: ['E-mail'] },
  {
    name: 'recovery code',
    account: viewOf({ account: secondFactor() }),
    presses: ['Use a recovery code', 'Use this'],
  },
  { name: 'forgotten', account: viewOf(), presses: ['Sign in', 'Forgot'] },
  { name: 'no access', account: viewOf({ account: secondFactor() }), presses: ['No access', 'Ask for help'] },
  {
    name: 'support was asked',
    account: viewOf({ support: { reference: 'LK-1', contact: 'a@b.nl', sentAt: Date.now() } }),
    presses: ['What happens next'],
  },
  { name: 'account page', account: inside },
  {
    name: 'account page with advice',
    account: viewOf({
      account: signedIn({
        methods: [methodOf({ disabled: true })],
        secondMethodAdvised: true,
        recoveryCodesLeft: 0,
        isStale: true,
      }),
    }),
  },
  { name: 'fresh check', account: inside, presses: ['Add a method', 'Authenticator app'] },
  { name: 'removing a method', account: inside, presses: ['Remove: E-mail'] },
  { name: 'sessions', account: inside, presses: ['Where you are'] },
  { name: 'activity', account: inside, presses: ['Activity'] },
  { name: 'password', account: inside, presses: ['Password'] },
  { name: 'address', account: inside, presses: ['E-mail address'] },
  { name: 'profile', account: inside, presses: ['Name and language'] },
  { name: 'deleting', account: inside, presses: ['Delete the account'] },
  { name: 'signing out', account: inside, presses: ['Sign out'] },
  { name: 'link to activate', account: viewOf({ link: linkOf({ needsPassword: true }) }) },
  { name: 'link to a new password', account: viewOf({ link: linkOf({ kind: 'reset' }) }) },
  { name: 'expired link', account: viewOf({ link: linkOf({ state: 'expired' }) }) },
  { name: 'replaced link', account: viewOf({ link: linkOf({ state: 'replaced' }) }) },
];

for (const { name, account, presses = [] } of screens) {
  test(`axe finds nothing on the account’s screen: ${name}`, async ({ open, page }) => {
    await open({ account, preferences: { ...defaultPreferences, theme: 'light' } });
    if (account.link === null) await openAccount(page);
    await press(page, ...presses);
    await settled(page);
    expect(await violations(page), 'light').toEqual([]);
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    await settled(page);
    expect(await contrastViolations(page), 'dark').toEqual([]);
  });
}

test('nothing scrolls sideways at 200 % zoom, in Dutch, which is longer', async ({ open, page }) => {
  await page.setViewportSize({ width: 320, height: 400 });
  for (const account of [
    inside,
    viewOf({ account: onItsWay() }),
    viewOf({ account: enrolling({ pending: totp }) }),
  ]) {
    await open({ account, preferences: { ...defaultPreferences, language: 'nl' } });
    await openAccount(page);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const overflow = await page.evaluate(() =>
      Math.max(
        ...[...document.querySelectorAll('html, main, main > div')].map(
          (element) => element.scrollWidth - element.clientWidth,
        ),
      ),
    );
    expect(overflow).toBeLessThanOrEqual(0);
  }
});

test('everything that can be pressed is at least 24 pixels high and wide', async ({ open, page }) => {
  for (const account of [
    inside,
    viewOf(),
    viewOf({ account: onItsWay() }),
    viewOf({ account: secondFactor() }),
  ]) {
    await open({ account });
    await openAccount(page);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const small = await page.locator('button, a').evaluateAll((elements) =>
      elements.flatMap((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width > 0 && (width < 24 || height < 24) ? [`${element.textContent} ${width}×${height}`] : [];
      }),
    );
    expect(small).toEqual([]);
  }
});
