import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { openGcm, splitGcm } from './aes.ts';
import { derivePbkdf2 } from './derive.ts';
import type { TransferFormat } from './format.ts';
import { jsonItem, readItems, type JsonItem } from './json-item.ts';
import { createReading } from './reading.ts';
import { decodeText, parseJson } from './source-file.ts';
import { TransferError } from './transfer-error.ts';

/**
 * andOTP: a JSON array, plain or encrypted. Nothing marks an encrypted file, so it is known by elimination: the
 * format stands last among all, and claims a file that
 *
 * - is noise all through, and has at least the bytes of an empty list and at most `largest`;
 * - begins with a number of rounds that andOTP or its imitators choose: the kind since 2018. It is asked for its
 *   passphrase, and a wrong one is called wrong;
 * - or is of the kind before, which has no header at all. Without a passphrase it may be anything: that is said
 *   (UNKNOWN_OR_ENCRYPTED), so that the person can be asked.
 *
 * A file with an absurd number of rounds is of neither kind, so the number is never spent.
 */
export const andOtp: TransferFormat = {
  id: 'andotp',
  name: 'andOTP',

  recognise({ json, text, bytes }) {
    if (Array.isArray(json)) return json.slice(0, 100).some(isEntry);
    return text === null && bytes.length >= smallest && bytes.length <= largest && isNoise(bytes);
  },

  async read({ json, bytes }, passphrase) {
    return readEntries(json ?? (await decrypt(bytes, passphrase)));
  },
};

/** Bytes of the nonce, the list `[]` and the tag. */
const smallest = 12 + 2 + 16;
/** Bytes; far more than 10,000 entries have. */
const largest = 8 * 1024 * 1024;
const header = { rounds: 4, salt: 12 } as const;

async function decrypt(bytes: Uint8Array, passphrase: string | undefined): Promise<unknown> {
  const rounds = roundsOf(bytes);
  if (passphrase === undefined) {
    throw new TransferError(rounds === null ? 'UNKNOWN_OR_ENCRYPTED' : 'PASSPHRASE_MISSING');
  }
  // The old kind costs nothing to try, and its tag tells.
  const oldKey = createHash('sha256').update(passphrase).digest();
  const content = openWith(oldKey, bytes) ?? (rounds && (await decryptNew(bytes, rounds, passphrase)));
  if (!content) throw new TransferError('PASSPHRASE_WRONG');
  return parseJson(decodeText(content));
}

async function decryptNew(bytes: Uint8Array, rounds: number, passphrase: string) {
  const salt = bytes.subarray(header.rounds, header.rounds + header.salt);
  const key = await derivePbkdf2(passphrase, salt, { rounds, hash: 'sha1', bytes: 32 });
  return openWith(key, bytes.subarray(header.rounds + header.salt));
}

function openWith(key: Uint8Array, bytes: Uint8Array): Uint8Array | null {
  const sealed = splitGcm(bytes);
  const content = sealed && openGcm(key, sealed);
  key.fill(0);
  return content;
}

/** The rounds in front of an encrypted file of the newer kind; null if it can't be one. */
function roundsOf(bytes: Uint8Array): number | null {
  if (bytes.length < header.rounds + header.salt + smallest) return null;
  const rounds = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).readUInt32BE(0);
  // andOTP itself took 1,000 to 5,000, then 140,000 to 160,000. A TrueType font begins with 65,536.
  return rounds >= 1000 && rounds <= 1_000_000 && rounds !== 0x10000 ? rounds : null;
}

/** Whether no part of a file is words, or the same byte again and again: chance makes neither of this length. */
function isNoise(bytes: Uint8Array): boolean {
  return !/[\u0020-\u007e]{24}|(.)\1{7}/su.test(Buffer.from(bytes).toString('latin1'));
}

/** The first versions wrote neither kind nor hash function. */
function isEntry(value: unknown): boolean {
  const item = jsonItem(value);
  return (
    item !== null &&
    item.has('secret') &&
    item.has('label') &&
    ['type', 'algorithm', 'period', 'digits'].some((name) => item.has(name))
  );
}

function readEntries(list: unknown) {
  const reading = createReading(andOtp.id);
  readItems(list, reading, (entry) => {
    const thumbnail = entry.text('thumbnail');
    const draft = {
      // The application itself takes these defaults.
      kind: entry.text('type') || 'totp',
      secret: entry.secret('secret'),
      algorithm: entry.setting('algorithm'),
      digits: entry.setting('digits'),
      period: entry.setting('period'),
      counter: entry.setting('counter'),
      ...namesOf(entry),
      tags: entry.texts('tags'),
      icon: ['', 'default'].includes(thumbnail.toLowerCase()) ? null : thumbnail,
    };
    reading.add(draft, entry.notes);
  });
  return reading.finish();
}

/** Files before 2018 have `Issuer - account` in the label, or even `Issuer - Issuer:account`. */
function namesOf(entry: JsonItem): { issuer: string; account: string } {
  const label = entry.text('label');
  if (entry.value('issuer') !== null) return { issuer: entry.text('issuer'), account: label };
  const at = label.indexOf(' - ');
  if (at < 0) return { issuer: '', account: label };
  const issuer = label.slice(0, at);
  const rest = label.slice(at + 3);
  return { issuer, account: rest.startsWith(`${issuer}:`) ? rest.slice(issuer.length + 1) : rest };
}
