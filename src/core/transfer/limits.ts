/** What one file may hold and cost; above it, `TransferError` TOO_LARGE or TOO_COSTLY. */
export const transferLimits = {
  /** Bytes of a file. A password database can hold attachments. */
  fileBytes: 64 * 1024 * 1024,
  /** Bytes of one member of an archive, unpacked. */
  unpackedBytes: 64 * 1024 * 1024,
  /** Characters of a text that is no list and has to be searched for addresses. */
  searchedText: 4 * 1024 * 1024,
  entries: 20_000,
  problems: 100_000,
  /** Levels of arrays and objects in JSON. */
  nesting: 64,
  /** Memory of one key derivation, in bytes. Ente writes up to 1 GiB. */
  derivationBytes: 1024 * 1024 * 1024,
  /** Argon2: passes × memory, in KiB. */
  argon2Work: 16 * 1024 * 1024,
  argon2Lanes: 16,
  /** KeePass's AES-KDF: rounds. About ten seconds; KeePass itself proposes one. */
  aesKdfRounds: 200_000_000,
  /** PBKDF2: rounds. */
  pbkdf2Rounds: 10_000_000,
  /** scrypt: N × r × p. */
  scryptWork: 2 ** 25,
} as const;
