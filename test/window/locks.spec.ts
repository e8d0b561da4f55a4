import type { Page } from '@playwright/test';
import { violationsInBoth } from './axe.ts';
import { backsUp, lockedBy, locked, noKit, passphrase } from './rig/worlds.ts';
import { lockTriggers } from '../../src/contract/vocabulary.ts';
import { en } from '../../src/renderer/words/en/words.ts';
import { expect, test } from './latchkey.ts';
import type { Latchkey } from './rig/latchkey.ts';
import { sampleEntries } from './rig/sample.ts';
import { openSection } from './settings.ts';

const entries = sampleEntries();
/** Only the passphrase opens the vault, which is open. */
const byPassphrase = {
  entries,
  ...locked,
  before: ({ client }: Latchkey) => client.vault.unlock({ passphrase }),
};

const inForce = (page: Page) => page.locator('[aria-current=true]');

test('a choice is marked only when it is in force; leaving says that nothing changed', async ({ open }) => {
  const { page, latchkey } = await open({ entries });
  await openSection(page, 'security');
  await page.getByRole('button', { name: /^With a passphrase/ }).click();
  await expect(page.getByLabel('Current passphrase')).toBeFocused();
  await expect(page.getByRole('button', { name: 'Change what opens it' })).toBeInViewport({ ratio: 1 });
  await expect(inForce(page)).toContainText('With your session');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Nothing was changed.').last()).toBeVisible();
  await expect(inForce(page)).toContainText('With your session');
  expect(latchkey.paths()).not.toContain('vault.setUnlockMethods');
});

test('another lock mode counts only when its form is sent, with the present passphrase', async ({ open }) => {
  const { page, latchkey } = await open({ entries });
  await openSection(page, 'security');
  await expect(inForce(page)).toContainText('With your session');
  await page.getByText('With a passphrase', { exact: true }).click();
  await expect(page.getByText('After this change only your passphrase opens the vault.')).toBeVisible();
  expect(latchkey.paths()).not.toContain('vault.setUnlockMethods');

  await page.getByLabel('Current passphrase').fill('not this one');
  await page.getByRole('button', { name: 'Change what opens it' }).click();
  await expect(page.getByText('That is not the passphrase.')).toBeVisible();
  await page.getByLabel('Current passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Changed. Only this opens the vault').last()).toBeVisible();
  await expect(inForce(page)).toContainText('With a passphrase');
  expect(latchkey.inputsOf('vault.setUnlockMethods').at(-1)).toEqual({
    mode: 'passphrase',
    current: passphrase,
  });
});

test('a mode that needs a passphrase asks for a new one where there is none, twice the same', async ({
  open,
}) => {
  const { page, latchkey } = await open({ entries, hasPassphrase: false, hasKit: false });
  await openSection(page, 'security');
  await page.getByText('With both', { exact: true }).click();
  await expect(page.getByText('There is no recovery kit yet')).toBeVisible();
  await page.getByLabel('New passphrase').fill('a new set of words');
  await page.getByLabel('Repeat it').fill('a new set of word');
  await page.getByRole('button', { name: 'Change what opens it' }).click();
  await expect(page.getByText('These two differ.')).toBeVisible();
  await page.getByLabel('Repeat it').fill('a new set of words');
  await page.keyboard.press('Enter');
  await expect(inForce(page)).toContainText('With both');
  expect(latchkey.inputsOf('vault.setUnlockMethods').at(-1)).toEqual({
    mode: 'both',
    passphrase: 'a new set of words',
  });
});

test('the passphrase is changed and, where the session opens the vault, taken away', async ({ open }) => {
  const { page, latchkey } = await open({ entries });
  await openSection(page, 'security');
  await page.getByRole('button', { name: 'Change it…' }).click();
  await expect(page.getByLabel('Current passphrase')).toBeFocused();
  await page.keyboard.type(passphrase);
  await page.getByLabel('New passphrase').fill('short');
  await page.getByLabel('Repeat it').fill('short');
  await page.keyboard.press('Enter');
  await expect(page.getByText('7 more characters').first()).toBeVisible();
  await page.getByLabel('New passphrase').fill('passwordpassword');
  await expect(page.getByText('Many people use this one.').first()).toBeVisible();
  await page.getByLabel('New passphrase').fill('quite another one');
  await page.getByLabel('Repeat it').fill('quite another one');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The passphrase was changed.').last()).toBeVisible();

  await page.getByRole('button', { name: 'Remove it…' }).click();
  await page.getByLabel('Current passphrase').fill('quite another one');
  await page.getByRole('button', { name: 'Remove it', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Add a passphrase…' })).toBeVisible();
  expect(latchkey.inputsOf('vault.setUnlockMethods').at(-1)).toMatchObject({
    mode: 'session',
    passphrase: null,
  });
  await expect(page.getByText('a lock would open again at once')).toBeVisible();
});

test('a new key asks for the passphrase, and says what stays good', async ({ open }) => {
  const { page, latchkey } = await open({ entries });
  await openSection(page, 'security');
  await page.getByRole('button', { name: 'New key…' }).click();
  await expect(page.getByText('the recovery kit and the backups stay good')).toBeVisible();
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByText('The vault has a new key.').last()).toBeVisible();
  expect(latchkey.inputsOf('vault.rotateKey')).toEqual([{ current: passphrase }]);
});

test('the locks are those that this host is told of, and each counts at once', async ({ open }) => {
  const { page, latchkey } = await open({
    entries,
    found: ({ power }) => {
      power.tells = { idle: 'system', triggers: ['suspend'] };
    },
  });
  await openSection(page, 'security');
  await expect(page.getByText('Lock with the screen')).toBeHidden();
  await expect(page.getByText('Here Latchkey is not told when the screen is locked;')).toBeVisible();
  await page.getByText('Lock when the computer goes to sleep').click();
  await expect.poll(() => latchkey.preferences.get().lockOnSuspend).toBe(false);
  await page.getByRole('button', { name: /Lock when I am away/ }).click();
  await page.getByRole('option', { name: 'After 1 hour' }).click();
  await expect.poll(() => latchkey.preferences.get().lockAfterMinutes).toBe(60);
});

test('Ctrl L locks from anywhere, a text field too', async ({ open }) => {
  const { page } = await open(byPassphrase);
  await page.getByRole('searchbox').fill('git');
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
});

test('in the account too, Ctrl L locks and the person counts as there', async ({ open }) => {
  const { page, latchkey } = await open(byPassphrase);
  await page.getByRole('button', { name: 'Account', exact: true }).click();
  await expect(page.getByRole('searchbox')).toBeHidden();
  await expect.poll(() => latchkey.paths()).toContain('host.active');
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
});

test('where only the keychain opens the vault, a lock says what it needs', async ({ open }) => {
  const { page } = await open({ entries, hasPassphrase: false });
  await expect(page.getByRole('searchbox')).toBeVisible();
  await page.keyboard.press('Control+l');
  await expect(page.getByText('To lock Latchkey, add a passphrase first.').last()).toBeVisible();
  await page.getByRole('button', { name: 'Add one' }).click();
  await expect(page.getByRole('button', { name: 'Add a passphrase…' })).toBeVisible();
});

test('a lock that the keychain opens again says what it does, and what it does not', async ({ open }) => {
  const { page } = await open({ entries, before: ({ client }) => client.vault.lock() });
  await expect(page.getByText('This lock hides the codes.')).toBeVisible();
  await expect(page.getByText('opens it with one press')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open with the keychain' })).toBeVisible();
});

test('a lock closes the settings; the codes come after it', async ({ open }) => {
  const { page } = await open(byPassphrase);
  await openSection(page, 'security');
  await page.keyboard.press('Control+l');
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('searchbox')).toBeVisible();
});

test('the window tells that the person is there, where only it can know, at most every ten seconds', async ({
  open,
  page,
}) => {
  await page.clock.install();
  const { latchkey } = await open({ entries });
  await expect(page.getByRole('row').first()).toBeVisible();
  const told = () => latchkey.inputsOf('host.active').length;
  // It begins to tell once the host has said that only the window can know.
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    expect(told()).toBeGreaterThan(0);
  }).toPass();
  await page.clock.fastForward(10_000);
  const before = told();
  // Five signs in one moment.
  await page.evaluate(() => {
    for (let sign = 0; sign < 5; sign += 1)
      document.body.dispatchEvent(new Event('pointermove', { bubbles: true }));
  });
  // What they told comes before this.
  await page.getByRole('row').first().click();
  await expect.poll(() => latchkey.paths()).toContain('codes.copy');
  expect(told()).toBe(before + 1);
});

for (const [cause, words] of [
  ['person', 'You locked it.'],
  ['idle', 'because you were away'],
  ...lockTriggers.map((trigger) => [trigger, en.trouble[`cause_${trigger}`]] as const),
  ['otherProcess', 'Its key was changed in another window'],
] as const) {
  test(`a locked vault says why: ${cause}`, async ({ open }) => {
    const { page } = await open(lockedBy(cause));
    await expect(page.getByText(words)).toBeVisible();
  });
}

test('in mode both, a keychain that does not answer is named, not the passphrase', async ({ open }) => {
  const { page } = await open({
    past: ({ client }) => client.vault.setUnlockMethods({ mode: 'both', current: passphrase }),
    before: async ({ keychain }) => {
      keychain.refusal = { outcome: 'unavailable', reason: 'nobody answers' };
    },
  });
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByText('The keychain could not be used. It does not answer.')).toBeVisible();
});

test('a vault of a newer Latchkey offers nothing that would change it', async ({ open }) => {
  const { page } = await open({ entries, found: ({ makeNewer }) => makeNewer() });
  await openSection(page, 'security');
  await expect(page.getByText('Read-only')).toBeVisible();
  await expect(page.getByRole('button', { name: /^With both/ })).toBeHidden();
  await expect(page.getByRole('button', { name: /Change it|New key/ })).toHaveCount(0);
});

test('the settings by keyboard alone: in, to a section, back step by step, to the button they came from', async ({
  open,
}) => {
  const { page } = await open({ entries });
  const more = page.getByRole('button', { name: 'More', exact: true });
  await more.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeFocused();
  const security = page.getByRole('button', { name: /^Security/ });
  const hasFocus = () => security.evaluate((button) => button === document.activeElement);
  // The search and the sections before it.
  for (let tabs = 0; tabs < 12 && !(await hasFocus()); tabs += 1) await page.keyboard.press('Tab');
  await expect(security).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Security' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();
});

test('axe finds nothing on: settings, each section, narrow and wide', async ({ open }) => {
  test.slow();
  const { page } = await open({ entries, ...noKit });
  await openSection(page, 'security');
  await page.getByText('With both', { exact: true }).click();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.setViewportSize({ width: 1000, height: 700 });
  for (const section of ['General', 'Recovery kit', 'About']) {
    await page.getByRole('navigation').getByRole('button', { name: section }).click();
    expect(await violationsInBoth(page), section).toEqual([]);
  }
});

test('nothing scrolls sideways at 200 % zoom: settings, locks, backups, the page of the kit', async ({
  open,
}) => {
  const { page } = await open({ entries, ...noKit, past: backsUp() });
  await page.setViewportSize({ width: 320, height: 400 });
  const overflow = async () =>
    page.evaluate(() => {
      const wide = [...document.querySelectorAll('main, main *')].filter(
        (one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === 'auto',
      );
      const { scrollWidth, clientWidth } = document.documentElement;
      return wide.length + Math.max(0, scrollWidth - clientWidth);
    });
  await openSection(page, 'security');
  await page.getByText('With both', { exact: true }).click();
  expect(await overflow()).toBe(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  expect(await overflow()).toBe(0);
  await page.getByRole('button', { name: /^Backups/ }).click();
  expect(await overflow()).toBe(0);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.getByRole('button', { name: /^Recovery kit/ }).click();
  await page.getByRole('button', { name: 'Make a recovery kit' }).click();
  await page.getByRole('button', { name: 'Make the page' }).click();
  await expect(page.getByRole('article')).toBeVisible();
  expect(await overflow()).toBe(0);
});
