import { Buffer } from 'node:buffer';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Base32Error, decodeBase32, encodeBase32, readBase32 } from '../../../src/core/otp/base32.ts';

// RFC 4648, section 10.
const rfc4648 = [
  ['', ''],
  ['f', 'MY======'],
  ['fo', 'MZXQ===='],
  ['foo', 'MZXW6==='],
  ['foob', 'MZXW6YQ='],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI======'],
] as const;

test.each(rfc4648)('RFC 4648, section 10: "%s"', (plain, encoded) => {
  expect(encodeBase32(Buffer.from(plain))).toBe(encoded.replaceAll('=', ''));
  expect(Buffer.from(decodeBase32(encoded)).toString()).toBe(plain);
});

test('what was encoded is decoded, in any dress', () => {
  const dress = fc.array(fc.constantFrom(' ', '-', '\t', '\n', '\u00a0', '\u2011', '\u200b', ''), {
    minLength: 1,
  });
  fc.assert(
    fc.property(
      fc.uint8Array(),
      dress,
      fc.boolean(),
      fc.nat({ max: 9 }),
      (bytes, separators, lower, pads) => {
        const dressed = Array.from(encodeBase32(bytes))
          .map(
            (letter, at) =>
              (lower ? letter.toLowerCase() : letter) + (separators[at % separators.length] ?? ''),
          )
          .join('');
        expect(decodeBase32(dressed + '='.repeat(pads))).toEqual(bytes);
      },
    ),
  );
});

test.each([
  ['MZXW6YQ=', 'right'],
  ['MZXW6YQ', 'none'],
  ['MZXW6YQ==', 'wrong'],
  ['MZXW6YTB=', 'wrong'],
  ['MZXW6YTB========', 'wrong'],
  ['MZXW 6YTB OI== ====', 'right'],
])('the padding of %s is %s', (text, padding) => {
  expect(readBase32(text)).toMatchObject({ ok: true, padding });
});

test.each([
  ['M', true],
  ['MZX', true],
  ['MZXW6Y', true],
  ['MZ', false],
  ['MZXW6', false],
])('a last character of %s that fills no byte is told: %s', (text, isLengthUnusual) => {
  expect(readBase32(text)).toMatchObject({ ok: true, isLengthUnusual });
});

test.each([
  ['MZXW0YTB', 4],
  ['1ZXW6YTB', 0],
  ['MZ XW8YTB', 5],
  ['MZXW6YTBÄ', 8],
  ['MZ=XW6YTB', 2],
  ['MZXWſYTB', 4],
  ['MZXW😀', 4],
])('in %s the character at %i is refused', (text, position) => {
  expect(readBase32(text)).toEqual({ ok: false, position });
});

test('whatever the text, there are bytes or the typed error, which holds no piece of it', () => {
  const anything = fc
    .array(fc.integer({ min: 0, max: 0xffff }))
    .map((units) => String.fromCharCode(...units));
  const almostBase32 = fc.string().map((text) => `JBSWY3DPEHPK${text}`);
  fc.assert(
    fc.property(fc.oneof(anything, almostBase32), (text) => {
      const outcome = outcomeOf(() => decodeBase32(text));
      const isTyped =
        outcome instanceof Base32Error &&
        /^not base32: character \d+ is not one of A–Z, 2–7$/.test(outcome.message);
      expect(isTyped || outcome instanceof Uint8Array).toBe(true);
    }),
  );
});

function outcomeOf(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
