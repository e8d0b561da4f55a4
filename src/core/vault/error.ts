/**
 * Why bytes cannot be opened as a vault.
 *
 * - `NOT_A_VAULT`: something else, or bytes that no Latchkey writes
 * - `TRUNCATED`: the beginning of a vault; the rest is missing
 * - `TAMPERED`: a vault whose bytes were changed, by a fault or on purpose
 * - `NEWER_VERSION`: a major version that this Latchkey cannot read
 * - `WRONG_KEY`: the key does not belong to this vault
 */
export type VaultFileFault = 'NOT_A_VAULT' | 'TRUNCATED' | 'TAMPERED' | 'NEWER_VERSION' | 'WRONG_KEY';

/** Thrown by everything that reads vault bytes. Its message names places and sizes, never content. */
export class VaultFileError extends Error {
  override readonly name = 'VaultFileError';
  readonly code: VaultFileFault;

  constructor(code: VaultFileFault, message: string) {
    super(message);
    this.code = code;
  }
}
