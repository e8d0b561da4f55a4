import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSiteCodes, siteCodeMaximum } from '../../../src/core/entry/site-codes.ts';

/** A text file of Google's, as its page saves it. */
const google = `SAVE YOUR BACKUP CODES
Keep these backup codes somewhere safe but accessible.

 1. 4027 1183\t\t 6. 9911 0274
 2. 5520 7719\t\t 7. 1200 3481
 3. 8837 4410\t\t 8. 6654 0098
(ada@example.org)

* You can only use each backup code once.
* Need more? Visit https://g.co/2sv
* These codes were generated on: Nov 29, 2026.
`;

describe('recovery codes in a pasted text', () => {
  it.each([
    ['one a line', 'a1b2c-3d4e5\nf6a7b-8c9d0\n', ['a1b2c-3d4e5', 'f6a7b-8c9d0']],
    ['with lines of Windows', '12345678\r\n87654321\r\n', ['12345678', '87654321']],
    ['with commas', '12345678, 23456789,34567890', ['12345678', '23456789', '34567890']],
    ['with spaces between them', '12345678 23456789 34567890', ['12345678', '23456789', '34567890']],
    ['numbered', '1. abcd-1234\n2) efgh-5678\n(3) ijkl-9012', ['abcd-1234', 'efgh-5678', 'ijkl-9012']],
    ['numbered in cells of their own', '1\t4027 1183\n10\t5520 7719', ['4027 1183', '5520 7719']],
    [
      'as a list to tick',
      '- [ ] abcd-1234\n- [x] efgh-5678\n☐ ijkl-9012',
      ['abcd-1234', 'efgh-5678', 'ijkl-9012'],
    ],
    ['in groups with spaces', '4027 1183\n5520 7719', ['4027 1183', '5520 7719']],
    [
      'one in many groups',
      '8kq2 jx5d 0pwe mmn4 91zz t7c3 44ab qq0e',
      ['8kq2 jx5d 0pwe mmn4 91zz t7c3 44ab qq0e'],
    ],
    ['one in groups with dashes', 'ABCDE-FGHIJ-KLMNO-PQRST-UVWXY', ['ABCDE-FGHIJ-KLMNO-PQRST-UVWXY']],
    ['one of letters alone', 'kqzjwpxmtr', ['kqzjwpxmtr']],
    ['of letters alone, several', 'kqzjwpxm\nbvnhtyru', ['kqzjwpxm', 'bvnhtyru']],
    ['with a space that does not break', '4027\u00a01183', ['4027 1183']],
    ['twice the same', 'abcd-1234\nabcd-1234', ['abcd-1234']],
    ['in another script', '１２３４５６７８\n８７６５４３２１', ['１２３４５６７８', '８７６５４３２１']],
  ])('are read %s', (_how, text, codes) => {
    expect(readSiteCodes(text)).toEqual({ codes, others: [] });
  });

  it('are told from all that stands around them, and that is said', () => {
    const { codes, others } = readSiteCodes(google);
    expect(codes).toEqual(['4027 1183', '9911 0274', '5520 7719', '1200 3481', '8837 4410', '6654 0098']);
    expect(others).toContain('SAVE YOUR BACKUP CODES');
    expect(others).toContain('(ada@example.org)');
    expect(others).toContain('Need more? Visit https://g.co/2sv');
  });

  it('are no words, dates, addresses or numbers of another shape', () => {
    const codes = ['a1b2c-3d4e5', 'f6a7b-8c9d0', '11aa2-b3c4d'];
    const around = ['GitHub', 'Recovery', 'ada2026', '2026-11-29', 'https://example.org', '2026'];
    expect(readSiteCodes([...around, ...codes].join('\n'))).toEqual({ codes, others: around });
    expect(readSiteCodes('Keep these somewhere safe').codes).toEqual([]);
    expect(readSiteCodes('').codes).toEqual([]);
  });

  it('are at most as long as the limit, counted in code points', () => {
    const most = `1${'𝔸'.repeat(siteCodeMaximum - 1)}`;
    expect(readSiteCodes(most).codes).toEqual([most]);
    expect(readSiteCodes(`${most}𝔸`)).toEqual({ codes: [], others: [`${most}𝔸`] });
  });

  const code = fc.stringMatching(/^[a-z]\d[a-z\d]{3}-[a-z\d]{5}$/);
  it('come out of any layout, each once and in their order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(code, { minLength: 1, maxLength: 16 }),
        fc.constantFrom('\n', '\r\n', ', ', ';', '\t', '   ', ' | '),
        fc.constantFrom('', '* ', '#. '),
        (codes, divider, mark) => {
          const text = codes.map((one, at) => `${mark.replace('#', String(at + 1))}${one}`).join(divider);
          expect(readSiteCodes(text)).toEqual({ codes, others: [] });
        },
      ),
    );
  });

  it('of any text at all are pieces of that text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const plain = text.normalize('NFC').replaceAll(/\s+/gu, ' ');
        for (const found of readSiteCodes(text).codes) expect(plain).toContain(found);
      }),
    );
  });
});
