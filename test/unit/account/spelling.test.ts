import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recoveryCodeSchema, codeSchema } from '../../../src/contract/account-service.ts';
import {
  plainCode,
  plainNumber,
  plainPassword,
  plainRecoveryCode,
} from '../../../src/contract/account-service/spelling.ts';

/** Characters that NFKC takes for others. */
const compatible = fc.constantFrom(
  'ﬁ',
  'ａ',
  '①',
  'ﷺ',
  'Å',
  '\u00a0',
  '\u3000',
  'ｶﾞ',
  '²',
  '\u1680',
  '\u0301',
);

describe('a password', () => {
  const typed = fc.string({ unit: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 1 }), compatible) });

  test('has one form for any two of its spellings', () => {
    fc.assert(
      fc.property(typed, (password) => {
        const spellings = (['NFC', 'NFD', 'NFKC', 'NFKD'] as const).map((form) => password.normalize(form));
        expect(new Set([password, ...spellings].map(plainPassword)).size).toBe(1);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is in its one form once it is', () => {
    fc.assert(
      fc.property(typed, (password) => {
        expect(plainPassword(plainPassword(password))).toBe(plainPassword(password));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['a no-break space is a space', 'quiet\u00a0harbour', 'quiet harbour'],
    ['an ideographic space is a space', 'quiet\u3000harbour', 'quiet harbour'],
    ['an Ogham space is a space', 'quiet\u1680harbour', 'quiet harbour'],
    ['full-width letters are letters', 'ｑｕｉｅｔ', 'quiet'],
    ['case stays', 'Quiet', 'Quiet'],
    ['spaces at the ends stay', ' quiet ', ' quiet '],
  ])('%s', (_, given, form) => {
    expect(plainPassword(given)).toBe(form);
  });
});

describe('a code', () => {
  test.each([
    ['full-width', '１２３４５６'],
    ['Arabic-Indic', '١٢٣٤٥٦'],
    ['Persian', '۱۲۳۴۵۶'],
    ['Devanagari', '१२३४५६'],
    ['Thai', '๑๒๓๔๕๖'],
    ['mathematical of several kinds', '𝟏𝟐𝟑𝟜𝟝𝟞'],
    ['two scripts', '１２३४٥٦'],
    ['keycaps', '1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣'],
    ['with spaces', ' 123 456\n'],
    ['with a no-break space', '123\u00a0456'],
    ['with a hyphen', '123-456'],
    ['with a dash', '123–456'],
    ['with a minus sign', '123\u2212456'],
    ['with a dot in the middle', '123\u00b7456'],
    ['with a Katakana dot in the middle', '123\u30fb456'],
    ['with a soft hyphen', '123\u00ad456'],
    ['with a zero-width space', '12\u200b3456\ufeff'],
    ['with direction marks', '\u200e123456\u202c'],
  ])('is read where its digits are %s', (_, typed) => {
    expect(codeSchema.parse(typed)).toBe('123456');
  });

  test('has a value for every decimal digit there is', () => {
    const digits = Array.from({ length: 0x11_0000 }, (_, at) => at)
      .filter((at) => at < 0xd800 || at > 0xdfff)
      .map((at) => String.fromCodePoint(at))
      .filter((character) => /\p{Nd}/u.test(character));
    expect(digits.length % 10).toBe(0);
    expect(digits.map(plainCode).join('')).toBe('0123456789'.repeat(digits.length / 10));
  });

  test.each(['12345', '1234567', '12345a', '１２３４５', '½23456', ''])('is not %s', (typed) => {
    expect(codeSchema.safeParse(typed).success).toBe(false);
  });
});

test.each([
  'abcd-efgh-jkmn-0123',
  'ABCDEFGHJKMN0123',
  'ａｂｃｄ‑efgh–jkmn—０１２３',
  'abcd efgh jkmn oi23',
  'abcd\u200befghjkmn٠١٢٣',
])('a recovery code is one however it is typed: %s', (typed) => {
  expect(recoveryCodeSchema.parse(typed)).toBe('ABCDEFGHJKMN0123');
  expect(plainRecoveryCode(typed)).toBe('ABCDEFGHJKMN0123');
});

test.each(['ABCDEFGHJKMN012', 'ABCDEFGHJKMN01234', 'ABCDEFGHJKMN012É', ''])(
  '“%s” is no recovery code',
  (typed) => {
    expect(recoveryCodeSchema.safeParse(typed).success).toBe(false);
  },
);

test.each(['+31 6 12345678', '＋３１ ６ １２３４５６７８', '+٣١ ٦ ١٢٣٤٥٦٧٨', '\u202a+31 6 12345678\u202c'])(
  'a telephone number is read in digits of any script: %s',
  (typed) => {
    expect(plainNumber(typed)).toBe('+31 6 12345678');
  },
);
