import { z } from 'zod';
import { VaultFileError } from './error.ts';
import type { Slot } from './slots.ts';

/** The part before the ciphertext: readable without the key, authenticated with it. */
export interface VaultHeader {
  /** UUID; stays the same for the vault's whole life. */
  readonly vaultId: string;
  /** Counts the writes, from 1. */
  readonly generation: number;
  /** Milliseconds since 1970. */
  readonly writtenAt: number;
  /** Distinguishes the vault key from other keys (`keyCheck`); null in a vault of format 1.0. */
  readonly keyCheck: string | null;
  /** Keychain items that this vault made and no slot uses; removed as soon as the keychain allows. */
  readonly strayItems: readonly string[];
  /** The slots, including unknown kinds; kept as JSON, so that every member is written back. */
  readonly slots: readonly Slot[];
  /** Members that another Latchkey wrote and this one does not know; kept and written back. */
  readonly unknownMembers: Readonly<Record<string, unknown>>;
}

/** Longest header accepted, in bytes. */
export const MAX_HEADER_BYTES = 65_536;

const MAX_SLOTS = 32;

const headerSchema = z.looseObject({
  vaultId: z.uuid(),
  generation: z.int().min(1),
  writtenAt: z.int().min(0),
  keyCheck: z.base64().nullable().default(null),
  strayItems: z.array(z.string().min(1).max(255)).max(MAX_SLOTS).default([]),
  slots: z.array(z.looseObject({ kind: z.string() })).max(MAX_SLOTS),
});

/** The header as JSON in UTF-8. */
export function encodeHeader(header: VaultHeader): Uint8Array {
  const { unknownMembers, ...members } = header;
  return Buffer.from(JSON.stringify({ ...unknownMembers, ...members }), 'utf8');
}

/** Reads what encodeHeader wrote. @throws VaultFileError TAMPERED */
export function decodeHeader(bytes: Uint8Array): VaultHeader {
  const parsed = headerSchema.safeParse(parseJson(bytes));
  if (!parsed.success) throw new VaultFileError('TAMPERED', 'the header is not what a vault has');
  const { vaultId, generation, writtenAt, keyCheck, strayItems, slots, ...unknownMembers } = parsed.data;
  return { vaultId, generation, writtenAt, keyCheck, strayItems, slots, unknownMembers };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // The parser's message quotes what it read.
    throw new VaultFileError('TAMPERED', 'the header is not JSON');
  }
}
