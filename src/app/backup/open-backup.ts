import type { VaultDocument } from '../../core/vault/document.ts';
import { VaultFileError, type VaultFileFault } from '../../core/vault/error.ts';
import { parseLayout, type VaultLayout } from '../../core/vault/layout.ts';
import { findRecoverySlot } from '../../core/vault/recovery-slot.ts';
import type { BackupPlan } from '../../core/vault/safekeeping.ts';
import { unsealLayout } from '../../core/vault/seal.ts';
import { findPassphraseSlot, keyCheck } from '../../core/vault/slots.ts';
import { Failure } from '../failure.ts';
import { keyByCode } from '../unlock/keys.ts';
import type { PassphraseGate } from '../unlock/passphrase-gate.ts';

/** What opens a backup. */
export type BackupSecret =
  { with: 'here' } | { with: 'passphrase'; passphrase: string } | { with: 'recovery'; code: string };

/**
 * Opens a backup or any other vault file. The caller zeroes the document's secrets.
 * @throws the failures BACKUP_UNREADABLE, BACKUP_SECRET_NEEDED, PASSPHRASE_WRONG, PASSPHRASE_WAIT and the
 * kit's
 */
export async function openBackup(
  bytes: Uint8Array,
  secret: BackupSecret,
  { plan, passphrases }: { plan: BackupPlan | null; passphrases: PassphraseGate },
): Promise<{ document: VaultDocument; writtenAt: number }> {
  const layout = parse(bytes);
  const key = await keyFor(layout, secret, plan, passphrases);
  try {
    return { document: unsealLayout(layout, key).document, writtenAt: layout.header.writtenAt };
  } catch (error) {
    throw unreadable(error);
  } finally {
    key.fill(0);
  }
}

/** What can be read of a backup without its key; null if the bytes are not a backup. */
export function lookAtBackup(
  bytes: Uint8Array,
  plan: BackupPlan | null,
): {
  vaultId: string;
  writtenAt: number;
  protection: BackupPlan['protection'] | null;
  opensHere: boolean;
} | null {
  try {
    const { header } = parseLayout(bytes);
    const { vaultId, writtenAt } = header;
    const opensHere = plan !== null && header.keyCheck === keyCheck(plan.key, vaultId);
    return { vaultId, writtenAt, protection: protectionOf({ header }), opensHere };
  } catch (error) {
    if (error instanceof VaultFileError) return null;
    throw error;
  }
}

async function keyFor(
  { header }: VaultLayout,
  secret: BackupSecret,
  plan: BackupPlan | null,
  passphrases: PassphraseGate,
): Promise<Buffer> {
  const { slots, vaultId } = header;
  switch (secret.with) {
    case 'here': {
      if (plan !== null && header.keyCheck === keyCheck(plan.key, vaultId)) return copyOf(plan.key);
      throw new Failure('BACKUP_SECRET_NEEDED', { protection: protectionOf({ header }) });
    }
    case 'passphrase': {
      const slot = findPassphraseSlot(slots);
      // No passphrase opens this backup, so every one is wrong.
      if (slot === null) throw new Failure('PASSPHRASE_WRONG');
      return passphrases.open(slot, vaultId, secret.passphrase);
    }
    case 'recovery':
      return keyByCode(slots, vaultId, secret.code);
  }
}

function protectionOf({ header }: Pick<VaultLayout, 'header'>): BackupPlan['protection'] | null {
  if (findPassphraseSlot(header.slots) !== null) return 'passphrase';
  return findRecoverySlot(header.slots) === null ? null : 'recovery';
}

function copyOf(key: Uint8Array): Buffer {
  const copy = Buffer.allocUnsafeSlow(key.length);
  copy.set(key);
  return copy;
}

function parse(bytes: Uint8Array): VaultLayout {
  try {
    return parseLayout(bytes);
  } catch (error) {
    throw unreadable(error);
  }
}

function unreadable(error: unknown): unknown {
  if (!(error instanceof VaultFileError)) return error;
  return new Failure('BACKUP_UNREADABLE', { reason: reasonOf(error.code) });
}

function reasonOf(fault: VaultFileFault): 'notABackup' | 'truncated' | 'tampered' | 'newer' {
  switch (fault) {
    case 'NOT_A_VAULT':
      return 'notABackup';
    case 'TRUNCATED':
      return 'truncated';
    case 'TAMPERED':
    case 'WRONG_KEY':
      return 'tampered';
    case 'NEWER_VERSION':
      return 'newer';
  }
}
