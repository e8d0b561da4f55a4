import { Chacha20Poly1305 } from '@hpke/chacha20poly1305';
import { CipherSuite, HkdfSha256 } from '@hpke/core';
import { DhkemX25519HkdfSha256 } from '@hpke/dhkem-x25519';
import type { Random } from './bytes.ts';
import type { KeyPair } from './primitives.ts';

/** What HPKE gives: the encapsulated key (32 bytes) and the ciphertext with its tag. */
export interface Encapsulated {
  readonly encapsulated: Uint8Array;
  readonly sealed: Uint8Array;
}

/** HPKE in base mode (RFC 9180), one message for each context. */
export interface Hpke {
  seal(to: Uint8Array, info: Uint8Array, plain: Uint8Array, random: Random): Promise<Encapsulated>;
  /** Null if it was not sealed for this key and this info. */
  open(by: KeyPair, info: Uint8Array, sealed: Encapsulated): Promise<Uint8Array | null>;
}

/** HPKE of suite 1: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305. */
export function createHpke(): Hpke {
  const suite = new CipherSuite({
    kem: new DhkemX25519HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Chacha20Poly1305(),
  });
  return {
    async seal(to, info, plain, random) {
      const recipientPublicKey = await suite.kem.deserializePublicKey(bufferOf(to));
      const ekm = await suite.kem.deriveKeyPair(bufferOf(random(32)));
      const sender = await suite.createSenderContext({ recipientPublicKey, info: bufferOf(info), ekm });
      const copy = bufferOf(plain);
      const sealed = new Uint8Array(await sender.seal(copy));
      new Uint8Array(copy).fill(0);
      return { encapsulated: new Uint8Array(sender.enc), sealed };
    },
    async open(by, info, { encapsulated, sealed }) {
      const recipientKey = {
        privateKey: await suite.kem.deserializePrivateKey(bufferOf(by.secret)),
        publicKey: await suite.kem.deserializePublicKey(bufferOf(by.public)),
      };
      try {
        const enc = bufferOf(encapsulated);
        const recipient = await suite.createRecipientContext({ recipientKey, info: bufferOf(info), enc });
        return new Uint8Array(await recipient.open(bufferOf(sealed)));
      } catch {
        // It throws for a point of small order and for a wrong tag.
        return null;
      }
    },
  };
}

/** A copy in memory of its own: the library takes no views. */
function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
