import type { Page } from '@playwright/test';
import { openState } from './fake-application.ts';
import type { FakeApplication, Script } from './fake-application.ts';
import { backupOf, backupsOn, kitCode, quarantinedOf, sampleOlderStates } from './made-up-safekeeping.ts';
import { expect, test } from './open.ts';
import { sampleEntries } from './sample.ts';
import { languages, openSection, reading } from './settings.ts';
import type { Language } from './settings.ts';

type Errors = (typeof languages)[Language]['errors'];
type Failure = [code: keyof Errors, data?: Record<string, unknown>];

const entries = sampleEntries();
const shared: Failure[] = [
  ['VAULT_NOT_OPEN'],
  ['VAULT_READ_ONLY'],
  ['VAULT_WRITE_FAILED', { reason: 'ENOSPC' }],
];
const ofPassphrase: Failure[] = [
  ['PASSPHRASE_WRONG'],
  ['PASSPHRASE_NEEDED'],
  ['PASSPHRASE_WAIT', { waitMs: 60_000 }],
];
const ofKeychain = ['absent', 'locked', 'denied', 'unavailable'].map((outcome): Failure => [
  'KEYCHAIN_FAILED',
  { outcome },
]);
const ofCode: Failure[] = [
  ['KIT_TYPO', { group: 4 }],
  ['KIT_LENGTH', { characters: 12, expected: 40 }],
  ['KIT_WRONG'],
  ['KIT_NOT_MADE'],
];
const ofKitScan: Failure[] = [
  ['KIT_NOT_SEEN'],
  ['KIT_WRONG'],
  ['KIT_NOT_MADE'],
  ['PICTURE_INVALID'],
  ['PICTURE_TOO_LARGE', { megapixels: 64 }],
  ...['permission', 'cancelled', 'unsupported', 'failed'].map((cause): Failure => [
    'SCREEN_UNAVAILABLE',
    { cause },
  ]),
];
const ofFolder = ['folderGone', 'notAllowed', 'readOnly', 'full', 'notVerified', 'failed'].map(
  (trouble): Failure => ['BACKUP_FAILED', { trouble, detail: null }],
);
const ofFile = ['gone', 'notABackup', 'truncated', 'tampered', 'newer'].map((reason): Failure => [
  'BACKUP_UNREADABLE',
  { reason },
]);

for (const language of ['en', 'nl'] as const) {
  const words = languages[language];
  const t = words;
  const press = async (page: Page, name: string) =>
    page.getByRole('button', { name, exact: true }).last().click();

  test(`what can go wrong with ways and keys is said (${language})`, async ({ open }) => {
    const { page, application } = await start(open, { entries });
    await openSection(page, 'security', language);
    await press(page, t.security.changePassphrase);
    await page.getByLabel(t.security.current).fill('correct horse battery');
    await page.getByLabel(t.security.newPassphrase).fill('some other words');
    await page.getByLabel(t.firstRun.repeat).fill('some other words');
    const failures: Failure[] = [
      ...shared,
      ...ofKeychain,
      ['PASSPHRASE_TOO_SHORT', { minimum: 12 }],
      ['PASSPHRASE_TOO_WEAK'],
      ...ofPassphrase,
    ];
    await eachIsSaid(page, application, 'vault.setUnlockMethods', failures, async () =>
      page.keyboard.press('Enter'),
    );
  });

  test(`what can go wrong with a recovery code is said (${language})`, async ({ open }) => {
    const { page, application } = await start(open, {
      vault: {
        state: 'locked',
        unlockMethods: { keychain: false, passphrase: true, recovery: true },
        mode: 'passphrase',
        cause: 'start',
      },
    });
    await press(page, t.recovery.use);
    await page.getByLabel(t.recovery.code).fill(kitCode);
    await eachIsSaid(page, application, 'recovery.open', ofCode, async () => page.keyboard.press('Enter'));
    await eachIsSaid(page, application, 'recovery.open', ofKitScan, async () =>
      press(page, t.recovery.scanScreen),
    );
  });

  test(`what can go wrong with making and checking a kit is said (${language})`, async ({ open }) => {
    const { page, application } = await start(open, { entries, vault: { ...openState, kit: null } });
    await page.getByRole('button', { name: t.recovery.remindMake, exact: true }).click();
    await eachIsSaid(page, application, 'recovery.make', shared, async () => press(page, t.recovery.makeIt));
    await press(page, t.recovery.makeIt);
    await press(page, t.recovery.printed);
    for (const group of [2, 5, 7]) {
      await page.getByLabel(t.recovery.group.replace('{{group}}', String(group))).fill('AAAAA');
    }
    const failures: Failure[] = [['KIT_GROUP_WRONG', { group: 5 }], ['KIT_NOT_PENDING']];
    await eachIsSaid(page, application, 'recovery.check', failures, async () =>
      press(page, t.recovery.check),
    );
  });

  test(`what can go wrong with setting up backups is said (${language})`, async ({ open }) => {
    const { page, application } = await start(open, { entries, backup: backupsOn() });
    await openSection(page, 'backups', language);
    await press(page, t.backups.change);
    const failures: Failure[] = [
      ...shared,
      ...ofFolder,
      ['BACKUP_FOLDER_INVALID'],
      ['BACKUP_OFF'],
      ['KIT_NOT_MADE'],
      ['PASSPHRASE_TOO_SHORT', { minimum: 12 }],
      ['PASSPHRASE_TOO_WEAK'],
    ];
    await eachIsSaid(page, application, 'backup.setUp', failures, async () => press(page, t.backups.setUpDo));
  });

  test(`what can go wrong with opening and restoring is said (${language})`, async ({ open }) => {
    const { page, application } = await start(open, {
      entries,
      backup: backupsOn(),
      backups: [backupOf({ name: 'one', opensHere: false })],
      olderStates: sampleOlderStates(),
      restore: {
        writtenAt: Date.now(),
        entries: [{ issuer: 'Old', account: '', kind: 'totp', change: 'new' }],
        onlyHere: [],
        quarantined: 0,
      },
    });
    await openSection(page, 'backups', language);
    await page.getByRole('button', { name: /2026/ }).click();
    await page.getByLabel(t.backups.passphrase).fill('some words');
    const failures: Failure[] = [...ofFile, ['PASSPHRASE_WRONG'], ['PASSPHRASE_WAIT', { waitMs: 60_000 }]];
    await eachIsSaid(page, application, 'backup.preview', failures, async () => press(page, t.backups.open));

    await press(page, t.settings.close);
    await press(page, t.controls.discard);
    await openSection(page, 'history', language);
    const older = page.getByRole('button', { name: /2026/ }).first();
    await eachIsSaid(page, application, 'history.preview', [['OLDER_STATE_UNREADABLE']], async () =>
      older.click(),
    );
    await older.click();
    await eachIsSaid(page, application, 'restore.take', [...shared, ['RESTORE_GONE']], async () =>
      press(page, t.restore.mergeDo),
    );
    await press(page, t.restore.mergeDo);
    await eachIsSaid(page, application, 'undo.take', [['UNDO_GONE']], async () => press(page, t.entry.undo));
  });

  test(`what can go wrong with an unreadable entry is said (${language})`, async ({ open }) => {
    const { page, application } = await start(open, {
      entries,
      quarantined: [quarantinedOf({ digits: 6 })],
      vault: { ...openState, quarantined: 1 },
    });
    await page.getByRole('button', { name: t.trouble.look, exact: true }).click();
    await page.getByRole('button', { name: t.quarantine.fixNamed.replace('{{name}}', 'Acme') }).click();
    const failures: Failure[] = [
      ...shared,
      ['QUARANTINE_NOT_FOUND'],
      ['QUARANTINE_NOT_FIXED', { field: 'secret' }],
      ['LABEL_EMPTY'],
    ];
    await eachIsSaid(page, application, 'quarantine.fix', failures, async () =>
      press(page, t.quarantine.fixDo),
    );
  });

  async function start(
    open: (script: Partial<Script>) => Promise<{ page: Page; application: FakeApplication }>,
    script: Partial<Script>,
  ) {
    return open({ ...script, ...reading(language) });
  }

  /** Lets the next call fail with each, and looks for its words, whole and without a gap. */
  async function eachIsSaid(
    page: Page,
    application: FakeApplication,
    path: string,
    failures: readonly Failure[],
    act: () => Promise<unknown>,
  ): Promise<void> {
    for (const [code, data] of failures) {
      application.script.failures.set(path, { code, data });
      await act();
      // The words of the one before may be the same ones.
      await expect.poll(() => application.script.failures.has(path), `${path} was called`).toBe(false);
      if (code === 'PASSPHRASE_WAIT') {
        await expect(page.getByText(words.trouble.waitSends), path).toBeVisible();
        await press(page, words.trouble.waitStop);
        await expect(page.getByText(words.trouble.waitSends), path).toBeHidden();
        continue;
      }
      await expect(page.getByText(words.errors[code].title).last(), `${path} ${code}`).toBeVisible();
      for (const said of await page.getByText(lastWords(words.errors[code].text)).allTextContents()) {
        expect(said).not.toMatch(/\{\{|\}\}|undefined|\(\)| {2}/);
      }
    }
  }
}

/** The end of a text, behind whatever it fills in. */
function lastWords(text: string): string {
  return (text.split('}}').at(-1) ?? text).trim().slice(-40);
}
