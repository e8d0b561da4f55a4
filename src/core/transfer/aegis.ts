import { openGcm } from './aes.ts';
import { openAegisSlots, readSealed } from './aegis-slots.ts';
import { readBase64 } from './encodings.ts';
import type { TransferFormat } from './format.ts';
import { boundedList, jsonItem, namesById, readItems, type JsonItem } from './json-item.ts';
import { createReading } from './reading.ts';
import { decodeText, parseJson } from './source-file.ts';
import { TransferError } from './transfer-error.ts';

/** Newest versions of an Aegis file and of the database in it that are understood. */
export const aegisVersions = { file: 1, database: 3 } as const;

/**
 * Aegis: JSON `{version, header, db}`. `db` is an object, or base64 of AES-256-GCM under a master key that slots
 * hold. Database version 3 has groups by UUID, the versions before have a group's name in the entry.
 */
export const aegis: TransferFormat = {
  id: 'aegis',
  name: 'Aegis',

  recognise({ json }) {
    const file = jsonItem(json);
    if (file === null || !file.has('db')) return false;
    const header = file.item('header');
    return header.has('slots') && header.has('params');
  },

  async read({ json }, passphrase) {
    const file = jsonItem(json);
    if (file === null) throw new TransferError('DAMAGED');
    if ((file.number('version') ?? 0) > aegisVersions.file) throw new TransferError('NEWER_VERSION');
    const isEncrypted = typeof file.value('db') === 'string';
    return readDatabase(isEncrypted ? await decrypt(file, passphrase) : file.item('db'));
  },
};

async function decrypt(file: JsonItem, passphrase: string | undefined): Promise<JsonItem> {
  const header = file.item('header');
  const masterKey = await openAegisSlots(header, passphrase);
  const sealed = readSealed(header.item('params'), readBase64(file.text('db')));
  const content = sealed && openGcm(masterKey, sealed);
  masterKey.fill(0);
  const database = content && jsonItem(parseJson(decodeText(content)));
  if (!database) throw new TransferError('DAMAGED');
  return database;
}

function readDatabase(database: JsonItem) {
  if ((database.number('version') ?? 0) > aegisVersions.database) throw new TransferError('NEWER_VERSION');
  const reading = createReading(aegis.id);
  const entries = boundedList(database.value('entries'));
  const groups = namesById(database.list('groups'), 'uuid', 'name');
  const groupNames = new Map([...groups].map(([uuid, name]) => [uuid.toLowerCase(), name]));
  readItems(entries, reading, (entry) => {
    const info = entry.item('info');
    const tags = entry.has('groups') ? entry.texts('groups') : [entry.text('group')];
    const pin = info.text('pin');
    const draft = {
      kind: entry.text('type'),
      secret: info.secret('secret'),
      algorithm: info.setting('algo'),
      digits: info.setting('digits'),
      period: info.setting('period'),
      counter: info.setting('counter'),
      ...(pin !== '' && { pin }),
      issuer: entry.text('issuer'),
      account: entry.text('name'),
      note: entry.text('note'),
      pinned: entry.flag('favorite'),
      // A group that the database does not list may be a name as in older versions, but a UUID tells nothing.
      tags: tags.flatMap((tag) => groupNames.get(tag.toLowerCase()) ?? (isUuid(tag) ? [] : [tag])),
    };
    reading.add(draft, entry.notes);
  });
  return reading.finish();
}

function isUuid(text: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}
