import { plainRecoveryCode } from '../spelling.ts';

/** Data characters in a recovery code: 160 bits, five per character. */
const DATA_CHARACTERS = 32;
const GROUPS = 8;
const GROUP_DATA = 4;
/** The data characters and their check character. */
export const GROUP_CHARACTERS = GROUP_DATA + 1;
export const CODE_BYTES = 20;
export const CODE_CHARACTERS = GROUPS * GROUP_CHARACTERS;

/** Crockford's alphabet, without I, L, O and U, which are easily misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const QR_PREFIX = 'LATCHKEY-KIT';

/** A typed code, checked as far as possible without a vault. */
export type ReadCode =
  | { outcome: 'read'; code: Buffer }
  /** A group, counted from 1, does not match its check character. */
  | { outcome: 'typo'; group: number }
  | { outcome: 'length'; characters: number };

/**
 * Writes the code in eight groups of four characters and a check character. The check is a sum over GF(2^5),
 * with a different weight for each place, plus the group's number. It catches any single wrong character, two
 * swapped characters and two swapped groups.
 * @param code 20 bytes
 */
export function codeGroups(code: Uint8Array): string[] {
  if (code.length !== CODE_BYTES) throw new RangeError(`a recovery code of ${code.length} bytes`);
  const values = Array.from({ length: DATA_CHARACTERS }, (_, index) => fiveBits(code, index * 5));
  return Array.from({ length: GROUPS }, (_, group) => {
    const data = values.slice(group * GROUP_DATA, (group + 1) * GROUP_DATA);
    return [...data, checkOf(data, group)].map((value) => ALPHABET.charAt(value)).join('');
  });
}

/** The text of a code's QR code; all upper case, which makes the QR code smaller. */
export function codeQrText(code: Uint8Array, vaultId: string): string {
  return `${QR_PREFIX}:1:${vaultId.toUpperCase()}:${codeGroups(code).join('')}`;
}

/** Whether a text comes from a kit's QR code, of any vault. */
export function isKitQrText(text: string): boolean {
  return text.trim().toUpperCase().startsWith(`${QR_PREFIX}:`);
}

/**
 * Reads a typed code, or the text of the QR code. Accepts any case, letters and digits of any width, digits of
 * any script, O for 0, I and L for 1, and spaces and dashes anywhere. The caller zeroes the result.
 */
export function readCode(text: string): ReadCode {
  const typed = text.normalize('NFKC').trim().toUpperCase();
  const values = valuesOf(isKitQrText(typed) ? (typed.split(':').at(-1) ?? '') : typed);
  if (values.length !== CODE_CHARACTERS) return { outcome: 'length', characters: values.length };
  const code = Buffer.alloc(CODE_BYTES);
  for (let group = 0; group < GROUPS; group += 1) {
    const at = group * GROUP_CHARACTERS;
    const data = values.slice(at, at + GROUP_DATA);
    if (data.includes(-1) || values[at + GROUP_DATA] !== checkOf(data, group)) {
      code.fill(0);
      return { outcome: 'typo', group: group + 1 };
    }
    data.forEach((value, place) => putFiveBits(code, (group * GROUP_DATA + place) * 5, value));
  }
  return { outcome: 'read', code };
}

/** Whether a typed group matches the group on the page, read as leniently as readCode does. */
export function isSameGroup(typed: string, group: string): boolean {
  const read = valuesOf(typed);
  return read.length === group.length && read.every((value, place) => value === valueOf(group.charAt(place)));
}

/** The value of each character, or -1 if no code contains it; separators are skipped. */
function valuesOf(text: string): number[] {
  return Array.from(plainRecoveryCode(text).replaceAll(/[_.]/g, ''), valueOf);
}

function valueOf(character: string): number {
  return ALPHABET.indexOf(character);
}

function checkOf(data: readonly number[], group: number): number {
  return data.reduce((sum, value, place) => sum ^ times(value, place + 1), group);
}

/** `value` times the primitive element to the given power, modulo x^5 + x^2 + 1. */
function times(value: number, power: number): number {
  let product = value;
  for (let step = 0; step < power; step += 1) {
    product <<= 1;
    if (product & 0b100000) product ^= 0b100101;
  }
  return product;
}

function fiveBits(bytes: Uint8Array, bit: number): number {
  const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
  return (pair >> (11 - (bit & 7))) & 31;
}

function putFiveBits(bytes: Uint8Array, bit: number, value: number): void {
  const at = bit >> 3;
  const pair = value << (11 - (bit & 7));
  bytes[at] = (bytes[at] ?? 0) | (pair >> 8);
  if (at + 1 < bytes.length) bytes[at + 1] = (bytes[at + 1] ?? 0) | (pair & 255);
}
