import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readTransfer, writeTransfer } from '../../../src/core/transfer/formats.ts';
import { flatReading } from './flat.ts';

const S = 'JBSWY3DPEHPK3PXP';
const bob = `otpauth://totp/ACME:bob?secret=${S}&issuer=ACME&algorithm=SHA256&digits=8&period=20`;
const flatBob = {
  kind: 'totp',
  issuer: 'ACME',
  account: 'bob',
  secret: S,
  algorithm: 'SHA256',
  digits: 8,
  period: 20,
};
const eve = `otpauth://hotp/eve?secret=${S}&counter=7`;
const flatEve = {
  kind: 'hotp',
  issuer: '',
  account: 'eve',
  secret: S,
  algorithm: 'SHA1',
  digits: 6,
  counter: 7,
};

describe('a list of set-up addresses', () => {
  test.each([
    ['a line each', `${bob}\n${eve}\n`],
    [
      'with a byte order mark, CRLF, blank lines and comments',
      `\ufeff# mine\r\n\r\n${bob}\r\n // hers\r\n${eve}\r\n`,
    ],
    ['with commas between them', `${bob},${eve}\n`],
    ['with commas at the ends of lines', `${bob},\n${eve},\n`],
    ['in UTF-16', Buffer.from(`\ufeff${bob}\n${eve}\n`, 'utf16le')],
    ['as a QR tool prints them', `QR-Code:${bob}\nQR-Code:${eve}\n`],
  ])('%s is read whole', async (_name, text) => {
    expect(await read(text)).toEqual({ format: 'otpauth', entries: [flatBob, flatEve], problems: [] });
  });

  test('keeps an address that stands twice', async () => {
    expect(await read(`${bob}\n${bob}`)).toMatchObject({ entries: [flatBob, flatBob] });
  });

  test('says that it does not know the file around the addresses, where that is JSON', async () => {
    const text = JSON.stringify({ app: 'Another', items: [{ uri: bob }, { kept: 'elsewhere' }] });
    expect(await read(text)).toMatchObject({
      entries: [flatBob],
      problems: [[null, 'FILE_UNKNOWN', '']],
    });
  });

  test('keeps a counter of 64 bits to the last digit, though it makes no codes here', async () => {
    const counter = '18446744073709551615';
    const text = Buffer.from(`otpauth://hotp/eve?secret=${S}&counter=${counter}\n`);
    const { entries, problems } = await readTransfer(text);
    expect(entries).toMatchObject([{ isForeign: true, unknownParameters: [['counter', counter]] }]);
    expect(problems.map(({ code }) => code)).toEqual(['COUNTER_RANGE']);
  });

  test('loses no line to a bad one, and says what each lacks', async () => {
    const text = [
      bob,
      'otpauth://totp/none',
      'otpauth://totp/x:bad?secret=10',
      'an odd line!',
      'steam://run/440',
      eve,
    ];
    expect(await read(`${text.join('\n')}\n`)).toEqual({
      format: 'otpauth',
      entries: [flatBob, flatEve],
      problems: [
        [null, 'NO_SECRET', 'none'],
        [null, 'SECRET_INVALID', 'x (bad)'],
        [null, 'LINE_SKIPPED', '4'],
        [null, 'LINE_SKIPPED', '5'],
      ],
    });
  });

  test.each([
    `otpauth://totp/ACME:ann?secret=${S}&issuer=ACME&algorithm=SHA256&digits=8&period=60`,
    `otpauth://totp/ACME:ann?period=20&digits=8&secret=${S}&issuer=ACME`,
    `otpauth://hotp/ann?secret=${S}&issuer=ACME&counter=12`,
    `otpauth://totp/ann?secret=${S}`,
    `steam://${S}${S}`,
  ])('takes no part of a list for the whole: %s', async (last) => {
    for (const first of [
      '',
      `otpauth://totp/ACME:bob?secret=${S}&issuer=ACME&algorithm=SHA1&digits=6&period=30\n`,
    ]) {
      const whole = await readTransfer(Buffer.from(`${first}${last}\n`));
      expect(whole.problems.filter(({ code }) => code === 'END_UNSURE')).toEqual([]);
      for (let length = 1; length < last.length; length += 1) {
        const cut = Buffer.from(first + last.slice(0, length));
        const { entries, problems } = await readTransfer(cut).catch(() => ({ entries: [], problems: [] }));
        const at = whole.entries.length - 1;
        const isSame = isDeepStrictEqual(entries[at], whole.entries[at]);
        const isSaid = entries.length <= at || problems.some(({ entry }) => entry === at);
        expect(isSame || isSaid, last.slice(0, length)).toBe(true);
      }
    }
  });

  test('keeps what makes no codes here, with its names and settings', async () => {
    const text = [
      `otpauth://totp/ACME:md5?secret=${S}&algorithm=MD5`,
      `otpauth://totp/ACME:long?secret=${S}&digits=12`,
      `otpauth://totp/ACME:slow?secret=${S}&period=0`,
      `otpauth://yaotp/bob?secret=${S}`,
      'motp://ACME:old?secret=00112233445566778899aabbccddeeff',
    ];
    const usual = { issuer: 'ACME', secret: S, algorithm: 'SHA1', digits: 6, period: 30, counter: null };
    expect(await read(`${text.join('\n')}\n`)).toEqual({
      format: 'otpauth',
      entries: [
        { ...usual, kind: 'totp', account: 'md5', algorithm: 'MD5' },
        { ...usual, kind: 'totp', account: 'long', digits: 12 },
        { ...usual, kind: 'totp', account: 'slow', period: 0 },
        { ...usual, kind: 'yaotp', issuer: '', account: 'bob', digits: null, period: null },
        {
          ...usual,
          kind: 'motp',
          account: 'old',
          secret: 'AAISEM2EKVTHPCEZVK54ZXPO74',
          algorithm: 'MD5',
          period: 10,
        },
      ],
      problems: [
        [0, 'ALGORITHM_UNSUPPORTED', ''],
        [1, 'DIGITS_RANGE', ''],
        [2, 'PERIOD_RANGE', ''],
        [3, 'TYPE_UNSUPPORTED', ''],
        [4, 'TYPE_UNSUPPORTED', ''],
      ],
    });
  });

  test.each([
    ['a link of its own', `steam://${S}${S}`, 'Steam', ''],
    [
      'the encoder of KeePassXC',
      `otpauth://totp/Steam:bob?secret=${S}${S}&issuer=Steam&encoder=steam`,
      'Steam',
      'bob',
    ],
    [
      'the bare mark of Stratum',
      `otpauth://totp/Steam:bob?secret=${S}${S}&issuer=Steam&steam`,
      'Steam',
      'bob',
    ],
    ['a type of its own', `otpauth://steam/Steam:bob?secret=${S}${S}`, 'Steam', 'bob'],
  ])('reads Steam Guard by %s', async (_name, uri, issuer, account) => {
    expect((await read(uri)).entries).toEqual([{ kind: 'steam', issuer, account, secret: S + S }]);
  });
});

test.each([
  ['millions of commas', `${bob}${','.repeat(5_000_000)}`, 1],
  ['more strange lines than anyone reads', `${bob}\n${'an odd line!\n'.repeat(200_000)}`, 'TOO_LARGE'],
  ['a million lines without a key', `<b>otpauth://totp/a\n${'b\n'.repeat(1_000_000)}`, 0],
])('%s come to an end', async (_name, text, outcome) => {
  const reading = readTransfer(Buffer.from(text));
  if (typeof outcome === 'string') await expect(reading).rejects.toMatchObject({ code: outcome });
  else expect((await reading).entries).toHaveLength(outcome);
});

test('a mail around an address is searched for it', async () => {
  const mail = `Dear Bob,\n\nscan <${bob.replace('issuer', '\nissuer')}> or type it.\n`;
  expect(await read(mail)).toEqual({
    format: 'otpauth',
    entries: [flatBob],
    problems: [[0, 'TEXT_JOINED', '']],
  });
});

describe('a written list', () => {
  test('is read back as it was', async () => {
    const { entries } = await readTransfer(Buffer.from(`${bob}\n${eve}\nsteam://${S}${S}`));
    const { files } = await writeTransfer('otpauth', entries);
    expect((await readTransfer(files[0]?.bytes ?? new Uint8Array())).entries).toEqual(entries);
  });

  test('says what it has no place for', async () => {
    const { entries } = await readTransfer(Buffer.from(`${bob}\notpauth://yaotp/bob?secret=${S}`));
    const extras = { note: 'mine', tags: ['work'], pinned: true };
    const { files, problems } = await writeTransfer(
      'otpauth',
      entries.map((entry) => ({ ...entry, ...extras })),
    );
    expect(problems.map(({ entry, code }) => [entry, code])).toEqual([
      [0, 'NOTE_NOT_WRITTEN'],
      [0, 'TAGS_NOT_WRITTEN'],
      [0, 'MARKS_NOT_WRITTEN'],
      [1, 'KIND_NOT_WRITTEN'],
    ]);
    expect(Buffer.from(files[0]?.bytes ?? []).toString()).toBe(`${bob}\n`);
  });
});

async function read(text: string | Uint8Array) {
  return flatReading(await readTransfer(typeof text === 'string' ? Buffer.from(text) : text));
}
