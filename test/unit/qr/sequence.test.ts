import { describe, expect, it } from 'vitest';
import { cleanPicture } from '../../../src/core/qr/clean-picture.ts';
import { readGrid } from '../../../src/core/qr/grid-read.ts';
import { correctMatrix } from '../../../src/core/qr/matrix.ts';
import { joinParts } from '../../../src/core/qr/sequence.ts';
import type { Part } from '../../../src/core/qr/sequence.ts';
import { loadZxing } from '../../../src/core/qr/zxing.ts';
import type { Zxing } from '../../../src/core/qr/zxing.ts';
import { WASM } from '../../bench/parts/scan-wasm.ts';
import { splitSymbols } from '../../rig/split-symbols.ts';
import { readToEnd } from './reading.ts';

const text = 'otpauth://totp/Zürich:bob?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=8';
const zxing = await loadZxing(WASM);
const decode = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('utf8');
const partsOf = async (cuts: readonly number[]) => {
  const parts: Part[] = [];
  for (const { bits, size } of splitSymbols(text, cuts)) {
    const [code] = await readToEnd({ ...cleanPicture(bits, size), channels: 1 });
    if (code?.part !== undefined) parts.push(code.part);
  }
  return parts;
};

describe('a text over several QR codes', () => {
  it('is read as parts that say their place, and joined in any order', async () => {
    // The second cut is in the middle of the ü.
    const parts = await partsOf([10, 17, 40]);
    expect(parts.map(({ index, count }) => [index, count])).toEqual([
      [0, 4],
      [1, 4],
      [2, 4],
      [3, 4],
    ]);
    const joined = joinParts(parts.toReversed());
    expect(decode(joined?.bytes)).toBe(text);
    expect(joined?.isProven).toBe(true);
  });

  it('is not whole without one of them', async () => {
    const [, ...others] = await partsOf([10, 40]);
    expect(joinParts(others)).toBeNull();
    expect(joinParts([])).toBeNull();
  });

  it('is not proven with a part of another text', async () => {
    const [first, second] = await partsOf([40]);
    if (first === undefined || second === undefined) throw new Error('not read');
    const other = { ...second, bytes: second.bytes.map((byte, at) => (at === 3 ? byte ^ 1 : byte)) };
    expect(joinParts([first, other])?.isProven).toBe(false);
  });

  it('is read as parts off a grid too, which are well-formed', () => {
    const blind: Zxing = (grey, options) => (options?.isPure === true ? zxing(grey, options) : []);
    const [first] = splitSymbols(text, [40]);
    if (first === undefined) throw new Error('not drawn');
    const picture = { ...cleanPicture(first.bits, first.size), channels: 1 as const };
    expect(correctMatrix(first.bits, first.size)).toMatchObject({ load: 0, wellFormed: true });
    expect(readGrid(blind, picture, [3, 0, 12, 0, 3, 12, 0, 0, 1], first.size, 1)?.part).toMatchObject({
      index: 0,
      count: 2,
    });
  });
});
