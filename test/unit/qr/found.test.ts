import { describe, expect, it } from 'vitest';
import { createFound } from '../../../src/core/qr/found.ts';
import type { FoundCode } from '../../../src/core/qr/read.ts';

function codeAt(text: string, x: number, y: number): FoundCode {
  const side = 100;
  return {
    text,
    pass: 'first',
    corners: [
      { x, y },
      { x: x + side, y },
      { x: x + side, y: y + side },
      { x, y: y + side },
    ],
  };
}

describe('the codes found so far', () => {
  it('hold one code for each text at each place', () => {
    const found = createFound();
    expect(found.add(codeAt('a', 10, 10))).toBe(true);
    expect(found.add(codeAt('a', 13, 8))).toBe(false);
    expect(found.add(codeAt('a', 300, 10))).toBe(true);
    expect(found.add(codeAt('b', 10, 300))).toBe(true);
    expect(found.codes.map(({ text }) => text)).toEqual(['a', 'a', 'b']);
  });

  it('keep the first text of a place: no later pass contradicts it', () => {
    const found = createFound();
    found.add(codeAt('a', 10, 10));
    expect(found.add(codeAt('b', 12, 12))).toBe(false);
    expect(found.codes.map(({ text }) => text)).toEqual(['a']);
  });

  it('cover the places of their codes and no others', () => {
    const found = createFound();
    found.add(codeAt('a', 10, 10));
    expect(found.covers(60, 60)).toBe(true);
    expect(found.covers(111, 60)).toBe(false);
  });
});
