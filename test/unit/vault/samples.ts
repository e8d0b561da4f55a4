import { createCipheriv, createDecipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import type { OtpParameters } from '../../../src/core/otp/parameters.ts';
import { EMPTY_DOCUMENT, type VaultDocument } from '../../../src/core/vault/document.ts';
import { newEntry, type Entry } from '../../../src/core/entry/entry.ts';
import type { VaultHeader } from '../../../src/core/vault/header.ts';

/** An ordinary entry; each call another one. */
export function anEntry(changes: Partial<Entry> = {}): Entry {
  const settings = { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30 } as const;
  const parameters = { ...settings, secret: randomBytes(20) };
  const names = { issuer: 'Example', account: 'ann@example.com' };
  return { ...newEntry({ ...names, parameters }, 1_750_000_000_000), ...changes };
}

/** An entry's parameters, some of them others. */
export function withParameters(
  { parameters }: Entry,
  changes: { digits?: number; counter?: number },
): OtpParameters {
  return Object.assign({ ...parameters }, changes);
}

export function aDocument(...entries: Entry[]): VaultDocument {
  return { ...EMPTY_DOCUMENT, entries };
}

export function aHeader(changes: Partial<VaultHeader> = {}): VaultHeader {
  return {
    vaultId: randomUUID(),
    generation: 1,
    writtenAt: 1_750_000_000_000,
    keyCheck: null,
    strayItems: [],
    slots: [],
    unknownMembers: {},
    ...changes,
  };
}

/** A vault as another version of Latchkey would have written it: sealed again, with everything in its place. */
export function asVersion(bytes: Uint8Array, key: Uint8Array, major: number, minor: number): Buffer {
  const copy = Buffer.from(bytes);
  const headerEnd = 20 + copy.readUInt32BE(12);
  const nonceStart = headerEnd + 32;
  const contentStart = nonceStart + 12;
  const [preamble, nonce] = [copy.subarray(0, nonceStart), copy.subarray(nonceStart, contentStart)];
  const [ciphertext, tag] = [copy.subarray(contentStart, -16), copy.subarray(-16)];
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(preamble).setAuthTag(tag);
  const content = Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  copy.writeUInt16BE(major, 8);
  copy.writeUInt16BE(minor, 10);
  createHash('sha256').update(copy.subarray(0, headerEnd)).digest().copy(copy, headerEnd);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(preamble);
  return Buffer.concat([preamble, nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

/** The document with its bytes as plain arrays, so that a Buffer and a Uint8Array of the same bytes are equal. */
export function plain(document: VaultDocument): unknown {
  return JSON.parse(
    JSON.stringify(document, (_name, value: unknown) => {
      if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
      // A Buffer comes here as what its toJSON made of it.
      const isBuffer =
        typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer';
      return isBuffer && 'data' in value && Array.isArray(value.data)
        ? Buffer.from(value.data).toString('hex')
        : value;
    }),
  );
}
