import { TransferError } from '../transfer-error.ts';

/** The part of a KDBX file that is readable without its key. */
export interface KdbxHeader {
  readonly major: 3 | 4;
  readonly cipher: 'aes' | 'chacha20';
  readonly isCompressed: boolean;
  readonly masterSeed: Uint8Array;
  readonly nonce: Uint8Array;
  readonly derivation: KdbxDerivation;
  /** KDBX 3 only: how the values inside the XML are encrypted. KDBX 4 says it inside. */
  readonly inner: InnerStream | null;
  /** KDBX 3 only: what the content starts with if the key is right. */
  readonly startBytes: Uint8Array;
  /** The header as the file has it; KDBX 4 authenticates it, and KDBX 3 keeps its hash inside. */
  readonly bytes: Uint8Array;
}

/** How the passphrase becomes a key. Costs as the file has them, unchecked. */
export type KdbxDerivation =
  | { readonly kind: 'aes'; readonly seed: Uint8Array; readonly rounds: bigint }
  | {
      readonly kind: 'argon2d' | 'argon2id';
      readonly salt: Uint8Array;
      readonly memoryBytes: bigint;
      readonly passes: bigint;
      readonly lanes: bigint;
      /** 0x10 or 0x13. */
      readonly version: bigint;
    };

/** The stream cipher that hides single values in the XML. */
export interface InnerStream {
  readonly cipher: 'salsa20' | 'chacha20';
  readonly key: Uint8Array;
}

/** Whether a file starts like a KeePass database of any version. */
export function isKeePassFile(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).equals(SIGNATURE);
}

/**
 * Reads the outer header of KDBX 3.0 to 4.1 (https://keepass.info/help/kb/kdbx.html).
 * @throws TransferError VERSION_UNSUPPORTED, NEWER_VERSION, CIPHER_UNSUPPORTED, DAMAGED
 */
export function readHeader(bytes: Uint8Array): KdbxHeader {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const major = readMajor(file);
  const { fields, end } = readFields(file, major);
  const derivation =
    major === 3 ? classicDerivation(fields) : derivationOf(readDictionary(need(fields, FIELD.derivation)));
  return {
    major,
    cipher: cipherOf(need(fields, FIELD.cipher)),
    isCompressed: compressionOf(need(fields, FIELD.compression)),
    masterSeed: need(fields, FIELD.masterSeed, 32),
    nonce: need(fields, FIELD.nonce),
    derivation,
    inner:
      major === 3
        ? innerStream(numberOf(need(fields, FIELD.innerCipher)), need(fields, FIELD.innerKey))
        : null,
    startBytes: major === 3 ? need(fields, FIELD.startBytes, 32) : new Uint8Array(),
    bytes: file.subarray(0, end),
  };
}

/** The inner stream for its number in the file. @throws TransferError CIPHER_UNSUPPORTED */
export function innerStream(id: bigint, key: Uint8Array): InnerStream {
  if (id === 2n) return { cipher: 'salsa20', key };
  if (id === 3n) return { cipher: 'chacha20', key };
  throw new TransferError('CIPHER_UNSUPPORTED');
}

const SIGNATURE = Buffer.from('03d9a29a', 'hex');
const KDBX = 0xb54bfb67;
const FIELD = {
  end: 0,
  cipher: 2,
  compression: 3,
  masterSeed: 4,
  transformSeed: 5,
  transformRounds: 6,
  nonce: 7,
  innerKey: 8,
  startBytes: 9,
  innerCipher: 10,
  derivation: 11,
} as const;

const AES = '31c1f2e6bf714350be5805216afc5aff';
const CHACHA20 = 'd6038a2b8b6f4cb5a524339a31dbb59a';
const AES_KDF = new Set(['c9d9f39a628a4460bf740d08c18a4fea', '7c02bb8279a74ac0927d114a00648238']);
const ARGON2D = 'ef636ddf8c29444b91f7a9a403e30a0c';
const ARGON2ID = '9e298b1956db4773b23dfc3ec6f0a1e6';

function readMajor(file: Buffer): 3 | 4 {
  if (file.length < 12) throw new TransferError('DAMAGED');
  // KeePass 1 (.kdb) and the trial versions of KeePass 2 have other second signatures.
  if (file.readUInt32LE(4) !== KDBX) throw new TransferError('VERSION_UNSUPPORTED');
  const major = file.readUInt16LE(10);
  if (major === 3 || major === 4) return major;
  throw new TransferError(major < 3 ? 'VERSION_UNSUPPORTED' : 'NEWER_VERSION');
}

function readFields(file: Buffer, major: 3 | 4): { fields: Map<number, Buffer>; end: number } {
  const fields = new Map<number, Buffer>();
  const lengthBytes = major === 3 ? 2 : 4;
  let at = 12;
  for (;;) {
    if (at + 1 + lengthBytes > file.length) throw new TransferError('DAMAGED');
    const id = file.readUInt8(at);
    const length = file.readUIntLE(at + 1, lengthBytes);
    at += 1 + lengthBytes;
    if (at + length > file.length) throw new TransferError('DAMAGED');
    fields.set(id, file.subarray(at, at + length));
    at += length;
    if (id === FIELD.end) return { fields, end: at };
  }
}

/** A variant dictionary (KDBX 4): a version, then items of type, name and value, and a zero. */
function readDictionary(bytes: Buffer): Map<string, Buffer> {
  const items = new Map<string, Buffer>();
  let at = 2;
  const take = (): Buffer => {
    if (at + 4 > bytes.length) throw new TransferError('DAMAGED');
    const length = bytes.readUInt32LE(at);
    at += 4 + length;
    if (at > bytes.length) throw new TransferError('DAMAGED');
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length && bytes[at] !== 0) {
    at += 1;
    const name = take().toString('utf8');
    items.set(name, take());
  }
  return items;
}

function classicDerivation(fields: ReadonlyMap<number, Buffer>): KdbxDerivation {
  const seed = need(fields, FIELD.transformSeed, 32);
  return { kind: 'aes', seed, rounds: numberOf(need(fields, FIELD.transformRounds)) };
}

function derivationOf(items: ReadonlyMap<string, Buffer>): KdbxDerivation {
  const id = need(items, '$UUID').toString('hex');
  if (AES_KDF.has(id)) return { kind: 'aes', seed: need(items, 'S', 32), rounds: numberOf(need(items, 'R')) };
  // Nothing writes Argon2's secret or associated data, and the derivation here has no place for them.
  if ((id !== ARGON2D && id !== ARGON2ID) || items.has('K') || items.has('A')) {
    throw new TransferError('CIPHER_UNSUPPORTED');
  }
  return {
    kind: id === ARGON2D ? 'argon2d' : 'argon2id',
    salt: need(items, 'S'),
    memoryBytes: numberOf(need(items, 'M')),
    passes: numberOf(need(items, 'I')),
    lanes: numberOf(need(items, 'P')),
    version: numberOf(need(items, 'V')),
  };
}

function cipherOf(id: Buffer): KdbxHeader['cipher'] {
  switch (id.toString('hex')) {
    case AES:
      return 'aes';
    case CHACHA20:
      return 'chacha20';
    default:
      throw new TransferError('CIPHER_UNSUPPORTED');
  }
}

function compressionOf(value: Buffer): boolean {
  const id = numberOf(value);
  if (id > 1n) throw new TransferError('CIPHER_UNSUPPORTED');
  return id === 1n;
}

function need<K>(fields: ReadonlyMap<K, Buffer>, id: K, length?: number): Buffer {
  const value = fields.get(id);
  if (value === undefined || (length !== undefined && value.length !== length)) {
    throw new TransferError('DAMAGED');
  }
  return value;
}

function numberOf(bytes: Buffer): bigint {
  if (bytes.length === 4) return BigInt(bytes.readUInt32LE());
  if (bytes.length === 8) return bytes.readBigUInt64LE();
  throw new TransferError('DAMAGED');
}
