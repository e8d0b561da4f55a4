import * as fc from 'fast-check';
import QRCode from 'qrcode';
import { describe, expect, it } from 'vitest';
import { correctMatrix } from '../../../src/core/qr/matrix.ts';
import { layoutOf } from '../../../src/core/qr/layout.ts';
import { correctBlock } from '../../../src/core/qr/reed-solomon.ts';

const LEVELS = ['L', 'M', 'Q', 'H'] as const;

function modulesOf(
  text: string,
  version: number,
  level: (typeof LEVELS)[number],
): { bits: Uint8Array; size: number } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: level, version });
  const { size } = modules;
  return {
    size,
    bits: Uint8Array.from({ length: size * size }, (_, i) =>
      modules.get(Math.floor(i / size), i % size) === 0 ? 0 : 1,
    ),
  };
}

describe('a symbol of any version and level', () => {
  it.each(Array.from({ length: 40 }, (_, i) => i + 1))(
    'is corrected to what was printed: version %i',
    (version) => {
      for (const level of LEVELS) {
        const { bits, size } = modulesOf('latchkey', version, level === 'H' && version === 1 ? 'M' : level);
        const damaged = bits.slice();
        const path = layoutOf(version).path;
        // One wrong module in two codewords of every symbol.
        for (const at of [9, 77]) damaged[path[at] ?? 0] = 1 - (damaged[path[at] ?? 0] ?? 0);
        const corrected = correctMatrix(damaged, size);
        expect(corrected?.bits).toEqual(bits);
        expect(corrected?.corrected).toBe(2);
        expect(corrected?.wellFormed).toBe(true);
      }
    },
  );
});

describe('a symbol damaged beyond correction', () => {
  it('is not read', () => {
    const { bits, size } = modulesOf('otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ', 4, 'L');
    const damaged = bits.slice();
    const { path } = layoutOf(4);
    for (let codeword = 0; codeword < 100; codeword += 4) {
      const place = path[codeword * 8] ?? 0;
      damaged[place] = 1 - (damaged[place] ?? 0);
    }
    expect(correctMatrix(damaged, size)).toBeNull();
  });

  it('is no symbol where its modules are chance', () => {
    fc.assert(
      fc.property(fc.constantFrom(21, 25, 45, 57), fc.infiniteStream(fc.boolean()), (size, stream) => {
        const bits = Uint8Array.from({ length: size * size }, () => (stream.next().value === true ? 1 : 0));
        const corrected = correctMatrix(bits, size);
        expect(corrected === null || !corrected.wellFormed || corrected.load > 1).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('Reed-Solomon', () => {
  it('mends errors up to half its codewords, and erasures up to all of them', () => {
    const correction = 16;
    // All zeros is a codeword of every such code.
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 49 }), { minLength: 0, maxLength: correction }),
        fc.integer({ min: 0, max: correction }),
        fc.integer({ min: 1, max: 255 }),
        (places, erased, value) => {
          const erasures = places.slice(0, erased);
          const errors = places.slice(erased);
          fc.pre(2 * errors.length + erasures.length <= correction);
          const block = new Uint8Array(50);
          for (const [i, place] of places.entries()) block[place] = 1 + ((value + i * 37) % 255);
          expect(correctBlock(block, correction, erasures)).not.toBeNull();
          expect(block.every((codeword) => codeword === 0)).toBe(true);
        },
      ),
    );
  });
});
