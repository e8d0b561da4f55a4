const AT_ONCE = 4;

/**
 * Writes zeros over the memory that Node's decryption leaves behind: `decipher.update` works in a buffer of one byte
 * more than it returns, copies the result out of it, and frees it as it is. The allocator hands freed pieces of a size
 * out again, last first; a few zeroed buffers of that size are put on top of it. Nothing promises this, but a test
 * looks into the memory of a locked process (test/integration/vault/locked.test.ts).
 * @param length what was decrypted, in bytes
 */
export function scrubDecrypted(length: number): void {
  // Not Buffer.alloc: memory that comes zeroed does not come from what was freed last.
  const over = Array.from({ length: AT_ONCE }, () => Buffer.allocUnsafeSlow(length + 1));
  // Held at the same time, so that each lies somewhere else.
  for (const buffer of over) buffer.fill(0);
}
