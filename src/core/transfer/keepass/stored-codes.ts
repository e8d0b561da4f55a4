import { decodePercent } from '../../otpauth/query.ts';
import type { ProblemCode } from '../problem.ts';
import type { Draft } from '../reading.ts';

/** A one-time code in the fields of an entry: an address, settings, or what is wrong with it. */
export type StoredCode =
  | { readonly as: 'uri'; readonly uri: string }
  | { readonly as: 'settings'; readonly settings: Settings }
  | { readonly as: 'fault'; readonly code: ProblemCode };

type Settings = Pick<Draft, 'kind' | 'secret' | 'algorithm' | 'digits' | 'period' | 'counter'>;

/**
 * Finds the one-time codes of an entry, in the order in which KeePassXC looks for them:
 *
 * - `otp`: an address (KeePassXC and most others), or KeeOTP's `key=…&size=…&step=…&otpHashMode=…`
 * - `TOTP Seed` and `TOTP Settings` (`30;6`, `30;S` for Steam): KeeTrayTOTP, older KeePassXC
 * - `TimeOtp-…` and `HmacOtp-…`: KeePass 2 itself
 *
 * Names of fields may have any case.
 */
export function storedCodes(fields: ReadonlyMap<string, string>): StoredCode[] {
  const byName = new Map([...fields].map(([name, value]) => [name.toLowerCase(), value]));
  const raw = (name: string) => byName.get(name.toLowerCase()) || undefined;
  const get = (name: string) => raw(name)?.trim() || undefined;
  return [
    codeInOtpField(get('otp')),
    codeInSeedField(get('TOTP Seed'), get('TOTP Settings')),
    builtInCode('totp', get, raw('TimeOtp-Secret')),
    builtInCode('hotp', get, raw('HmacOtp-Secret')),
  ].filter((code) => code !== null);
}

function codeInOtpField(value: string | undefined): StoredCode | null {
  if (value === undefined) return null;
  if (isAddress(value)) return { as: 'uri', uri: value };
  const steamSecret = /^steam:\/\/([^?/]*)/iu.exec(value)?.[1];
  if (steamSecret !== undefined) return { as: 'settings', settings: { kind: 'steam', secret: steamSecret } };
  const query = new Map(
    value.split('&').map((pair) => {
      const [name = '', ...rest] = pair.split('=');
      return [name.trim().toLowerCase(), decodePercent(rest.join('='), [])];
    }),
  );
  const key = query.get('key');
  // A bare key, as KeeWeb writes it.
  if (key === undefined) return { as: 'settings', settings: { kind: 'totp', secret: value } };
  const encoder = query.get('encoder') ?? '';
  return withSecret(key, query.get('encoding') ?? 'base32', {
    kind: encoder.toLowerCase() === 'steam' ? 'steam' : (query.get('type') ?? 'totp'),
    algorithm: query.get('otphashmode'),
    digits: query.get('size'),
    period: query.get('step'),
    counter: query.get('counter'),
  });
}

function codeInSeedField(seed: string | undefined, settings = '30;6'): StoredCode | null {
  if (seed === undefined) return null;
  if (isAddress(seed)) return { as: 'uri', uri: seed };
  const [period, digits = '6'] = settings.split(';').map((part) => part.trim());
  const moving = digits.toUpperCase() === 'S' ? { kind: 'steam' } : { kind: 'totp', digits };
  return { as: 'settings', settings: { secret: seed, period, ...moving } };
}

/** @param plain a secret that is its text's very bytes, spaces included; KeePass prefers it to an encoded one */
function builtInCode(
  kind: 'totp' | 'hotp',
  get: (name: string) => string | undefined,
  plain: string | undefined,
): StoredCode | null {
  const prefix = kind === 'totp' ? 'TimeOtp' : 'HmacOtp';
  const settings = {
    kind,
    algorithm: get(`${prefix}-Algorithm`),
    digits: get(`${prefix}-Length`),
    ...(kind === 'totp' ? { period: get(`${prefix}-Period`) } : { counter: get(`${prefix}-Counter`) }),
  };
  if (plain !== undefined) return withSecret(plain, 'utf8', settings);
  for (const encoding of ['Hex', 'Base32', 'Base64']) {
    const secret = get(`${prefix}-Secret-${encoding}`);
    if (secret !== undefined) return withSecret(secret, encoding, settings);
  }
  return null;
}

function withSecret(text: string, encoding: string, settings: Omit<Settings, 'secret'>): StoredCode {
  const secret = decoded(text, encoding.toLowerCase());
  return secret === null
    ? { as: 'fault', code: 'SECRET_INVALID' }
    : { as: 'settings', settings: { ...settings, secret } };
}

/** The secret as base32 text or as bytes; null if it is not in its encoding. */
function decoded(text: string, encoding: string): string | Uint8Array | null {
  const compact = text.replaceAll(/\s/gu, '');
  switch (encoding) {
    case 'base32':
      return text;
    case 'base64':
      return /^[A-Za-z\d+/]+={0,2}$/u.test(compact) ? Buffer.from(compact, 'base64') : null;
    case 'hex':
      return /^(?:[\da-f]{2})+$/iu.test(compact) ? Buffer.from(compact, 'hex') : null;
    case 'utf8':
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    default:
      return null;
  }
}

function isAddress(value: string): boolean {
  return /^otpauth:\/\//iu.test(value);
}
