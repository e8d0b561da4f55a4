import { expect, test } from 'vitest';
import { decodeBase32 } from '../../../src/core/otp/base32.ts';
import { fromTyped } from '../../../src/core/otpauth/typed.ts';

const secret = decodeBase32('JBSWY3DPEHPK3PXP');
const typed = { secret: 'jbsw y3dp-ehpk 3pxp', issuer: ' ACME ', account: 'bob', kind: 'totp' } as const;

test('a typed entry has the usual settings and trimmed names', () => {
  expect(fromTyped(typed)).toEqual({
    ok: true,
    value: {
      parameters: { kind: 'totp', secret, algorithm: 'SHA1', digits: 6, period: 30 },
      issuer: 'ACME',
      account: 'bob',
      labelIssuer: null,
      unknownParameters: [],
      notes: [],
    },
  });
});

test('settings are taken where the kind has them, and left aside where it has not', () => {
  const settings = { algorithm: 'SHA512', digits: 8, period: 60, counter: 5 } as const;
  const made = (kind: 'totp' | 'hotp' | 'steam') => {
    const result = fromTyped({ ...typed, ...settings, kind });
    return result.ok ? { parameters: result.value.parameters, notes: result.value.notes } : result;
  };
  const shared = { secret, algorithm: 'SHA512', digits: 8 };
  expect(made('totp')).toEqual({ parameters: { kind: 'totp', ...shared, period: 60 }, notes: [] });
  expect(made('hotp')).toEqual({ parameters: { kind: 'hotp', ...shared, counter: 5 }, notes: [] });
  expect(made('steam')).toEqual({ parameters: { kind: 'steam', secret }, notes: [] });
});

test('what a person should be told is told', () => {
  expect(fromTyped({ ...typed, secret: 'MZXW6YTBA', issuer: 'Steam' })).toMatchObject({
    ok: true,
    value: {
      notes: [
        { code: 'SECRET_LENGTH_UNUSUAL', parameter: 'secret' },
        { code: 'SECRET_SHORT', parameter: 'secret' },
        { code: 'STEAM_ISSUER' },
      ],
    },
  });
});

test.each([
  [{ secret: '' }, { code: 'SECRET_EMPTY' }],
  [{ secret: 'JBSWY3DP1' }, { code: 'SECRET_INVALID', position: 8, character: '1' }],
  [{ digits: 4 }, { code: 'DIGITS_RANGE' }],
  [{ period: 0.5 }, { code: 'PERIOD_RANGE' }],
  [{ kind: 'hotp' as const, counter: -1 }, { code: 'COUNTER_RANGE' }],
  [{ kind: 'hotp' as const, counter: Number.NaN }, { code: 'COUNTER_RANGE' }],
])('%o is refused', (change, refusal) => {
  expect(fromTyped({ ...typed, ...change })).toEqual({ ok: false, refusal });
});
