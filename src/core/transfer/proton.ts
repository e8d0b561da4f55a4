import { Buffer } from 'node:buffer';
import { decodePercent } from '../otpauth/query.ts';
import { openGcm, splitGcm } from './aes.ts';
import { deriveArgon2 } from './derive.ts';
import { readBase64 } from './encodings.ts';
import type { Reading, TransferFormat } from './format.ts';
import { jsonItem, readItems, type JsonItem } from './json-item.ts';
import { createReading, type ReadingBuilder } from './reading.ts';
import { decodeText, parseJson } from './source-file.ts';
import { TransferError } from './transfer-error.ts';

/** Proton Authenticator's export: `entries` in the open, or the same JSON encrypted in `content`. */
export const proton: TransferFormat = {
  id: 'proton',
  name: 'Proton Authenticator',
  recognise: ({ json }) => {
    const file = jsonItem(json);
    return file !== null && file.has('version') && (isPlain(file) || isEncrypted(file));
  },
  async read({ json }, passphrase) {
    const file = jsonItem(json);
    if (file === null) throw new TransferError('DAMAGED');
    return readEntries(isPlain(file) ? file : await decrypted(file, passphrase));
  },
};

function isPlain(file: JsonItem): boolean {
  const entries = file.value('entries');
  if (!Array.isArray(entries)) return false;
  return (
    entries.length === 0 || entries.some((entry) => jsonItem(jsonItem(entry)?.value('content'))?.has('uri'))
  );
}

function isEncrypted(file: JsonItem): boolean {
  return typeof file.value('salt') === 'string' && typeof file.value('content') === 'string';
}

async function decrypted(file: JsonItem, passphrase: string | undefined): Promise<JsonItem> {
  if (file.number('version') !== 1) throw new TransferError('NEWER_VERSION');
  const salt = readBase64(file.text('salt'));
  const sealed = splitGcm(readBase64(file.text('content')) ?? new Uint8Array());
  if (salt?.length !== 16 || sealed === null) throw new TransferError('DAMAGED');
  if (passphrase === undefined) throw new TransferError('PASSPHRASE_MISSING');
  const key = await deriveArgon2('argon2id', passphrase, salt, costs);
  const opened = openGcm(key, sealed, Buffer.from('proton.authenticator.export.v1'));
  if (opened === null) throw new TransferError('PASSPHRASE_WRONG');
  const content = jsonItem(parseJson(decodeText(opened)));
  if (content === null) throw new TransferError('DAMAGED');
  return content;
}

/** The application's own; no file says them. */
const costs = { memoryKiB: 19_456, passes: 2, lanes: 1, bytes: 32 };

function readEntries(file: JsonItem): Reading {
  const reading = createReading('proton');
  readItems(file.value('entries'), reading, (entry) => readEntry(entry, reading));
  return reading.finish();
}

function readEntry(entry: JsonItem, reading: ReadingBuilder): void {
  const content = entry.item('content');
  const uri = content.text('uri');
  const account = content.text('name');
  const beside = { ...(account !== '' && { account }), note: entry.text('note') };
  if (uri === '') return reading.note('NO_SECRET', account);
  if (!/^steam:\/\//i.test(uri)) {
    // The issuer stands in the query only; a label can begin with a colon.
    const isLabelAccount = account !== '';
    return reading.addUri(uri, beside, entry.notes, { isLabelAccount });
  }
  const secret = decodePercent(uri.slice('steam://'.length).split('?')[0] ?? '', []);
  const notes = [...entry.notes, 'ISSUER_ASSUMED'] as const;
  reading.add({ ...beside, kind: 'steam', issuer: 'Steam', secret: steamSecret(secret) }, notes);
}

/** A Steam secret in base32 stays as it is; one in base64, as Steam itself keeps it, becomes bytes. */
function steamSecret(text: string): string | Uint8Array {
  if (/^(?:[A-Z2-7]+|[a-z2-7]+)=*$/.test(text)) return text;
  return readBase64(text) ?? text;
}
