// What a step boundary costs: the current and the next code of 10,000 entries, against plain otplib on the same.
import { createHash } from 'node:crypto';
import { createGuardrails, generateSync } from 'otplib';
import { createCodeSource, totpCode } from '../../src/core/otp/code.ts';
import type { OtpAlgorithm, TotpParameters } from '../../src/core/otp/parameters.ts';
import { inTurns, report } from './parts/harness.ts';

const count = 10_000;
const rounds = 7;
const entries = Array.from({ length: count }, (_, index) => entryOf(index));
const otplibNames = { SHA1: 'sha1', SHA256: 'sha256', SHA512: 'sha512' } as const;
// otplib refuses the 10-byte secrets that sites hand out.
const guardrails = createGuardrails({ MIN_SECRET_BYTES: 1 });

// A new moment for every refresh, many steps apart: nothing may be remembered from the one before.
let now = Date.UTC(2026, 0, 1);
const nextMoment = () => (now += 3_600_000);

const sources = entries.map((entry) => createCodeSource(entry));
let boundary = Date.UTC(2026, 0, 1);
for (const source of sources) source.at(boundary);

assertSameCodes(nextMoment());
const times = await inTurns(
  {
    codes: () => refresh(nextMoment()),
    otplib: () => refreshWithOtplib(nextMoment()),
    step: () => {
      boundary += 30_000;
      return sources.map((source) => source.at(boundary));
    },
  },
  rounds,
);

report('codes', {
  codes_10k_ms: times['codes'] ?? null,
  otplib_10k_ms: times['otplib'] ?? null,
  codes_10k_step_ms: times['step'] ?? null,
});

function refresh(atMs: number): [string, string][] {
  return entries.map((entry) => {
    const { code, next } = totpCode(entry, atMs);
    return [code, next];
  });
}

function refreshWithOtplib(atMs: number): [string, string][] {
  return entries.map(({ secret, algorithm, digits, period }) => {
    const options = { secret, algorithm: otplibNames[algorithm], digits, period, guardrails };
    const epoch = Math.floor(atMs / 1000);
    return [generateSync({ ...options, epoch }), generateSync({ ...options, epoch: epoch + period })];
  });
}

function assertSameCodes(atMs: number): void {
  if (JSON.stringify(refresh(atMs)) !== JSON.stringify(refreshWithOtplib(atMs))) {
    throw new Error('the peers do not make the same codes');
  }
}

/** Mostly what sites hand out; every tenth with a longer hash or more digits. */
function entryOf(index: number): TotpParameters {
  const algorithms: OtpAlgorithm[] = ['SHA256', 'SHA512'];
  const isUnusual = index % 10 === 9;
  const lengths = [10, 16, 20, 20, 32];
  return {
    kind: 'totp',
    secret: createHash('sha512')
      .update(`entry ${index}`)
      .digest()
      .subarray(0, lengths[index % lengths.length]),
    algorithm: (isUnusual ? algorithms[Math.floor(index / 10) % 2] : undefined) ?? 'SHA1',
    digits: index % 20 === 9 ? 8 : 6,
    period: 30,
  };
}
