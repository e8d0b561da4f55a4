// Databases made by kdbxweb, and hostile ones sealed by hand; nothing here reads them.
import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { hashRaw } from '@node-rs/argon2';
import kdbxweb from 'kdbxweb';
import { secret, type Sample } from './sample.ts';

/** An entry of a test database: its fields, and those of an earlier version of it. */
export interface SampleEntry {
  readonly fields: Readonly<Record<string, string>>;
  /** Kept encrypted in memory, and so in a stream of its own in the file. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly groups?: readonly string[];
  readonly tags?: readonly string[];
  readonly former?: Readonly<Record<string, string>>;
  readonly place?: 'recycled' | 'template';
}

export interface SampleDatabase {
  readonly passphrase?: string | null;
  readonly keyFile?: Uint8Array;
  readonly version?: 3 | 4;
  readonly kdf?: 'aes' | 'argon2d' | 'argon2id';
  readonly argon2?: { memoryBytes?: number; passes?: number; lanes?: number; version?: number };
  readonly rounds?: number;
  readonly cipher?: 'aes' | 'chacha20';
  readonly isCompressed?: boolean;
}

/** A KDBX file. */
export async function keepassFile(
  entries: readonly SampleEntry[],
  options: SampleDatabase = {},
): Promise<Uint8Array> {
  kdbxweb.CryptoEngine.setArgon2Impl(argon2);
  const { passphrase = 'correct horse', keyFile, version = 4, kdf = 'argon2d' } = options;
  const password = passphrase === null ? null : kdbxweb.ProtectedValue.fromString(passphrase);
  const file = keyFile === undefined ? null : arrayBufferOf(keyFile);
  const database = kdbxweb.Kdbx.create(new kdbxweb.Credentials(password, file), 'Database');
  database.createRecycleBin();
  const templates = database.createGroup(database.getDefaultGroup(), 'Templates');
  database.meta.entryTemplatesGroup = templates.uuid;
  for (const sample of entries) addEntry(database, templates, sample);
  database.setVersion(version);
  if (version === 3) database.header.keyEncryptionRounds = options.rounds ?? 100;
  else setDerivation(database, kdf, options);
  database.header.compression = options.isCompressed === false ? 0 : 1;
  if (options.cipher === 'chacha20') {
    database.header.dataCipherUuid = new kdbxweb.KdbxUuid(kdbxweb.Consts.CipherId.ChaCha20);
  }
  return new Uint8Array(await database.save());
}

/** A KDBX 4 file with any content: compressed XML, or what passes for it. */
export function sealedByHand(xml: string | Buffer, passphrase: string, compressed?: Buffer): Uint8Array {
  const innerHeader = Buffer.concat([
    field(1, Buffer.from([3, 0, 0, 0])),
    field(2, Buffer.alloc(64, 7)),
    field(0, Buffer.alloc(0)),
  ]);
  const content = compressed ?? gzipSync(Buffer.concat([innerHeader, Buffer.from(xml)]));
  const [masterSeed, seed, iv] = [randomBytes(32), randomBytes(32), randomBytes(16)];
  const dictionary = Buffer.concat([
    Buffer.from([0, 1]),
    item(0x42, '$UUID', Buffer.from('c9d9f39a628a4460bf740d08c18a4fea', 'hex')),
    item(0x05, 'R', Buffer.from('0100000000000000', 'hex')),
    item(0x42, 'S', seed),
    Buffer.from([0]),
  ]);
  const header = Buffer.concat([
    Buffer.from('03d9a29a67fb4bb500000400', 'hex'),
    field(2, Buffer.from('31c1f2e6bf714350be5805216afc5aff', 'hex')),
    field(3, Buffer.from([1, 0, 0, 0])),
    field(4, masterSeed),
    field(7, iv),
    field(11, dictionary),
    field(0, Buffer.from('0d0a0d0a', 'hex')),
  ]);
  const composite = sha('sha256', sha('sha256', Buffer.from(passphrase)));
  const aes = createCipheriv('aes-256-ecb', seed, null).setAutoPadding(false);
  const transformed = sha('sha256', aes.update(composite));
  const hmacKey = sha('sha512', masterSeed, transformed, Buffer.from([1]));
  const cipher = createCipheriv('aes-256-cbc', sha('sha256', masterSeed, transformed), iv);
  const encrypted = Buffer.concat([cipher.update(content), cipher.final()]);
  const mac = (key: Buffer, ...parts: Buffer[]) => {
    const hmac = createHmac('sha256', sha('sha512', key, hmacKey));
    for (const part of parts) hmac.update(part);
    return hmac.digest();
  };
  const block = (number: number, data: Buffer) => {
    const [index, length] = [Buffer.alloc(8), Buffer.alloc(4)];
    index.writeUInt32LE(number);
    length.writeUInt32LE(data.length);
    return Buffer.concat([mac(index, index, length, data), length, data]);
  };
  const headerMac = mac(Buffer.alloc(8, 0xff), header);
  return Buffer.concat([
    header,
    sha('sha256', header),
    headerMac,
    block(0, encrypted),
    block(1, Buffer.alloc(0)),
  ]);
}

/** The XML of a database with these entries, each a list of fields. */
export function databaseXml(entries: readonly Readonly<Record<string, string>>[], before = ''): string {
  const fields = (entry: Readonly<Record<string, string>>) =>
    Object.entries(entry)
      .map(([name, value]) => `<String><Key>${name}</Key><Value>${value}</Value></String>`)
      .join('');
  const all = entries.map((entry) => `<Entry>${fields(entry)}</Entry>`).join('');
  return `<?xml version="1.0"?>${before}<KeePassFile><Meta/><Root><Group><Name>Root</Name>${all}</Group></Root></KeePassFile>`;
}

/** A file of each variant. */
export async function keepassSamples(): Promise<Sample[]> {
  const passphrase = 'correct horse';
  const entries = ['Deno', 'James'].map((Title) => ({
    fields: { Title, UserName: 'Mason' },
    hidden: { otp: `otpauth://totp/x?secret=${secret.base32}` },
  }));
  const variants: Readonly<Record<string, SampleDatabase>> = {
    'KDBX 3': { version: 3, rounds: 1 },
    'KDBX 3, not compressed': { version: 3, rounds: 1, isCompressed: false },
    'KDBX 4 with AES': { kdf: 'aes', rounds: 1 },
    'KDBX 4 with Argon2d': { kdf: 'argon2d' },
    'KDBX 4 with Argon2id and ChaCha20': { kdf: 'argon2id', cipher: 'chacha20', isCompressed: false },
  };
  return Promise.all(
    Object.entries(variants).map(async ([variant, options]) => {
      const bytes = await keepassFile(entries, { ...options, passphrase });
      return { format: 'keepass', variant, bytes, passphrase, entries: entries.length };
    }),
  );
}

type Database = ReturnType<typeof kdbxweb.Kdbx.create>;

function addEntry(
  database: Database,
  templates: ReturnType<Database['createGroup']>,
  { fields, hidden = {}, groups = [], tags = [], former, place }: SampleEntry,
): void {
  let group = place === 'template' ? templates : database.getDefaultGroup();
  for (const name of groups) {
    group = group.groups.find((one) => one.name === name) ?? database.createGroup(group, name);
  }
  const entry = database.createEntry(group);
  if (former !== undefined) {
    for (const [name, value] of Object.entries(former)) entry.fields.set(name, value);
    entry.pushHistory();
    entry.fields.clear();
  }
  for (const [name, value] of Object.entries(fields)) entry.fields.set(name, value);
  for (const [name, value] of Object.entries(hidden)) {
    entry.fields.set(name, kdbxweb.ProtectedValue.fromString(value));
  }
  entry.tags = [...tags];
  if (place === 'recycled') database.remove(entry);
}

function setDerivation(database: Database, kdf: NonNullable<SampleDatabase['kdf']>, options: SampleDatabase) {
  const { KdfId } = kdbxweb.Consts;
  database.setKdf({ aes: KdfId.Aes, argon2d: KdfId.Argon2d, argon2id: KdfId.Argon2id }[kdf]);
  const { kdfParameters } = database.header;
  const { UInt32, UInt64 } = kdbxweb.VarDictionary.ValueType;
  if (kdf === 'aes') return kdfParameters?.set('R', UInt64, kdbxweb.Int64.from(options.rounds ?? 100));
  const { memoryBytes = 64 * 1024, passes = 2, lanes = 2, version = 0x13 } = options.argon2 ?? {};
  kdfParameters?.set('M', UInt64, kdbxweb.Int64.from(memoryBytes));
  kdfParameters?.set('I', UInt64, kdbxweb.Int64.from(passes));
  kdfParameters?.set('P', UInt32, lanes);
  kdfParameters?.set('V', UInt32, version);
}

/** Costs above a gibibyte are for files that nobody should open: their key is nothing. */
const argon2: Parameters<typeof kdbxweb.CryptoEngine.setArgon2Impl>[0] = async (
  password,
  salt,
  memory,
  iterations,
  length,
  parallelism,
  type,
  version,
) => {
  if (memory * iterations > 1024 * 1024) return new ArrayBuffer(length);
  const key = await hashRaw(new Uint8Array(password), {
    salt: new Uint8Array(salt),
    memoryCost: memory,
    timeCost: iterations,
    outputLen: length,
    parallelism,
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- the enums do not exist at run time
    algorithm: type,
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- as above
    version: version === 0x10 ? 0 : 1,
  });
  return arrayBufferOf(key);
};

function arrayBufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

function field(id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(id);
  head.writeUInt32LE(data.length, 1);
  return Buffer.concat([head, data]);
}

function item(type: number, name: string, value: Buffer): Buffer {
  const [nameLength, valueLength] = [Buffer.alloc(4), Buffer.alloc(4)];
  nameLength.writeUInt32LE(name.length);
  valueLength.writeUInt32LE(value.length);
  return Buffer.concat([Buffer.from([type]), nameLength, Buffer.from(name), valueLength, value]);
}

function sha(name: 'sha256' | 'sha512', ...parts: Buffer[]): Buffer {
  const hash = createHash(name);
  for (const part of parts) hash.update(part);
  return hash.digest();
}
