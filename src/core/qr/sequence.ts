/** One of several symbols that form one message: structured append (ISO/IEC 18004, section 8). */
export interface Part {
  /** Its position, from 0. */
  index: number;
  /** How many there are, 2 to 16. */
  count: number;
  /** The XOR of all bytes of the whole message: the same in each of its symbols. */
  parity: number;
  /** The symbol's own bytes. */
  bytes: Uint8Array;
}

/**
 * The bytes of a whole message; null if a part is missing. `isProven`: the bytes match the parity, so that no
 * part is from another message.
 * @param parts of one sequence, in any order; of two with the same position the last counts
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
