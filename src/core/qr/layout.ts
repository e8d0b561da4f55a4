/** Where the parts of a QR code lie: ISO/IEC 18004, sections 6.3 and 7.7 to 7.10. */
export interface Layout {
  version: number;
  /** Modules per side: 17 + 4 × version. */
  size: number;
  /** Each module (row × size + column): 1 dark, 0 light, 2 no function pattern (data, format, version). */
  pattern: Uint8Array;
  /** The data modules in the order their bits are placed, two columns at a time from the bottom right. */
  path: Uint16Array;
  /** Centres of the alignment patterns, in whole modules. */
  alignment: readonly { x: number; y: number }[];
  /** Format information's 15 bits, most significant first, in each of its two copies. */
  format: readonly [Uint16Array, Uint16Array];
}

/** A module of `Layout.pattern` that no function pattern fixes. */
export const FREE = 2;
const RESERVED = 3;

const layouts = new Map<number, Layout>();

/** The layout of a version, 1 to 40. */
export function layoutOf(version: number): Layout {
  let layout = layouts.get(version);
  if (layout === undefined) {
    layout = buildLayout(version);
    layouts.set(version, layout);
  }
  return layout;
}

function buildLayout(version: number): Layout {
  const size = 17 + 4 * version;
  const pattern = new Uint8Array(size * size).fill(FREE);
  const set = (x: number, y: number, value: number): void => {
    if (x >= 0 && y >= 0 && x < size && y < size) pattern[y * size + x] = value;
  };
  for (let i = 0; i < size; i += 1) {
    set(6, i, 1 - (i % 2));
    set(i, 6, 1 - (i % 2));
  }
  for (const [cx, cy] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const) {
    for (let dy = -4; dy <= 4; dy += 1) {
      for (let dx = -4; dx <= 4; dx += 1) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy));
        set(cx + dx, cy + dy, ring === 2 || ring === 4 ? 0 : 1);
      }
    }
  }
  const alignment = alignmentCentres(version, size);
  for (const { x, y } of alignment) {
    for (let dy = -2; dy <= 2; dy += 1) {
      for (let dx = -2; dx <= 2; dx += 1) {
        set(x + dx, y + dy, Math.max(Math.abs(dx), Math.abs(dy)) === 1 ? 0 : 1);
      }
    }
  }
  const format = formatPlaces(size);
  const reserved = pattern.slice();
  for (const copy of format) for (const place of copy) reserved[place] = RESERVED;
  pattern[(size - 8) * size + 8] = 1;
  reserved[(size - 8) * size + 8] = 1;
  if (version >= 7) {
    for (let i = 0; i < 18; i += 1) {
      const long = size - 11 + (i % 3);
      const short = Math.floor(i / 3);
      reserved[short * size + long] = RESERVED;
      reserved[long * size + short] = RESERVED;
    }
  }
  return { version, size, pattern, path: dataPath(size, reserved), alignment, format };
}

/** Annex E, computed: evenly spaced from row 6 to the last row but six. */
function alignmentCentres(version: number, size: number): { x: number; y: number }[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((size - 13) / (2 * count - 2)) * 2;
  const places = [6];
  for (let i = count - 2; i >= 0; i -= 1) places.push(size - 7 - i * step);
  const centres: { x: number; y: number }[] = [];
  for (const y of places) {
    for (const x of places) {
      const first = places[0];
      const last = size - 7;
      const atFinder =
        (x === first && y === first) || (x === first && y === last) || (x === last && y === first);
      if (!atFinder) centres.push({ x, y });
    }
  }
  return centres;
}

/** Figure 25: around the top left finder pattern, and split between the other two. */
function formatPlaces(size: number): [Uint16Array, Uint16Array] {
  const first: number[] = [];
  const second: number[] = [];
  for (let i = 0; i < 15; i += 1) {
    const bit = 14 - i;
    if (bit >= 9) first.push(8 * size + (14 - bit));
    else if (bit === 8) first.push(8 * size + 7);
    else if (bit === 7) first.push(8 * size + 8);
    else if (bit === 6) first.push(7 * size + 8);
    else first.push(bit * size + 8);
    if (bit >= 8) second.push((size - 1 - (14 - bit)) * size + 8);
    else second.push(8 * size + (size - 1 - bit));
  }
  return [Uint16Array.from(first), Uint16Array.from(second)];
}

function dataPath(size: number, reserved: Uint8Array): Uint16Array {
  const path: number[] = [];
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let i = 0; i < size; i += 1) {
      const y = upwards ? size - 1 - i : i;
      for (const x of [right, right - 1]) {
        if (reserved[y * size + x] === FREE) path.push(y * size + x);
      }
    }
    upwards = !upwards;
  }
  return Uint16Array.from(path);
}
