import { createHash, randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VaultFileError, type VaultFileFault } from '../../../src/core/vault/error.ts';
import { FORMAT_VERSION } from '../../../src/core/vault/layout.ts';
import { sealVault, unsealVault, verifySealed } from '../../../src/core/vault/seal.ts';
import { anyDocument } from './any-document.ts';
import { aDocument, aHeader, anEntry, asVersion, plain } from './samples.ts';

const key = randomBytes(32);
const sealed = sealVault(aHeader(), aDocument(anEntry()), key);

describe('a sealed vault', () => {
  it('gives back what was put in, whatever it was', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { document: back } = unsealVault(sealVault(aHeader(), document, key), key);
        expect(plain(back)).toEqual(plain(document));
      }),
    );
  });

  it('keeps its header, and members of it that nobody knows', () => {
    const header = aHeader({
      generation: 7,
      slots: [{ kind: 'from the future', data: [1, { two: null }] }],
      unknownMembers: { colour: 'green' },
    });
    expect(unsealVault(sealVault(header, aDocument(), key), key).header).toEqual(header);
  });

  it('is never sealed with the same nonce twice', () => {
    const header = aHeader();
    const document = aDocument(anEntry());
    const nonces = Array.from({ length: 200 }, () => {
      const bytes = sealVault(header, document, key);
      const preamble = 20 + bytes.readUInt32BE(12) + 32;
      return bytes.subarray(preamble, preamble + 12).toString('hex');
    });
    expect(new Set(nonces).size).toBe(200);
  });

  it('does not open when any one of its bits is another one', () => {
    for (let at = 0; at < sealed.length; at += 1) {
      const flipped = Buffer.from(sealed);
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (at % 8)), at);
      expect(faultOf(flipped), `byte ${at}`).not.toBe('opened');
    }
  });

  it('cut off anywhere is truncated, with more at its end it is tampered with', () => {
    for (let length = 0; length < sealed.length; length += 1) {
      expect(faultOf(sealed.subarray(0, length)), `${length} bytes`).toBe('TRUNCATED');
    }
    expect(faultOf(Buffer.concat([sealed, Buffer.alloc(1)]))).toBe('TAMPERED');
  });

  it('says of other files that they are none, and of hostile ones nothing worse', () => {
    expect(faultOf(Buffer.from('{"entries": []}'))).toBe('NOT_A_VAULT');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (noise, hasMagic) => {
        const bytes = hasMagic ? Buffer.concat([sealed.subarray(0, 12), noise]) : noise;
        expect(faultOf(bytes)).not.toBe('opened');
      }),
    );
  });

  it('that claims to be huge is refused before anything is taken for it', () => {
    for (const at of [12, 16]) {
      const hostile = Buffer.from(sealed);
      hostile.writeUInt32BE(0xff_ff_ff_ff, at);
      expect(faultOf(hostile)).toBe('TAMPERED');
    }
  });

  it('does not open with another key', () => {
    expect(() => unsealVault(sealed, randomBytes(32))).toThrow(VaultFileError);
  });

  it('of a newer minor version is for reading only, of a newer major version for newer programs', () => {
    const document = aDocument(anEntry({ unknownMembers: { colour: ['red'] } }));
    const newer = asVersion(sealVault(aHeader(), document, key), key, 1, FORMAT_VERSION.minor + 1);
    const opened = unsealVault(newer, key);
    expect(opened.readOnly).toBe(true);
    expect(plain(opened.document)).toEqual(plain(document));
    expect(unsealVault(sealed, key).readOnly).toBe(false);
    expect(faultOf(asVersion(sealed, key, 2, 0))).toBe('NEWER_VERSION');
  });

  it('read back is only good as the very bytes that were written', () => {
    expect(() => verifySealed(Buffer.from(sealed), sealed, key)).not.toThrow();
    const other = sealVault(aHeader(), aDocument(), key);
    expect(() => verifySealed(other, sealed, key)).toThrow(VaultFileError);
    expect(() => verifySealed(sealed, sealed, randomBytes(32))).toThrow(VaultFileError);
  });

  it('is not made of an entry that could not be read back', () => {
    const parameters = { kind: 'hotp', algorithm: 'SHA1', digits: 99, counter: 0 } as const;
    const entry = anEntry({ parameters: { ...parameters, secret: randomBytes(10) } });
    expect(() => sealVault(aHeader(), aDocument(entry), key)).toThrow('parameters.digits');
  });

  it('holds the secret in none of the ways one would write it', () => {
    const secret = createHash('sha256').update('canary').digest();
    const parameters = { kind: 'steam', secret } as const;
    const bytes = sealVault(aHeader(), aDocument(anEntry({ parameters })), key);
    const text = bytes.toString('latin1');
    for (const form of [secret.toString('latin1'), secret.toString('hex'), secret.toString('base64')]) {
      expect(text).not.toContain(form);
    }
  });
});

function faultOf(bytes: Uint8Array): VaultFileFault | 'opened' {
  try {
    unsealVault(bytes, key);
    return 'opened';
  } catch (error) {
    if (error instanceof VaultFileError) return error.code;
    throw error;
  }
}
