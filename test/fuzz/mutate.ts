import { Buffer } from 'node:buffer';
import type { Random } from './random.ts';

/** A file with one to four changes: bytes, ranges, values of JSON, or a piece of another file. */
export function mutate(
  bytes: Uint8Array,
  random: Random,
  others: readonly { readonly bytes: Uint8Array }[],
): Uint8Array {
  let file: Buffer = Buffer.from(bytes);
  for (let count = random.below(4); count >= 0; count -= 1) {
    file = random.pick(changes)(file, random, random.pick(others).bytes).subarray(0, largest);
  }
  return file;
}

const largest = 1024 * 1024;

type Change = (file: Buffer, random: Random, other: Uint8Array) => Buffer;

const changes: readonly Change[] = [
  flipBit,
  flipBit,
  setByte,
  (file, random) => file.subarray(0, random.below(file.length + 1)),
  (file, random) => {
    const { from, to } = rangeIn(file, random);
    return Buffer.concat([file.subarray(0, from), file.subarray(to)]);
  },
  (file, random) => {
    const { from, to } = rangeIn(file, random);
    const times = random.pick([2, 2, 3, 40, 2000]);
    const repeated = Array.from({ length: times }, () => file.subarray(from, Math.min(to, from + 400)));
    return Buffer.concat([file.subarray(0, from), ...repeated, file.subarray(to)]);
  },
  (file, random, other) => {
    const { from, to } = rangeIn(file, random);
    const piece = rangeIn(other, random);
    return Buffer.concat([file.subarray(0, from), other.subarray(piece.from, piece.to), file.subarray(to)]);
  },
  (file, random) => replaceMatch(file, random, /-?\d+(?:\.\d+)?/g, random.pick(numbers)),
  (file, random) => replaceMatch(file, random, /"(?:[^"\\]|\\.)*"(?!\s*:)/g, random.pick(values)),
  (file, random) =>
    replaceMatch(file, random, /[:=]/g, random.pick([':', '=', '::', ':{', ':[', '=%', '=+', '=&'])),
  (file, random) => replaceMatch(file, random, /\w+/g, random.pick(words)),
];

const numbers = [
  '0',
  '-1',
  '1',
  '5',
  '11',
  '255',
  '65536',
  '2147483648',
  '4294967295',
  '1e308',
  '9007199254740993',
  '0.5',
  '00',
  'NaN',
];
const values = [
  'null',
  'true',
  '0',
  '""',
  '[]',
  '{}',
  '[[[]]]',
  '{"a":{"b":[1]}}',
  '"\\u0000"',
  '"\\ud800"',
  '"=="',
  '"JBSWY3DPEHPK3PXP"',
];
const words = [
  'secret',
  'totp',
  'hotp',
  'steam',
  'motp',
  'null',
  '%',
  '%zz',
  '%00',
  '\u202e',
  '\ufeff',
  '__proto__',
  'constructor',
  'otpauth://totp/x?',
  'otpauth-migration://offline?data=',
  'steam://',
  '\n',
  ',',
];

function flipBit(file: Buffer, random: Random): Buffer {
  const at = random.below(file.length);
  const changed = Buffer.from(file);
  if (at < changed.length) changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
  return changed;
}

function setByte(file: Buffer, random: Random): Buffer {
  const changed = Buffer.from(file);
  const at = random.below(file.length);
  if (at < changed.length) changed[at] = random.pick([0, 1, 0x20, 0x22, 0x7f, 0x80, 0xff, random.below(256)]);
  return changed;
}

function replaceMatch(file: Buffer, random: Random, pattern: RegExp, by: string): Buffer {
  const text = file.toString('latin1');
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return flipBit(file, random);
  const { index, 0: found } = random.pick(matches);
  return Buffer.concat([file.subarray(0, index), Buffer.from(by), file.subarray(index + found.length)]);
}

function rangeIn(file: Uint8Array, random: Random): { from: number; to: number } {
  const from = random.below(file.length + 1);
  const length = random.pick([1, 4, 16, 100, file.length]);
  return { from, to: Math.min(file.length, from + random.below(length + 1)) };
}
