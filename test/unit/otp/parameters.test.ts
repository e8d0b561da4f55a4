import { expect, test } from 'vitest';
import { hotpCode } from '../../../src/core/otp/code.ts';
import { OtpError, checkOtpParameters, otpFault } from '../../../src/core/otp/parameters.ts';
import type { OtpParameters } from '../../../src/core/otp/parameters.ts';

const secret = new Uint8Array(20).fill(1);
const totp = { kind: 'totp', secret, algorithm: 'SHA1', digits: 6, period: 30 } as const;
const hotp = { kind: 'hotp', secret, algorithm: 'SHA1', digits: 6, counter: 0 } as const;

test.each<[string, OtpParameters]>([
  ['one byte of secret', { ...totp, secret: new Uint8Array(1) }],
  ['1,024 bytes of secret', { ...totp, secret: new Uint8Array(1024) }],
  ['5 digits', { ...totp, digits: 5 }],
  ['10 digits', { ...hotp, digits: 10 }],
  ['a period of a second', { ...totp, period: 1 }],
  ['a period of a day', { ...totp, period: 86_400 }],
  ['the last counter', { ...hotp, counter: Number.MAX_SAFE_INTEGER }],
  ['Steam', { kind: 'steam', secret }],
])('%s is accepted', (_what, parameters) => {
  expect(otpFault(parameters)).toBeNull();
});

test.each<[string, OtpParameters, string]>([
  ['no secret', { ...totp, secret: new Uint8Array(0) }, 'SECRET_EMPTY'],
  ['no secret for Steam', { kind: 'steam', secret: new Uint8Array(0) }, 'SECRET_EMPTY'],
  ['1,025 bytes of secret', { ...totp, secret: new Uint8Array(1025) }, 'SECRET_TOO_LONG'],
  ['4 digits', { ...totp, digits: 4 }, 'DIGITS_RANGE'],
  ['11 digits', { ...hotp, digits: 11 }, 'DIGITS_RANGE'],
  ['6.5 digits', { ...totp, digits: 6.5 }, 'DIGITS_RANGE'],
  ['no period', { ...totp, period: 0 }, 'PERIOD_RANGE'],
  ['a period over a day', { ...totp, period: 86_401 }, 'PERIOD_RANGE'],
  ['a period that is no number', { ...totp, period: Number.NaN }, 'PERIOD_RANGE'],
  ['a counter below 0', { ...hotp, counter: -1 }, 'COUNTER_RANGE'],
  ['a counter beyond exact numbers', { ...hotp, counter: 2 ** 53 }, 'COUNTER_RANGE'],
])('%s is refused', (_what, parameters, code) => {
  expect(otpFault(parameters)).toBe(code);
  expect(() => checkOtpParameters(parameters)).toThrow(OtpError);
  expect(() => checkOtpParameters(parameters)).toThrow(expect.objectContaining({ code }));
});

test('an algorithm from a file that is none of the three is refused', () => {
  const read: unknown = JSON.parse('"MD5"');
  const parameters: OtpParameters = Object.assign({}, totp, { algorithm: read });
  expect(otpFault(parameters)).toBe('ALGORITHM_UNSUPPORTED');
});

test('a HOTP code is not made for a counter out of range', () => {
  expect(() => hotpCode(hotp, -1)).toThrow(expect.objectContaining({ code: 'COUNTER_RANGE' }));
});
