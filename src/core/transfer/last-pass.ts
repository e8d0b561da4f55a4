import type { TransferFormat } from './format.ts';
import { jsonItem, namesById, readItems } from './json-item.ts';
import { createReading } from './reading.ts';
import { TransferError } from './transfer-error.ts';

/** The built-in folder that the application shows as “Favorites”. Folder 0 holds everything without a folder. */
const favourites = 1;

/** LastPass Authenticator: plain JSON with `accounts` and `folders`. */
export const lastPass: TransferFormat = {
  id: 'lastpass',
  name: 'LastPass Authenticator',

  recognise({ json }) {
    const file = jsonItem(json);
    if (file === null || !Array.isArray(file.value('accounts'))) return false;
    const accounts = file.list('accounts').slice(0, 100);
    return (
      accounts.some((account) => jsonItem(account)?.has('issuerName')) ||
      (file.has('folders') && file.has('version'))
    );
  },

  read({ json }) {
    const file = jsonItem(json);
    if (file === null) throw new TransferError('DAMAGED');
    const reading = createReading(lastPass.id);
    const folderNames = namesById(file.list('folders'), 'id', 'name');
    readItems(file.value('accounts'), reading, (account) => {
      const folder = account.item('folderData').number('folderId');
      const tag = folder === null ? undefined : folderNames.get(String(folder));
      const draft = {
        kind: 'totp',
        secret: account.secret('secret'),
        algorithm: account.setting('algorithm'),
        digits: account.setting('digits'),
        period: account.setting('timeStep'),
        issuer: account.text('issuerName'),
        account: account.text('userName'),
        tags: tag ? [tag] : [],
        pinned: account.flag('isFavorite') || folder === favourites,
      };
      reading.add(draft, account.notes);
    });
    return reading.finish();
  },
};
