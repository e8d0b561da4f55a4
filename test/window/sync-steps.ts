import type { Page } from '@playwright/test';
import { signedIn, viewOf } from './made-up-account.ts';
import { desktop, kit, memberOf, self, syncOn, troubleOf } from './made-up-sync.ts';
import { entryOf } from './rig/entries.ts';
import type { World } from './rig/worlds.ts';
import { languages, type Language } from './settings.ts';

const account = viewOf({ account: signedIn() });
const entries = ['Harbour Mail', 'Bank', 'Forge', 'Library', 'Bank'].map((issuer) => entryOf({ issuer }));
export const ids = entries.map(({ id }) => id);
export const [mail = '', bank = '', forge = '', , otherBank = ''] = ids;
/** Signed in, and sync is off. */
export const off: World = { entries, account, sync: { stage: 'off' } };
/** Signed in, and two computers and the kit are in. */
export const on: World = { entries, account, sync: syncOn() };
export const conflict = { first: bank, second: otherBank };
export const question = { manifest: 'f'.repeat(64), deleted: ids.slice(0, 3) };
const renewals = [{ member: desktop.id, name: desktop.name, entries: [mail, bank, forge] }];

/** Everything at once that a computer that is in can show. */
export const busy = syncOn({
  trouble: troubleOf('stopped', 'tryAgain', 'WENT_BACK'),
  pending: ids.slice(0, 3),
  tooLarge: [mail],
  unreadable: 2,
  kept: [bank],
  question,
  conflicts: [conflict],
  members: [self, desktop, memberOf('e', { addedBy: kit.id, platform: 'other' })],
  renewals,
});

/** Goes from the codes to sync, whatever its heading is. */
export async function openSync(page: Page, language: Language = 'en'): Promise<void> {
  await page.getByRole('row').first().waitFor();
  await page.keyboard.press('Control+,');
  const { sync } = languages[language].settings;
  await page.getByRole('button', { name: new RegExp(`^${sync}`) }).click();
  await page.locator('main section h1').waitFor();
}

/** Answers the fresh check. */
export async function confirm(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await dialog.waitFor();
  await dialog.getByRole('button', { name: 'Use the code of this Latchkey' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** A heading by its whole text. */
export const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
