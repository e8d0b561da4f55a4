import { randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { plainPassword } from '../spelling.ts';
import { derive, unwrap, VAULT_KEY_BYTES, WRAPPED_BYTES, wrapKey } from './wrap.ts';

export { VAULT_KEY_BYTES };

/** One unlock method in the header, such as a wrapped vault key. Unknown kinds and members are kept. */
export type Slot = { readonly kind: string; readonly [member: string]: unknown };

/**
 * The cost of new passphrase slots: Argon2id, RFC 9106. 64 MiB and 3 passes are the RFC's second recommended
 * option (section 4), with one lane instead of four because there may be only one core.
 */
export const PASSPHRASE_COST = { memoryKiB: 65_536, iterations: 3, parallelism: 1 } as const;

/** Inclusive bounds on what a file may request, so that a hostile file cannot take all memory or an hour. */
export const PASSPHRASE_BOUNDS = {
  memoryKiB: { minimum: 8_192, maximum: 1_048_576 },
  iterations: { minimum: 1, maximum: 64 },
  parallelism: { minimum: 1, maximum: 16 },
  /** memoryKiB × iterations: about ten seconds. */
  work: 4_194_304,
} as const;

const CHECK_BYTES = 16;
const SALT_BYTES = 16;

const base64Bytes = (minimum: number, maximum: number) =>
  z.base64().refine((text) => {
    const { length } = Buffer.from(text, 'base64');
    return length >= minimum && length <= maximum;
  });

const keychainMembers = {
  item: z.string().min(1).max(255),
  check: base64Bytes(CHECK_BYTES, CHECK_BYTES),
  /** The keychain that received the item, by its own name. */
  backend: z.string().exactOptional(),
};
const keychainSlotSchema = z.looseObject({ kind: z.literal('keychain'), ...keychainMembers });
export type KeychainSlot = z.infer<typeof keychainSlotSchema>;

const within = ({ minimum, maximum }: { minimum: number; maximum: number }) =>
  z.int().min(minimum).max(maximum);

const argon2Members = {
  algorithm: z.literal('argon2id'),
  memoryKiB: within(PASSPHRASE_BOUNDS.memoryKiB),
  iterations: within(PASSPHRASE_BOUNDS.iterations),
  parallelism: within(PASSPHRASE_BOUNDS.parallelism),
  salt: base64Bytes(SALT_BYTES, 64),
  wrapped: base64Bytes(WRAPPED_BYTES, WRAPPED_BYTES),
};
const isBounded = (slot: { memoryKiB: number; iterations: number }) =>
  slot.memoryKiB * slot.iterations <= PASSPHRASE_BOUNDS.work;
const passphraseSlotSchema = z
  .looseObject({ kind: z.literal('passphrase'), ...argon2Members })
  .refine(isBounded);
export type PassphraseSlot = z.infer<typeof passphraseSlotSchema>;

const bothSlotSchema = z
  .looseObject({ kind: z.literal('keychain+passphrase'), ...keychainMembers, ...argon2Members })
  .refine(isBounded);
/** A slot that the keychain's half and the passphrase open together. `check` is for the half. */
export type BothSlot = z.infer<typeof bothSlotSchema>;

/** The inputs to Argon2id (RFC 9106), for 32 bytes of output. */
export type Derivation = Pick<PassphraseSlot, 'memoryKiB' | 'iterations' | 'parallelism'> & {
  salt: Uint8Array;
};

/** Whether two vaults, or two states of one vault, have the same slots. */
export function areSameSlots(one: readonly Slot[], other: readonly Slot[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The slot that the keychain item opens; null if there is none that this Latchkey understands. */
export function findKeychainSlot(slots: readonly Slot[]): KeychainSlot | null {
  return firstOf(keychainSlotSchema, slots);
}

/** The slot that a passphrase opens; null if there is none or its cost is out of bounds. */
export function findPassphraseSlot(slots: readonly Slot[]): PassphraseSlot | null {
  return firstOf(passphraseSlotSchema, slots);
}

/** The slot that the keychain's half and a passphrase open together; null if there is none. */
export function findBothSlot(slots: readonly Slot[]): BothSlot | null {
  return firstOf(bothSlotSchema, slots);
}

/** A slot for a key stored in the keychain under `item`. */
export function makeKeychainSlot(
  key: Uint8Array,
  vaultId: string,
  { item, backend }: { item: string; backend: string },
): KeychainSlot {
  return { kind: 'keychain', item, backend, check: keyCheck(key, vaultId) };
}

/** 16 bytes in base64 that distinguish this key from others and reveal nothing else about it. */
export function keyCheck(key: Uint8Array, vaultId: string): string {
  return derive(key, `latchkey/1 key check ${vaultId}`, CHECK_BYTES).toString('base64');
}

/** Whether bytes from the keychain are those the slot was made with: the vault key, or the half of `both`. */
export function isKeyOf(slot: KeychainSlot | BothSlot, secret: Uint8Array, vaultId: string): boolean {
  return timingSafeEqual(Buffer.from(keyCheck(secret, vaultId), 'base64'), Buffer.from(slot.check, 'base64'));
}

/** Whether a header's check matches this key; true for a 1.0 vault, whose header has no check. */
export function isCheckOf(check: string | null, key: Uint8Array, vaultId: string): boolean {
  return check === null || check === keyCheck(key, vaultId);
}

/** The inputs that derive a wrapping key from a passphrase; pass them to Argon2id for 32 bytes. */
export function derivationOf(slot: PassphraseSlot | BothSlot): Derivation {
  const { memoryKiB, iterations, parallelism } = slot;
  return { salt: Buffer.from(slot.salt, 'base64'), memoryKiB, iterations, parallelism };
}

/** A fresh salt and today's cost, for a new passphrase slot. */
export function newDerivation(): Derivation {
  return { salt: randomBytes(SALT_BYTES), ...PASSPHRASE_COST };
}

/** Whether guessing costs less with this slot than with a new one. */
export function isWeak(slot: PassphraseSlot | BothSlot): boolean {
  return slot.memoryKiB * slot.iterations < PASSPHRASE_COST.memoryKiB * PASSPHRASE_COST.iterations;
}

/** Wraps the vault key with the key that `derivation` made from the passphrase. */
export function makePassphraseSlot(
  key: Uint8Array,
  vaultId: string,
  derivation: Derivation,
  wrappingKey: Uint8Array,
): PassphraseSlot {
  return {
    kind: 'passphrase',
    ...argon2Of(derivation),
    wrapped: wrapKey(key, wrappingKey, passphraseContext(vaultId)).toString('base64'),
  };
}

/** The vault key. @throws VaultFileError WRONG_KEY if the passphrase is wrong */
export function unwrapKey(slot: PassphraseSlot, vaultId: string, wrappingKey: Uint8Array): Buffer {
  return unwrap(Buffer.from(slot.wrapped, 'base64'), wrappingKey, passphraseContext(vaultId));
}

/**
 * Wraps the vault key with the keychain's half (32 random bytes under `item`) and what `derivation` made from
 * the passphrase. HKDF over their concatenation: neither alone reveals anything about the wrapping key.
 */
export function makeBothSlot(
  key: Uint8Array,
  vaultId: string,
  half: { bytes: Uint8Array; item: string; backend: string },
  passphrase: { derivation: Derivation; derived: Uint8Array },
): BothSlot {
  const wrappingKey = bothWrappingKey(half.bytes, passphrase.derived, vaultId);
  try {
    return {
      kind: 'keychain+passphrase',
      item: half.item,
      backend: half.backend,
      check: keyCheck(half.bytes, vaultId),
      ...argon2Of(passphrase.derivation),
      wrapped: wrapKey(key, wrappingKey, bothContext(vaultId)).toString('base64'),
    };
  } finally {
    wrappingKey.fill(0);
  }
}

/** The vault key. @throws VaultFileError WRONG_KEY if the half or the passphrase is wrong */
export function unwrapBoth(slot: BothSlot, vaultId: string, half: Uint8Array, derived: Uint8Array): Buffer {
  const wrappingKey = bothWrappingKey(half, derived, vaultId);
  try {
    return unwrap(Buffer.from(slot.wrapped, 'base64'), wrappingKey, bothContext(vaultId));
  } finally {
    wrappingKey.fill(0);
  }
}

/**
 * The forms of a typed passphrase that a slot may have been made from: first the normalised form, which new
 * slots use, then, if different, the NFC form that older slots used.
 */
export function passphraseForms(typed: string): string[] {
  return [...new Set([plainPassword(typed), typed.normalize('NFC')])];
}

function argon2Of({ salt, memoryKiB, iterations, parallelism }: Derivation) {
  const text = Buffer.from(salt).toString('base64');
  return { algorithm: 'argon2id', memoryKiB, iterations, parallelism, salt: text } as const;
}

function bothWrappingKey(half: Uint8Array, derived: Uint8Array, vaultId: string): Buffer {
  const together = Buffer.allocUnsafeSlow(half.length + derived.length);
  together.set(half);
  together.set(derived, half.length);
  try {
    return derive(together, bothContext(vaultId));
  } finally {
    together.fill(0);
  }
}

function passphraseContext(vaultId: string): string {
  return `latchkey/1 passphrase slot ${vaultId}`;
}

function bothContext(vaultId: string): string {
  return `latchkey/1 keychain and passphrase slot ${vaultId}`;
}

function firstOf<T>(schema: z.ZodType<T>, slots: readonly Slot[]): T | null {
  for (const slot of slots) {
    const parsed = schema.safeParse(slot);
    if (parsed.success) return parsed.data;
  }
  return null;
}
