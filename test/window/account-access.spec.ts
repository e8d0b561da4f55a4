import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { AccountView } from '../../src/contract/guide-state.ts';
import { defaultPreferences } from '../../src/contract/preferences.ts';
import { openAccount, press } from './account-steps.ts';
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
  then?: string[];
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
const inside = viewOf({ guide: signedIn() });

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
    then: ['Create an account', 'Create the account'],
  },
  { name: 'paste', account: viewOf(), then: ['Paste a link'] },
  {
    name: 'mail',
    account: viewOf({ guide: onItsWay() }),
    then: ['The mail does not come?', 'And after', 'This address is wrong'],
  },
  { name: 'choice of a method', account: viewOf({ guide: enrolling() }) },
  { name: 'e-mail', account: viewOf({ guide: enrolling() }), then: ['E-mail', 'Send the code'] },
  { name: 'SMS', account: viewOf({ guide: enrolling() }), then: ['SMS', 'Send the code'] },
  { name: 'first code', account: viewOf({ guide: enrolling({ pending: email }) }) },
  {
    name: 'authenticator',
    account: viewOf({ guide: enrolling({ pending: totp }) }),
    then: ['Can’t scan? Type this key'],
  },
  { name: 'recovery codes', account: viewOf({ guide: signedIn({ recoveryCodesToKeep: true }) }) },
  {
    name: 'sign-in that ended elsewhere, on a trusted computer',
    account: viewOf({
      guide: signedOut({ address: 'a@b.nl', ended: 'elsewhere', trustedUntil: Date.now() + day }),
    }),
  },
  { name: 'second proof', account: viewOf({ guide: secondFactor() }) },
  { name: 'code by mail', account: viewOf({ guide: secondFactor() }), then: ['E-mail'] },
  {
    name: 'recovery code',
    account: viewOf({ guide: secondFactor() }),
    then: ['Use a recovery code', 'Use this'],
  },
  { name: 'forgotten', account: viewOf(), then: ['Sign in', 'Forgot'] },
  { name: 'no access', account: viewOf({ guide: secondFactor() }), then: ['No access', 'Ask for help'] },
  {
    name: 'support was asked',
    account: viewOf({ support: { reference: 'LK-1', contact: 'a@b.nl', sentAt: Date.now() } }),
    then: ['What happens next'],
  },
  { name: 'account page', account: inside },
  {
    name: 'account page with advice',
    account: viewOf({
      guide: signedIn({
        methods: [methodOf({ disabled: true })],
        secondMethodAdvised: true,
        recoveryCodesLeft: 0,
        isStale: true,
      }),
    }),
  },
  { name: 'fresh check', account: inside, then: ['Add a method', 'Authenticator app'] },
  { name: 'removing a method', account: inside, then: ['Remove: E-mail'] },
  { name: 'sessions', account: inside, then: ['Where you are'] },
  { name: 'activity', account: inside, then: ['Activity'] },
  { name: 'password', account: inside, then: ['Password'] },
  { name: 'address', account: inside, then: ['E-mail address'] },
  { name: 'profile', account: inside, then: ['Name and language'] },
  { name: 'deleting', account: inside, then: ['Delete the account'] },
  { name: 'signing out', account: inside, then: ['Sign out'] },
  { name: 'link to activate', account: viewOf({ link: linkOf({ needsPassword: true }) }) },
  { name: 'link to a new password', account: viewOf({ link: linkOf({ kind: 'reset' }) }) },
  { name: 'expired link', account: viewOf({ link: linkOf({ state: 'expired' }) }) },
  { name: 'replaced link', account: viewOf({ link: linkOf({ state: 'replaced' }) }) },
];

for (const { name, account, then = [] } of screens) {
  test(`axe finds nothing on the account’s screen: ${name}`, async ({ open, page }) => {
    await open({ account, preferences: { ...defaultPreferences, theme: 'light' } });
    if (account.link === null) await openAccount(page);
    await press(page, ...then);
    await settled(page);
    expect(await violations(page), 'light').toEqual([]);
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    await settled(page);
    expect(await violations(page), 'dark').toEqual([]);
  });
}

test('nothing scrolls sideways at 200 % zoom, in Dutch, which is longer', async ({ open, page }) => {
  await page.setViewportSize({ width: 320, height: 400 });
  for (const account of [
    inside,
    viewOf({ guide: onItsWay() }),
    viewOf({ guide: enrolling({ pending: totp }) }),
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
    viewOf({ guide: onItsWay() }),
    viewOf({ guide: secondFactor() }),
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

async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(250);
  await page.evaluate(async () => {
    const short = document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().endTime) < 1_000);
    await Promise.allSettled(short.map((animation) => animation.finished));
  });
}

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' / ')}`);
}
