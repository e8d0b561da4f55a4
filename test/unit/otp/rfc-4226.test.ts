import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { hotpCode } from '../../../src/core/otp/code.ts';
import type { HotpParameters } from '../../../src/core/otp/parameters.ts';

// RFC 4226, appendix D: count, truncated value, six-digit code.
const appendixD = [
  [0, 1284755224, '755224'],
  [1, 1094287082, '287082'],
  [2, 137359152, '359152'],
  [3, 1726969429, '969429'],
  [4, 1640338314, '338314'],
  [5, 868254676, '254676'],
  [6, 1918287922, '287922'],
  [7, 82162583, '162583'],
  [8, 673399871, '399871'],
  [9, 645520489, '520489'],
] as const;

test.each(appendixD)('RFC 4226, appendix D, count %i', (count, _truncated, code) => {
  expect(hotpCode(entry(6), count)).toBe(code);
});

test.each(appendixD)('ten digits show the whole truncated value, count %i', (count, truncated) => {
  expect(hotpCode(entry(10), count)).toBe(String(truncated).padStart(10, '0'));
});

test.each([5, 6, 7, 8, 9, 10])('a code of %i digits is the end of a longer one, zeros kept', (digits) => {
  for (const [count, truncated] of appendixD) {
    expect(hotpCode(entry(digits), count)).toBe(String(truncated).padStart(10, '0').slice(-digits));
  }
});

test('a counter beyond 32 bits moves the code', () => {
  expect(hotpCode(entry(10), 2 ** 32)).not.toBe(hotpCode(entry(10), 0));
});

test('the counter asked for counts, not the one in the entry', () => {
  expect(hotpCode({ ...entry(6), counter: 7 }, 0)).toBe('755224');
});

function entry(digits: number): HotpParameters {
  return { kind: 'hotp', secret: Buffer.from('12345678901234567890'), algorithm: 'SHA1', digits, counter: 0 };
}
