import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { createGuardrails, generateSync } from 'otplib';
import { expect, test } from 'vitest';
import { hotpCode, totpCode } from '../../../src/core/otp/code.ts';
import { truncatedHmac } from '../../../src/core/otp/hmac.ts';
import type { OtpAlgorithm } from '../../../src/core/otp/parameters.ts';

const algorithm = fc.constantFrom<OtpAlgorithm>('SHA1', 'SHA256', 'SHA512');
// Shorter than, as long as, and longer than both block sizes (64 and 128 bytes).
const secret = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 70 }),
  fc.uint8Array({ minLength: 60, maxLength: 140 }),
  fc.uint8Array({ minLength: 1000, maxLength: 1024 }),
);
const counter = fc.maxSafeNat();
const guardrails = createGuardrails({ MIN_SECRET_BYTES: 1, MAX_SECRET_BYTES: 1024, MAX_PERIOD: 86_400 });
const otplibNames = { SHA1: 'sha1', SHA256: 'sha256', SHA512: 'sha512' } as const;

test('HMAC and truncation agree with the platform’s HMAC', () => {
  fc.assert(
    fc.property(algorithm, secret, counter, (name, key, moving) => {
      const message = Buffer.alloc(8);
      message.writeBigUInt64BE(BigInt(moving));
      const digest = createHmac(name, key).update(message).digest();
      const expected = digest.readUInt32BE((digest.at(-1) ?? 0) & 0x0f) % 2 ** 31;
      expect(truncatedHmac(name, key, moving)).toBe(expected);
    }),
    { numRuns: 500 },
  );
});

test('HOTP codes agree with otplib', () => {
  fc.assert(
    fc.property(algorithm, secret, counter, fc.integer({ min: 5, max: 10 }), (name, key, moving, digits) => {
      const parameters = { kind: 'hotp', secret: key, algorithm: name, digits, counter: 0 } as const;
      const expected = generateSync({
        strategy: 'hotp',
        secret: key,
        algorithm: otplibNames[name],
        digits,
        counter: moving,
        guardrails,
      });
      expect(hotpCode(parameters, moving)).toBe(expected);
    }),
  );
});

test('TOTP codes, current and next, agree with otplib', () => {
  const second = fc.nat({ max: 20_000_000_000 });
  fc.assert(
    fc.property(
      algorithm,
      secret,
      second,
      fc.integer({ min: 1, max: 86_400 }),
      (name, key, epoch, period) => {
        const parameters = { kind: 'totp', secret: key, algorithm: name, digits: 6, period } as const;
        const shared = { secret: key, algorithm: otplibNames[name], digits: 6, period, guardrails };
        const { code, next } = totpCode(parameters, epoch * 1000);
        expect(code).toBe(generateSync({ ...shared, epoch }));
        expect(next).toBe(generateSync({ ...shared, epoch: epoch + period }));
      },
    ),
  );
});

test('making a code leaves the secret as it was', () => {
  const key = new Uint8Array(200).fill(7);
  truncatedHmac('SHA512', key, 1);
  expect(key).toEqual(new Uint8Array(200).fill(7));
});
