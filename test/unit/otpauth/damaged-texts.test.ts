import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeBase32 } from '../../../src/core/otp/base32.ts';
import { parseOtpauth } from '../../../src/core/otpauth/parse.ts';
import type { OtpauthResult } from '../../../src/core/otpauth/parsed.ts';
import { readOtpauthText } from '../../../src/core/otpauth/read-text.ts';

// What sites write: parameters in any order and any number, names escaped as encodeURIComponent does.
const name = fc
  .array(
    fc.constantFrom(
      'ACME',
      'Bob',
      'Co.',
      ' ',
      ':',
      '&',
      '?',
      '#',
      '/',
      '%',
      '+',
      'ü',
      '👩‍👩‍👧',
      '7',
      '(x)',
      "O'B",
    ),
    {
      maxLength: 4,
    },
  )
  .map((pieces) => encodeURIComponent(pieces.join('')));
const secret = fc.oneof(
  fc.uint8Array({ minLength: 10, maxLength: 32 }).map(encodeBase32),
  fc.uint8Array({ minLength: 10, maxLength: 32 }).map((bytes) => encodeBase32(bytes).toLowerCase()),
);
const settings = fc.record(
  {
    issuer: name,
    algorithm: fc.constantFrom('SHA1', 'SHA256', 'SHA512'),
    digits: fc.integer({ min: 5, max: 10 }).map(String),
    period: fc.oneof(fc.constantFrom('30', '60'), fc.integer({ min: 1, max: 59 }).map(String)),
    image: fc.constant('https%3A%2F%2Facme.example%2Fa.png'),
  },
  { requiredKeys: [] },
);
const address = fc
  .tuple(fc.tuple(name, name), secret, settings, fc.nat())
  .map(([[issuer, account], key, others, order]) => {
    const pairs: [string, string][] = Object.entries(others).filter((pair) => pair[1] !== undefined);
    pairs.splice(order % (pairs.length + 1), 0, ['secret', key]);
    const query = pairs.map(([parameter, value]) => `${parameter}=${value}`).join('&');
    return `otpauth://totp/${issuer}${issuer === '' ? '' : ':'}${account}?${query}`;
  });

const breaks = ['\n', '\r\n', '\r', '\n> ', '\n>> ', '\n    ', ' \n', '\n\n', '<br>', '<br/>\n', '\u2028'];
const invisible = ['\u00ad', '\u200b', '\u2060', '\ufeff', '&shy;', '<wbr>', '&#8203;'];

const put = (text: string, at: number, piece: string) => {
  const characters = Array.from(text);
  const place = at % (characters.length + 1);
  return [...characters.slice(0, place), piece, ...characters.slice(place)].join('');
};
const wrapped = fc
  .tuple(address, fc.array(fc.tuple(fc.nat(), fc.constantFrom(...breaks)), { minLength: 1, maxLength: 4 }))
  .map(([text, places]) => [text, places.reduce((all, [at, piece]) => put(all, at, piece), text)] as const);
const cut = fc
  .tuple(address, fc.nat(), fc.nat(), fc.constantFrom('', '\n', '\r\n', ' '))
  .map(([text, from, to, end]) => {
    const start = from % 20 < 18 ? 0 : from % text.length;
    return [text, text.slice(start, start + (to % (text.length - start + 1))) + end] as const;
  });
const encodings: ((character: string) => string)[] = [
  (character) => `&#${character.codePointAt(0)};`,
  (character) => `&#x${character.codePointAt(0)?.toString(16)};`,
  (character) => `&#X${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')};`,
  (character) => `&amp;#${character.codePointAt(0)};`,
];
const encoded = fc
  .tuple(address, fc.array(fc.tuple(fc.nat(), fc.constantFrom(...encodings)), { minLength: 1, maxLength: 4 }))
  .map(([text, places]) => {
    const characters = Array.from(text);
    for (const [at, encode] of new Map(places.map(([at, encode]) => [at % characters.length, encode]))) {
      characters[at] = encode(characters[at] ?? '');
    }
    return [text, characters.join('')] as const;
  });
const html = (text: string) => text.replaceAll('&', '&amp;');
const quoted = (text: string) => text.replaceAll('=', '=3D');

test('an address cut, wrapped or entity-encoded anywhere is whole, or noted, or refused', () => {
  const damaged = fc.oneof(
    { arbitrary: wrapped, weight: 4 },
    { arbitrary: cut, weight: 3 },
    { arbitrary: encoded, weight: 2 },
    { arbitrary: wrapped.map(([whole, text]) => [whole, html(text)] as const), weight: 1 },
    { arbitrary: wrapped.map(([whole, text]) => [whole, quoted(text)] as const), weight: 1 },
    { arbitrary: cut.map(([whole, text]) => [whole, `See ${text}`] as const), weight: 1 },
  );
  fc.assert(
    fc.property(damaged, ([whole, text]) => {
      for (const result of readOtpauthText(text)) {
        if (!result.ok || makesTheSame(result, parseOtpauth(whole))) continue;
        const told = new Set(['TEXT_JOINED', 'TEXT_LEFT_OVER', 'END_UNSURE']);
        expect(result.value.notes.filter(({ code }) => told.has(code))).not.toEqual([]);
      }
    }),
    { numRuns: 10_000 },
  );
});

test('an address wrapped anywhere is put together, and said to be', () => {
  fc.assert(
    fc.property(address, fc.nat(), fc.constantFrom(...breaks), (whole, at, piece) => {
      const text = put(whole, 1 + (at % (whole.length - 1)), piece);
      const results = readOtpauthText(text);
      expect(results).toHaveLength(1);
      const [result] = results;
      if (result?.ok !== true) throw new Error(`refused: ${text}`);
      // A last name that is broken off between its words may end there: that is said.
      if (result.value.notes.some(({ code }) => code === 'TEXT_LEFT_OVER')) return;
      if (!isSame(result, parseOtpauth(whole))) expect(text).toBe(whole);
    }),
    { numRuns: 3_000 },
  );
});

test('what is never seen changes nothing, wherever it stands', () => {
  fc.assert(
    fc.property(address, fc.nat(), fc.constantFrom(...invisible), (whole, at, piece) => {
      const [result] = readOtpauthText(put(whole, at, piece));
      expect(result !== undefined && isSame(result, parseOtpauth(whole))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('an address that is encoded as a whole is the same address', () => {
  const ways: ((text: string) => string)[] = [
    html,
    (text) => html(html(text)),
    (text) => text.replaceAll('&', '&#38;'),
    (text) => text.replaceAll('&', '&#x26;'),
    (text) => `<p>Or: <a href="${html(text)}" class="x">${html(text)}</a></p>`,
    (text) => `[scan](${text})`,
    (text) => `<${text}>`,
    (text) => `“${text}”`,
    (text) => `https://qr.example/?size=200&data=${encodeURIComponent(text)}&margin=1`,
    (text) => `https://qr.example/?data=${encodeURIComponent(encodeURIComponent(text))}`,
    (text) => JSON.stringify({ uri: text }).replaceAll('/', '\\/').replaceAll('&', '\\u0026'),
    (text) => `${quoted(text).replace(/secret=3D.{5}/, '$&=\r\n')}&digits=3D6`,
  ];
  fc.assert(
    fc.property(address, fc.constantFrom(...ways.keys()), (whole, at) => {
      fc.pre(!/[()']/.test(whole) && !(at === ways.length - 1 && !/[?&].*[?&]/.test(whole)));
      const results = readOtpauthText(ways[at]?.(whole) ?? '');
      expect(results).toHaveLength(1);
      const [result] = results;
      const expected = parseOtpauth(at === ways.length - 1 ? `${whole}&digits=6` : whole);
      expect(result !== undefined && isSame(result, expected)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

/** The same codes under the same names: a picture's address that was cut off behind them is not missed. */
function makesTheSame(one: OtpauthResult, other: OtpauthResult): boolean {
  const bare = (result: OtpauthResult): OtpauthResult =>
    result.ok ? { ok: true, value: { ...result.value, unknownParameters: [] } } : result;
  return isSame(bare(one), bare(other));
}

/** The same entry, whatever is noted of it; or both refused. */
function isSame(one: OtpauthResult, other: OtpauthResult): boolean {
  const what = (result: OtpauthResult) => {
    if (!result.ok) return 'refused';
    const { parameters, issuer, account, unknownParameters } = result.value;
    return JSON.stringify({
      ...parameters,
      secret: encodeBase32(parameters.secret),
      issuer,
      account,
      unknownParameters,
    });
  };
  return what(one) === what(other);
}
