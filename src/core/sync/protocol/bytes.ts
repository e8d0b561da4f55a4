import { SyncError } from './fault.ts';

/** A function that gives so many random bytes: the one source of randomness of whoever calls. */
export type Random = (count: number) => Uint8Array;

export const HASH_BYTES = 32;
export const KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;
export const ID_BYTES = 16;

/** SHA-256 in lower-case hexadecimal digits: how hashes and fingerprints are named and compared in memory. */
export type Hash = string;
export const NO_HASH: Hash = '0'.repeat(2 * HASH_BYTES);

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Writes the one encoding of a structure (docs/sync.md): numbers big-endian in fixed widths, text and bytes with their
 * length before them. So each value has one form, and what is signed needs no other canonical form.
 */
export class ByteWriter {
  readonly #parts: Uint8Array[] = [];

  u8(value: number): this {
    return this.#number(value, 1);
  }
  u16(value: number): this {
    return this.#number(value, 2);
  }
  u32(value: number): this {
    return this.#number(value, 4);
  }
  /** 0 to 2^53 − 1, in eight bytes. */
  u64(value: number): this {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`a number of ${value}`);
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64BE(BigInt(value));
    return this.#put(bytes);
  }
  fixed(bytes: Uint8Array, length: number): this {
    if (bytes.length !== length) throw new RangeError(`${bytes.length} bytes, ${length} are expected`);
    return this.#put(bytes);
  }
  hash(hash: Hash): this {
    return this.fixed(Buffer.from(hash, 'hex'), HASH_BYTES);
  }
  /** A UUID, as its sixteen bytes. */
  id(id: string): this {
    return this.fixed(Buffer.from(id.replaceAll('-', ''), 'hex'), ID_BYTES);
  }
  blob(bytes: Uint8Array): this {
    return this.u32(bytes.length).#put(bytes);
  }
  text(text: string): this {
    const bytes = Buffer.from(text, 'utf8');
    return this.u16(bytes.length).#put(bytes);
  }
  bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }

  #number(value: number, width: 1 | 2 | 4): this {
    const bytes = Buffer.alloc(width);
    bytes.writeUIntBE(value, 0, width);
    return this.#put(bytes);
  }
  #put(bytes: Uint8Array): this {
    this.#parts.push(bytes);
    return this;
  }
}

/** Reads what a ByteWriter wrote, and nothing else. Its results are views. @throws SyncError MALFORMED */
export class ByteReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Uint8Array, maximum: number) {
    if (bytes.length > maximum) throw malformed(`${bytes.length} bytes, ${maximum} are the most`);
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u8(): number {
    return this.#take(1).readUInt8();
  }
  u16(): number {
    return this.#take(2).readUInt16BE();
  }
  u32(): number {
    return this.#take(4).readUInt32BE();
  }
  u64(): number {
    const value = Number(this.#take(8).readBigUInt64BE());
    if (!Number.isSafeInteger(value)) throw malformed('a number beyond 2^53');
    return value;
  }
  fixed(length: number): Buffer {
    return this.#take(length);
  }
  hash(): Hash {
    return this.#take(HASH_BYTES).toString('hex');
  }
  id(): string {
    return this.#take(ID_BYTES)
      .toString('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
  }
  blob(maximum: number): Buffer {
    const length = this.u32();
    if (length > maximum) throw malformed(`${length} bytes, ${maximum} are the most`);
    return this.#take(length);
  }
  text(maximum: number): string {
    const length = this.u16();
    if (length > maximum) throw malformed(`a text of ${length} bytes, ${maximum} are the most`);
    try {
      // A decoder would take a mark of the byte order away: the text would have two encodings.
      const text = UTF8.decode(this.#take(length));
      if (Buffer.byteLength(text) === length) return text;
    } catch (error) {
      if (error instanceof SyncError) throw error;
    }
    throw malformed('a text that is not UTF-8');
  }
  /** All bytes so far: what a signature or a tag that follows covers. */
  sofar(): Buffer {
    return this.#bytes.subarray(0, this.#at);
  }
  end(): void {
    if (this.#at !== this.#bytes.length) throw malformed(`${this.#bytes.length - this.#at} bytes too many`);
  }

  #take(length: number): Buffer {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw malformed('it ends too early');
    const taken = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }
}

export function malformed(message: string): SyncError {
  return new SyncError('MALFORMED', message);
}
