/** Each limit that a person meets, at every place that looks at it: all of them take a text of exactly that length. */
import { createInstance } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { backupFolder } from '../../../src/adapters/backup-folder/backup-folder.ts';
import { readTypedOrigin } from '../../../src/app/links/server-address.ts';
import { judgePassword } from '../../../src/account-service/passwords/quality.ts';
import { readAddress } from '../../../src/contract/account-service/address.ts';
import { accountServiceContract } from '../../../src/contract/account-service.ts';
import { accountLimits } from '../../../src/contract/account-service/limits.ts';
import { appContract } from '../../../src/contract/app.ts';
import { plainPassword } from '../../../src/contract/account-service/spelling.ts';
import { textLength, textLimits } from '../../../src/contract/limits.ts';
import { parseOtpauth } from '../../../src/core/otpauth/parse.ts';
import { writeOtpauth } from '../../../src/core/otpauth/write.ts';
import type { Entry } from '../../../src/core/entry/entry.ts';
import { decodeEntry, encodeEntry } from '../../../src/core/entry/record.ts';
import { flawOf } from '../../../src/account-service/http/landing.ts';
import { wordsOf } from '../../../src/account-service/words/languages.ts';
import { tooLong } from '../../../src/renderer/design/too-long.ts';
import { en } from '../../../src/renderer/words/en/words.ts';
import { anEntry } from '../vault/samples.ts';

/** Letters that people see as one and that programs count as two, three or four. */
const letters = ['a', '🗝', 'e\u0323', '👩\u200d🚀'];

/** A text of exactly so many code points, between what must stand around it. */
function textOf(letter: string, length: number, before = '', after = ''): string {
  const room = length - textLength(before) - textLength(after);
  const text = letter.repeat(Math.floor(room / textLength(letter)));
  return `${before}${text}${'x'.repeat(room - textLength(text))}${after}`;
}

type Input = { '~orpc': { inputSchema?: unknown } };
/** Whether a call of a contract takes what the window or the application hands in. */
function takes(call: Input, input: unknown): boolean {
  const schema = call['~orpc'].inputSchema;
  if (!(schema instanceof z.ZodType)) throw new Error('no schema of zod');
  return schema.safeParse(input).success;
}

const i18n = createInstance();
beforeAll(() =>
  i18n.init({ lng: 'en', resources: { en: { translation: en } }, interpolation: { escapeValue: false } }),
);

const id = '00000000-0000-4000-8000-000000000000';
const email = 'ada@example.org';
const password = 'x'.repeat(20);
const device = { name: 'here', platform: 'linux' };
const { account, vault, entries } = appContract;
const signUp = { name: 'Ada', email, password, language: 'en' };
const support = { email, reason: 'Help', contact: email, language: 'en' };
const service = accountServiceContract;

interface Place {
  place: string;
  takes: (text: string) => boolean;
}
interface Row {
  what: string;
  limit: number;
  /** What it is filled with; any letters unless said. */
  fill?: readonly string[];
  /** As the window's field counts it, where that is not the text itself. */
  counted?: (text: string) => string;
  around?: [before: string, after: string];
  places: Place[];
}

const typed = {
  secret: 'A',
  issuer: 'x',
  account: 'x',
  kind: 'totp',
  algorithm: 'SHA1',
  digits: 6,
  period: 30,
  counter: 0,
};

/** What the reader of set-up addresses has to say of a name's length. */
function notesOf(name: string) {
  const read = parseOtpauth(writeOtpauth({ ...anEntry(), issuer: '', account: name }));
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.notes.filter(({ code }) => code === 'ACCOUNT_TOO_LONG');
}

function isKept(name: string): boolean {
  try {
    const { json, secrets } = encodeEntry(anEntry({ issuer: name, account: name }), 'entry');
    return decodeEntry({ json, secrets: secrets[0] ?? new Uint8Array() }).issuer === name;
  } catch {
    return false;
  }
}

function isWritten(changes: Partial<Entry>): boolean {
  try {
    return encodeEntry(anEntry(changes), 'entry').json.length > 0;
  } catch {
    return false;
  }
}

const rows: Row[] = [
  {
    what: 'the name of an entry',
    limit: textLimits.label,
    places: [
      {
        place: 'the application',
        takes: (text) => takes(entries.edit, { id, issuer: text, account: text }),
      },
      {
        place: 'a preview’s answer',
        takes: (text) => takes(appContract.previews.accept, { previewId: id, issuer: text, account: text }),
      },
      {
        place: 'what is typed in',
        takes: (text) => takes(appContract.scan.typed, { ...typed, issuer: text, account: text }),
      },
      { place: 'the reader, which says so', takes: (text) => notesOf(text).length === 0 },
      { place: 'the vault’s document', takes: isKept },
    ],
  },
  {
    what: 'a tag',
    limit: textLimits.label,
    places: [
      { place: 'the application', takes: (tag) => takes(entries.edit, { id, tags: [tag] }) },
      { place: 'the vault’s document', takes: (tag) => isWritten({ tags: [tag] }) },
    ],
  },
  {
    what: 'a note',
    limit: textLimits.note,
    places: [
      { place: 'the application', takes: (note) => takes(entries.edit, { id, note }) },
      { place: 'the vault’s document', takes: (note) => isWritten({ note }) },
    ],
  },
  {
    what: 'a recovery code of a site',
    limit: textLimits.siteCode,
    places: [
      {
        place: 'the application',
        takes: (code) => takes(appContract.siteCodes.keep, { id, codes: [code], how: 'add' }),
      },
    ],
  },
  {
    what: 'a person’s name',
    limit: accountLimits.name,
    places: [
      { place: 'the application', takes: (name) => takes(account.signUp.start, { ...signUp, name }) },
      { place: 'the service', takes: (name) => takes(service.signUp.start, { ...signUp, name }) },
    ],
  },
  {
    what: 'an address',
    limit: accountLimits.address,
    fill: ['a', '🗝'],
    around: ['', '@example.org'],
    counted: (text) => readAddress(text) ?? text,
    places: [
      { place: 'the application', takes: (text) => takes(account.signUp.start, { ...signUp, email: text }) },
      { place: 'the service', takes: (text) => takes(service.signUp.start, { ...signUp, email: text }) },
    ],
  },
  {
    what: 'a password as it is typed',
    limit: accountLimits.passwordTyped,
    places: [
      { place: 'the landing page', takes: (text) => flawOf(text, wordsOf.en.landing) === null },
      { place: 'the application', takes: (text) => takes(account.signIn.start, { email, password: text }) },
      {
        place: 'the service',
        takes: (text) => takes(service.signIn.start, { email, password: text, device }),
      },
    ],
  },
  {
    what: 'a new password',
    limit: accountLimits.passwordMax,
    // In the one form of passwords, two parts that belong together are one.
    fill: ['a', '🗝', '👩\u200d🚀'],
    counted: plainPassword,
    places: [
      { place: 'the judge', takes: (text) => !judgePassword(text, 'Ada', email, '').includes('tooLong') },
    ],
  },
  {
    what: 'a passphrase',
    limit: textLimits.passphrase,
    places: [
      { place: 'the application', takes: (passphrase) => takes(vault.unlock, { passphrase }) },
      {
        place: 'a new vault',
        takes: (passphrase) => takes(vault.create, { protection: 'passphrase', passphrase }),
      },
    ],
  },
  {
    what: 'a question to support',
    limit: accountLimits.reason,
    places: [
      { place: 'the application', takes: (reason) => takes(account.support.ask, { ...support, reason }) },
      { place: 'the service', takes: (reason) => takes(service.support.request, { ...support, reason }) },
    ],
  },
  {
    what: 'a server’s address',
    limit: accountLimits.server,
    // Zeros in front of a port count for nothing: an address can be as long as the limit.
    fill: ['0'],
    around: ['example.org:', '443'],
    places: [
      { place: 'the application', takes: (address) => takes(account.setServer, { address }) },
      { place: 'its reader', takes: (text) => readTypedOrigin(text) !== null },
    ],
  },
  {
    what: 'a folder for backups',
    limit: textLimits.path,
    places: [
      {
        place: 'the application',
        takes: (folder) =>
          takes(appContract.backup.setUp, { folder, keep: 10, protection: { by: 'present' } }),
      },
      { place: 'choosing one', takes: (folder) => takes(appContract.backup.folders, { folder }) },
    ],
  },
  {
    what: 'a pasted link',
    limit: textLimits.pasted,
    fill: ['a', '🗝'],
    places: [{ place: 'the application', takes: (text) => takes(account.link.open, { text }) }],
  },
  {
    what: 'a code',
    limit: accountLimits.codeTyped,
    fill: ['\u3000', '\u{E0101}'],
    around: ['123', '456'],
    places: [
      {
        place: 'the application',
        takes: (code) => takes(account.signIn.verify, { methodId: id, code, trust: false }),
      },
      {
        place: 'the service',
        takes: (code) => takes(service.signIn.verify, { flow: 'f', methodId: id, code, trust: false }),
      },
    ],
  },
  {
    what: 'a recovery code',
    limit: accountLimits.recoveryCodeTyped,
    fill: ['-', '\u{E0101}'],
    around: ['01234567', '89ABCDEF'],
    places: [
      { place: 'the application', takes: (code) => takes(account.signIn.recover, { code }) },
      { place: 'the service', takes: (code) => takes(service.signIn.recover, { flow: 'f', code }) },
    ],
  },
];

it('an address that is pasted with more around it is as long as what is sent of it', () => {
  const address = textOf('\u00e9', accountLimits.address, '', '@example.org');
  for (const pasted of [
    `mailto:${address}`,
    `"Ada Lovelace" <${address.normalize('NFD')}>`,
    ` ${address}. `,
  ]) {
    expect(readAddress(pasted)).toBe(address);
    expect(takes(service.signUp.start, { ...signUp, email: pasted })).toBe(true);
  }
  // Counted as people do while it is looked at, too.
  const wide = textOf('🗝', accountLimits.addressTyped - 40, '', ' <ada@example.org>');
  expect(readAddress(wide)).toBe('ada@example.org');
  expect(readAddress(wide.padStart(accountLimits.addressTyped * 3))).toBeNull();
});

it.each(letters)(
  'the longest path that is taken is not too long for the system, nor a backup in it: “%s”',
  async (letter) => {
    // A name in a path has at most 255 bytes.
    const name = letter.repeat(Math.floor(250 / Buffer.byteLength(letter)));
    const path = textOf(`${name}/`, textLimits.path - 1, '/');
    expect(textLength(path)).toBe(textLimits.path - 1);
    expect(await backupFolder.folders(path, 1)).toMatchObject({ trouble: 'folderGone', detail: 'ENOENT' });
    expect(await backupFolder.read(path, 'x'.repeat(60))).toMatchObject({ detail: 'ENOENT' });
  },
);

describe.each(rows)('$what', ({ limit, fill = letters, around = ['', ''], counted = String, places }) => {
  it.each(fill)('of exactly the limit in “%s” is taken everywhere, and one more nowhere', (letter) => {
    const most = textOf(letter, limit, ...around);
    const more = textOf(letter, limit + 1, ...around);
    const field = (text: string) => tooLong(counted(text), limit, i18n.t);
    const windowPlace = { place: 'the field', takes: (text: string) => field(text) === undefined };
    const all = [windowPlace, ...places];
    expect(all.filter((one) => !one.takes(most)).map(({ place }) => place)).toEqual([]);
    expect(all.filter((one) => one.takes(more)).map(({ place }) => place)).toEqual([]);
    expect(field(more)).toMatch(
      new RegExp(`^At most ${limit} characters; this has ${textLength(counted(more))}\\.$`),
    );
  });
});
