import { z } from 'zod';
import { VaultFileError } from '../../vault/error.ts';
import type { VaultHeader } from '../../vault/header.ts';
import { readCode } from '../../vault/recovery-code.ts';
import { findRecoverySlot, openRecoverySlot, type RecoverySlot } from '../../vault/recovery-slot.ts';
import {
  derivationOf,
  findPassphraseSlot,
  PASSPHRASE_BOUNDS,
  passphraseForms,
  unwrapKey,
  type PassphraseSlot,
  type Slot,
} from '../../vault/slots.ts';
import { deriveArgon2 } from '../derive.ts';
import { TransferError } from '../transfer-error.ts';

/**
 * The key of a vault or backup, by its passphrase or its recovery kit's code, whichever the text is. The caller zeroes
 * it.
 * @throws TransferError NO_PASSWORD_SLOT, PASSPHRASE_MISSING, PASSPHRASE_WRONG, TOO_COSTLY
 */
export async function vaultKey(
  { slots, vaultId }: VaultHeader,
  passphrase: string | undefined,
): Promise<Uint8Array> {
  const recovery = findRecoverySlot(slots);
  const slot = findPassphraseSlot(slots);
  if (recovery === null && slot === null) {
    throw new TransferError(slots.some(isTooCostly) ? 'TOO_COSTLY' : 'NO_PASSWORD_SLOT');
  }
  if (passphrase === undefined) throw new TransferError('PASSPHRASE_MISSING');
  const key =
    (recovery && keyByCode(recovery, vaultId, passphrase)) ??
    (slot && (await keyByPassphrase(slot, vaultId, passphrase)));
  if (key === null) throw new TransferError('PASSPHRASE_WRONG');
  return key;
}

function keyByCode(slot: RecoverySlot, vaultId: string, text: string): Uint8Array | null {
  const read = readCode(text);
  if (read.outcome !== 'read') return null;
  const key = orNull(() => openRecoverySlot(slot, vaultId, read.code));
  read.code.fill(0);
  return key;
}

async function keyByPassphrase(
  slot: PassphraseSlot,
  vaultId: string,
  passphrase: string,
): Promise<Uint8Array | null> {
  const { salt, memoryKiB, iterations: passes, parallelism: lanes } = derivationOf(slot);
  for (const form of passphraseForms(passphrase)) {
    const derived = await deriveArgon2('argon2id', form, salt, { memoryKiB, passes, lanes, bytes: 32 });
    const key = orNull(() => unwrapKey(slot, vaultId, derived));
    derived.fill(0);
    if (key !== null) return key;
  }
  return null;
}

function orNull<T>(open: () => T): T | null {
  try {
    return open();
  } catch (error) {
    if (error instanceof VaultFileError) return null;
    throw error;
  }
}

const costSchema = z.object({
  kind: z.literal('passphrase'),
  memoryKiB: z.number(),
  iterations: z.number(),
  parallelism: z.number(),
});

function isTooCostly(slot: Slot): boolean {
  const cost = costSchema.safeParse(slot).data;
  if (cost === undefined) return false;
  const { memoryKiB, iterations, parallelism, work } = PASSPHRASE_BOUNDS;
  return (
    cost.memoryKiB > memoryKiB.maximum ||
    cost.iterations > iterations.maximum ||
    cost.parallelism > parallelism.maximum ||
    cost.memoryKiB * cost.iterations > work
  );
}
