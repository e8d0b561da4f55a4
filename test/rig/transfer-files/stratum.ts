import { randomBytes } from 'node:crypto';
import { cbc, gcm } from '@noble/ciphers/aes.js';
import { argon2id } from '@noble/hashes/argon2.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { json, secret, type Sample } from './sample.ts';

/** An entry as the application writes it, with other members where a test gives them. */
export function stratumEntry(over: object = {}) {
  return {
    Type: 2,
    Icon: 'deno',
    Issuer: 'Deno',
    Username: 'Mason',
    Secret: secret.base32,
    Pin: null,
    Algorithm: 0,
    Digits: 6,
    Period: 30,
    Counter: 0,
    CopyCount: 0,
    Ranking: 0,
    ...over,
  };
}

/** A file without a password. */
export function stratumFile(entries: readonly unknown[], over: object = {}) {
  return {
    Authenticators: entries,
    Categories: [],
    AuthenticatorCategories: [],
    CustomIcons: [],
    IconPacks: [],
    ...over,
  };
}

/** A file as Stratum encrypts it. */
export function strongStratumFile(backup: unknown, passphrase: string): Buffer {
  const salt = strongSalt;
  const nonce = randomBytes(12);
  const costs = { m: 64 * 1024, t: 3, p: 4, dkLen: 32 };
  const key = strongKeys.get(passphrase) ?? argon2id(passphrase, salt, costs);
  strongKeys.set(passphrase, key);
  return Buffer.concat([Buffer.from('AUTHENTICATORPRO'), salt, nonce, gcm(key, nonce).encrypt(json(backup))]);
}

/** A file as Authenticator Pro encrypted it, whatever its content is. */
export function legacyStratumFile(content: Uint8Array, passphrase: string): Buffer {
  const salt = legacySalt;
  const iv = randomBytes(16);
  const key = legacyKeys.get(passphrase) ?? pbkdf2(sha1, passphrase, salt, { c: 64_000, dkLen: 32 });
  legacyKeys.set(passphrase, key);
  return Buffer.concat([Buffer.from('AuthenticatorPro'), salt, iv, cbc(key, iv).encrypt(content)]);
}

/** A file of each variant. */
export function stratumSamples(): Sample[] {
  const entries = [
    stratumEntry(),
    stratumEntry({ Type: 1, Username: 'James', Secret: 'GEZDGNBVGY3TQOJQ', Counter: 5 }),
    stratumEntry({ Type: 3, Secret: '0123456789abcdef', Pin: '1234', Period: 10 }),
    stratumEntry({ Type: 4, Issuer: 'Steam', Digits: 5 }),
  ];
  const backup = stratumFile(entries, {
    Categories: [{ Id: '92b24d7e', Name: 'Work', Ranking: 0 }],
    AuthenticatorCategories: [{ CategoryId: '92b24d7e', AuthenticatorSecret: secret.base32, Ranking: 0 }],
  });
  const shared = { format: 'stratum', entries: entries.length };
  const passphrase = 'stratum';
  return [
    { ...shared, variant: 'plain', bytes: json(backup) },
    {
      ...shared,
      variant: 'strong',
      bytes: strongStratumFile(backup, passphrase),
      passphrase,
      parts: [16, 44],
      isCostly: true,
    },
    {
      ...shared,
      variant: 'legacy',
      bytes: legacyStratumFile(json(backup), passphrase),
      passphrase,
      parts: [16, 36, 52, 80],
      isUnauthenticated: true,
    },
  ];
}

/** One salt for all files of a kind, since each derivation takes a second or more. */
const strongSalt = randomBytes(16);
const strongKeys = new Map<string, Uint8Array>();
const legacySalt = randomBytes(20);
const legacyKeys = new Map<string, Uint8Array>();
