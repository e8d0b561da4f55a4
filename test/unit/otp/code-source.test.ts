import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCodeSource, steamCode, totpCode } from '../../../src/core/otp/code.ts';

const totp = {
  kind: 'totp',
  secret: new Uint8Array(20).fill(9),
  algorithm: 'SHA256',
  digits: 7,
  period: 40,
} as const;
const steam = { kind: 'steam', secret: new Uint8Array(20).fill(9) } as const;

test('a source gives what a fresh computation gives, whichever way the clock moves', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400_000 }), { minLength: 1 }), (moments) => {
      const source = createCodeSource(totp);
      for (const atMs of moments) expect(source.at(atMs)).toEqual(totpCode(totp, atMs));
    }),
  );
});

test('a source follows a clock step by step', () => {
  const source = createCodeSource(steam);
  for (let atMs = 0; atMs < 3_000_000; atMs += 30_000)
    expect(source.at(atMs)).toEqual(steamCode(steam, atMs));
});

test('within one step nothing is computed again', () => {
  const source = createCodeSource(totp);
  expect(source.at(39_999)).toBe(source.at(0));
});

test('at a step boundary the code shown is the one announced, even after the secret was wiped', () => {
  const secret = new Uint8Array(20).fill(3);
  const source = createCodeSource({ ...steam, secret });
  const { next } = source.at(0);
  secret.fill(0);
  expect(source.at(30_000).code).toBe(next);
});
