import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { z } from 'zod';
import type { Slot } from './slots.ts';
import { derive, unwrap, WRAPPED_BYTES, wrapKey } from './wrap.ts';

const POINT_BYTES = 32;
/** An X25519 key in DER (RFC 8410) is this prefix and the key's 32 bytes. */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b656e032100', 'hex');

const bytesOf = (count: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === count);
const recoverySlotSchema = z.looseObject({
  kind: z.literal('recovery'),
  algorithm: z.literal('x25519'),
  madeAt: z.int().min(0),
  ephemeral: bytesOf(POINT_BYTES),
  wrapped: bytesOf(WRAPPED_BYTES),
});
/** A slot that a recovery kit's code opens. */
export type RecoverySlot = z.infer<typeof recoverySlotSchema>;

/** The slot that a recovery code opens; null if there is none. */
export function findRecoverySlot(slots: readonly Slot[]): RecoverySlot | null {
  for (const slot of slots) {
    const parsed = recoverySlotSchema.safeParse(slot);
    if (parsed.success) return parsed.data;
  }
  return null;
}

/**
 * The public key derived from a code, 32 bytes. The sealed content keeps it, so that the vault key can be
 * changed and wrapped again for the printed page, although only the page has the code.
 * @param code 20 bytes
 */
export function recoveryPublicKey(code: Uint8Array, vaultId: string): Buffer {
  return rawPublic(createPublicKey(privateKeyOf(code, vaultId)));
}

/** Wraps the vault key for the holder of a code, with a fresh ephemeral key (X25519, RFC 7748). */
export function makeRecoverySlot(
  key: Uint8Array,
  vaultId: string,
  publicKey: Uint8Array,
  madeAt: number,
): RecoverySlot {
  const ephemeral = generateKeyPairSync('x25519');
  const point = rawPublic(ephemeral.publicKey);
  const shared = diffieHellman({ privateKey: ephemeral.privateKey, publicKey: publicKeyOf(publicKey) });
  const wrapped = withWrappingKey(shared, point, publicKey, vaultId, (wrappingKey) =>
    wrapKey(key, wrappingKey, contextOf(vaultId)),
  );
  return {
    kind: 'recovery',
    algorithm: 'x25519',
    madeAt,
    ephemeral: point.toString('base64'),
    wrapped: wrapped.toString('base64'),
  };
}

/** The vault key. @throws VaultFileError WRONG_KEY if the code is wrong */
export function openRecoverySlot(slot: RecoverySlot, vaultId: string, code: Uint8Array): Buffer {
  const privateKey = privateKeyOf(code, vaultId);
  const point = Buffer.from(slot.ephemeral, 'base64');
  const shared = diffieHellman({ privateKey, publicKey: publicKeyOf(point) });
  return withWrappingKey(shared, point, rawPublic(createPublicKey(privateKey)), vaultId, (wrappingKey) =>
    unwrap(Buffer.from(slot.wrapped, 'base64'), wrappingKey, contextOf(vaultId)),
  );
}

function withWrappingKey<T>(
  shared: Buffer,
  ephemeral: Uint8Array,
  publicKey: Uint8Array,
  vaultId: string,
  use: (wrappingKey: Uint8Array) => T,
): T {
  const material = Buffer.concat([shared, ephemeral, publicKey]);
  shared.fill(0);
  const wrappingKey = derive(material, contextOf(vaultId));
  material.fill(0);
  try {
    return use(wrappingKey);
  } finally {
    wrappingKey.fill(0);
  }
}

function privateKeyOf(code: Uint8Array, vaultId: string): KeyObject {
  const scalar = derive(code, `latchkey/1 recovery code ${vaultId}`);
  const der = Buffer.concat([PRIVATE_PREFIX, scalar]);
  scalar.fill(0);
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } finally {
    der.fill(0);
  }
}

function publicKeyOf(point: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, point]), format: 'der', type: 'spki' });
}

function rawPublic(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length);
}

function contextOf(vaultId: string): string {
  return `latchkey/1 recovery slot ${vaultId}`;
}
