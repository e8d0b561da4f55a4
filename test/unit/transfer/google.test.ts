import { describe, expect, it } from 'vitest';
import { readTransfer, writeTransfer } from '../../../src/core/transfer/formats.ts';
import { googleOtp, googleSamples, googleUri, openGoogleUri } from '../../rig/transfer-files/google.ts';
import { secret, told, troubles } from '../../rig/transfer-files/sample.ts';

const read = (...lines: string[]) => readTransfer(Buffer.from(lines.join('\n')));
const otp = (name: string, over: object = {}) => googleOtp({ name, issuer: '', ...over });
const mason = 'totp Deno/Mason * SHA1 6 30';

describe("Google's migration set", () => {
  it('gives its entries', async () => {
    const reading = await readTransfer(googleSamples()[0]?.bytes ?? new Uint8Array());
    expect(reading.format).toBe('google');
    expect(told(reading)).toEqual([mason, 'hotp /James * SHA1 6 5', 'totp Deno/Mason * SHA256 8 30']);
    expect(troubles(reading)).toEqual([]);
  });

  it.each([
    ['the issuer before the name is taken off', { name: 'deno: Mason' }, mason],
    ['a name without it stays', { name: 'Mason' }, mason],
    ['a colon is no issuer', { name: 'encoding: ¿äÄéÉ?', issuer: '' }, 'totp /encoding: ¿äÄéÉ? * SHA1 6 30'],
    ['zeros are the usual values', { algorithm: 0, digits: 0, type: 0 }, mason],
    ['other names mean nothing', { id: 'a0b1' }, mason],
    ['HOTP without a counter begins at 0', { type: 1 }, 'hotp Deno/Mason * SHA1 6 0'],
    ['a large counter', { type: 1, counter: 2 ** 40 }, `hotp Deno/Mason * SHA1 6 ${2 ** 40}`],
    ['SHA-512', { algorithm: 3 }, 'totp Deno/Mason * SHA512 6 30'],
  ])('%s', async (_name, over, entry) => {
    const reading = await read(googleUri([googleOtp(over)]));
    expect(told(reading)).toEqual([entry]);
    expect(troubles(reading)).toEqual([]);
  });

  it.each([
    ['MD5', { algorithm: 4 }, 'foreign totp Deno/Mason * MD5 6 30', 'ALGORITHM_UNSUPPORTED'],
    ['a counter below 0', { type: 1, counter: -1 }, 'foreign hotp Deno/Mason * SHA1 6 -1', 'COUNTER_RANGE'],
    ['another length', { digits: 9 }, null, null],
    ['another type', { type: 7 }, 'foreign type 7 Deno/Mason * SHA1 6 ', 'TYPE_UNSUPPORTED'],
  ])('keeps %s, or a code as it says', async (_name, over, entry, code) => {
    const reading = await read(googleUri([googleOtp(over)]));
    expect(told(reading)).toEqual([entry ?? 'totp Deno/Mason * SHA1 9 30']);
    expect(troubles(reading)).toEqual(code === null ? [] : [`0 ${code}`]);
  });

  it('says which items have no secret', async () => {
    const reading = await read(googleUri([googleOtp({ secret: Buffer.alloc(0) }), googleOtp()]));
    expect(told(reading)).toEqual([mason]);
    expect(troubles(reading)).toEqual(['Deno (Mason) NO_SECRET']);
  });
});

describe('the text of a set', () => {
  const bytes = Buffer.from('3effefbefbefff3effbe', 'hex');
  const plus = googleUri([googleOtp({ secret: bytes })]);

  it.each([
    ['with raw plus and padding', decodeURIComponent(plus)],
    ['with a plus that became a space', decodeURIComponent(plus).replaceAll('+', ' ')],
    [
      'in the alphabet of addresses',
      decodeURIComponent(plus)
        .replaceAll('+', '-')
        .replace(/\/(?=[^/]*$)/, '_'),
    ],
    ['without padding', plus.replaceAll('%3D', '')],
    ['as a QR tool prints it', `QR-Code:${plus}`],
    ['in a sentence', `It is "${plus}", said he.`],
    ['with CRLF', `\ufeff${plus}\r\n\r\n`],
  ])('%s', async (_name, text) => {
    expect(plus).toContain('%2B');
    expect(told(await read(text))).toEqual(['totp Deno/Mason 3effefbefbefff3effbe SHA1 6 30']);
  });

  const parts = (batchId: number | undefined, names: readonly string[], over: object = {}) =>
    names.map((name, at) =>
      googleUri([otp(name)], {
        batchId,
        batchSize: names.length,
        batchIndex: at === 0 ? undefined : at,
        ...over,
      }),
    );
  const accounts = async (...lines: string[]) => (await read(...lines)).entries.map(({ account }) => account);

  it('has its parts in any order, and more than once', async () => {
    const [a = '', b = '', c = ''] = parts(77, ['a', 'b', 'c']);
    expect(await accounts(c, a, b, a)).toEqual(['a', 'b', 'c']);
    expect(troubles(await read(c, a, b))).toEqual([]);
  });

  it.each([0, undefined, 5])('keeps sets apart whose identity is %s', async (batchId) => {
    const [a = '', b = ''] = parts(batchId, ['a', 'b']);
    const [c = '', d = ''] = parts(batchId, ['c', 'd']);
    const lines = [...parts(batchId, ['e']), a, c, b, d, ...parts(batchId, ['f'])];
    expect((await accounts(...lines)).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(troubles(await read(...lines))).toEqual([]);
  });

  it('says which parts are missing, and gives the others', async () => {
    const [a = '', , c = ''] = parts(9, ['a', 'b', 'c'], { version: 2 });
    const reading = await read(c, a, ...parts(8, ['d']));
    expect(reading.entries.map(({ account }) => account)).toEqual(['a', 'c', 'd']);
    expect(troubles(reading)).toEqual(['2/3 BATCH_INCOMPLETE']);
  });

  it('that is broken says so, and costs no other one', async () => {
    const cut = plus.slice(0, 60);
    const reading = await read(
      cut,
      'otpauth-migration://offline',
      'otpauth-migration://offline?data=!',
      plus,
    );
    expect(reading.entries).toHaveLength(1);
    expect(troubles(reading)).toEqual(['- MIGRATION', '- MIGRATION', '- MIGRATION']);
  });

  it('without a version may have lost its end', async () => {
    expect(troubles(await read(googleUri([googleOtp()], { version: undefined })))).toEqual(['- END_UNSURE']);
  });
});

describe('a written set', () => {
  const lines = Array.from(
    { length: 25 },
    (_, at) => `otpauth://totp/Site:user${at}?secret=${secret.base32}&issuer=Site`,
  );
  const entriesOf = async (text: string) => (await readTransfer(Buffer.from(text))).entries;
  const urisOf = async (text: string) => {
    const { files, problems } = await writeTransfer('google-text', await entriesOf(text));
    return {
      uris: Buffer.from(files[0]?.bytes ?? [])
        .toString()
        .trimEnd()
        .split('\n'),
      problems,
    };
  };

  it('is read by another library, ten entries a code', async () => {
    const { uris, problems } = await urisOf(lines.join('\n'));
    const payloads = uris.map(openGoogleUri);
    expect(problems).toEqual([]);
    expect(payloads.map(({ otp: otps }) => (Array.isArray(otps) ? otps.length : 0))).toEqual([10, 10, 5]);
    const batchId = payloads[0]?.['batchId'];
    expect(payloads).toMatchObject(
      [0, 1, 2].map((batchIndex) => ({ version: 1, batchSize: 3, batchIndex, batchId })),
    );
    const bytes = [...Buffer.from(secret.hex, 'hex')];
    const first = {
      secret: bytes,
      name: 'Site:user0',
      issuer: 'Site',
      algorithm: 1,
      digits: 1,
      type: 2,
      counter: 0,
    };
    expect(payloads[0]).toMatchObject({
      otp: Array.from({ length: 10 }, (_, at) => ({ ...first, name: `Site:user${at}` })),
    });
  });

  it('is the same each time for the same entries, and has another number for others', async () => {
    const { uris } = await urisOf(lines.join('\n'));
    expect((await urisOf(lines.join('\n'))).uris).toEqual(uris);
    const { uris: others } = await urisOf(lines.slice(1).join('\n'));
    const [one, other] = [uris, others].map(([uri = '']) => openGoogleUri(uri)['batchId']);
    expect(one).not.toBe(other);
  });

  it('is read back as it was', async () => {
    const text = [
      ...lines,
      `otpauth://hotp/a%3Ab?secret=${secret.base32}&counter=${2 ** 40}&digits=8&algorithm=SHA512`,
    ].join('\n');
    const { uris } = await urisOf(text);
    expect(await entriesOf(uris.join('\n'))).toEqual(await entriesOf(text));
  });

  it('leaves out what would make other codes, and says so', async () => {
    const entry = (more: string) => `otpauth://totp/x?secret=${secret.base32}${more}`;
    const long = entry('').replace('x', 'ü'.repeat(600));
    const text = [
      entry('&period=60'),
      entry('&digits=7'),
      entry('&algorithm=MD5'),
      entry(''),
      `steam://${secret.base32}`,
      long,
    ];
    const { uris, problems } = await urisOf(text.join('\n'));
    expect(problems.map(({ entry: at, code }) => `${at} ${code}`)).toEqual([
      '0 PERIOD_NOT_WRITTEN',
      '1 DIGITS_NOT_WRITTEN',
      '2 KIND_NOT_WRITTEN',
      '4 KIND_NOT_WRITTEN',
    ]);
    expect(uris.flatMap((uri) => openGoogleUri(uri)['otp'])).toHaveLength(2);
  });

  it('has no code that is too large for a phone', async () => {
    const long = lines.map((line) => line.replaceAll('Site', 'Site'.repeat(40)));
    const { uris } = await urisOf(long.join('\n'));
    expect(Math.max(...uris.map((uri) => uri.length))).toBeLessThan(1400);
    expect(uris.flatMap((uri) => openGoogleUri(uri)['otp'])).toHaveLength(25);
  });
});
