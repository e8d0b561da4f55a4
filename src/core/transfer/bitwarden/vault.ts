import { addItemCode } from '../item-code.ts';
import { boundedList, jsonItem, readItems, type JsonItem } from '../json-item.ts';
import { subjectOf, type ReadingBuilder } from '../reading.ts';

/** Reads the items of an opened export. Those without a code are passed over. */
export function readVault(vault: JsonItem, reading: ReadingBuilder): void {
  const folders = new Map([...namesById(vault.list('folders')), ...namesById(vault.list('collections'))]);
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

function namesById(list: readonly unknown[]): [id: string, name: string][] {
  return boundedList(list).flatMap((value) => {
    const item = jsonItem(value);
    return item === null ? [] : [[item.text('id'), item.text('name')] as [string, string]];
  });
}
