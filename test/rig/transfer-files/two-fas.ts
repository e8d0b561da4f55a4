import { randomBytes } from 'node:crypto';
import { gcm } from '@noble/ciphers/aes.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { json, secret, type Sample } from './sample.ts';

/** A service as the application writes it, with other members where a test gives them. */
export function twoFasService(over: object = {}, otp: object = {}) {
  return {
    name: 'Deno',
    secret: secret.base32,
    updatedAt: 1_700_000_000_000,
    serviceTypeID: 'a5b3fb65-4ec5-43e6-8ec1-49e24ca9e7ad',
    otp: {
      link: null,
      label: 'Mason',
      account: 'Mason',
      issuer: 'Deno',
      digits: 6,
      period: 30,
      algorithm: 'SHA1',
      counter: null,
      tokenType: 'TOTP',
      source: 'Link',
      ...otp,
    },
    order: { position: 0 },
    icon: {
      selected: 'Label',
      brand: null,
      label: { text: 'DE', backgroundColor: 'Red' },
      iconCollection: null,
    },
    groupId: null,
    ...over,
  };
}

/** A file without a password. */
export function twoFasFile(services: readonly unknown[], over: object = {}) {
  const version = { appVersionCode: 5_000_020, appVersionName: '5.0.20', appOrigin: 'android' };
  return { services, groups: [], updatedAt: 1_700_000_000_000, schemaVersion: 4, ...version, ...over };
}

/** A file under a password. */
export function lockedTwoFasFile(services: readonly unknown[], passphrase: string, over: object = {}) {
  const salt = randomBytes(256);
  const key = pbkdf2(sha256, passphrase, salt, { c: 10_000, dkLen: 32 });
  const seal = (content: Uint8Array) => {
    const nonce = randomBytes(12);
    return [gcm(key, nonce).encrypt(content), salt, nonce]
      .map((part) => Buffer.from(part).toString('base64'))
      .join(':');
  };
  const reference = seal(Buffer.from('the same text in every file'));
  return { ...twoFasFile([], over), servicesEncrypted: seal(json(services)), reference };
}

/** A file of each variant. */
export function twoFasSamples(): Sample[] {
  const services = [
    twoFasService({ groupId: 'b1' }),
    twoFasService({ name: 'James' }, { tokenType: 'HOTP', counter: 5, period: null }),
    twoFasService({ name: 'Steam' }, { tokenType: 'STEAM', digits: 5 }),
  ];
  const groups = [{ id: 'b1', name: 'Work', isExpanded: true }];
  const sample = (variant: string, file: unknown, passphrase?: string): Sample => ({
    format: '2fas',
    variant,
    bytes: json(file),
    entries: services.length,
    ...(passphrase !== undefined && { passphrase }),
  });
  return [
    ...[1, 2, 3, 4].map((schemaVersion) =>
      sample(`schema ${schemaVersion}`, twoFasFile(services, { groups, schemaVersion })),
    ),
    sample('encrypted', lockedTwoFasFile(services, 'two fas', { groups }), 'two fas'),
  ];
}
