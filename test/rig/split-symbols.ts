import { blocksOf, formatCode, maskInverts } from '../../src/core/qr/levels.ts';
import { FREE, layoutOf } from '../../src/core/qr/layout.ts';
import { correctBlock } from '../../src/core/qr/reed-solomon.ts';

/** The modules of a symbol: 1 dark, 0 light, row by row. */
export interface Modules {
  readonly size: number;
  readonly bits: Uint8Array;
}

/** Version 5-L: the largest whose codewords are one block. */
const version = 5;
const mask = 0;
/** Level L (01) and mask 0 as the five bits of the format information. */
const format = 0b01_000;

/**
 * A text over several QR codes (structured append, ISO/IEC 18004, section 8), in byte mode. `qrcode` cannot write them.
 * @param cuts where the text's UTF-8 bytes are cut
 */
export function splitSymbols(text: string, cuts: readonly number[]): Modules[] {
  const bytes = Buffer.from(text);
  const parity = bytes.reduce((sum, byte) => sum ^ byte, 0);
  const edges = [0, ...cuts, bytes.length];
  return cuts
    .concat(bytes.length)
    .map((end, index) => drawPart(bytes.subarray(edges[index], end), { index, last: cuts.length, parity }));
}

function drawPart(
  bytes: Uint8Array,
  { index, last, parity }: Record<'index' | 'last' | 'parity', number>,
): Modules {
  const { size, path, pattern, format: copies } = layoutOf(version);
  const { correction } = blocksOf(version, 'L');
  const total = path.length >> 3;
  const room = total - correction;
  let stream = '';
  const put = (value: number, length: number) => {
    stream += value.toString(2).padStart(length, '0');
  };
  put(3, 4);
  put(index, 4);
  put(last, 4);
  put(parity, 8);
  put(4, 4);
  put(bytes.length, 8);
  for (const byte of bytes) put(byte, 8);
  if (stream.length > room * 8 - 4)
    throw new Error(`no more than ${room - 5} bytes fit, got ${bytes.length}`);
  stream = stream.padEnd(Math.ceil((stream.length + 4) / 8) * 8, '0');
  const codewords = new Uint8Array(total);
  for (let i = 0; i < room; i += 1) {
    const written = stream.slice(8 * i, 8 * i + 8);
    codewords[i] =
      written === '' ? ((i - stream.length / 8) % 2 === 0 ? 236 : 17) : Number.parseInt(written, 2);
  }
  // What mends lost codewords also makes them.
  const lost = Array.from({ length: correction }, (_, i) => room + i);
  if (correctBlock(codewords, correction, lost) === null) throw new Error('no error correction was made');
  const bits = Uint8Array.from(pattern, (value) => (value === FREE ? 0 : value));
  for (const [i, place] of path.entries()) {
    const bit = ((codewords[i >> 3] ?? 0) >> (7 - (i & 7))) & 1;
    bits[place] = bit ^ (maskInverts(mask, Math.floor(place / size), place % size) ? 1 : 0);
  }
  const code = formatCode(format);
  for (const places of copies)
    for (const [i, place] of places.entries()) bits[place] = (code >> (14 - i)) & 1;
  return { size, bits };
}
