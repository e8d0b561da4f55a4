import { archiveNames, unpack } from './archive.ts';
import type { TransferFormat } from './format.ts';
import { jsonItem, readItems } from './json-item.ts';
import { createReading } from './reading.ts';
import { decodeText, parseJson, type SourceFile } from './source-file.ts';

/** Raivo OTP: a JSON array whose values are all texts, in a zip archive under the master password. */
export const raivo: TransferFormat = {
  id: 'raivo',
  name: 'Raivo OTP',

  recognise({ bytes, json }) {
    if (Array.isArray(json)) return json.slice(0, 100).some(isEntry);
    return archiveNames(bytes).some((name) => /^raivo-otp-export\.(?:json|html)$/.test(name));
  },

  async read(file, passphrase) {
    return readEntries(file.json ?? (await unpackJson(file, passphrase)));
  },
};

async function unpackJson({ bytes }: SourceFile, passphrase: string | undefined): Promise<unknown> {
  return parseJson(decodeText(await unpack(bytes, (name) => name === 'raivo-otp-export.json', passphrase)));
}

function isEntry(value: unknown): boolean {
  const item = jsonItem(value);
  return item !== null && item.has('secret') && item.has('kind') && item.has('timer');
}

function readEntries(list: unknown) {
  const reading = createReading(raivo.id);
  readItems(list, reading, (entry) => {
    const draft = {
      kind: entry.text('kind'),
      secret: entry.secret('secret'),
      algorithm: entry.setting('algorithm'),
      digits: entry.setting('digits'),
      period: entry.setting('timer'),
      counter: entry.setting('counter'),
      issuer: entry.text('issuer'),
      account: entry.text('account'),
      pinned: entry.flag('pinned'),
      icon: entry.text('iconValue') || null,
    };
    reading.add(draft, entry.notes);
  });
  return reading.finish();
}
