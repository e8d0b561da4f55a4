import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { computerName } from '../../../src/adapters/account-api/computer-name.ts';
import { accountLimits } from '../../../src/contract/account-service/limits.ts';
import { cutText } from '../../../src/contract/cut-text.ts';
import { textLength } from '../../../src/core/text-length.ts';

const family = '👨‍👩‍👧‍👦';

describe('a text that is cut', () => {
  it('stays whole while it fits', () => {
    expect(cutText('💚'.repeat(5), 5)).toBe('💚'.repeat(5));
  });

  it('loses whole characters, and says that it lost some', () => {
    expect(cutText('💚'.repeat(6), 5)).toBe(`${'💚'.repeat(4)}…`);
    expect(cutText(`abc${family}d`, 7)).toBe('abc…');
    expect(cutText('cafe\u0301 noir', 5)).toBe('caf…');
  });

  it('never ends in the middle of a character', () => {
    const texts = fc
      .array(fc.constantFrom(family, '💚', 'e\u0301', '🇳🇱', 'a', ' ', '각'), { minLength: 1, maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 60 }), (text, max) => {
        const cut = cutText(text, max);
        expect(textLength(cut)).toBeLessThanOrEqual(max);
        if (cut === text) return;
        const kept = cut.slice(0, -1);
        const ends = Array.from(new Intl.Segmenter().segment(text), ({ index }) =>
          text.slice(0, index).trimEnd(),
        );
        expect(ends).toContain(kept);
      }),
    );
  });
});

test.each([
  ['Ada’s ThinkPad', 'Ada’s ThinkPad'],
  ['💚'.repeat(101), `${'💚'.repeat(99)}…`],
  [`${'x'.repeat(98)}💚y`, `${'x'.repeat(98)}💚y`],
  [`${'x'.repeat(98)}${family}`, `${'x'.repeat(98)}…`],
  ['', 'Computer'],
  ['two\nlines', 'Computer'],
])('the computer %j is called %j', (given, name) => {
  expect(computerName(given)).toBe(name);
  expect(textLength(name)).toBeLessThanOrEqual(accountLimits.deviceName);
});
