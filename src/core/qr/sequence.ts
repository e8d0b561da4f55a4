/** A symbol of several that make one message together: structured append (ISO/IEC 18004, section 8). */
export interface Part {
  /** Its place, from 0. */
  index: number;
  /** How many there are, 2 to 16. */
  count: number;
  /** All bytes of the whole message, exclusive-or'ed: the same in each of its symbols. */
  parity: number;
  /** The symbol's own bytes. */
  bytes: Uint8Array;
}

/**
 * The bytes of a whole message; null where a part of it is missing. `isProven`: they are those that the parity was made
 * of, so that no part is another message's.
 * @param parts of one sequence, in any order; of two with the same place the last counts
 */
export function joinParts(parts: readonly Part[]): { bytes: Uint8Array; isProven: boolean } | null {
  const [first] = parts;
  if (first === undefined) return null;
  const inOrder = Array.from({ length: first.count }, (_, index) =>
    parts.findLast((part) => part.index === index),
  );
  const bytes: number[] = [];
  for (const part of inOrder) {
    if (part === undefined) return null;
    bytes.push(...part.bytes);
  }
  const parity = bytes.reduce((sum, byte) => sum ^ byte, 0);
  return { bytes: Uint8Array.from(bytes), isProven: parity === first.parity };
}
