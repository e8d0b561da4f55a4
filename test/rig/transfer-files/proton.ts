import { createCipheriv, randomBytes } from 'node:crypto';
import sodium from 'libsodium-wrappers-sumo';
import { json, secret, type Sample } from './sample.ts';

/** An entry as the application writes it, with other members where a test gives them. */
export function protonEntry(content: object = {}, over: object = {}) {
  return {
    id: '6cbf4d4b-8c2b-4a9d-9a8c-2f8a3a6a1d0b',
    content: {
      uri: `otpauth://totp/Mason?secret=${secret.base32}&issuer=Deno&algorithm=SHA1&digits=6&period=30`,
      entry_type: 'Totp',
      name: 'Mason',
      ...content,
    },
    note: null,
    ...over,
  };
}

/** The plain export. */
export function protonFile(...entries: unknown[]) {
  return { version: 1, entries };
}

/** The encrypted export of a content; libsodium derives its key. */
export function lockedProtonFile(content: Uint8Array, passphrase: string) {
  const salt = sodium.randombytes_buf(16);
  const kind = sodium.crypto_pwhash_ALG_ARGON2ID13;
  const key = sodium.crypto_pwhash(32, passphrase, salt, 2, 19_456 * 1024, kind);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(
    Buffer.from('proton.authenticator.export.v1'),
  );
  const sealed = Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
  return { version: 1, salt: Buffer.from(salt).toString('base64'), content: sealed.toString('base64') };
}

/** A file of each variant. */
export async function protonSamples(): Promise<Sample[]> {
  await sodium.ready;
  const file = json(
    protonFile(
      protonEntry(),
      protonEntry({ uri: `steam://${secret.base32}`, entry_type: 'Steam', name: 'James' }, { note: 'mine' }),
    ),
  );
  const passphrase = 'proton';
  return [
    { format: 'proton', variant: 'plain', bytes: file, entries: 2 },
    {
      format: 'proton',
      variant: 'encrypted',
      bytes: json(lockedProtonFile(file, passphrase)),
      passphrase,
      entries: 2,
    },
  ];
}
