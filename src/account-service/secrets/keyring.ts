import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

/**
 * The service's own secrets. It seals what must be read again (authenticator secrets, messages waiting to be
 * sent) and makes keyed hashes of what must only be compared (codes, recovery codes). To rotate keys, put a new
 * one in front: what older keys sealed stays readable while they are listed.
 */
export interface KeyRing {
  /** The ids of the listed keys, the current one first. Sealed data begins with the id of its key. */
  ids: readonly number[];
  /** AES-256-GCM under the first key; `context` (table and row) must be given again to open. */
  seal(plain: Uint8Array, context: string): Buffer;
  /** @throws when no listed key opens it or the context differs */
  open(sealed: Uint8Array, context: string): Buffer;
  /** HMAC-SHA-256 under the first key. The parts are length-prefixed: no two lists yield the same input. */
  keyedHash(...parts: string[]): Buffer;
  /** Like `keyedHash` under every listed key, first key first: for hashes that outlive a rotation. */
  keyedHashes(...parts: string[]): Buffer[];
}

interface Key {
  id: number;
  sealing: KeyObject;
  hashing: KeyObject;
}

/**
 * @param keys `id:base64` each, id 1 to 255, 32 random bytes; the first is the current one
 * @throws on a malformed or doubled key
 */
export function createKeyRing(keys: readonly string[]): KeyRing {
  const ring = keys.map(readKey);
  const [current] = ring;
  if (!current) throw new Error('expected at least one secret key, got none');
  if (new Set(ring.map(({ id }) => id)).size !== ring.length) throw new Error('secret key ids must differ');
  const hashUnder = (key: Key, parts: string[]) => {
    const hmac = createHmac('sha256', key.hashing);
    for (const part of parts) hmac.update(`${Buffer.byteLength(part)}:${part}`);
    return hmac.digest();
  };
  return {
    ids: ring.map(({ id }) => id),
    seal(plain, context) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', current.sealing, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([Buffer.of(current.id), nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed);
      const key = ring.find(({ id }) => id === bytes[0]);
      if (!key) throw new Error(`no secret key with id ${bytes[0]} is configured`);
      const decipher = createDecipheriv('aes-256-gcm', key.sealing, bytes.subarray(1, 13), {
        authTagLength: 16,
      })
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(13, 29));
      return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]);
    },
    keyedHash: (...parts) => hashUnder(current, parts),
    keyedHashes: (...parts) => ring.map((key) => hashUnder(key, parts)),
  };
}

function readKey(text: string): Key {
  const match = /^(\d{1,3}):([A-Za-z0-9+/_-]{43}=?)$/.exec(text.trim());
  const id = Number(match?.[1]);
  const bytes = Buffer.from(match?.[2] ?? '', 'base64');
  if (!match || id < 1 || id > 255 || bytes.length !== 32) {
    throw new Error('expected a secret key as "id:base64" of 32 bytes with an id from 1 to 255');
  }
  const derive = (info: string) => createSecretKey(Buffer.from(hkdfSync('sha256', bytes, '', info, 32)));
  return { id, sealing: derive('latchkey seal v1'), hashing: derive('latchkey hash v1') };
}
