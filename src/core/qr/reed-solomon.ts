/** Powers of 2 in GF(256) modulo x^8 + x^4 + x^3 + x^2 + 1, stored twice so that log sums need no modulo. */
const EXP = new Uint8Array(512);
const LOG = new Uint8Array(256);
for (let i = 0, value = 1; i < 255; i += 1) {
  EXP[i] = value;
  EXP[i + 255] = value;
  LOG[value] = i;
  value <<= 1;
  if (value > 255) value ^= 0x11d;
}

/**
 * Corrects one block in place: ISO/IEC 18004 annex B, with erasures (Berlekamp-Massey, Forney).
 * @param block data codewords, then `correction` error correction codewords
 * @param erasures doubtful positions; each costs one correction codeword, an error costs two
 * @returns how many codewords were changed or erased, or null if the block is beyond correction
 */
export function correctBlock(
  block: Uint8Array,
  correction: number,
  erasures: readonly number[] = [],
): number | null {
  const syndromes = computeSyndromes(block, correction);
  if (syndromes === null) return 0;
  if (erasures.length > correction) return null;
  const { length } = block;
  let locator: number[] = [1];
  for (const position of erasures) {
    const root = EXP[length - 1 - position] ?? 0;
    const next = [...locator, 0];
    for (let i = 0; i < locator.length; i += 1)
      next[i + 1] = (next[i + 1] ?? 0) ^ multiply(locator[i] ?? 0, root);
    locator = next;
  }
  let previous = locator.slice();
  let degree = erasures.length;
  for (let r = erasures.length; r < correction; r += 1) {
    let discrepancy = 0;
    for (let i = 0; i < locator.length && i <= r; i += 1) {
      discrepancy ^= multiply(locator[i] ?? 0, syndromes[r - i] ?? 0);
    }
    previous.unshift(0);
    if (discrepancy === 0) continue;
    const corrected: number[] = [];
    for (let i = 0; i < Math.max(locator.length, previous.length); i += 1) {
      corrected.push((locator[i] ?? 0) ^ multiply(discrepancy, previous[i] ?? 0));
    }
    if (2 * degree <= r + erasures.length) {
      degree = r + 1 + erasures.length - degree;
      const inverse = invert(discrepancy);
      previous = locator.map((value) => multiply(value, inverse));
    }
    locator = corrected;
  }
  while (locator.length > 1 && locator.at(-1) === 0) locator.pop();
  const count = locator.length - 1;
  if (count !== degree || 2 * (count - erasures.length) + erasures.length > correction) return null;
  return correctAt(block, correction, syndromes, locator) ? count : null;
}

function correctAt(block: Uint8Array, correction: number, syndromes: Uint8Array, locator: number[]): boolean {
  const { length } = block;
  const evaluator: number[] = [];
  for (let i = 0; i < correction; i += 1) {
    let sum = 0;
    for (let j = 0; j <= i && j < locator.length; j += 1)
      sum ^= multiply(locator[j] ?? 0, syndromes[i - j] ?? 0);
    evaluator.push(sum);
  }
  let roots = 0;
  for (let position = 0; position < length; position += 1) {
    const power = length - 1 - position;
    const inverse = (255 - power) % 255;
    if (evaluate(locator, inverse) !== 0) continue;
    roots += 1;
    let derivative = 0;
    for (let i = 1; i < locator.length; i += 2)
      derivative ^= multiply(locator[i] ?? 0, EXP[(inverse * (i - 1)) % 255] ?? 0);
    if (derivative === 0) return false;
    const magnitude = multiply(EXP[power] ?? 0, multiply(evaluate(evaluator, inverse), invert(derivative)));
    block[position] = (block[position] ?? 0) ^ magnitude;
  }
  return roots === locator.length - 1 && computeSyndromes(block, correction) === null;
}

/** A block's syndromes; null if all are zero, which means that the block is a codeword. */
function computeSyndromes(block: Uint8Array, correction: number): Uint8Array | null {
  const syndromes = new Uint8Array(correction);
  let any = 0;
  for (let i = 0; i < correction; i += 1) {
    let value = 0;
    for (let j = 0; j < block.length; j += 1) {
      value = (value === 0 ? 0 : (EXP[(LOG[value] ?? 0) + i] ?? 0)) ^ (block[j] ?? 0);
    }
    syndromes[i] = value;
    any |= value;
  }
  return any === 0 ? null : syndromes;
}

/** Evaluates a polynomial, lowest power first, at 2 to the power `exponent`. */
function evaluate(polynomial: readonly number[], exponent: number): number {
  let sum = 0;
  for (let i = 0; i < polynomial.length; i += 1)
    sum ^= multiply(polynomial[i] ?? 0, EXP[(exponent * i) % 255] ?? 0);
  return sum;
}

function multiply(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : (EXP[(LOG[a] ?? 0) + (LOG[b] ?? 0)] ?? 0);
}

function invert(a: number): number {
  return EXP[255 - (LOG[a] ?? 0)] ?? 0;
}
