import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeControls, isolated, plainLine, plainLines } from '../../../src/contract/plain-line.ts';

/** Every character that can move, reverse or end what stands beside it, by number. */
const dangerous = [
  ...range(0x00, 0x1f),
  ...range(0x7f, 0x9f),
  0x061c,
  0x200e,
  0x200f,
  ...range(0x2028, 0x202e),
  ...range(0x2066, 0x206f),
  ...range(0xfff9, 0xfffb),
];
const sly = fc
  .array(
    fc.oneof(
      fc.constantFrom(...dangerous.map((code) => String.fromCharCode(code))),
      fc.constantFrom('\x1b[2J', '\x1b]0;title\x07', '\u202egnp.exe', '\r\nBcc: eve@example.test', '\ud800'),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
    ),
  )
  .map((parts) => parts.join(''));

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function dangerousIn(text: string): string[] {
  return Array.from(text).filter((character) => dangerous.includes(character.codePointAt(0) ?? 0));
}

describe('what a stranger wrote', () => {
  it.each(dangerous)('a line holds no U+%s', (code) => {
    const text = `a${String.fromCharCode(code)}b`;
    expect(plainLine(text)).toMatch(/^a[ \uFFFD]b$/u);
    expect(dangerousIn(isolated(text))).toEqual([]);
  });

  it('is one line without a control character, whatever it is', () => {
    fc.assert(
      fc.property(sly, (text) => {
        expect(dangerousIn(plainLine(text))).toEqual([]);
        expect(plainLine(plainLine(text))).toBe(plainLine(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps its line ends in a note, all of one kind, and no other control character', () => {
    expect(plainLines('a\r\nb\rc\u2028d\te\u202ef')).toBe('a\nb\nc\nd e\uFFFDf');
    fc.assert(
      fc.property(sly, (text) => {
        expect(dangerousIn(plainLines(text).replaceAll('\n', ''))).toEqual([]);
        expect(plainLines(plainLines(text))).toBe(plainLines(text));
      }),
    );
  });

  it('has nothing in a sentence but the isolate around it, opened and closed once', () => {
    fc.assert(
      fc.property(sly, (text) => {
        const shown = isolated(text);
        expect(['', '\u2068\u2069']).toContain(dangerousIn(shown).join(''));
        expect(shown.replace(/^\u2068(.*)\u2069$/su, '$1')).toBe(plainLine(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives a terminal no orders, and JSON what was written', () => {
    fc.assert(
      fc.property(sly, (text) => {
        const printed = escapeControls(JSON.stringify({ text }, null, 2));
        expect(dangerousIn(printed).join('').replaceAll('\n', '')).toBe('');
        expect(stripVTControlCharacters(printed)).toBe(printed);
        expect(printed.split('\n')).toHaveLength(3);
        expect(JSON.parse(printed)).toEqual({ text });
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps names as people write them', () => {
    for (const name of [
      'Zoë Ångström',
      '李小龍',
      'می‌خواهم',
      '👩‍💻 laptop',
      '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
      'O’Brien & Søn',
      'ann=x@example.test',
    ]) {
      expect(plainLine(name)).toBe(name);
    }
    expect(isolated('Ada’s laptop 12')).toBe('Ada’s laptop 12');
    expect(isolated('מחשב 12')).toBe('\u2068מחשב 12\u2069');
    expect(isolated('حاسوب')).toBe('\u2068حاسوب\u2069');
  });
});
