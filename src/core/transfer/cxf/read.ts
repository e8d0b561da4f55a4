import { readItems, jsonItem, type JsonItem } from '../json-item.ts';
import { transferLimits } from '../limits.ts';
import type { ReadingBuilder } from '../reading.ts';
import { TransferError } from '../transfer-error.ts';

/** Whether a JSON value is a CXF header, or one of its accounts, which some applications hand on alone. */
export function isCxf(json: unknown): boolean {
  const header = jsonItem(json);
  if (header === null) return false;
  const isHeader = header.has('accounts') && ['exporterRpId', 'version'].some((name) => header.has(name));
  return isHeader || isAccount(header);
}

/**
 * Reads the `totp` credentials of all accounts (FIDO Credential Exchange Format 1.0, section 3.3). Collections and tags
 * become tags, `note` credentials the note, and what an issuer or user name lacks comes from the item.
 * @throws TransferError NEWER_VERSION, DAMAGED
 */
export function readCxf(json: unknown, reading: ReadingBuilder): void {
  const header = jsonItem(json);
  if (header === null) throw new TransferError('DAMAGED');
  if (isAccount(header)) return readAccount(header, reading);
  if ((header.item('version').number('major') ?? 1) > 1) throw new TransferError('NEWER_VERSION');
  readItems(header.list('accounts'), reading, (account) => readAccount(account, reading));
}

function isAccount(item: JsonItem): boolean {
  return item.has('items') && item.has('collections') && (item.has('email') || item.has('username'));
}

function readAccount(account: JsonItem, reading: ReadingBuilder): void {
  const titles = new Map<string, string[]>();
  collect(account.list('collections'), titles, 0);
  readItems(account.list('items'), reading, (item) => {
    const credentials = item.list('credentials').flatMap((value) => jsonItem(value) ?? []);
    const ofType = (type: string) => credentials.filter((one) => one.text('type').toLowerCase() === type);
    const userName = ofType('basic-auth').map((login) => fieldText(login, 'username'))[0] ?? '';
    const carried = {
      tags: [...(titles.get(item.text('id')) ?? []), ...item.texts('tags')],
      note: ofType('note')
        .map((note) => fieldText(note, 'content'))
        .join('\n\n'),
      pinned: item.flag('favorite'),
    };
    for (const totp of ofType('totp')) {
      const algorithm = totp.setting('algorithm');
      reading.add(
        {
          // The format has no such kind; password managers write it this way.
          kind: algorithm?.toLowerCase() === 'steam' ? 'steam' : 'totp',
          secret: totp.secret('secret'),
          algorithm,
          digits: totp.setting('digits'),
          period: totp.setting('period'),
          issuer: totp.text('issuer') || item.text('title'),
          account: totp.text('username') || userName,
          ...carried,
        },
        [...item.notes, ...totp.notes],
      );
    }
  });
}

/** The titles of the collections that hold an item, by its id; collections may hold others. */
function collect(collections: readonly unknown[], titles: Map<string, string[]>, depth: number): void {
  if (depth > transferLimits.nesting) return;
  for (const value of collections) {
    const collection = jsonItem(value);
    if (collection === null) continue;
    for (const link of collection.list('items')) {
      const id = typeof link === 'string' ? link : (jsonItem(link)?.text('item') ?? '');
      titles.set(id, [...(titles.get(id) ?? []), collection.text('title')]);
    }
    collect(collection.list('subCollections'), titles, depth + 1);
  }
}

/** The text of an editable field, or a plain text, as earlier drafts had it. */
function fieldText(credential: JsonItem, name: string): string {
  const plain = credential.secret(name);
  return plain ?? credential.item(name).text('value');
}
