import type { Page } from '@playwright/test';
import { addressOf, entryOf, trashedOf, unreadableOf } from './rig/entries.ts';
import { locked, noKit, passphrase, type Latchkey, type World } from './rig/worlds.ts';
import { sampleEntries } from './rig/sample.ts';
import { expect, test } from './latchkey.ts';

const noKeychain: World = {
  hasVault: false,
  found: ({ keychain }) => {
    keychain.refusal = { outcome: 'unavailable', reason: 'nobody answers' };
  },
};

test('the first run takes three screens, by the keyboard alone, and ends with a first code', async ({
  open,
}) => {
  const { page } = await open({ hasVault: false, sees: [[addressOf(entryOf())]] });
  const press = async (name: string) => {
    const button = page.getByRole('button', { name, exact: true });
    await button.waitFor();
    while (!(await button.evaluate((one) => one === document.activeElement)))
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  };
  await expect(page.getByText('Step 1 of 3')).toBeAttached();
  await press('Continue');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByText('Step 2 of 3')).toBeAttached();
  await press('Back');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your codes, on your own computer');
  await press('Continue');
  await press('Start');
  await expect(page.getByRole('heading', { name: 'Add your first code' })).toBeVisible();
  await expect(page.getByText('Step 3 of 3')).toBeAttached();
  await press('Scan the screen');
  await press('Keep');
  await expect(page.getByRole('dialog').getByText('GitHub')).toBeVisible();
});

test('a keychain that asks the person first is said while it keeps the vault waiting', async ({ open }) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { page } = await open({
    entries: sampleEntries(),
    found: ({ keychain }) => {
      keychain.asks = promise;
    },
  });
  await expect(page.getByRole('status').getByText('Opening your vault')).toBeVisible();
  await expect(page.getByText('If it asks for its password in a window of its own')).toBeVisible();
  resolve();
  await expect(page.getByRole('row').first()).toBeVisible();
});

test('the first run without a keychain says so and asks for a passphrase, twice the same', async ({
  open,
}) => {
  const { page, latchkey } = await open(noKeychain);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('no keychain that Latchkey can use')).toBeVisible();
  await page.getByLabel('Passphrase').fill('four words in row');
  await page.getByLabel('Repeat it').fill('four words in raw');
  await page.getByRole('button', { name: 'Make the vault' }).click();
  await expect(page.getByText('These two differ.')).toBeVisible();
  expect(latchkey.paths()).not.toContain('vault.create');

  await page.getByLabel('Repeat it').fill('four words in row');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Add your first code' })).toBeVisible();
});

test('a new passphrase is judged as it is typed: its least length first, then how easy it is to guess', async ({
  open,
}) => {
  const { page, latchkey } = await open(noKeychain);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('At least 12 characters.')).toBeVisible();
  const field = page.getByLabel('Passphrase');
  await field.fill('short');
  await field.press('Enter');
  await expect(page.getByText('7 more characters').first()).toBeVisible();
  await expect(page.locator('[aria-invalid=true]')).toHaveCount(1);
  await page.getByLabel('Repeat it').fill('short');
  await page.keyboard.press('Enter');
  await expect(page.getByText('7 more characters').first()).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');

  await field.fill('passwordpassword');
  await page.getByLabel('Repeat it').fill('passwordpassword');
  await expect(page.getByText('Many people use this one.').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  expect(latchkey.paths()).not.toContain('vault.create');

  await field.fill('seven quiet otters paint');
  await expect(page.getByText('Strong: this would take ages to guess.').first()).toBeVisible();
  await page.getByLabel('Repeat it').fill('seven quiet otters paint');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Add your first code' })).toBeVisible();
});

test('what the application has against a passphrase stands beside it, until another is typed', async ({
  open,
}) => {
  const { page, latchkey } = await open(noKeychain);
  await page.getByRole('button', { name: 'Continue' }).click();
  // The window judges by the same rules, and sends nothing that they refuse.
  latchkey.failures.set('vault.create', { code: 'PASSPHRASE_TOO_WEAK' });
  await page.getByLabel('Passphrase').fill('seven quiet otters paint');
  await page.getByLabel('Repeat it').fill('seven quiet otters paint');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The passphrase is easy to guess. Add another')).toBeVisible();
  await page.getByLabel('Passphrase').fill('seven quiet otters paint it');
  await expect(page.getByText('The passphrase is easy to guess. Add another')).toBeHidden();
});

test('a wrong passphrase says that the vault is untouched; the right one opens', async ({ open }) => {
  const { page } = await open({ ...noKit, ...locked });
  await expect(page.getByLabel('Passphrase')).toBeFocused();
  await page.keyboard.type('wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByText('That is not the passphrase. The vault is untouched.')).toBeVisible();
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'No codes yet' })).toBeVisible();
});

/** Wrong passphrases, until the next one has to wait for a minute at least. */
async function guess({ client, clock }: Latchkey): Promise<void> {
  for (const _ of Array(9)) {
    clock.move(5 * minute);
    await expect(client.vault.unlock({ passphrase: 'wrong' })).rejects.toMatchObject({
      code: 'PASSPHRASE_WRONG',
    });
  }
}

/** Time passes for the window and for the application. */
async function letPass(page: Page, { clock }: Latchkey, ms: number): Promise<void> {
  clock.move(ms);
  await page.clock.fastForward(ms);
}

const minute = 60_000;

test('the right passphrase after too many wrong ones is tried by itself when the wait is over', async ({
  open,
  page,
}) => {
  await page.clock.install();
  const { latchkey } = await open({ ...noKit, ...locked, before: guess });
  await expect(page.getByLabel('Passphrase')).toBeFocused();
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Tried in \d/ })).toBeVisible();
  await expect(page.getByText('What you typed is tried by itself.')).toBeVisible();
  await expect(page.getByLabel('Passphrase')).toHaveValue(passphrase);
  await letPass(page, latchkey, 2 * minute);
  await expect(page.getByRole('heading', { name: 'No codes yet' })).toBeVisible();
});

test('what waits can be stopped, and another text is sent only with Enter', async ({ open, page }) => {
  await page.clock.install();
  const { latchkey } = await open({ ...noKit, ...locked, before: guess });
  const calls = () => latchkey.inputsOf('vault.unlock').length;
  await page.getByLabel('Passphrase').fill('seven quiet');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Don’t try it' }).click();
  await expect(page.getByRole('button', { name: /Try again in \d/ })).toBeVisible();
  await letPass(page, latchkey, 2 * minute);
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
  expect(calls()).toBe(1);

  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByText('That is not the passphrase. The vault is untouched.')).toBeVisible();
  await page.getByLabel('Passphrase').fill('seven quiet otters');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Tried in/ })).toBeVisible();
  await page.getByLabel('Passphrase').fill(passphrase);
  await expect(page.getByRole('button', { name: /Try again in/ })).toBeVisible();
  await page.getByLabel('Passphrase').press('Enter');
  await expect(page.getByRole('button', { name: /Tried in/ })).toBeVisible();
  const before = calls();
  await letPass(page, latchkey, 5 * minute);
  await expect(page.getByRole('heading', { name: 'No codes yet' })).toBeVisible();
  expect(calls()).toBe(before + 1);
});

test('a locked vault that the keychain opens too offers that, and does not call the passphrase the only way', async ({
  open,
}) => {
  const { page, latchkey } = await open({
    before: async ({ power, reaches }) => {
      power.happens('screenLock');
      await reaches('locked');
    },
  });
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(page.getByText('Only the passphrase opens this vault')).toBeHidden();
  await page.getByRole('button', { name: 'Open with the keychain' }).click();
  await expect(page.getByRole('heading', { name: 'No codes yet' })).toBeVisible();
  expect(latchkey.paths()).toContain('vault.retry');
});

test('a missing key: why, look again, passphrase, and setting aside only after two questions', async ({
  open,
}) => {
  const { page, latchkey } = await open({
    found: ({ keychain }) => {
      keychain.refusal = { outcome: 'locked' };
    },
  });
  await expect(page.getByText('Your vault is whole. Nothing was changed')).toBeVisible();
  await expect(page.getByText('The keychain (Secret Service) is locked.')).toBeVisible();
  await expect(page.getByText(latchkey.vaultStore.path)).toBeVisible();
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect(page.getByText('Still the same.')).toBeVisible();

  await page.getByRole('button', { name: 'Start without these codes' }).click();
  await page.getByRole('button', { name: 'Set it aside…' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question.getByRole('button', { name: 'Keep looking for the key' })).toBeFocused();
  const yes = question.getByRole('button', { name: 'Set it aside and start empty' });
  await expect(yes).toBeDisabled();
  expect(latchkey.paths()).not.toContain('vault.setAside');
  await question.getByText('I understand that my codes will not be there').click();
  await yes.click();
  await expect(page.getByText('The old vault is kept as').last()).toBeVisible();
  // The keychain is still locked: a new vault needs a passphrase.
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Make the vault' })).toBeVisible();
});

const damages: Record<string, (latchkey: Latchkey) => void> = {
  notAVault: ({ vaultStore }) => vaultStore.writeElsewhere(Buffer.from('a letter to my bank')),
  truncated: ({ vaultStore }) => vaultStore.writeElsewhere(bytesOf(vaultStore).subarray(0, -9)),
  tampered: ({ vaultStore }) =>
    vaultStore.writeElsewhere(bytesOf(vaultStore).map((byte, at) => (at === 40 ? byte ^ 1 : byte))),
  unreadable: ({ vaultStore }) => {
    vaultStore.troubles.read = 'EIO';
  },
};

function bytesOf({ bytes }: Latchkey['vaultStore']): Uint8Array {
  return bytes() ?? new Uint8Array();
}

for (const [reason, found] of Object.entries(damages)) {
  test(`a vault that is damaged (${reason}) is said to be untouched, with its place`, async ({ open }) => {
    const { page, latchkey } = await open({ hasKit: false, found });
    await expect(page.getByRole('heading', { name: 'Your vault cannot be read' })).toBeVisible();
    await expect(page.getByText('Nothing was changed or deleted.')).toBeVisible();
    await expect(page.getByText(latchkey.vaultStore.path)).toBeVisible();
  });
}

test('a vault that is not there now is waited for, and nothing new is offered in its place', async ({
  open,
}) => {
  const { page, latchkey } = await open({
    entries: sampleEntries(),
    found: ({ vaultStore }) => {
      vaultStore.troubles.read = 'EAWAY';
    },
  });
  await expect(page.getByRole('heading', { name: 'Your vault is not there now' })).toBeFocused();
  await expect(page.getByText('nothing new is made in its place')).toBeVisible();
  await expect(page.getByText(latchkey.vaultStore.path)).toBeVisible();
  await expect(page.getByRole('button')).toHaveText(['Look again']);
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect.poll(() => latchkey.paths()).toContain('vault.retry');
  latchkey.vaultStore.troubles.read = null;
  await expect(page.getByRole('row').first()).toBeVisible();
});

test('a folder that can’t be written is named, with what to do, in place of a first run', async ({
  open,
}) => {
  const { page, latchkey } = await open({
    hasVault: false,
    found: ({ vaultStore }) => {
      vaultStore.troubles.write = 'EACCES';
    },
  });
  await expect(page.getByRole('heading', { name: 'Latchkey can’t write in its folder' })).toBeFocused();
  await expect(page.getByText('Give yourself the right to write in it')).toBeVisible();
  await expect(page.getByText(latchkey.vaultStore.path)).toBeVisible();
  await expect(page.getByRole('button')).toHaveText(['Look again']);
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect.poll(() => latchkey.paths()).toContain('vault.retry');
  // It looks again by itself, too.
  latchkey.vaultStore.troubles.write = null;
  await expect(page.getByRole('button', { name: 'Continue', exact: true })).toBeVisible();
});

test('a vault that was here before is given up only when the person says so twice', async ({ open }) => {
  const { page, latchkey } = await open({
    entries: sampleEntries(),
    found: ({ vaultStore }) => {
      vaultStore.troubles.missed = true;
    },
  });
  await expect(page.getByText('A vault was here before.')).toBeVisible();
  await page.getByRole('button', { name: 'Start anew…' }).click();
  const question = page.getByRole('alertdialog', { name: 'Start without your codes?' });
  await expect(question.getByRole('button', { name: 'Keep waiting for it' })).toBeFocused();
  await expect(question.getByRole('button', { name: 'Start empty' })).toBeDisabled();
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
  expect(latchkey.paths()).not.toContain('vault.startAnew');
  await page.getByRole('button', { name: 'Start anew…' }).click();
  await question.getByText('I understand that my codes will not be there').click();
  await question.getByRole('button', { name: 'Start empty' }).click();
  await expect(page.getByRole('button', { name: 'Continue', exact: true })).toBeVisible();
});

test('a vault whose place takes no writing says so, and offers nothing that writes', async ({ open }) => {
  const { page } = await open({
    entries: sampleEntries(),
    found: ({ vaultStore }) => {
      vaultStore.troubles.write = 'EROFS';
    },
  });
  await expect(page.getByText('Latchkey can’t write where the vault lies.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add' })).toBeHidden();
});

test('what is odd about an open vault is said once and can be put away', async ({ open }) => {
  const { page } = await open({
    since: Date.UTC(2026, 9, 3, 12),
    entries: sampleEntries(),
    trash: [trashedOf({ deletedAt: Date.now() })],
    quarantine: [unreadableOf(), unreadableOf({ kind: 'trashed' })],
    past: async ({ makeNewer }) => makeNewer(),
    found: breakPresent,
  });
  await expect(page.getByText('from 3 Oct 2026')).toBeVisible();
  await expect(page.getByText('2 entries could not be understood.')).toBeVisible();
  await expect(page.getByText('A newer Latchkey wrote this vault.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add' })).toBeHidden();
  for (const _ of [1, 2, 3]) await page.getByRole('button', { name: 'Got it' }).first().click();
  await expect(page.getByText('A newer Latchkey wrote this vault.')).toBeHidden();
});

/** The present file was spoilt after it was written: what was in it before is the newest older state. */
async function breakPresent({ vaultStore }: Latchkey): Promise<void> {
  await vaultStore.update(
    () => ({ bytes: Buffer.from('spoilt'), presentIsBroken: false }),
    () => {},
  );
}

test('a lost connection leaves the codes and says that it is being mended', async ({ open, page }) => {
  const connection = await cuttable(page);
  const { latchkey } = await open({ entries: sampleEntries() });
  await expect(page.getByRole('row', { name: /^GitHub/ })).toBeVisible();
  await connection.setReachable(false);
  await expect(page.getByText('Connecting again…')).toBeVisible();
  await expect(page.getByRole('row', { name: /^GitHub/ })).toBeVisible();
  latchkey.edit(({ entries }) => ({
    entries: entries.map((entry) => ({ ...entry, issuer: `${entry.issuer} 2` })),
  }));
  await connection.setReachable(true);
  await expect(page.getByText('Connecting again…')).toBeHidden();
  await expect(page.getByRole('row', { name: /^GitHub 2/ })).toBeVisible();
});

test('a call whose answer was lost with the connection says that nobody answers', async ({ open, page }) => {
  const connection = await cuttable(page);
  const { latchkey } = await open({ entries: sampleEntries() });
  await page.getByRole('button', { name: /^Details of GitHub/ }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Site or service').fill('Harbour');
  connection.dropAnswers();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(latchkey.paths).toContain('entries.edit');
  await connection.setReachable(false);
  await expect(page.getByText('Latchkey is not answering')).toBeVisible();
});

/** A connection that can be cut between a window and its host. */
async function cuttable(page: Page) {
  let isReachable = true;
  let isHeard = true;
  let cut: (() => Promise<unknown>)[] = [];
  await page.routeWebSocket('**/rpc', (window) => {
    const host = window.connectToServer();
    host.onMessage((message) => (isHeard ? window.send(message) : undefined));
    cut.push(() => Promise.all([window.close(), host.close()]));
  });
  await page.route('**/enter', (route) => (isReachable ? route.continue() : route.fulfill({ status: 503 })));
  return {
    /** Whatever the host says from now on does not arrive. */
    dropAnswers() {
      isHeard = false;
    },
    async setReachable(reachable: boolean) {
      isReachable = reachable;
      const open = cut;
      if (!reachable) cut = [];
      if (!reachable) for (const end of open) await end();
    },
  };
}
