import { describe, expect, test } from 'vitest';
import { encodeBase32 } from '../../../src/core/otp/base32.ts';
import { parseOtpauth } from '../../../src/core/otpauth/parse.ts';
import type { ParsedOtpauth } from '../../../src/core/otpauth/parsed.ts';

const S = 'JBSWY3DPEHPK3PXP';

// What sites and other authenticators write, and how it is read. `notes` are what the person is told.
type Row = [what: string, uri: string, expected: Partial<Flat>];

describe('names', () => {
  test.each<Row>([
    ['label with both', `totp/ACME:bob?secret=${S}&issuer=ACME`, { issuer: 'ACME', account: 'bob' }],
    ['no issuer parameter', `totp/ACME:bob?secret=${S}`, { issuer: 'ACME', account: 'bob' }],
    ['an escaped colon', `totp/ACME%3Abob?secret=${S}`, { issuer: 'ACME', account: 'bob' }],
    ['spaces behind the colon', `totp/ACME%3A%20%20bob?secret=${S}`, { issuer: 'ACME', account: 'bob' }],
    ['no issuer at all', `totp/bob?secret=${S}`, { issuer: '', account: 'bob' }],
    ['an issuer only as parameter', `totp/bob?secret=${S}&issuer=ACME`, { issuer: 'ACME', account: 'bob' }],
    ['an empty issuer parameter', `totp/ACME:bob?secret=${S}&issuer=`, { issuer: 'ACME', account: 'bob' }],
    ['an empty label', `totp/?secret=${S}&issuer=ACME`, { issuer: 'ACME', account: '' }],
    ['no label', `totp?secret=${S}&issuer=ACME`, { issuer: 'ACME', account: '' }],
    ['an empty account', `totp/ACME:?secret=${S}&issuer=ACME`, { issuer: 'ACME', account: '' }],
    ['colons in the account', `totp/ACME:ops:bob?secret=${S}`, { issuer: 'ACME', account: 'ops:bob' }],
    [
      'colons in issuer and account',
      `totp/a:b:c:d?secret=${S}&issuer=a:b`,
      { issuer: 'a:b', account: 'c:d', labelIssuer: null },
    ],
    [
      'issuers that disagree: the parameter is kept, both are shown',
      `totp/Old:bob?secret=${S}&issuer=New`,
      { issuer: 'New', account: 'bob', labelIssuer: 'Old', notes: ['ISSUER_DISAGREES issuer'] },
    ],
    [
      'issuers that differ in case only',
      `totp/github:bob?secret=${S}&issuer=GitHub`,
      { issuer: 'GitHub', account: 'bob', labelIssuer: null },
    ],
    ['a slash in the label', `totp/a/b:c/d?secret=${S}`, { issuer: 'a/b', account: 'c/d' }],
    ['a question mark', `totp/Who?:bob?secret=${S}&issuer=Who?`, { issuer: 'Who?', account: 'bob' }],
    [
      'a question mark before what looks like a parameter',
      `totp/a?b=c:bob?issuer=a?b=c&secret=${S}`,
      { issuer: 'a?b=c', account: 'bob' },
    ],
    ['question marks only', `totp/??:???secret=${S}`, { issuer: '??', account: '??' }],
    ['an & and a ? in the label', `totp/Q&A?:b&c?digits=8&secret=${S}`, { issuer: 'Q&A?', digits: 8 }],
    [
      'an escaped ? before the parameters',
      `totp/ACME:bob%3Fsecret=${S}&digits=8`,
      { account: 'bob', digits: 8 },
    ],
    ['an & for the ?', `totp/ACME:bob&secret=${S}&digits=8`, { account: 'bob', digits: 8 }],
    ['a label that was escaped twice', `totp/ACME%253Abob?secret=${S}&issuer=ACME`, { account: 'bob' }],
    ['a hash', `totp/ACME #1:bob?secret=${S}&issuer=ACME #1`, { issuer: 'ACME #1', account: 'bob' }],
    ['the type and the scheme in capitals', `TOTP/ACME:BOB?SECRET=${S}&ISSUER=ACME`, { issuer: 'ACME' }],
    [
      'a line end inside a name',
      `totp/AC%0AME:bob?secret=${S}`,
      { issuer: 'AC ME', account: 'bob', notes: ['CONTROL_REPLACED'] },
    ],
  ])('%s', (_what, uri, expected) => {
    expect(read(`otpauth://${uri}`)).toMatchObject(expected);
  });
});

describe('characters', () => {
  test.each<Row>([
    ['unescaped spaces', `totp/AC ME:bob b?secret=${S}&issuer=AC ME`, { issuer: 'AC ME', account: 'bob b' }],
    ['raw UTF-8', `totp/Zürich:Łukasz?secret=${S}&issuer=Zürich`, { issuer: 'Zürich', account: 'Łukasz' }],
    ['escaped UTF-8', `totp/Z%C3%BCrich:b?secret=${S}`, { issuer: 'Zürich', account: 'b' }],
    ['an unescaped @', `totp/ACME:bob@x.org?secret=${S}`, { account: 'bob@x.org' }],
    ['a plus in the account', `totp/ACME:bob+home@x.org?secret=${S}`, { account: 'bob+home@x.org' }],
    ['an unescaped & in the issuer', `totp/b?issuer=AT&T&secret=${S}`, { issuer: 'AT&T' }],
    ['an unescaped & with spaces', `totp/b?issuer=Bed & Bath&secret=${S}`, { issuer: 'Bed & Bath' }],
    ['& as HTML writes it', `totp/b?secret=${S}&amp;issuer=ACME&amp;digits=8`, { issuer: 'ACME', digits: 8 }],
    [
      '& as a decimal entity',
      `totp/b?secret=${S}&#38;issuer=ACME&#038;digits=8`,
      { issuer: 'ACME', digits: 8 },
    ],
    [
      '& as a hexadecimal entity',
      `totp/b?secret=${S}&#x26;issuer=ACME&#X26;digits=8`,
      { issuer: 'ACME', digits: 8 },
    ],
    ['& as HTML writes it twice', `totp/b?secret=${S}&amp;amp;digits=8`, { digits: 8 }],
    ['entities for = and ?', `totp/b&quest;secret&equals;${S}&amp;digits&#61;8`, { digits: 8 }],
    ['parameters escaped with the key', `totp/b?secret=${S}%26digits%3D8`, { digits: 8 }],
    [
      '+ between words of the issuer',
      `totp/b?secret=${S}&issuer=AC+ME+Bank`,
      { issuer: 'AC ME Bank', notes: ['PLUS_READ_AS_SPACE issuer'] },
    ],
    [
      '+ between words of label and issuer alike',
      `totp/AC+ME:b?secret=${S}&issuer=AC+ME`,
      { issuer: 'AC ME', account: 'b', labelIssuer: null },
    ],
    ['+ at the end of the issuer', `totp/b?secret=${S}&issuer=Canal+`, { issuer: 'Canal+', notes: [] }],
    [
      '++ at the end of the issuer',
      `totp/b?secret=${S}&issuer=Notepad++`,
      { issuer: 'Notepad++', notes: [] },
    ],
    ['+ beside %20', `totp/b?secret=${S}&issuer=A+B%20C`, { issuer: 'A+B C', notes: [] }],
    ['%2B', `totp/b?secret=${S}&issuer=A%2BB`, { issuer: 'A+B', notes: [] }],
    [
      '+ that the label spells %2B',
      `totp/A%2BB:b+c?secret=${S}&issuer=A+B`,
      { issuer: 'A+B', account: 'b+c', notes: [] },
    ],
    [
      'a percent sign that escapes nothing',
      `totp/100%:b?secret=${S}`,
      { issuer: '100%', account: 'b', notes: ['PERCENT_BROKEN'] },
    ],
    [
      'a percent sequence that is not UTF-8',
      `totp/b?secret=${S}&issuer=Z%FCrich`,
      { issuer: 'Z%FCrich', notes: ['PERCENT_BROKEN'] },
    ],
  ])('%s', (_what, uri, expected) => {
    expect(read(`otpauth://${uri}`)).toMatchObject(expected);
  });

  test('white space around the URI, a byte-order mark too', () => {
    expect(read(`\ufeff  otpauth://totp/b?secret=${S}\r\n`)).toMatchObject({ account: 'b' });
  });
});

describe('secrets', () => {
  test.each<Row>([
    ['in lower case', `totp/b?secret=${S.toLowerCase()}`, { notes: [] }],
    ['in groups', `totp/b?secret=JBSW Y3DP EHPK 3PXP`, { notes: [] }],
    ['in groups, escaped', `totp/b?secret=JBSW%20Y3DP%20EHPK%203PXP`, { notes: [] }],
    ['in groups, form-encoded', `totp/b?secret=JBSW+Y3DP+EHPK+3PXP`, { notes: [] }],
    ['with dashes', `totp/b?secret=jbsw-y3dp-ehpk-3pxp`, { notes: [] }],
    ['with padding it should not have', `totp/b?secret=${S}====`, { notes: ['PADDING_WRONG secret'] }],
    ['with escaped padding', `totp/b?secret=${S}%3D`, { notes: ['PADDING_WRONG secret'] }],
    ['behind the other parameters', `totp/b?digits=6&issuer=&secret=${S}`, { notes: [] }],
  ])('%s', (_what, uri, expected) => {
    expect(read(`otpauth://${uri}`)).toMatchObject({ secret: S, ...expected });
  });

  test.each<Row>([
    ['with right padding', `totp/b?secret=MZXW6YTBOIMZXW6YQ=======`, { secret: 'MZXW6YTBOIMZXW6Y' }],
    ['of 10 bytes', `totp/b?secret=${S}`, { secret: S, notes: [] }],
    ['of 9 bytes', `totp/b?secret=JBSWY3DPEHPK3PX`, { notes: ['SECRET_SHORT secret'] }],
    [
      'with a lost character',
      `totp/b?secret=${S}${S}A`,
      { secret: `${S}${S}`, notes: ['SECRET_LENGTH_UNUSUAL secret'] },
    ],
  ])('%s', (_what, uri, expected) => {
    expect(read(`otpauth://${uri}`)).toMatchObject(expected);
  });
});

describe('settings', () => {
  test.each<Row>([
    ['none: the usual ones', `totp/b?secret=${S}`, { algorithm: 'SHA1', digits: 6, period: 30, notes: [] }],
    ['SHA1', `totp/b?secret=${S}&algorithm=SHA1`, { algorithm: 'SHA1' }],
    ['sha-1', `totp/b?secret=${S}&algorithm=sha-1`, { algorithm: 'SHA1' }],
    ['HMACSHA1', `totp/b?secret=${S}&algorithm=HMACSHA1`, { algorithm: 'SHA1' }],
    ['HmacSHA256', `totp/b?secret=${S}&algorithm=HmacSHA256`, { algorithm: 'SHA256' }],
    ['HMAC-SHA-512', `totp/b?secret=${S}&algorithm=HMAC-SHA-512`, { algorithm: 'SHA512' }],
    ['Sha512', `totp/b?secret=${S}&Algorithm=Sha512`, { algorithm: 'SHA512' }],
    ['5 digits', `totp/b?secret=${S}&digits=5`, { digits: 5 }],
    ['10 digits', `totp/b?secret=${S}&digits=10`, { digits: 10 }],
    ['a space around a number', `totp/b?secret=${S}&digits=%208 `, { digits: 8 }],
    ['an odd period', `totp/b?secret=${S}&period=37`, { period: 37 }],
    [
      'an empty setting',
      `totp/b?secret=${S}&digits=&period=60`,
      { digits: 6, period: 60, notes: ['PARAMETER_EMPTY digits'] },
    ],
    ['a counter', `hotp/b?secret=${S}&counter=42`, { kind: 'hotp', counter: 42, notes: [] }],
    [
      'a HOTP entry without a counter',
      `hotp/b?secret=${S}`,
      { counter: 0, notes: ['COUNTER_ASSUMED counter'] },
    ],
    [
      'a counter that a clock has no use for is kept and said',
      `totp/b?secret=${S}&counter=3`,
      { unknownParameters: [['counter', '3']], notes: ['PARAMETER_NOT_USED counter'] },
    ],
    [
      'a period that a counter has no use for is kept and said',
      `hotp/b?secret=${S}&counter=1&period=30`,
      { unknownParameters: [['period', '30']], notes: ['PARAMETER_NOT_USED period'] },
    ],
    [
      'the same parameter twice: the first counts',
      `totp/b?secret=${S}&digits=8&digits=6`,
      { digits: 8, notes: ['PARAMETER_REPEATED digits'] },
    ],
    [
      'the same parameter twice with one value',
      `totp/b?secret=${S}&digits=8&digits=8`,
      { digits: 8, notes: [] },
    ],
    [
      'unknown parameters are kept, decoded, in order',
      `totp/b?image=https%3A%2F%2Fx.org%2Fa%2Bb.png&secret=${S}&color=FF0000&lock&color=0`,
      {
        unknownParameters: [
          ['image', 'https://x.org/a+b.png'],
          ['color', 'FF0000'],
          ['lock', ''],
          ['color', '0'],
        ],
        notes: [],
      },
    ],
    ['empty pieces', `totp/b?&&secret=${S}&&`, { unknownParameters: [], notes: [] }],
  ])('%s', (_what, uri, expected) => {
    expect(read(`otpauth://${uri}`)).toMatchObject(expected);
  });
});

describe('Steam', () => {
  const long = `${S}${S}`;

  test.each<Row>([
    [
      'otpauth://steam/',
      `otpauth://steam/Steam:bob?secret=${long}`,
      { kind: 'steam', account: 'bob', notes: [] },
    ],
    ['steam://SECRET', `steam://${long}`, { kind: 'steam', issuer: 'Steam', notes: ['ISSUER_ASSUMED'] }],
    ['steam://SECRET/', `STEAM://${long.toLowerCase()}/`, { kind: 'steam', secret: long }],
    [
      'encoder=steam',
      `otpauth://totp/Steam:bob?secret=${long}&issuer=Steam&encoder=steam`,
      { kind: 'steam', issuer: 'Steam', unknownParameters: [], notes: [] },
    ],
    [
      'settings that Steam always has',
      `otpauth://steam/bob?secret=${long}&digits=5&algorithm=SHA1&period=30`,
      { unknownParameters: [], notes: [] },
    ],
    [
      'settings that Steam cannot have are kept and said',
      `otpauth://steam/bob?secret=${long}&digits=6&period=60`,
      {
        unknownParameters: [
          ['digits', '6'],
          ['period', '60'],
        ],
        notes: ['PARAMETER_NOT_USED digits', 'PARAMETER_NOT_USED period'],
      },
    ],
    [
      'the issuer alone changes nothing, and asks',
      `otpauth://totp/Steam:bob?secret=${long}&issuer=steam`,
      { kind: 'totp', digits: 6, notes: ['STEAM_ISSUER'] },
    ],
    ['encoder=default', `otpauth://totp/b?secret=${long}&encoder=default`, { kind: 'totp', notes: [] }],
  ])('%s', (_what, uri, expected) => {
    expect(read(uri)).toMatchObject(expected);
  });
});

interface Flat extends Omit<ParsedOtpauth, 'parameters' | 'notes'> {
  kind: string;
  secret: string;
  algorithm?: string;
  digits?: number;
  period?: number;
  counter?: number;
  notes: string[];
}

function read(uri: string): Flat {
  const result = parseOtpauth(uri);
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  const { parameters, notes, ...rest } = result.value;
  const told = notes.map(({ code, parameter }) => (parameter === undefined ? code : `${code} ${parameter}`));
  return { ...rest, ...parameters, secret: encodeBase32(parameters.secret), notes: told };
}
