const AT_ONCE = 4;

/**
 * Overwrites the memory that Node's decryption leaves behind. `decipher.update` works in a buffer one byte
 * longer than its result, copies the result out, and frees the buffer without clearing it. The allocator reuses
 * freed blocks of one size, last freed first, so a few zeroed buffers of that size land on top. Nothing
 * guarantees this, but a test inspects a locked process's memory (test/integration/vault/locked.test.ts).
 * @param length what was decrypted, in bytes
 */
export function scrubDecrypted(length: number): void {
  // Not Buffer.alloc: zeroed memory does not come from the blocks freed last.
  const over = Array.from({ length: AT_ONCE }, () => Buffer.allocUnsafeSlow(length + 1));
  // All are held at once, so that each has its own memory.
  for (const buffer of over) buffer.fill(0);
}
