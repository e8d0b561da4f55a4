/** Error correction levels, weakest first. */
export type Level = 'L' | 'M' | 'Q' | 'H';

/** How a symbol's codewords are divided: ISO/IEC 18004, table 9. */
export interface Blocks {
  count: number;
  /** Error correction codewords of each block. */
  correction: number;
}

/** The blocks of a version (1 to 40) at a level. */
export function blocksOf(version: number, level: Level): Blocks {
  const [correction, count] = TABLE[level];
  return { count: count[version - 1] ?? 1, correction: correction[version - 1] ?? 0 };
}

/** The level and data mask encoded in five bits of format information (table 25). */
export function formatMeaning(bits: number): { level: Level; mask: number } {
  const level = (['M', 'L', 'H', 'Q'] as const)[bits >> 3] ?? 'M';
  return { level, mask: bits & 7 };
}

/** The 15 bits that encode five bits of format information: BCH (15, 5), masked (annex C). */
export function formatCode(bits: number): number {
  let rest = bits << 10;
  for (let i = 14; i >= 10; i -= 1) if ((rest >> i) & 1) rest ^= 0x537 << (i - 10);
  return ((bits << 10) | rest) ^ 0x5412;
}

/** The 18 bits that encode a version from 7 on: BCH (18, 6) (annex D). */
export function versionCode(version: number): number {
  let rest = version << 12;
  for (let i = 17; i >= 12; i -= 1) if ((rest >> i) & 1) rest ^= 0x1f25 << (i - 12);
  return (version << 12) | rest;
}

/** Whether a data mask inverts the module in a row and column (table 10). */
export function maskInverts(mask: number, row: number, column: number): boolean {
  switch (mask) {
    case 0:
      return (row + column) % 2 === 0;
    case 1:
      return row % 2 === 0;
    case 2:
      return column % 3 === 0;
    case 3:
      return (row + column) % 3 === 0;
    case 4:
      return (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0;
    case 5:
      return ((row * column) % 2) + ((row * column) % 3) === 0;
    case 6:
      return (((row * column) % 2) + ((row * column) % 3)) % 2 === 0;
    default:
      return (((row + column) % 2) + ((row * column) % 3)) % 2 === 0;
  }
}

/** Per level and by version: correction codewords per block, and number of blocks. */
const TABLE: Readonly<Record<Level, readonly [readonly number[], readonly number[]]>> = {
  L: [
    [
      7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28,
      30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    ],
    [
      1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17,
      18, 19, 19, 20, 21, 22, 24, 25,
    ],
  ],
  M: [
    [
      10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28,
      28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
    ],
    [
      1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28,
      29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
    ],
  ],
  Q: [
    [
      13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28, 30, 30, 30, 30, 28,
      30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    ],
    [
      1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23, 25, 27, 29, 34, 34, 35, 38,
      40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68,
    ],
  ],
  H: [
    [
      17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28, 30, 24, 30, 30, 30, 30,
      30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    ],
    [
      1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25, 25, 34, 30, 32, 35, 37, 40, 42,
      45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81,
    ],
  ],
};
