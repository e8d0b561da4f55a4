import type { SyncTrouble } from '../../src/contract/sync.ts';
import { expect, test } from './latchkey.ts';
import { syncOn, syncWaiting, troubleOf } from './made-up-sync.ts';
import { languages } from './settings.ts';
import { busy, confirm, heading, on, openSync } from './sync-steps.ts';

test.describe('trouble', () => {
  const ofEach: readonly (readonly [SyncTrouble['code'], SyncTrouble['next'], button: string | null])[] = [
    ['offline', 'wait', null],
    ['signedOut', 'signIn', 'Sign in'],
    ['trustEnded', 'signIn', 'Sign in'],
    ['busy', 'wait', null],
    ['readOnly', 'makeWritable', 'Look again'],
    ['notWritten', 'makeWritable', 'Look again'],
    ['full', 'makeRoom', 'See the deleted codes'],
    ['refused', 'update', 'Look for a newer Latchkey'],
    ['refused', 'stepUp', 'Confirm that it is you'],
    ['ended', 'joinAgain', 'Join anew…'],
    ['notMember', 'tryAgain', 'Try again'],
    ['removed', 'joinAgain', 'Join anew…'],
    ['stopped', 'tryAgain', 'Try again'],
    ['stopped', 'update', 'Look for a newer Latchkey'],
    ['notWelcomed', 'joinAgain', 'Join anew…'],
    ['unreadable', 'joinAgain', 'Join anew…'],
    ['newer', 'update', 'Look for a newer Latchkey'],
  ];

  test('each has its own words and its next step, in sync and, unless it passes by itself, at the codes', async ({
    open,
  }) => {
    const { page, latchkey } = await open(on);
    const words = languages.en.sync.troubles;
    for (const [code, next] of ofEach) {
      const { title } = words[next === 'stepUp' ? 'unconfirmed' : code];
      latchkey.sync.set(syncOn({ trouble: troubleOf(code, next) }));
      await expect(page.getByText(title, { exact: true }), code).toHaveCount(next === 'wait' ? 0 : 1);
    }
    await openSync(page);
    for (const [code, next, button] of ofEach) {
      const { title } = words[next === 'stepUp' ? 'unconfirmed' : code];
      latchkey.sync.set(syncOn({ trouble: troubleOf(code, next) }));
      const notice = page.getByText(title, { exact: true }).locator('..');
      await expect(notice, code).toBeVisible();
      const step = notice.getByRole('button');
      if (button === null) await expect(step, code).toHaveCount(0);
      else await expect(step, code).toHaveText(button);
    }
  });

  test('trying again goes on after a stop; where that fails, it says why', async ({ open }) => {
    const { page, latchkey } = await open({
      ...on,
      sync: syncOn({ trouble: troubleOf('stopped', 'tryAgain', 'FORKED') }),
    });
    await openSync(page);
    await expect(page.getByText(/FORKED/)).toBeVisible();
    latchkey.failures.set('sync.tryAgain', { code: 'SYNC_STOPPED', data: { fault: 'FORKED' } });
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('alert')).toContainText('Sync has stopped');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText('Your computers have the same codes')).toBeVisible();
    await expect(heading(page, 'Sync')).toBeFocused();
  });

  test('a computer that is not in any more is offered nothing but to join anew, and to turn sync off', async ({
    open,
  }) => {
    const { page, latchkey } = await open(on);
    await openSync(page);
    const buttons = page.locator('main').getByRole('button', { name: /^(?:Add|Look|Remove|Replace)/ });
    await expect(buttons.first()).toBeVisible();
    latchkey.sync.set(syncOn({ trouble: troubleOf('removed', 'joinAgain') }));
    await expect(page.getByText(languages.en.sync.troubles.removed.title, { exact: true })).toBeVisible();
    await expect(buttons).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Join anew…' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'On this computer…' })).toBeVisible();
  });

  test('joining anew forgets the keys after a question, and shows the ways to join', async ({ open }) => {
    const { page, latchkey } = await open({
      ...on,
      sync: { stage: 'unreadable', trouble: troubleOf('unreadable', 'joinAgain') },
    });
    await openSync(page);
    await page.getByRole('button', { name: 'Join anew…' }).click();
    await expect(page.getByRole('alertdialog')).toContainText('Its codes stay.');
    await page.getByRole('button', { name: 'Forget the keys' }).click();
    await expect(page.getByRole('button', { name: 'Join with six words' })).toBeVisible();
    expect(latchkey.paths()).toContain('sync.turnOff');
  });

  test('a computer that waits or comes in looks again, because it has not stopped', async ({ open }) => {
    const { page, latchkey } = await open({
      ...on,
      sync: syncWaiting(troubleOf('stopped', 'tryAgain', 'WITHHELD')),
    });
    await openSync(page);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(latchkey.paths).toContain('sync.look');
    latchkey.sync.set({ stage: 'entering', trouble: troubleOf('offline', 'wait') });
    await page.getByRole('button', { name: 'Give up' }).click();
    await expect(page.getByRole('button', { name: 'Turn on sync…' })).toBeVisible();
    expect(latchkey.paths()).not.toContain('sync.tryAgain');
  });

  test('a confirmation asks for a fresh check, then looks', async ({ open }) => {
    const { page, latchkey } = await open({
      ...on,
      sync: syncOn({ trouble: troubleOf('refused', 'stepUp') }),
    });
    await openSync(page);
    await page.getByRole('button', { name: 'Confirm that it is you' }).click();
    await confirm(page);
    await expect(page.getByText('Your computers have the same codes')).toBeVisible();
    expect(latchkey.paths()).toContain('sync.look');
  });

  test('a vault that can only be read offers nothing that changes it', async ({ open }) => {
    const { page } = await open({ ...on, sync: busy, past: async ({ makeNewer }) => makeNewer() });
    await openSync(page);
    await expect(heading(page, 'Your computers')).toBeVisible();
    for (const name of [
      'Add a computer',
      'Remove Workshop desktop',
      'Keep them',
      'Delete them',
      'This one works',
    ])
      await expect(page.getByRole('button', { name }), name).toHaveCount(0);
  });
});
