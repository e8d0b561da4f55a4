// Vaults and backups by docs/vault-format.md alone: nothing of the project is imported.
import {
  createCipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { secret as shared, type Sample } from './sample.ts';

const vaultId = '6c617463-686b-4579-8000-000000000001';
const key = randomBytes(32);

export interface SampleRecord {
  readonly kind: number;
  readonly json: unknown;
  readonly secret?: Uint8Array;
}

/** A vault file with these slots and records; `version` is the minor one, or both. */
export function vaultFile(
  slots: readonly object[],
  records: readonly SampleRecord[],
  [major, minor]: readonly [number, number] = [1, 2],
): Uint8Array {
  const check = hkdf(key, `latchkey/1 key check ${vaultId}`, 16).toString('base64');
  const members = {
    vaultId,
    generation: 3,
    writtenAt: 1_767_225_600_000,
    keyCheck: check,
    strayItems: [],
    slots,
  };
  const header = Buffer.from(JSON.stringify(members));
  const content = Buffer.concat([{ kind: 1, json: {} }, ...records].map(recordBytes));
  const start = Buffer.alloc(20);
  start.write('LATCHKEY', 'ascii');
  start.writeUInt16BE(major, 8);
  start.writeUInt16BE(minor, 10);
  start.writeUInt32BE(header.length, 12);
  start.writeUInt32BE(content.length, 16);
  const checksum = createHash('sha256').update(start).update(header).digest();
  const preamble = Buffer.concat([start, header, checksum]);
  return Buffer.concat([preamble, seal(content, key, preamble)]);
}

/** A slot for a passphrase; `cost` overwrites what the slot says, after it was made. */
export async function passphraseSlot(passphrase: string, cost: object = {}): Promise<object> {
  const members = { memoryKiB: 8192, iterations: 1, parallelism: 1 };
  const salt = randomBytes(16);
  const wrapping = await hashRaw(passphrase, {
    salt,
    memoryCost: members.memoryKiB,
    timeCost: members.iterations,
    parallelism: members.parallelism,
    outputLen: 32,
  });
  const wrapped = seal(key, wrapping, Buffer.from(`latchkey/1 passphrase slot ${vaultId}`));
  const texts = { salt: salt.toString('base64'), wrapped: wrapped.toString('base64') };
  return { kind: 'passphrase', algorithm: 'argon2id', ...members, ...texts, ...cost };
}

/** A slot that only the keychain of one computer opens. */
export function keychainSlot(): object {
  return {
    kind: 'keychain',
    item: vaultId,
    backend: 'Secret Service',
    check: randomBytes(16).toString('base64'),
  };
}

/** A slot for a recovery kit, and the kit's code. */
export function recoverySlot(): { readonly slot: object; readonly code: string } {
  const bytes = randomBytes(20);
  const scalar = hkdf(bytes, `latchkey/1 recovery code ${vaultId}`, 32);
  const prefix = Buffer.from('302e020100300506032b656e04220420', 'hex');
  const own = createPrivateKey({ key: Buffer.concat([prefix, scalar]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(own);
  const ephemeral = generateKeyPairSync('x25519');
  const raw = (one: typeof publicKey) => one.export({ format: 'der', type: 'spki' }).subarray(-32);
  const shared = diffieHellman({ privateKey: ephemeral.privateKey, publicKey });
  const context = `latchkey/1 recovery slot ${vaultId}`;
  const material = Buffer.concat([shared, raw(ephemeral.publicKey), raw(publicKey)]);
  const wrapped = seal(key, hkdf(material, context, 32), Buffer.from(context)).toString('base64');
  const point = raw(ephemeral.publicKey).toString('base64');
  const slot = {
    kind: 'recovery',
    algorithm: 'x25519',
    madeAt: 1_767_225_600_000,
    ephemeral: point,
    wrapped,
  };
  return { slot, code: codeOf(bytes) };
}

/** A file of each variant. */
export async function latchkeySamples(): Promise<Sample[]> {
  const record = (id: number) => ({
    id: `6c617463-686b-4579-8000-00000000001${id}`,
    revision: 1,
    changedAt: 1,
    issuer: 'Deno',
    account: `Mason ${id}`,
    parameters: { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30, secret: [0, 10] },
    unknownParameters: [],
    pinned: false,
    addedAt: 1,
    lastUsedAt: null,
    uses: 0,
    former: null,
  });
  const records = [0, 1].map((id) => ({
    kind: 2,
    json: record(id),
    secret: Buffer.from(shared.hex, 'hex'),
  }));
  const passphrase = 'correct horse';
  const kit = recoverySlot();
  const slot = await passphraseSlot(passphrase);
  const sample = (variant: string, slots: readonly object[], opensWith: string): Sample => ({
    format: 'latchkey',
    variant,
    bytes: vaultFile(slots, records),
    passphrase: opensWith,
    entries: records.length,
  });
  return [sample('passphrase', [slot], passphrase), sample('kit', [keychainSlot(), kit.slot], kit.code)];
}

/** Eight groups of four characters and one that checks them. */
function codeOf(bytes: Buffer): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const values = (bits.match(/.{5}/gu) ?? []).map((five) => Number.parseInt(five, 2));
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const double = (value: number) => (value & 16 ? (value << 1) ^ 0b100101 : value << 1);
  const groups = Array.from({ length: 8 }, (_, group) => {
    const four = values.slice(group * 4, group * 4 + 4);
    let check = group;
    for (const [place, value] of four.entries()) {
      let product = value;
      for (let power = 0; power <= place; power += 1) product = double(product);
      check ^= product;
    }
    return [...four, check].map((value) => alphabet.charAt(value)).join('');
  });
  return groups.join('-');
}

function recordBytes({ kind, json, secret = new Uint8Array() }: SampleRecord): Buffer {
  const text = Buffer.from(JSON.stringify(json));
  const head = Buffer.alloc(9);
  head.writeUInt8(kind);
  head.writeUInt32BE(text.length, 1);
  head.writeUInt32BE(secret.length, 5);
  return Buffer.concat([head, text, secret]);
}

function seal(plain: Uint8Array, with32: Uint8Array, associated: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', with32, nonce).setAAD(associated);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function hkdf(secret: Uint8Array, info: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', info, bytes));
}
