import { readBase64 } from './encodings.ts';
import type { TransferFormat } from './format.ts';
import { jsonItem, readItems, type JsonItem } from './json-item.ts';
import { createReading } from './reading.ts';

/**
 * Steam's mobile application and the desktop programs that imitate it (`.maFile`): an account with a
 * `shared_secret`, a list of them, or `accounts` by number or in a list.
 */
export const steam: TransferFormat = {
  id: 'steam',
  name: 'Steam',

  recognise({ json }) {
    return accountsOf(json)
      .slice(0, 100)
      .some((account) => jsonItem(account)?.has('shared_secret'));
  },

  read({ json }) {
    const reading = createReading(steam.id);
    readItems(accountsOf(json), reading, (account) => {
      const secret = account.secret('shared_secret');
      const bytes = secret === undefined ? undefined : readBase64(secret);
      // An exclamation mark stands in no secret: the reading refuses the text instead of it.
      const draft = {
        kind: 'steam',
        secret: bytes === null ? '!' : bytes,
        issuer: 'Steam',
        account: nameOf(account),
      };
      reading.add(draft, account.notes);
    });
    return reading.finish();
  },
};

function accountsOf(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json;
  const file = jsonItem(json);
  if (file === null) return [];
  const accounts = file.value('accounts');
  if (Array.isArray(accounts)) return accounts;
  return typeof accounts === 'object' && accounts !== null ? Object.values(accounts) : [json];
}

function nameOf(account: JsonItem): string {
  return account.text('account_name') || account.text('steamid') || account.text('SteamID');
}
