import { expect, test } from 'vitest';
import { parseOtpauth } from '../../../src/core/otpauth/parse.ts';

const S = 'JBSWY3DPEHPK3PXP';

test.each([
  ['', 'NOT_OTPAUTH'],
  ['https://example.org/?secret=JBSWY3DPEHPK3PXP', 'NOT_OTPAUTH'],
  [S, 'NOT_OTPAUTH'],
  ['xotpauth://totp/b?secret=JBSWY3DPEHPK3PXP', 'NOT_OTPAUTH'],
  ['steam://run/440', 'NOT_OTPAUTH'],
  ['steam://open', 'NOT_OTPAUTH'],
  ['otpauth-migration://offline?data=CjEKCkhlbGxv', 'MIGRATION'],
  [`otpauth://motp/b?secret=${S}`, 'TYPE_UNSUPPORTED'],
  [`otpauth://?secret=${S}`, 'TYPE_UNSUPPORTED'],
  [`otpauth://totp/b?secret=${S}&algorithm=MD5`, 'ALGORITHM_UNSUPPORTED'],
  [`otpauth://totp/b?secret=${S}&algorithm=SHA384`, 'ALGORITHM_UNSUPPORTED'],
  [`otpauth://totp/b?secret=${S}&encoder=yandex`, 'ENCODER_UNSUPPORTED'],
  [`otpauth://hotp/b?secret=${S}&counter=0&encoder=steam`, 'ENCODER_UNSUPPORTED'],
  ['otpauth://totp/b', 'NO_SECRET'],
  ['otpauth://totp/b?issuer=ACME', 'NO_SECRET'],
  ['otpauth://totp/b?secret=', 'SECRET_EMPTY'],
  ['otpauth://totp/b?secret=%20-===', 'SECRET_EMPTY'],
  ['otpauth://totp/b?secret=A', 'SECRET_EMPTY'],
  ['steam://', 'SECRET_EMPTY'],
  [`otpauth://totp/b?secret=${'A'.repeat(1640)}`, 'SECRET_TOO_LONG'],
  [`otpauth://totp/b?secret=${S}&digits=4`, 'DIGITS_RANGE'],
  [`otpauth://totp/b?secret=${S}&digits=11`, 'DIGITS_RANGE'],
  [`otpauth://totp/b?secret=${S}&digits=six`, 'DIGITS_RANGE'],
  [`otpauth://totp/b?secret=${S}&digits=6.0`, 'DIGITS_RANGE'],
  [`otpauth://totp/b?secret=${S}&period=0`, 'PERIOD_RANGE'],
  [`otpauth://totp/b?secret=${S}&period=-30`, 'PERIOD_RANGE'],
  [`otpauth://totp/b?secret=${S}&period=86401`, 'PERIOD_RANGE'],
  [`otpauth://hotp/b?secret=${S}&counter=-1`, 'COUNTER_RANGE'],
  [`otpauth://hotp/b?secret=${S}&counter=9007199254740992`, 'COUNTER_RANGE'],
  [`otpauth://hotp/b?secret=${S}&counter=1e3`, 'COUNTER_RANGE'],
])('%s is refused: %s', (uri, code) => {
  expect(parseOtpauth(uri)).toEqual({ ok: false, refusal: { code } });
});

test('a secret that is not base32 is refused with the character and its place, as a person counts', () => {
  expect(parseOtpauth('otpauth://totp/b?secret=JBSW%20Y3DP0HPK3PXP')).toEqual({
    ok: false,
    refusal: { code: 'SECRET_INVALID', position: 8, character: '0' },
  });
});

test('4 KiB are read, a byte more is not', () => {
  const start = `otpauth://totp/b?secret=${S}&issuer=`;
  const room = 4096 - start.length;
  expect(parseOtpauth(start + 'x'.repeat(room)).ok).toBe(true);
  expect(parseOtpauth(start + 'x'.repeat(room + 1))).toEqual({ ok: false, refusal: { code: 'TOO_LONG' } });
});

test('the limit is of bytes, not characters', () => {
  const uri = `otpauth://totp/b?secret=${S}&issuer=${'ü'.repeat(2100)}`;
  expect(parseOtpauth(uri)).toEqual({ ok: false, refusal: { code: 'TOO_LONG' } });
});
