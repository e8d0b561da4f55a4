import { encodeBase32, readBase32 } from '../../otp/base32.ts';
import { takeApart } from '../../otpauth/take-apart.ts';
import type { TransferFormat } from '../format.ts';
import { namesIn } from '../item-code.ts';
import type { ProblemCode } from '../problem.ts';
import { createReading, subjectOf, type ReadingBuilder } from '../reading.ts';
import { TransferError } from '../transfer-error.ts';
import { openKdbx } from './container.ts';
import { readContent, type KeePassEntry } from './content.ts';
import { isKeePassFile, readHeader } from './header.ts';
import { storedCodes, type StoredCode } from './stored-codes.ts';

/** Databases of KeePass 2, KeePassXC and their kin: KDBX 3 and 4. */
export const keepass: TransferFormat = {
  id: 'keepass',
  name: 'KeePass',
  recognise: ({ bytes }) => isKeePassFile(bytes),
  async read({ bytes }, passphrase) {
    readHeader(bytes);
    if (passphrase === undefined) throw new TransferError('PASSPHRASE_MISSING');
    const reading = createReading('keepass');
    const entries = readContent(await openKdbx(bytes, passphrase));
    for (const entry of entries) if (entry.place === 'list') addEntry(reading, entry);
    const skipped = entries.filter(({ place, fields }) => place !== 'list' && storedCodes(fields).length > 0);
    for (const place of new Set(skipped.map((entry) => entry.place))) {
      if (place !== 'list') reading.note(skippedCodes[place]);
    }
    return reading.finish();
  },
};

const skippedCodes = {
  history: 'HISTORY_SKIPPED',
  recycled: 'RECYCLE_BIN_SKIPPED',
  template: 'TEMPLATES_SKIPPED',
} as const satisfies Record<Exclude<KeePassEntry['place'], 'list'>, ProblemCode>;

/** Adds the entry's codes. A plugin may have left the same secret in several fields: the first one counts. */
function addEntry(reading: ReadingBuilder, { fields, groups, tags }: KeePassEntry): void {
  const names = { issuer: fields.get('Title') ?? '', account: fields.get('UserName') ?? '' };
  const carried = { tags: [...groups, ...tags], note: fields.get('Notes') ?? '' };
  const seen = new Set<string>();
  for (const code of storedCodes(fields)) {
    const secret = secretOf(code);
    if (seen.has(secret)) continue;
    seen.add(secret);
    if (code.as === 'fault') reading.note(code.code, subjectOf(names));
    else if (code.as === 'settings') reading.add({ ...code.settings, ...names, ...carried });
    else reading.addUri(code.uri, { ...carried, ...withoutNone(namesIn(code.uri, names), names) });
  }
}

type Names = Parameters<typeof subjectOf>[0];

/** KeePassXC writes `none` for an empty user name. */
function withoutNone(inUri: Names, ofEntry: Names): Names {
  return inUri.account === 'none' && ofEntry.account === '' ? { ...inUri, account: '' } : inUri;
}

/** Base32 of the secret, or something else that no other code has. */
function secretOf(code: StoredCode): string {
  if (code.as === 'fault') return `${code.as} ${code.code}`;
  const secret = code.as === 'uri' ? secretIn(code.uri) : code.settings.secret;
  if (typeof secret !== 'string') return encodeBase32(secret ?? new Uint8Array());
  const read = readBase32(secret);
  return read.ok ? encodeBase32(read.bytes) : secret;
}

function secretIn(uri: string): string {
  const apart = takeApart(uri);
  return apart.ok ? (apart.pieces.texts.secret ?? '') : uri;
}
