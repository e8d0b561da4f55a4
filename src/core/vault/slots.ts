import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { VaultFileError } from './error.ts';

/** A way to the vault key, as it stands in the header. Kinds and members nobody knows are kept. */
export type Slot = { readonly kind: string; readonly [member: string]: unknown };

export const VAULT_KEY_BYTES = 32;

/**
 * What passphrase slots are made with today: Argon2id, RFC 9106. 64 MiB and 3 passes are the RFC's second
 * recommended choice (section 4), with one lane instead of four, for there may be one core.
 */
export const PASSPHRASE_COST = { memoryKiB: 65_536, iterations: 3, parallelism: 1 } as const;

/** Inclusive bounds of what a file may ask for, so that a hostile one takes neither all memory nor an hour. */
export const PASSPHRASE_BOUNDS = {
  memoryKiB: { minimum: 8_192, maximum: 1_048_576 },
  iterations: { minimum: 1, maximum: 64 },
  parallelism: { minimum: 1, maximum: 16 },
  /** memoryKiB × iterations: about ten seconds. */
  work: 4_194_304,
} as const;

const WRAP_NONCE = 12;
const WRAP_TAG = 16;
const CHECK_BYTES = 16;
const SALT_BYTES = 16;

const base64Bytes = (minimum: number, maximum: number) =>
  z.base64().refine((text) => {
    const { length } = Buffer.from(text, 'base64');
    return length >= minimum && length <= maximum;
  });

const keychainSlotSchema = z.looseObject({
  kind: z.literal('keychain'),
  item: z.string().min(1).max(255),
  check: base64Bytes(CHECK_BYTES, CHECK_BYTES),
});
export type KeychainSlot = z.infer<typeof keychainSlotSchema>;

const within = ({ minimum, maximum }: { minimum: number; maximum: number }) =>
  z.int().min(minimum).max(maximum);

const wrappedBytes = WRAP_NONCE + VAULT_KEY_BYTES + WRAP_TAG;
const passphraseSlotSchema = z
  .looseObject({
    kind: z.literal('passphrase'),
    algorithm: z.literal('argon2id'),
    memoryKiB: within(PASSPHRASE_BOUNDS.memoryKiB),
    iterations: within(PASSPHRASE_BOUNDS.iterations),
    parallelism: within(PASSPHRASE_BOUNDS.parallelism),
    salt: base64Bytes(SALT_BYTES, 64),
    wrapped: base64Bytes(wrappedBytes, wrappedBytes),
  })
  .refine((slot) => slot.memoryKiB * slot.iterations <= PASSPHRASE_BOUNDS.work);
export type PassphraseSlot = z.infer<typeof passphraseSlotSchema>;

/** The slot that the keychain's item opens; null where there is none that this Latchkey understands. */
export function findKeychainSlot(slots: readonly Slot[]): KeychainSlot | null {
  return firstOf(keychainSlotSchema, slots);
}

/** The slot that a passphrase opens; null where there is none, or only one that asks for too much. */
export function findPassphraseSlot(slots: readonly Slot[]): PassphraseSlot | null {
  return firstOf(passphraseSlotSchema, slots);
}

/** A slot for a key that lies in the keychain under `item`. */
export function makeKeychainSlot(key: Uint8Array, vaultId: string, item: string): KeychainSlot {
  return { kind: 'keychain', item, check: keyCheck(key, vaultId).toString('base64') };
}

/** Whether the key is the slot's. It tells a wrong key from a damaged file; a tag proves the file. */
export function isKeyOf(slot: KeychainSlot, key: Uint8Array, vaultId: string): boolean {
  return timingSafeEqual(keyCheck(key, vaultId), Buffer.from(slot.check, 'base64'));
}

/** What a passphrase is derived to a wrapping key with; hand it to Argon2id for 32 bytes. */
export function derivationOf(slot: PassphraseSlot): {
  salt: Uint8Array;
  memoryKiB: number;
  iterations: number;
  parallelism: number;
} {
  const { memoryKiB, iterations, parallelism } = slot;
  return { salt: Buffer.from(slot.salt, 'base64'), memoryKiB, iterations, parallelism };
}

/** A fresh salt and today's cost, for a new passphrase slot. */
export function newDerivation(): ReturnType<typeof derivationOf> {
  return { salt: randomBytes(SALT_BYTES), ...PASSPHRASE_COST };
}

/** Wraps the vault key with what `derivation` made of the passphrase. */
export function makePassphraseSlot(
  key: Uint8Array,
  vaultId: string,
  derivation: ReturnType<typeof derivationOf>,
  wrappingKey: Uint8Array,
): PassphraseSlot {
  const nonce = randomBytes(WRAP_NONCE);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce).setAAD(wrapContext(vaultId));
  const wrapped = Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  const { salt, ...cost } = derivation;
  return {
    kind: 'passphrase',
    algorithm: 'argon2id',
    ...cost,
    salt: Buffer.from(salt).toString('base64'),
    wrapped: wrapped.toString('base64'),
  };
}

/** The vault key. @throws VaultFileError WRONG_KEY when the passphrase was another one */
export function unwrapKey(slot: PassphraseSlot, vaultId: string, wrappingKey: Uint8Array): Buffer {
  const wrapped = Buffer.from(slot.wrapped, 'base64');
  const tagStart = wrapped.length - WRAP_TAG;
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, wrapped.subarray(0, WRAP_NONCE))
    .setAAD(wrapContext(vaultId))
    .setAuthTag(wrapped.subarray(tagStart));
  const key = decipher.update(wrapped.subarray(WRAP_NONCE, tagStart));
  try {
    decipher.final();
    return key;
  } catch {
    key.fill(0);
    throw new VaultFileError('WRONG_KEY', 'the passphrase does not open this slot');
  }
}

/** The text form of a passphrase: RFC 8265 asks for NFC, for keyboards differ in how they compose "é". */
export function normalisePassphrase(passphrase: string): string {
  return passphrase.normalize('NFC');
}

function keyCheck(key: Uint8Array, vaultId: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', `latchkey/1 key check ${vaultId}`, CHECK_BYTES));
}

function wrapContext(vaultId: string): Buffer {
  return Buffer.from(`latchkey/1 passphrase slot ${vaultId}`, 'utf8');
}

function firstOf<T>(schema: z.ZodType<T>, slots: readonly Slot[]): T | null {
  for (const slot of slots) {
    const parsed = schema.safeParse(slot);
    if (parsed.success) return parsed.data;
  }
  return null;
}
