import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { totpCode } from '../../../src/core/otp/code.ts';
import type { OtpAlgorithm, TotpParameters } from '../../../src/core/otp/parameters.ts';

// RFC 6238, appendix B. The keys are as long as the hash (erratum 2866): 20, 32 and 64 bytes.
const appendixB = [
  [59, '94287082', '46119246', '90693936'],
  [1111111109, '07081804', '68084774', '25091201'],
  [1111111111, '14050471', '67062674', '99943326'],
  [1234567890, '89005924', '91819424', '93441116'],
  [2000000000, '69279037', '90698825', '38618901'],
  [20000000000, '65353130', '77737706', '47863826'],
] as const;

test.each(appendixB)('RFC 6238, appendix B, second %i', (second, sha1, sha256, sha512) => {
  expect(totpCode(entry('SHA1', 20), second * 1000).code).toBe(sha1);
  expect(totpCode(entry('SHA256', 32), second * 1000).code).toBe(sha256);
  expect(totpCode(entry('SHA512', 64), second * 1000).code).toBe(sha512);
});

test('a code is valid from its step’s first millisecond until the next step’s', () => {
  const first = totpCode(entry('SHA1', 20), 30_000);
  expect(first).toMatchObject({ validFrom: 30_000, validUntil: 60_000 });
  expect(totpCode(entry('SHA1', 20), 59_999)).toEqual(first);
  expect(totpCode(entry('SHA1', 20), 60_000).code).not.toBe(first.code);
});

test('the next code is the one the next step shows', () => {
  const { next, validUntil } = totpCode(entry('SHA1', 20), 59_000);
  expect(totpCode(entry('SHA1', 20), validUntil).code).toBe(next);
});

test.each([1, 15, 60, 86_400])('a period of %i seconds sets the step', (period) => {
  const { validFrom, validUntil } = totpCode({ ...entry('SHA1', 20), period }, 1_234_567_890_123);
  expect(validUntil - validFrom).toBe(period * 1000);
  expect(validFrom % (period * 1000)).toBe(0);
  expect(validFrom).toBeLessThanOrEqual(1_234_567_890_123);
  expect(validUntil).toBeGreaterThan(1_234_567_890_123);
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 1e300])('a moment of %d ms is refused', (atMs) => {
  expect(() => totpCode(entry('SHA1', 20), atMs)).toThrow(expect.objectContaining({ code: 'TIME_RANGE' }));
});

function entry(algorithm: OtpAlgorithm, keyLength: number): TotpParameters {
  const secret = Buffer.from('1234567890'.repeat(7).slice(0, keyLength));
  return { kind: 'totp', secret, algorithm, digits: 8, period: 30 };
}
