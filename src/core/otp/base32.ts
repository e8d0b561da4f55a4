/** The result of `readBase32`. The position counts UTF-16 units from 0; the text itself is never repeated. */
export type Base32Reading =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      /** `wrong`: there are `=` signs, but not as many as RFC 4648 requires. */
      readonly padding: 'none' | 'right' | 'wrong';
      /** The last character fills no byte: usually a lost or doubled character rather than a site's habit. */
      readonly isLengthUnusual: boolean;
    }
  | { readonly ok: false; readonly position: number };

/**
 * Reads base32 (RFC 4648, section 6) as sites print it: any case, any spaces and dashes, and with, without or
 * with wrong `=` at the end. Ignores leftover bits at the end, as every authenticator does. Refuses any other
 * character and gives its position. That includes `0`, `1` and `8`, since guessing would make wrong codes.
 */
export function readBase32(text: string): Base32Reading {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let buffer = 0;
  let bits = 0;
  let written = 0;
  let characters = 0;
  let pads = 0;
  let firstPad = -1;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    const value = valueOf(unit);
    if (value === SEPARATOR) continue;
    if (value === PAD) {
      if (pads === 0) firstPad = i;
      pads += 1;
      continue;
    }
    if (value === REFUSED) return { ok: false, position: i };
    if (pads > 0) return { ok: false, position: firstPad };
    characters += 1;
    buffer = ((buffer << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[written] = (buffer >>> bits) & 0xff;
      written += 1;
    }
  }
  const padding = pads === 0 ? 'none' : pads === (8 - (characters % 8)) % 8 ? 'right' : 'wrong';
  return { ok: true, bytes: bytes.slice(0, written), padding, isLengthUnusual: bits >= 5 };
}

/** How many key characters a text has, as a person counts them: without the separators between groups. */
export function countKeyCharacters(text: string): number {
  let count = 0;
  for (const character of text) if (!separators.test(character)) count += 1;
  return count;
}

/** Decodes base32 like {@link readBase32}. Throws {@link Base32Error}, and nothing else. */
export function decodeBase32(text: string): Uint8Array {
  const reading = readBase32(text);
  if (!reading.ok) throw new Base32Error(reading.position);
  return reading.bytes;
}

/** Encodes bytes as upper-case base32 without padding (RFC 4648, section 6), as otpauth URIs require. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet.charAt((buffer >>> bits) & 0x1f);
    }
  }
  if (bits > 0) text += alphabet.charAt((buffer << (5 - bits)) & 0x1f);
  return text;
}

/** A character outside base32, at `position` (UTF-16 units from 0). Never holds the text. */
export class Base32Error extends Error {
  override readonly name = 'Base32Error';
  readonly code = 'BASE32_CHARACTER';
  readonly position: number;

  constructor(position: number) {
    super(`not base32: character ${position + 1} is not one of A–Z, 2–7`);
    this.position = position;
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const SEPARATOR = -1;
const PAD = -2;
const REFUSED = -3;

function valueOf(unit: number): number {
  if (unit >= 0x41 && unit <= 0x5a) return unit - 0x41;
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x61;
  if (unit >= 0x32 && unit <= 0x37) return unit - 0x32 + 26;
  if (unit === 0x3d) return PAD;
  return separators.test(String.fromCharCode(unit)) ? SEPARATOR : REFUSED;
}

// White space, zero-width characters that web pages put between groups, and every dash-like character.
const separators = /[\s\u200b-\u200d\u2060\ufeff\u00ad\-\u2010-\u2015\u2212]/u;
