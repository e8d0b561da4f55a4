import { addItemCode } from '../item-code.ts';
import { boundedList, namesById, readItems, type JsonItem } from '../json-item.ts';
import { subjectOf, type ReadingBuilder } from '../reading.ts';

/** Reads the items of an opened export. Those without a code are passed over. */
export function readVault(vault: JsonItem, reading: ReadingBuilder): void {
  const namesIn = (list: string) => namesById(boundedList(vault.list(list)), 'id', 'name');
  const folders = new Map([...namesIn('folders'), ...namesIn('collections')]);
  readItems(vault.list('items'), reading, (item) => {
    const login = item.item('login');
    if (!login.has('totp')) return;
    const code = login.secret('totp');
    const names = { issuer: item.text('name'), account: login.text('username') };
    if (code === undefined) {
      if (login.setting('totp') !== undefined) reading.note('ITEM_INVALID', subjectOf(names));
      return;
    }
    if (code.trim() === '') return;
    const ids = [item.text('folderId'), ...item.texts('collectionIds')];
    const carried = {
      tags: ids.flatMap((id) => folders.get(id) ?? []),
      note: item.text('notes'),
      pinned: item.flag('favorite'),
      trashed: item.text('deletedDate') !== '',
    };
    addItemCode(reading, code, { ...names, ...carried }, item.notes);
  });
}
