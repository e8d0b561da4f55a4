import { hashRaw } from '@node-rs/argon2';
import type { KeyDerivation } from '../../app/ports.ts';

/** Argon2id (RFC 9106; the library's default), 32 bytes out. It runs on the library's own threads. */
export const argon2id: KeyDerivation = {
  derive: (passphrase, { salt, memoryKiB, iterations, parallelism }) =>
    hashRaw(passphrase, {
      salt,
      memoryCost: memoryKiB,
      timeCost: iterations,
      parallelism,
      outputLen: 32,
    }),
};
