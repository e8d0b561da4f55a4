import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OtpParameters } from '../../../src/core/otp/parameters.ts';
import { cleanText } from '../../../src/core/otpauth/label.ts';
import { parseOtpauth } from '../../../src/core/otpauth/parse.ts';
import type { OtpauthResult } from '../../../src/core/otpauth/parsed.ts';
import { writeOtpauth } from '../../../src/core/otpauth/write.ts';

const shared = {
  secret: fc.uint8Array({ minLength: 1, maxLength: 100 }),
  algorithm: fc.constantFrom('SHA1', 'SHA256', 'SHA512'),
  digits: fc.integer({ min: 5, max: 10 }),
};
const parameters: fc.Arbitrary<OtpParameters> = fc.oneof(
  fc.record({ kind: fc.constant('totp'), ...shared, period: fc.integer({ min: 1, max: 86_400 }) }),
  fc.record({ kind: fc.constant('hotp'), ...shared, counter: fc.maxSafeNat() }),
  fc.record({ kind: fc.constant('steam'), secret: shared.secret }),
);
// Any planes of Unicode, and what URIs, labels and right-to-left scripts make difficult, side by side.
const difficult = fc.constantFrom(
  ':',
  '%',
  '%3A',
  '%2',
  '+',
  '&',
  '=',
  '?',
  '#',
  '/',
  ' ',
  '\\',
  '"',
  '&amp;',
  'Steam',
  'issuer=',
  'ü',
  'u\u0308',
  'İ',
  'ß',
  'שלום',
  'مرحبا',
  '\u202e',
  '👩‍👩‍👧',
  '𝒳',
  '\u0000',
  '\n',
  '\ud800',
);
const rawName = fc
  .array(fc.oneof(difficult, fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 7 })
  .map((pieces) => pieces.join(''));
const name = rawName.map((text) => cleanText(text, []));
const known = new Set(['secret', 'issuer', 'algorithm', 'digits', 'period', 'counter', 'encoder']);
const unknownParameter = fc
  .tuple(rawName, rawName)
  .map(([key, value]) => [key.toWellFormed(), value.toWellFormed()] as const);
// A bare `steam` says what kind of code it is (Stratum), so that no reading leaves it among these.
const isSteamMark = (key: string, value: string) => key.toLowerCase() === 'steam' && value === '';
const unknownParameters = fc.array(
  unknownParameter.filter(([key, value]) => !known.has(key.trim().toLowerCase()) && !isSteamMark(key, value)),
  { maxLength: 4 },
);
const entry = fc.record({ parameters, issuer: name, account: name, unknownParameters });

/** Names with the full-width forms that strict readers need as the characters they stand for. */
function narrow<Named extends { issuer: string; account: string }>(named: Named): Named {
  const narrowed = (text: string) => text.replaceAll(/[＃？：＆％]/g, (wide) => wide.normalize('NFKC'));
  return { ...named, issuer: narrowed(named.issuer), account: narrowed(named.account) };
}

test('what was written is read back as it was, but for characters that strict readers would lose', () => {
  fc.assert(
    fc.property(entry, (given) => {
      const read = parseOtpauth(writeOtpauth(given));
      if (!read.ok) throw new Error(read.refusal.code);
      const isLost = /[#?:%&]/.test(given.issuer + given.account);
      const same = isLost ? narrow : <Named>(named: Named) => named;
      expect(same(read.value)).toEqual({ ...same(given), labelIssuer: null, notes: expect.any(Array) });
    }),
    { numRuns: 1000 },
  );
});

test('of a written URI there is nothing to tell but what the entry itself is', () => {
  const aboutTheEntry = new Set(['STEAM_ISSUER', 'SECRET_SHORT']);
  fc.assert(
    fc.property(entry, (given) => {
      const result = parseOtpauth(writeOtpauth(given));
      const notes = result.ok ? result.value.notes : [];
      expect(notes.filter(({ code }) => !aboutTheEntry.has(code))).toEqual([]);
    }),
  );
});

const quirkyPiece = fc.oneof(
  fc.constantFrom(
    'secret=JBSWY3DPEHPK3PXP',
    'Secret=jbsw+y3dp',
    'secret=',
    'digits=8',
    'digits=',
    'digits=99',
  ),
  fc.constantFrom(
    'period=60',
    'counter=5',
    'algorithm=hmac-sha-256',
    'encoder=steam',
    'amp;issuer=x',
    'T',
    '',
  ),
  rawName.map((text) => `issuer=${text}`),
  fc.tuple(rawName, rawName).map(([key, value]) => `${key}=${value}`),
);
const quirkyUri = fc
  .tuple(fc.constantFrom('totp', 'hotp', 'steam', 'TOTP'), rawName, fc.array(quirkyPiece, { maxLength: 8 }))
  .map(([type, label, pieces]) => `otpauth://${type}/${label}?secret=JBSWY3DPEHPK3PXP&${pieces.join('&')}`);

test('whatever was read is written so that it is read the same', () => {
  fc.assert(
    fc.property(quirkyUri, (uri) => {
      const first = parseOtpauth(uri);
      fc.pre(first.ok);
      const { labelIssuer: _shown, notes: _told, ...kept } = first.value;
      const second = parseOtpauth(writeOtpauth(first.value));
      if (!second.ok) throw new Error(second.refusal.code);
      expect(narrow(second.value)).toMatchObject({ ...narrow(kept), labelIssuer: null });
    }),
    { numRuns: 1000 },
  );
});

// Half characters too.
const anything = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0x20, max: 0x7e })))
  .map((units) => String.fromCharCode(...units));

test('no text makes the reader throw', () => {
  const text = fc.oneof(
    anything,
    anything.map((rest) => `otpauth://totp/${rest}`),
    anything.map((rest) => `otpauth://hotp/b?secret=JBSWY3DPEHPK3PXP&${rest}`),
    anything.map((rest) => `steam://${rest}`),
  );
  fc.assert(
    fc.property(text, (given) => {
      expect(isWellFormedResult(parseOtpauth(given))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('no damage to a good URI makes the reader throw', () => {
  const damage = fc.record({
    at: fc.nat({ max: 400 }),
    cut: fc.nat({ max: 5 }),
    put: fc.oneof(difficult, rawName),
  });
  fc.assert(
    fc.property(entry, fc.array(damage, { minLength: 1, maxLength: 4 }), (given, damages) => {
      const damaged = damages.reduce(
        (uri, { at, cut, put }) => uri.slice(0, at) + put + uri.slice(at + cut),
        writeOtpauth(given),
      );
      expect(isWellFormedResult(parseOtpauth(damaged))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('a refusal holds no piece of the secret', () => {
  const secret = 'CANARYCANARYCANARYCANARY';
  fc.assert(
    fc.property(fc.nat({ max: 24 }), fc.constantFrom('0', '1', '!', '😀'), difficult, (at, bad, piece) => {
      const uri = `otpauth://totp/b?secret=${secret.slice(0, at)}${bad}${secret.slice(at)}&issuer=${piece}`;
      const result = parseOtpauth(uri);
      expect(result.ok).toBe(false);
      expect(JSON.stringify(result)).not.toMatch(/CANARY|NARYCA/);
    }),
  );
});

test.each([
  ['percent signs', '%'],
  ['broken percent sequences', '%E4'],
  ['many broken percent sequences', '%E4x'],
  ['pluses', '+'],
  ['spaces', ' '],
  ['line ends', '\n'],
  ['colons', ':'],
  ['ampersands', '&'],
  ['parameters', '&a=b'],
  ['issuers', '&issuer=a'],
  ['pieces of an issuer', '&issuer=a&b'],
  ['padding', '='],
])('4 KiB of %s are read in a moment', (_what, piece) => {
  const start = 'otpauth://totp/b?secret=JBSWY3DPEHPK3PXP&issuer=a';
  const uris = [
    `${start}${piece.repeat((4096 - start.length) / piece.length)}x`.slice(0, 4096),
    `otpauth://totp/x${piece.repeat(4000 / piece.length)}x`,
    `otpauth://totp/x?secret=A${piece.repeat(4000 / piece.length)}x`,
  ];
  // One that backtracks is not done when the test's time is over.
  expect(uris.map((uri) => isWellFormedResult(parseOtpauth(uri)))).toEqual([true, true, true]);
});

function isWellFormedResult(result: OtpauthResult): boolean {
  if (!result.ok) return typeof result.refusal.code === 'string';
  const { issuer, account, parameters } = result.value;
  return issuer.isWellFormed() && account.isWellFormed() && parameters.secret.length > 0;
}
