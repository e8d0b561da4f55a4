import { hashRaw } from '@node-rs/argon2';
import type { KeyDerivation } from '../../app/ports.ts';
import { VAULT_KEY_BYTES } from '../../core/vault/slots.ts';

/** Argon2id, version 0x13 (RFC 9106), on a thread of libuv's pool: 64 MiB and 3 passes take about 150 ms. */
export function createKeyDerivation(): KeyDerivation {
  return {
    derive: (passphrase, { salt, memoryKiB, iterations, parallelism }) =>
      // Argon2id and 0x13 are the library's defaults; its enums do not exist at run time. A test holds it to
      // a value of the reference implementation.
      hashRaw(passphrase, {
        salt,
        memoryCost: memoryKiB,
        timeCost: iterations,
        parallelism,
        outputLen: VAULT_KEY_BYTES,
      }),
  };
}
