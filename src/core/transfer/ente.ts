import { deriveArgon2 } from './derive.ts';
import { readBase64 } from './encodings.ts';
import type { TransferFormat } from './format.ts';
import { jsonItem, type JsonItem } from './json-item.ts';
import { createReading, type ReadingBuilder } from './reading.ts';
import { openSecretstream } from './secretstream.ts';
import { decodeText, parseJson } from './source-file.ts';
import { TransferError } from './transfer-error.ts';
import { readAddressList } from './uri-text.ts';

/** Ente Auth's plain export: an address a line, with what else an entry has as JSON in `codeDisplay`. */
export const enteText: TransferFormat = {
  id: 'ente',
  name: 'Ente Auth',
  recognise: ({ text }) => text !== null && /^["\s]*otpauth:\/\/[^\n]*[?&]codeDisplay=/im.test(text),
  read: ({ text }) => readLines(text ?? ''),
};

/**
 * Ente Auth's encrypted export: JSON with `kdfParams` (Argon2id), and the plain export as one message of libsodium's
 * secretstream, whose header it calls a nonce.
 */
export const enteEncrypted: TransferFormat = {
  id: 'ente',
  name: 'Ente Auth',
  recognise: ({ json }) => {
    const file = jsonItem(json);
    return file !== null && ['kdfParams', 'encryptedData', 'encryptionNonce'].every((name) => file.has(name));
  },
  async read({ json }, passphrase) {
    const file = jsonItem(json);
    if (file === null) throw new TransferError('DAMAGED');
    const costs = file.item('kdfParams');
    const salt = readBase64(costs.text('salt'));
    const header = readBase64(file.text('encryptionNonce'));
    const sealed = readBase64(file.text('encryptedData'));
    const memory = costs.number('memLimit');
    const passes = costs.number('opsLimit');
    if (salt?.length !== 16 || header?.length !== 24 || !sealed || sealed.length < 17 || !memory || !passes) {
      throw new TransferError('DAMAGED');
    }
    if (passphrase === undefined) throw new TransferError('PASSPHRASE_MISSING');
    const how = { memoryKiB: Math.floor(memory / 1024), passes, lanes: 1, bytes: 32 };
    const key = await deriveArgon2('argon2id', passphrase, salt, how);
    const opened = openSecretstream(key, header, sealed);
    if (opened === null) throw new TransferError('PASSPHRASE_WRONG');
    const text = decodeText(opened);
    if (text === null) throw new TransferError('DAMAGED');
    return readLines(text);
  },
};

function readLines(text: string) {
  const reading = createReading('ente');
  readAddressList(text, reading, (uri) => readAddress(uri, reading));
  return reading.finish();
}

/** Reads an address of Ente's. Its query is form-encoded, and `null` stands for a setting that was never made. */
function readAddress(uri: string, reading: ReadingBuilder): void {
  const at = uri.indexOf('?');
  const pairs = at < 0 ? [] : uri.slice(at + 1).split('&');
  const kept = pairs.filter(
    (pair) => !/^(?:codeDisplay=|(?:algorithm|digits|period|counter)=null$)/i.test(pair),
  );
  const address = `${at < 0 ? uri : uri.slice(0, at)}?${kept.join('&').replaceAll('+', '%20')}`;
  const shown = pairs.find((pair) => /^codeDisplay=/i.test(pair))?.replace(/^[^=]*=/, '');
  if (shown === undefined) return reading.addUri(address);
  const display = jsonItem(parseJson(formDecode(shown)));
  if (display === null) return reading.addUri(address, {}, ['FIELD_INVALID']);
  const beside = besideOf(display);
  reading.addUri(address, beside, display.notes);
}

function besideOf(display: JsonItem) {
  return {
    tags: display.texts('tags'),
    note: display.text('note'),
    pinned: display.flag('pinned'),
    trashed: display.flag('trashed'),
    icon: display.text('iconID') || null,
  };
}

/** A value of a form-encoded query; empty if it is broken. */
function formDecode(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return '';
  }
}
