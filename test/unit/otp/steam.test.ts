import { Buffer } from 'node:buffer';
import * as fc from 'fast-check';
import { HOTP, NobleCryptoPlugin, createGuardrails } from 'otplib';
import { expect, test } from 'vitest';
import { steamAlphabet, steamCode } from '../../../src/core/otp/code.ts';

// The truncated values of RFC 4226, appendix D, whose counts are the steps of the first five minutes of 1970.
const truncated = [
  1284755224, 1094287082, 137359152, 1726969429, 1640338314, 868254676, 1918287922, 82162583, 673399871,
  645520489,
];

test('the characters are the truncated value in base 26, least significant first', () => {
  for (const [step, value] of truncated.entries()) {
    const reversed = Array.from(value.toString(26).padStart(5, '0')).toReversed().slice(0, 5);
    const expected = reversed.map((digit) => steamAlphabet.charAt(Number.parseInt(digit, 26))).join('');
    expect(steamCode(entry('12345678901234567890'), step * 30_000).code).toBe(expected);
  }
});

test('a small value still gives five characters', () => {
  expect(steamAlphabet).toBe('23456789BCDFGHJKMNPQRTVWXY');
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(), (secret, atMs) => {
      expect(steamCode(entry(secret), atMs).code).toMatch(/^[23456789BCDFGHJKMNPQRTVWXY]{5}$/);
    }),
  );
});

test('otplib with Steam’s encoding makes the same codes', async () => {
  const otplib = new HOTP({
    crypto: new NobleCryptoPlugin(),
    guardrails: createGuardrails({ MIN_SECRET_BYTES: 1, MAX_SECRET_BYTES: 1024 }),
    hooks: {
      encodeToken: (value) =>
        [0, 1, 2, 3, 4].map((place) => steamAlphabet.charAt(Math.floor(value / 26 ** place) % 26)).join(''),
    },
  });
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 70 }), fc.nat(), async (secret, step) => {
      const expected = await otplib.generate(step, { secret });
      expect(steamCode({ kind: 'steam', secret }, step * 30_000).code).toBe(expected);
    }),
  );
});

test('steps are 30 seconds and the next code is given', () => {
  const { next, validFrom, validUntil } = steamCode(entry('12345678901234567890'), 45_000);
  expect([validFrom, validUntil]).toEqual([30_000, 60_000]);
  expect(steamCode(entry('12345678901234567890'), 60_000).code).toBe(next);
});

function entry(secret: string) {
  return { kind: 'steam', secret: Buffer.from(secret) } as const;
}
