// Exports of Bitwarden as its clients write them. Keys and ciphers are WebCrypto's; nothing here reads an export.
import { webcrypto } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js';
import { secret, type Sample } from './sample.ts';

const { subtle } = webcrypto;

export interface Kdf {
  readonly kdfType: number;
  readonly kdfIterations: number;
  /** MiB. */
  readonly kdfMemory?: number;
  readonly kdfParallelism?: number;
}

/** A vault's item with a code. */
export function loginItem(name: string, totp: unknown, more: object = {}): object {
  return {
    passwordHistory: null,
    revisionDate: '2025-01-01T00:00:00.000Z',
    creationDate: '2025-01-01T00:00:00.000Z',
    deletedDate: null,
    id: '7e0d2fcb-96e5-4b87-a2c8-3c2ab4e4a2f1',
    organizationId: null,
    folderId: null,
    type: 1,
    reprompt: 0,
    name,
    notes: null,
    favorite: false,
    login: { fido2Credentials: [], uris: [], username: 'ann', password: 'secret', totp },
    collectionIds: null,
    ...more,
  };
}

/** A plain export. */
export function vaultExport(items: readonly unknown[], more: object = {}): object {
  return { encrypted: false, folders: [], items, ...more };
}

/** A password-protected export of a text; `changes` overwrite its members afterwards. */
export async function protectedExport(
  text: string,
  password: string,
  kdf: Kdf = { kdfType: 0, kdfIterations: 5000 },
  changes: object = {},
): Promise<object> {
  const salt = Buffer.from(webcrypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const key = await masterKey(password, salt, kdf);
  const [enc, mac] = [await expand(key, 'enc'), await expand(key, 'mac')];
  return {
    encrypted: true,
    passwordProtected: true,
    salt,
    ...kdf,
    encKeyValidation_DO_NOT_EDIT: await sealed('0c8d1b5e-6e0e-4b0e-9a0f-0b8a3a0a0a0a', enc, mac),
    data: await sealed(text, enc, mac),
    ...changes,
  };
}

/** A JSON value as a file. */
export function jsonFile(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value, null, '  '), 'utf8');
}

/** A zip with these texts as members. */
export async function zipFile(members: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = new ZipWriter(new BlobWriter(), { useWebWorkers: false });
  for (const [name, text] of Object.entries(members)) await zip.add(name, new TextReader(text));
  return new Uint8Array(await (await zip.close()).arrayBuffer());
}

/** A file of each variant. */
export async function bitwardenSamples(): Promise<Sample[]> {
  const items = [loginItem('Deno', secret.base32), loginItem('James', `steam://${secret.base32}`)];
  const vault = vaultExport(items, { folders: [{ id: 'f', name: 'Work' }] });
  const passphrase = 'correct horse';
  const locked = async (kdf: Kdf) => jsonFile(await protectedExport(JSON.stringify(vault), passphrase, kdf));
  const organisation = { encrypted: false, collections: [{ id: 'c', name: 'Staff' }], items };
  const vaultCsv = [
    'folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp',
    `,,login,Deno,,,0,,Mason,,${secret.base32}`,
  ];
  const authenticatorCsv = [
    'folder,favorite,type,name,login_uri,login_totp',
    `,,1,Deno,,otpauth://totp/Deno:Mason?secret=${secret.base32}&issuer=Deno,Deno,30,6`,
  ];
  const csv = (lines: readonly string[]) => Buffer.from(`${lines.join('\n')}\n`);
  const shared = { format: 'bitwarden', entries: items.length };
  return [
    { ...shared, variant: 'plain', bytes: jsonFile(vault) },
    { ...shared, variant: 'organisation', bytes: jsonFile(organisation) },
    {
      ...shared,
      variant: 'zip',
      bytes: await zipFile({ 'data.json': JSON.stringify(vault), 'a/1.txt': 'a' }),
    },
    { ...shared, variant: 'PBKDF2', bytes: await locked({ kdfType: 0, kdfIterations: 1 }), passphrase },
    {
      ...shared,
      variant: 'Argon2id',
      bytes: await locked({ kdfType: 1, kdfIterations: 1, kdfMemory: 1, kdfParallelism: 1 }),
      passphrase,
    },
    { ...shared, variant: 'CSV', bytes: csv(vaultCsv), entries: 1, isLines: true },
    { ...shared, variant: 'Authenticator CSV', bytes: csv(authenticatorCsv), entries: 1, isLines: true },
  ];
}

async function masterKey(password: string, salt: string, kdf: Kdf): Promise<Uint8Array> {
  if (kdf.kdfType === 1) {
    return hashRaw(password, {
      salt: new Uint8Array(await subtle.digest('SHA-256', Buffer.from(salt))),
      memoryCost: (kdf.kdfMemory ?? 16) * 1024,
      timeCost: kdf.kdfIterations,
      parallelism: kdf.kdfParallelism ?? 1,
      outputLen: 32,
    });
  }
  const base = await subtle.importKey('raw', Buffer.from(password), 'PBKDF2', false, ['deriveBits']);
  const cost = { name: 'PBKDF2', hash: 'SHA-256', salt: Buffer.from(salt), iterations: kdf.kdfIterations };
  return new Uint8Array(await subtle.deriveBits(cost, base, 256));
}

async function hmac(key: Uint8Array, data: Uint8Array): Promise<Uint8Array> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await subtle.importKey('raw', Buffer.from(key), algorithm, false, ['sign']);
  return new Uint8Array(await subtle.sign('HMAC', imported, Buffer.from(data)));
}

async function expand(key: Uint8Array, info: string): Promise<Uint8Array> {
  return hmac(key, Buffer.from(`${info}\u0001`));
}

async function sealed(text: string, enc: Uint8Array, mac: Uint8Array): Promise<string> {
  const iv = webcrypto.getRandomValues(new Uint8Array(16));
  const key = await subtle.importKey('raw', Buffer.from(enc), 'AES-CBC', false, ['encrypt']);
  const ciphertext = Buffer.from(await subtle.encrypt({ name: 'AES-CBC', iv }, key, Buffer.from(text)));
  const proof = await hmac(mac, Buffer.concat([iv, ciphertext]));
  return `2.${[iv, ciphertext, proof].map((part) => Buffer.from(part).toString('base64')).join('|')}`;
}
