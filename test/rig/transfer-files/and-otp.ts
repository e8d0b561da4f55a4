import { createHash, randomBytes } from 'node:crypto';
import { gcm } from '@noble/ciphers/aes.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { json, secret, type Sample } from './sample.ts';

/** An entry as the application writes it, with other members where a test gives them. */
export function andOtpEntry(over: object = {}) {
  return {
    secret: `${secret.base32}======`.slice(0, 16),
    issuer: 'Deno',
    label: 'Mason',
    digits: 6,
    type: 'TOTP',
    algorithm: 'SHA1',
    thumbnail: 'Default',
    last_used: 1_700_000_000_000,
    used_frequency: 0,
    period: 30,
    tags: [],
    ...over,
  };
}

/** A file under a password: rounds, salt, nonce, ciphertext and tag. */
export function lockedAndOtpFile(list: unknown, passphrase: string, rounds = 1000): Buffer {
  const salt = randomBytes(12);
  const key = pbkdf2(sha1, passphrase, salt, { c: rounds, dkLen: 32 });
  const head = Buffer.alloc(4);
  head.writeInt32BE(rounds);
  return Buffer.concat([head, salt, sealed(key, json(list))]);
}

/** A file under a password as versions before 2018 wrote it: nonce, ciphertext and tag. */
export function oldLockedAndOtpFile(list: unknown, passphrase: string): Buffer {
  return sealed(createHash('sha256').update(passphrase).digest(), json(list));
}

/** A file of each variant. */
export function andOtpSamples(): Sample[] {
  const entries = [
    andOtpEntry({ tags: ['Work'] }),
    andOtpEntry({ type: 'HOTP', label: 'James', counter: 5, period: undefined }),
    andOtpEntry({ type: 'STEAM', digits: 5, period: undefined }),
  ];
  const shared = { format: 'andotp', entries: entries.length };
  return [
    { ...shared, variant: 'plain', bytes: json(entries) },
    {
      ...shared,
      variant: 'encrypted',
      bytes: lockedAndOtpFile(entries, 'and otp'),
      passphrase: 'and otp',
      parts: [4, 16, 28, 40],
    },
    {
      ...shared,
      variant: 'encrypted before 2018',
      bytes: oldLockedAndOtpFile(entries, 'and otp'),
      passphrase: 'and otp',
      parts: [0, 12, 20],
    },
  ];
}

function sealed(key: Uint8Array, content: Uint8Array): Buffer {
  const nonce = randomBytes(12);
  // At the beginning of an old file, it must not look like a number of rounds.
  nonce.writeUInt8(0xff);
  return Buffer.concat([nonce, gcm(key, nonce).encrypt(content)]);
}
