import { Buffer } from 'node:buffer';
import { tagsMaximum } from '../entry/label.ts';
import { decryptCbc, openGcm, splitGcm } from './aes.ts';
import { deriveArgon2, derivePbkdf2 } from './derive.ts';
import { readHex } from './encodings.ts';
import type { TransferFormat } from './format.ts';
import { boundedList, inOrder, jsonItem, namesById, readItems, type JsonItem } from './json-item.ts';
import { createReading } from './reading.ts';
import { decodeText, parseJson, type SourceFile } from './source-file.ts';
import { TransferError } from './transfer-error.ts';

/** Stratum, before 2024 Authenticator Pro: JSON, plain or encrypted in one of two ways that a mark tells. */
export const stratum: TransferFormat = {
  id: 'stratum',
  name: 'Stratum',

  recognise(file) {
    return markOf(file) !== null || Array.isArray(jsonItem(file.json)?.value('Authenticators'));
  },

  async read(file, passphrase) {
    const mark = markOf(file);
    if (mark === null) return readBackup(file.json);
    if (passphrase === undefined) throw new TransferError('PASSPHRASE_MISSING');
    const body = file.bytes.subarray(mark.length);
    return readBackup(await (mark === strongMark ? decryptStrong : decryptLegacy)(body, passphrase));
  },
};

const strongMark = 'AUTHENTICATORPRO';
const legacyMark = 'AuthenticatorPro';

function markOf({ bytes }: SourceFile): typeof strongMark | typeof legacyMark | null {
  const start = Buffer.from(bytes.subarray(0, strongMark.length)).toString('latin1');
  return start === strongMark || start === legacyMark ? start : null;
}

/** Salt of 16 bytes, then AES-256-GCM. */
async function decryptStrong(body: Uint8Array, passphrase: string): Promise<unknown> {
  const sealed = splitGcm(body.subarray(16));
  if (sealed === null) throw new TransferError('DAMAGED');
  const costs = { memoryKiB: 64 * 1024, passes: 3, lanes: 4, bytes: 32 };
  const content = openGcm(await deriveArgon2('argon2id', passphrase, body.subarray(0, 16), costs), sealed);
  if (content === null) throw new TransferError('PASSPHRASE_WRONG');
  return parseJson(decodeText(content));
}

/**
 * Salt of 20 bytes, initialisation vector of 16, AES-256-CBC. Nothing authenticates it, so a wrong passphrase is known
 * by what it makes of the first block, and damage by all that is no JSON after that.
 */
async function decryptLegacy(body: Uint8Array, passphrase: string): Promise<unknown> {
  const ciphertext = body.subarray(36);
  if (ciphertext.length === 0 || ciphertext.length % 16 !== 0) throw new TransferError('DAMAGED');
  const key = await derivePbkdf2(passphrase, body.subarray(0, 20), {
    rounds: 64_000,
    hash: 'sha1',
    bytes: 32,
  });
  const padded = decryptCbc(key, body.subarray(20, 36), ciphertext);
  const isRight = /^\s*\{\s*"/.test(Buffer.from(padded.subarray(0, 16)).toString('latin1'));
  if (!isRight) throw new TransferError('PASSPHRASE_WRONG');
  const padding = padded.at(-1) ?? 0;
  const isPadded =
    padding >= 1 && padding <= 16 && padded.subarray(-padding).every((byte) => byte === padding);
  return isPadded ? parseJson(decodeText(padded.subarray(0, -padding))) : undefined;
}

function readBackup(json: unknown) {
  const backup = jsonItem(json);
  if (backup === null) throw new TransferError('DAMAGED');
  const reading = createReading(stratum.id);
  const rankingOf = (value: unknown) => jsonItem(value)?.number('Ranking') ?? null;
  const entries = inOrder(boundedList(backup.value('Authenticators')), rankingOf);
  const categoriesOf = categoriesBySecret(backup);
  readItems(entries, reading, (entry) => {
    const kind = kinds[entry.text('Type').toLowerCase()] ?? entry.text('Type');
    const secret = entry.secret('Secret');
    const pin = entry.text('Pin');
    const icon = entry.text('Icon');
    const draft = {
      kind,
      ...(kind === 'motp' ? motpSecret(secret) : { secret }),
      algorithm: fixedAlgorithms[kind] ?? algorithmOf(entry),
      digits: entry.setting('Digits'),
      period: entry.setting('Period'),
      counter: entry.setting('Counter'),
      ...(pin !== '' && { pin }),
      issuer: entry.text('Issuer'),
      account: entry.text('Username'),
      tags: categoriesOf.get(secret ?? '') ?? [],
      // A picture of its user's own has a number after this sign.
      icon: icon === '' || icon.startsWith('@') ? null : icon,
    };
    reading.add(draft, entry.notes);
  });
  return reading.finish();
}

/** Names of categories by the secret of their entries, which is how the format links them; one more than fit. */
function categoriesBySecret(backup: JsonItem): ReadonlyMap<string, readonly string[]> {
  const names = namesById(backup.list('Categories'), 'Id', 'Name');
  const bySecret = new Map<string, string[]>();
  for (const value of backup.list('AuthenticatorCategories')) {
    const link = jsonItem(value);
    const name = names.get(link?.text('CategoryId') ?? '');
    const secret = link?.text('AuthenticatorSecret');
    if (!name || !secret) continue;
    const own = bySecret.get(secret) ?? [];
    if (own.length <= tagsMaximum) own.push(name);
    bySecret.set(secret, own);
  }
  return bySecret;
}

const kinds: Readonly<Record<string, string>> = { 1: 'hotp', 2: 'totp', 3: 'motp', 4: 'steam', 5: 'yandex' };
const algorithms: Readonly<Record<string, string>> = { 0: 'SHA1', 1: 'SHA256', 2: 'SHA512' };
/** These kinds have one hash function, whatever the file says. */
const fixedAlgorithms: Readonly<Record<string, string>> = { motp: 'MD5', yandex: 'SHA256' };

function algorithmOf(entry: JsonItem): string | undefined {
  const given = entry.setting('Algorithm');
  return given === undefined ? undefined : (algorithms[given] ?? given);
}

/** mOTP secrets are hexadecimal digits. Other characters are possible: those are kept as their bytes, and marked. */
function motpSecret(text: string | undefined) {
  const packed = text?.replaceAll(/[\s-]/g, '');
  if (!text || !packed) return { secret: text };
  const bytes = readHex(packed);
  if (bytes !== null) return { secret: bytes };
  return { secret: Buffer.from(text), unknownParameters: [['secret encoding', 'text'] as const] };
}
