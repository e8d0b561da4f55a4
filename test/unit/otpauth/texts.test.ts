import { describe, expect, test } from 'vitest';
import { encodeBase32 } from '../../../src/core/otp/base32.ts';
import { readOtpauthCode, readOtpauthText } from '../../../src/core/otpauth/read-text.ts';
import type { OtpauthResult } from '../../../src/core/otpauth/parsed.ts';

const S = 'JBSWY3DPEHPK3PXP';
const long = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const full = `otpauth://totp/ACME:bob?secret=${long}&issuer=ACME&algorithm=SHA1&digits=8&period=30`;

describe('an address in a text', () => {
  test.each<[what: string, text: string, notes: string[]]>([
    ['as it is', full, []],
    ['between white space', `\ufeff \t${full}\r\n\r\n`, []],
    ['in a sentence', `Your address is ${full}. Keep it.`, ['TEXT_LEFT_OVER']],
    ['with a full stop behind it', `Your address is ${full}.`, []],
    ['in angle brackets', `Bob <${full}> wrote`, []],
    ['in quotes', `secret: "${full}", next`, []],
    ['in parentheses', `(see ${full})`, []],
    ['as Markdown', `Scan [this](${full}) now`, []],
    ['as a page', `<p><a href="${full.replaceAll('&', '&amp;')}">Set up</a> here</p>`, []],
    ['as JSON', JSON.stringify({ url: full }).replaceAll('/', '\\/').replaceAll('&', '\\u0026'), []],
    ['in another address', `https://x.example/qr?d=${encodeURIComponent(full)}&size=200`, []],
    [
      'in an address in an address',
      `https://x.example/?d=${encodeURIComponent(encodeURIComponent(full))}`,
      [],
    ],
    ['with numeric entities', full.replaceAll('&', '&#38;'), []],
    ['with hexadecimal entities', full.replaceAll('&', '&#X26;').replaceAll('=', '&#x3d;'), []],
    ['with soft hyphens', full.replaceAll('&', '\u00ad&\u200b'), []],
    ['as quoted-printable', full.replaceAll('=', '=3D').replace('GNBV', 'GN=\r\nBV'), []],
    [
      'with parameters that were encoded with the key',
      full.replace('&', '%26').replace('issuer=', 'issuer%3D'),
      [],
    ],
    ['wrapped in the key', full.replace('GNBVGY', 'GNBV\nGY'), ['TEXT_JOINED']],
    ['wrapped before a setting', full.replace('&digits', '\n&digits'), ['TEXT_JOINED']],
    ['wrapped inside of a setting', full.replace('&digits', '&di\n> gits'), ['TEXT_JOINED']],
    ['wrapped behind a &', full.replace('&digits', '&\n  digits'), ['TEXT_JOINED']],
    ['wrapped in a number', full.replace('period=30', 'period=3\n0'), ['TEXT_JOINED']],
    ['wrapped in its scheme', full.replace('otpauth://', 'otpau\nth:/\n/'), []],
    ['wrapped at every eighth character', full.replaceAll(/.{8}/g, '$&\r\n'), ['TEXT_JOINED']],
    ['quoted in a reply', `> > ${full.replaceAll(/.{40}/g, '$&\n> > ')}\n`, ['TEXT_JOINED']],
    ['before a line of thanks', `${full}\nThanks`, ['TEXT_LEFT_OVER']],
    ['before a paragraph', `${full}\n\nPaste it into your app.`, ['TEXT_LEFT_OVER']],
    ['above a comment', `${full}\n# the old one`, []],
  ])('%s', (_what, text, notes) => {
    expect(readOtpauthText(text).map(flat)).toEqual([
      { issuer: 'ACME', account: 'bob', secret: long, algorithm: 'SHA1', digits: 8, period: 30, notes },
    ]);
  });

  test.each([
    ['an upper-case key is not gone on with by a word', `otpauth://totp/b?secret=${S}\nThanks`, S],
    ['a key takes no words of its line', `otpauth://totp/b?secret=${S} please scan it`, S],
    ['a key in groups is one', `otpauth://totp/b?secret=JBSW Y3DP EHPK 3PXP`, S],
    ['a key in groups over lines is one', `otpauth://totp/b?secret=JBSW Y3DP\nEHPK 3PXP`, S],
  ])('%s', (_what, text, secret) => {
    expect(readOtpauthText(text).map(flat)).toMatchObject([{ secret, account: 'b' }]);
  });

  test('that may go on behind its end is said to', () => {
    expect(readOtpauthText(`otpauth://totp/b?secret=${S}`).map(flat)).toMatchObject([
      { notes: ['END_UNSURE'] },
    ]);
    expect(readOtpauthText(`<otpauth://totp/b?secret=${S}>`).map(flat)).toMatchObject([{ notes: [] }]);
  });
});

describe('several addresses', () => {
  const two = `otpauth://totp/Two:b?secret=${S}`;

  test.each([
    ['a line each', `${full}\n${two}`],
    ['with blank lines and comments', `# mine\n\n${full}\n\n# hers\n${two}\n`],
    ['separated by commas', `${full},${two}`],
    ['separated by spaces', `${full} ${two}`],
    ['wrapped each', `${full.replace('&digits', '\n&digits')}\n${two.replace('EHPK', '\nEHPK')}`],
    ['one of them twice', `${full}\n${two}\n${full}`],
  ])('%s', (_what, text) => {
    expect(readOtpauthText(text).map(flat)).toMatchObject([
      { issuer: 'ACME', secret: long, digits: 8 },
      { issuer: 'Two', secret: S, digits: 6 },
    ]);
  });

  test('a thousand are read, and each refusal is its own', () => {
    const many = Array.from({ length: 1_000 }, (_, at) => `otpauth://totp/Site${at}:b?secret=${S}`);
    expect(readOtpauthText([...many, 'otpauth://totp/b'].join('\n'))).toHaveLength(1_001);
  });
});

test('a text without an address has none', () => {
  for (const text of [
    '',
    'hello',
    S,
    'https://example.org/?secret=JBSW',
    'steam://run/440',
    'otpauth:',
    'xotp',
  ]) {
    expect(readOtpauthText(text)).toEqual([]);
  }
});

describe('the text of a QR code', () => {
  test('is whole where nothing says so', () => {
    expect(readOtpauthCode(`otpauth://totp/b?secret=${S}`).map(flat)).toMatchObject([{ notes: [] }]);
  });

  test('that was encoded for a page, or wrapped, is mended', () => {
    expect(readOtpauthCode(full.replaceAll('&', '&#38;')).map(flat)).toMatchObject([
      { digits: 8, notes: [] },
    ]);
    expect(readOtpauthCode(full.replace('&digits', '&dig\nits')).map(flat)).toMatchObject([
      { digits: 8, notes: ['TEXT_JOINED'] },
    ]);
  });

  test('that holds several addresses gives each', () => {
    expect(readOtpauthCode(`${full}\notpauth://totp/b?secret=${S}`)).toHaveLength(2);
  });
});

function flat(result: OtpauthResult) {
  if (!result.ok) return result.refusal.code;
  const { issuer, account, parameters, notes } = result.value;
  const { kind: _kind, ...settings } = parameters;
  return {
    issuer,
    account,
    ...settings,
    secret: encodeBase32(parameters.secret),
    notes: notes.map(({ code }) => code),
  };
}
