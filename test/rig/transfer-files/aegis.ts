import { randomBytes } from 'node:crypto';
import { gcm } from '@noble/ciphers/aes.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import { json, secret, type Sample } from './sample.ts';

/** An entry as the application writes it, with other members where a test gives them. */
export function aegisEntry(over: object = {}, info: object = {}) {
  return {
    type: 'totp',
    uuid: '3ae6f1ad-2e65-4ed2-a953-1ec0dff2386d',
    name: 'Mason',
    issuer: 'Deno',
    note: '',
    icon: null,
    ...over,
    info: { secret: secret.base32, algo: 'SHA1', digits: 6, period: 30, ...info },
  };
}

/** A file without a password. */
export function aegisFile(entries: readonly unknown[], database: object = {}) {
  return {
    version: 1,
    header: { slots: null, params: null },
    db: { version: 3, entries, groups: [], ...database },
  };
}

export interface Locked {
  readonly content: unknown;
  /** A slot for each; the cost of each can be chosen. */
  readonly passphrases: readonly string[];
  readonly costs?: { readonly n: number; readonly r: number; readonly p: number };
  /** Slots that the phone's fingerprint reader opens, in front of the others. */
  readonly biometricSlots?: number;
}

/** A file with password slots, at costs that make tests quick. */
export function lockedAegisFile({
  content,
  passphrases,
  costs = { n: 16, r: 8, p: 1 },
  biometricSlots = 0,
}: Locked) {
  const masterKey = randomBytes(32);
  const slots = passphrases.map((passphrase) => {
    const salt = randomBytes(32);
    const key = seal(scrypt(passphrase, salt, { N: costs.n, r: costs.r, p: costs.p, dkLen: 32 }), masterKey);
    return {
      type: 1,
      uuid: '01234567-89ab-cdef-0123-456789abcdef',
      key: key.sealed.toString('hex'),
      key_params: key.params,
      ...costs,
      salt: salt.toString('hex'),
      repaired: true,
    };
  });
  const biometric = Array.from({ length: biometricSlots }, () => {
    const { sealed, params } = seal(randomBytes(32), masterKey);
    return {
      type: 2,
      uuid: '11234567-89ab-cdef-0123-456789abcdef',
      key: sealed.toString('hex'),
      key_params: params,
    };
  });
  const db = seal(masterKey, json(content));
  return {
    version: 1,
    header: { slots: [...biometric, ...slots], params: db.params },
    db: db.sealed.toString('base64'),
  };
}

/** A file of each variant. */
export function aegisSamples(): Sample[] {
  const entries = [
    aegisEntry(),
    aegisEntry({ type: 'hotp', name: 'James' }, { counter: 5 }),
    aegisEntry(
      { type: 'steam', issuer: 'Steam', groups: ['7ae6f1ad-2e65-4ed2-a953-1ec0dff2386d'] },
      { digits: 5 },
    ),
    aegisEntry({ type: 'motp', favorite: true }, { algo: 'MD5', period: 10, pin: '1234' }),
  ];
  const groups = [{ uuid: '7ae6f1ad-2e65-4ed2-a953-1ec0dff2386d', name: 'Games' }];
  const content = { version: 3, entries, groups };
  const sample = (variant: string, file: unknown, passphrase?: string): Sample => ({
    format: 'aegis',
    variant,
    bytes: json(file),
    entries: entries.length,
    ...(passphrase !== undefined && { passphrase }),
  });
  return [
    sample('plain', aegisFile(entries, { groups })),
    sample('encrypted', lockedAegisFile({ content, passphrases: ['aegis'] }), 'aegis'),
    sample(
      'two passwords',
      lockedAegisFile({ content, passphrases: ['one', 'two'], biometricSlots: 1 }),
      'two',
    ),
  ];
}

function seal(key: Uint8Array, content: Uint8Array) {
  const nonce = randomBytes(12);
  const sealed = Buffer.from(gcm(key, nonce).encrypt(content));
  return {
    sealed: sealed.subarray(0, -16),
    params: { nonce: nonce.toString('hex'), tag: sealed.subarray(-16).toString('hex') },
  };
}
