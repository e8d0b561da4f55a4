import type { KeyDerivation } from '../../app/ports.ts';

/** Argon2id (RFC 9106; the library's default), 32 bytes out. It runs on the library's own threads. */
export const argon2id: KeyDerivation = {
  async derive(passphrase, { salt, memoryKiB, iterations, parallelism }) {
    // A vault that its keychain opens never needs it.
    const { hashRaw } = await import('@node-rs/argon2');
    return hashRaw(passphrase, {
      salt,
      memoryCost: memoryKiB,
      timeCost: iterations,
      parallelism,
      outputLen: 32,
    });
  },
};
