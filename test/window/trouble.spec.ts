import { openState } from './fake-application.ts';
import { expect, test } from './open.ts';
import { sampleEntries } from './sample.ts';

const path = '/home/ada/.config/latchkey/vault.latchkey';

test('the first run takes one press where the keychain works', async ({ open }) => {
  const { page } = await open({
    vault: { state: 'absent', keychain: { available: true, backend: 'Secret Service' } },
  });
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('heading', { name: 'No codes yet' })).toBeVisible();
});

test('a keychain that asks the person first is said while it keeps the vault waiting', async ({ open }) => {
  const { page, application } = await open({ vault: { state: 'opening' }, entries: sampleEntries() });
  await expect(page.getByRole('status').getByText('Opening your vault')).toBeVisible();
  await expect(page.getByText('If it asks for its password in a window of its own')).toBeVisible({
    timeout: 60_000,
  });
  application.setVault(openState);
  await expect(page.getByRole('row').first()).toBeVisible();
});

test('the first run without a keychain says so and asks for a passphrase, twice the same', async ({
  open,
}) => {
  const { page, application } = await open({
    vault: {
      state: 'absent',
      keychain: { available: false, backend: 'Secret Service', outcome: 'unavailable' },
    },
  });
  await expect(page.getByText('no keychain that Latchkey can use')).toBeVisible();
  await page.getByLabel('Passphrase').fill('four words in row');
  await page.getByLabel('The same again').fill('four words in raw');
  await page.getByRole('button', { name: 'Make the vault' }).click();
  await expect(page.getByText('These two differ.')).toBeVisible();
  expect(application.script.calls.map((call) => call.path)).not.toContain('vault.create');

  await page.getByLabel('The same again').fill('four words in row');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'No codes yet' })).toBeVisible();
});

test('a new passphrase is judged as it is typed: its least length first, then how easy it is to guess', async ({
  open,
}) => {
  const { page, application } = await open({
    vault: { state: 'absent', keychain: { available: false, backend: 'none', outcome: 'unavailable' } },
  });
  await expect(page.getByText('At least 12 characters.')).toBeVisible();
  const field = page.getByLabel('Passphrase');
  await field.fill('short');
  await page.getByLabel('The same again').fill('short');
  await page.keyboard.press('Enter');
  await expect(page.getByText('7 more characters').first()).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');

  await field.fill('passwordpassword');
  await page.getByLabel('The same again').fill('passwordpassword');
  await expect(page.getByText('Many people use this one.').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  expect(application.script.calls.map(({ path }) => path)).not.toContain('vault.create');

  await field.fill('seven quiet otters paint');
  await expect(page.getByText('Strong: this would take ages to guess.').first()).toBeVisible();
  await page.getByLabel('The same again').fill('seven quiet otters paint');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'No codes yet' })).toBeVisible();
});

test('what the application has against a passphrase stands beside it, until another is typed', async ({
  open,
}) => {
  const { page } = await open({
    vault: { state: 'absent', keychain: { available: false, backend: 'none', outcome: 'unavailable' } },
    failures: new Map([['vault.create', { code: 'PASSPHRASE_TOO_WEAK' }]]),
  });
  await page.getByLabel('Passphrase').fill('seven quiet otters paint');
  await page.getByLabel('The same again').fill('seven quiet otters paint');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The passphrase is easy to guess. Add another')).toBeVisible();
  await page.getByLabel('Passphrase').fill('seven quiet otters paint it');
  await expect(page.getByText('The passphrase is easy to guess. Add another')).toBeHidden();
});

test('a wrong passphrase says that the vault is untouched; the right one opens', async ({ open }) => {
  const { page } = await open({
    vault: {
      state: 'locked',
      unlockMethods: { keychain: false, passphrase: true, recovery: false },
      mode: 'passphrase',
      cause: 'person',
    },
  });
  await expect(page.getByLabel('Passphrase')).toBeFocused();
  await page.keyboard.type('wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByText('That is not the passphrase. The vault is untouched.')).toBeVisible();
  await page.keyboard.type('correct horse battery');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'No codes yet' })).toBeVisible();
});

const waiting = {
  vault: {
    state: 'locked',
    unlockMethods: { keychain: false, passphrase: true, recovery: false },
    mode: 'passphrase',
    cause: 'person',
  },
} as const;
const aWait = { code: 'PASSPHRASE_WAIT', data: { waitMs: 3_000 } };

test('the right passphrase after too many wrong ones is tried by itself when the wait is over', async ({
  open,
}) => {
  const { page } = await open({ ...waiting, failures: new Map([['vault.unlock', aWait]]) });
  await expect(page.getByLabel('Passphrase')).toBeFocused();
  await page.keyboard.type('correct horse battery');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Tried in \d second/ })).toBeVisible();
  await expect(page.getByText('What you typed is tried by itself.')).toBeVisible();
  await expect(page.getByLabel('Passphrase')).toHaveValue('correct horse battery');
  await expect(page.getByRole('heading', { name: 'No codes yet' })).toBeVisible();
});

test('what waits can be stopped, and another text is sent only with Enter', async ({ open }) => {
  const { page, application } = await open({ ...waiting, failures: new Map([['vault.unlock', aWait]]) });
  const calls = () => application.script.calls.filter(({ path }) => path === 'vault.unlock').length;
  await page.getByLabel('Passphrase').fill('correct horse');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Don’t try it' }).click();
  await expect(page.getByRole('button', { name: /Try again in \d second/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
  expect(calls()).toBe(1);

  application.script.failures.set('vault.unlock', aWait);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('button', { name: /Tried in/ })).toBeVisible();
  await page.getByLabel('Passphrase').fill('correct horse battery');
  await expect(page.getByRole('button', { name: /Try again in/ })).toBeVisible();
  await page.getByLabel('Passphrase').press('Enter');
  await expect(page.getByRole('button', { name: /Tried in/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No codes yet' })).toBeVisible();
  expect(calls()).toBe(3);
});

test('a locked vault that the keychain opens too offers that, and does not call the passphrase the only way', async ({
  open,
}) => {
  const { page, application } = await open({
    vault: {
      state: 'locked',
      unlockMethods: { keychain: true, passphrase: true, recovery: false },
      mode: 'session',
      cause: 'screenLock',
    },
  });
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(page.getByText('Only the passphrase opens this vault')).toBeHidden();
  await page.getByRole('button', { name: 'Open with the keychain' }).click();
  await expect.poll(() => application.script.calls.map((call) => call.path)).toContain('vault.retry');
});

test('a missing key: why, look again, passphrase, and setting aside only after two questions', async ({
  open,
}) => {
  const { page, application } = await open({
    vault: {
      state: 'keyMissing',
      outcome: 'locked',
      backend: 'Secret Service',
      keptBy: null,
      unlockMethods: { keychain: true, passphrase: true, recovery: false },
      mode: 'session',
      path,
    },
  });
  await expect(page.getByText('Your vault is whole. Nothing was changed')).toBeVisible();
  await expect(page.getByText('The keychain (Secret Service) is locked.')).toBeVisible();
  await expect(page.getByText(path)).toBeVisible();
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect(page.getByText('Still the same.')).toBeVisible();

  await page.getByRole('button', { name: 'Start without these codes' }).click();
  await page.getByRole('button', { name: 'Set it aside…' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question.getByRole('button', { name: 'Keep looking for the key' })).toBeFocused();
  const yes = question.getByRole('button', { name: 'Set it aside and start empty' });
  await expect(yes).toBeDisabled();
  expect(application.script.calls.map((call) => call.path)).not.toContain('vault.setAside');
  await question.getByText('I understand that my codes will not be there').click();
  await yes.click();
  await expect(page.getByText('The old vault is kept as').last()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
});

for (const reason of ['notAVault', 'truncated', 'tampered', 'unreadable'] as const) {
  test(`a vault that is damaged (${reason}) is said to be untouched, with its place`, async ({ open }) => {
    const { page } = await open({ vault: { state: 'damaged', reason, path } });
    await expect(page.getByRole('heading', { name: 'Your vault cannot be read' })).toBeVisible();
    await expect(page.getByText('Nothing was changed or deleted.')).toBeVisible();
    await expect(page.getByText(path)).toBeVisible();
  });
}

test('a vault that is not there now is waited for, and nothing new is offered in its place', async ({
  open,
}) => {
  const { page, application } = await open({ vault: { state: 'away', path }, entries: sampleEntries() });
  await expect(page.getByRole('heading', { name: 'Your vault is not there now' })).toBeFocused();
  await expect(page.getByText('nothing new is made in its place')).toBeVisible();
  await expect(page.getByText(path)).toBeVisible();
  await expect(page.getByRole('button')).toHaveText(['Look again']);
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect.poll(() => application.script.calls.map((call) => call.path)).toContain('vault.retry');
});

test('a vault whose place takes no writing says so, and offers nothing that writes', async ({ open }) => {
  const vault = { ...openState, readOnly: true, readOnlyBecause: 'place' as const };
  const { page } = await open({ entries: sampleEntries(), vault });
  await expect(page.getByText('The vault’s place takes no writing.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add' })).toBeHidden();
});

test('what is odd about an open vault is said once and can be put away', async ({ open }) => {
  const { page } = await open({
    entries: sampleEntries(),
    vault: {
      ...openState,
      readOnly: true,
      readOnlyBecause: 'newer',
      quarantined: 2,
      recoveredFrom: { generation: 3, writtenAt: Date.UTC(2026, 9, 3, 12) },
    },
  });
  await expect(page.getByText('from 3 Oct 2026')).toBeVisible();
  await expect(page.getByText('2 entries could not be understood.')).toBeVisible();
  await expect(page.getByText('A newer Latchkey wrote this vault.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add' })).toBeHidden();
  for (const _ of [1, 2, 3]) await page.getByRole('button', { name: 'Got it' }).first().click();
  await expect(page.getByText('A newer Latchkey wrote this vault.')).toBeHidden();
});

test('a lost connection leaves the codes and says that it is being mended', async ({ open }) => {
  const { page, application, server } = await open({ entries: sampleEntries() });
  await expect(page.getByRole('row', { name: /^GitHub/ })).toBeVisible();
  server.setReachable(false);
  await expect(page.getByText('Connecting again…')).toBeVisible();
  await expect(page.getByRole('row', { name: /^GitHub/ })).toBeVisible();
  application.setEntries(
    application.script.entries.map((entry) => ({ ...entry, issuer: `${entry.issuer} 2` })),
  );
  server.setReachable(true);
  await expect(page.getByText('Connecting again…')).toBeHidden();
  await expect(page.getByRole('row', { name: /^GitHub 2/ })).toBeVisible();
});
