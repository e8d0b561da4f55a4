import { expect, test } from 'vitest';
import { decodeBase32 } from '../../../src/core/otp/base32.ts';
import { writeOtpauth } from '../../../src/core/otpauth/write.ts';

const secret = decodeBase32('JBSWY3DPEHPK3PXP');
const totp = { kind: 'totp', secret, algorithm: 'SHA1', digits: 6, period: 30 } as const;
const hotp = { kind: 'hotp', secret, algorithm: 'SHA256', digits: 8, counter: 7 } as const;

test('TOTP: the label has the issuer, the parameter too, and every setting is spelled out', () => {
  expect(writeOtpauth({ parameters: totp, issuer: 'ACME Co', account: 'bob@x.org' })).toBe(
    'otpauth://totp/ACME%20Co:bob%40x.org?secret=JBSWY3DPEHPK3PXP&issuer=ACME%20Co&algorithm=SHA1&digits=6&period=30',
  );
});

test('HOTP: the counter is written', () => {
  expect(writeOtpauth({ parameters: hotp, issuer: '', account: 'bob' })).toBe(
    'otpauth://hotp/bob?secret=JBSWY3DPEHPK3PXP&algorithm=SHA256&digits=8&counter=7',
  );
});

test('Steam: its own type, no settings', () => {
  expect(writeOtpauth({ parameters: { kind: 'steam', secret }, issuer: 'Steam', account: 'bob' })).toBe(
    'otpauth://steam/Steam:bob?secret=JBSWY3DPEHPK3PXP&issuer=Steam',
  );
});

test('only RFC 3986’s unreserved characters stand unescaped', () => {
  const uri = writeOtpauth({ parameters: totp, issuer: "a!'()*/[]@$, ü😀", account: '-._~:/@&=+%' });
  expect(uri).toContain(
    '/a%21%27%28%29%2A%2F%5B%5D%40%24%2C%20%C3%BC%F0%9F%98%80:-._~%3A%2F%40%26%3D%2B%25?',
  );
});

test('what strict readers would lose stands in its full-width form, and an issuer with it not in the label', () => {
  const uri = writeOtpauth({ parameters: totp, issuer: 'A: b', account: 'c#d?e:f' });
  const wide = encodeURIComponent('c＃d？e：f');
  expect(uri).toContain(`otpauth://totp/${wide}?secret=JBSWY3DPEHPK3PXP&issuer=A%3A%20b&`);
});

test('unknown parameters are written back in order', () => {
  const unknownParameters = [
    ['image', 'https://x.org/?a=b&c'],
    ['lock', ''],
  ] as const;
  expect(writeOtpauth({ parameters: hotp, issuer: '', account: '', unknownParameters })).toMatch(
    /&image=https%3A%2F%2Fx\.org%2F%3Fa%3Db%26c&lock=$/,
  );
});

test('half a character becomes the replacement character instead of an error', () => {
  expect(writeOtpauth({ parameters: hotp, issuer: '', account: 'a\ud83d' })).toContain('hotp/a%EF%BF%BD?');
});

test('parameters that make no code are not written', () => {
  const parameters = { ...totp, digits: 4 };
  expect(() => writeOtpauth({ parameters, issuer: '', account: '' })).toThrow(
    expect.objectContaining({ code: 'DIGITS_RANGE' }),
  );
});
