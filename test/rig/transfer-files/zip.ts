import { randomBytes } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import { ecb } from '@noble/ciphers/aes.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';

export interface Member {
  readonly name: string;
  readonly content: Uint8Array;
  readonly isStored?: boolean;
  /** `aes`: WinZip's AE-2 with 256 bits. `zipcrypto`: the encryption of PKZIP 2. */
  readonly encryption?: { readonly kind: 'aes' | 'zipcrypto'; readonly passphrase: string };
  /** A size to claim in place of the real one. */
  readonly claimedSize?: number;
}

/** Writes a zip archive by PKWARE's APPNOTE and WinZip's AES description. */
export function zip(members: readonly Member[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const { common, name, extra, data } = packed(member);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, name, extra, data]);
    const attributes = Buffer.alloc(14);
    attributes.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, attributes, name, extra);
    files.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, central, end]);
}

function packed({ name: text, content, isStored = false, encryption, claimedSize }: Member) {
  const compressed = isStored ? Buffer.from(content) : deflateRawSync(content);
  const isAes = encryption?.kind === 'aes';
  const checksum = isAes ? 0 : crc32(content);
  const data =
    encryption === undefined
      ? compressed
      : isAes
        ? aes(compressed, encryption.passphrase)
        : zipCrypto(compressed, encryption.passphrase, checksum);
  const method = isStored ? 0 : 8;
  const name = Buffer.from(text);
  const extra = isAes ? Buffer.from([0x01, 0x99, 7, 0, 2, 0, 0x41, 0x45, 3, method, 0]) : Buffer.alloc(0);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(isAes ? 51 : 20, 0);
  common.writeUInt16LE(encryption === undefined ? 0x0800 : 0x0801, 2);
  common.writeUInt16LE(isAes ? 99 : method, 4);
  common.writeUInt16LE(0x5a21, 8);
  common.writeUInt32LE(checksum, 10);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(claimedSize ?? content.length, 18);
  common.writeUInt16LE(name.length, 22);
  common.writeUInt16LE(extra.length, 24);
  return { common, name, extra, data };
}

function aes(content: Uint8Array, passphrase: string): Buffer {
  const salt = randomBytes(16);
  const keys = pbkdf2(sha1, passphrase, salt, { c: 1000, dkLen: 66 });
  const blocks = Buffer.alloc(Math.ceil(content.length / 16) * 16);
  // The counter starts at 1 and has its lowest byte first.
  for (let at = 0; at < blocks.length; at += 16) blocks.writeUInt32LE(at / 16 + 1, at);
  const stream = ecb(keys.subarray(0, 32), { disablePadding: true }).encrypt(blocks);
  const encrypted = content.map((byte, at) => byte ^ (stream[at] ?? 0));
  const code = hmac(sha1, keys.subarray(32, 64), encrypted).subarray(0, 10);
  return Buffer.concat([salt, keys.subarray(64), encrypted, code]);
}

function zipCrypto(content: Uint8Array, passphrase: string, checksum: number): Buffer {
  let [first, second, third] = [0x12345678, 0x23456789, 0x34567890];
  const step = (register: number, byte: number) => ~crc32(Buffer.from([byte]), ~register >>> 0) >>> 0;
  const update = (byte: number) => {
    first = step(first, byte);
    second = (Math.imul(second + (first & 0xff), 134775813) + 1) >>> 0;
    third = step(third, second >>> 24);
  };
  for (const byte of Buffer.from(passphrase)) update(byte);
  const header = randomBytes(12);
  header.writeUInt8(checksum >>> 24, 11);
  const encrypt = (byte: number) => {
    const half = third | 2;
    const encrypted = byte ^ ((Math.imul(half, half ^ 1) >>> 8) & 0xff);
    update(byte);
    return encrypted;
  };
  return Buffer.from([...header, ...content].map(encrypt));
}
