import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createGuardrails, generateSync } from 'otplib';
import { expect, test } from 'vitest';
import { hotpCode, totpCode } from '../../../src/core/otp/code.ts';
import { encodeBase32 } from '../../../src/core/otp/base32.ts';
import type { OtpAlgorithm } from '../../../src/core/otp/parameters.ts';

interface Case {
  secret: Uint8Array;
  algorithm: OtpAlgorithm;
  digits: number;
  /** Seconds; 0 makes it a HOTP case. */
  period: number;
  /** Seconds since 1970, or the counter. */
  moment: number;
}

// Where oathtool is not installed another implementation bears witness, so that the test always means something.
const hasOathtool = spawnSync('oathtool', ['--version']).status === 0;
const witness = hasOathtool ? oathtoolCode : otplibCode;

test.each(randomCases(60))(
  `${hasOathtool ? 'oathtool' : 'otplib'} agrees: $algorithm, $digits digits, period $period, at $moment`,
  (given) => {
    expect(ourCode(given)).toBe(witness(given));
  },
);

function ourCode({ secret, algorithm, digits, period, moment }: Case): string {
  if (period === 0) return hotpCode({ kind: 'hotp', secret, algorithm, digits, counter: moment }, moment);
  return totpCode({ kind: 'totp', secret, algorithm, digits, period }, moment * 1000).code;
}

function oathtoolCode({ secret, algorithm, digits, period, moment }: Case): string {
  const way =
    period === 0
      ? ['--hotp', `--counter=${moment}`]
      : [`--totp=${algorithm.toLowerCase()}`, `--time-step-size=${period}s`, `--now=@${moment}`];
  const args = [...way, `--digits=${digits}`, '--base32', '-'];
  return execFileSync('oathtool', args, { input: encodeBase32(secret), encoding: 'utf8' }).trim();
}

const otplibNames = { SHA1: 'sha1', SHA256: 'sha256', SHA512: 'sha512' } as const;

function otplibCode({ secret, algorithm, digits, period, moment }: Case): string {
  const guardrails = createGuardrails({ MIN_SECRET_BYTES: 1, MAX_SECRET_BYTES: 1024 });
  const shared = { secret, algorithm: otplibNames[algorithm], digits, guardrails };
  return period === 0
    ? generateSync({ ...shared, strategy: 'hotp', counter: moment })
    : generateSync({ ...shared, period, epoch: moment });
}

/** The same cases in every run; oathtool makes HOTP codes with SHA-1 only, and 6 to 8 digits. */
function randomCases(count: number): Case[] {
  return Array.from({ length: count }, (_, index) => {
    const random = createHash('sha512').update(`case ${index}`).digest();
    const isHotp = index % 6 === 0;
    const algorithms = ['SHA1', 'SHA256', 'SHA512'] as const;
    return {
      secret: new Uint8Array(random.subarray(0, 10 + (random.readUInt8(60) % 50))),
      algorithm: isHotp ? 'SHA1' : (algorithms[index % 3] ?? 'SHA1'),
      digits: 6 + (random.readUInt8(61) % 3),
      period: isHotp ? 0 : 1 + (random.readUInt16BE(58) % 3600),
      moment: isHotp ? random.readUIntBE(52, 6) : random.readUInt32BE(52),
    };
  });
}
