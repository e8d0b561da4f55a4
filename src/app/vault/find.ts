import type { VaultState } from '../../contract/vault.ts';
import { VaultFileError, type VaultFileFault } from '../../core/vault/error.ts';
import type { VaultHeader } from '../../core/vault/header.ts';
import { parseLayout } from '../../core/vault/layout.ts';
import { unsealVault, type UnsealedVault } from '../../core/vault/seal.ts';
import type { VaultStore } from '../ports.ts';

export type DamageReason = Extract<VaultState, { state: 'damaged' }>['reason'];

/** What is in the vault's place, as far as can be seen without a key. */
export type FoundVault =
  | { found: 'absent' }
  /** The path leads to something that is missing now. */
  | { found: 'away' }
  | { found: 'damaged'; reason: DamageReason }
  /** `header` is the newest readable one. */
  | { found: 'vault'; header: VaultHeader };

/** An opened vault, and the bytes it came from. */
export interface OpenedVault extends UnsealedVault {
  readonly bytes: Uint8Array;
  /** Whether it came from an older generation because the newer ones could not be opened. */
  readonly isOlder: boolean;
  /** Whether the location it came from is writable. */
  readonly takesWriting: boolean;
}

/**
 * Looks for the vault: the file, then its generations from the newest on, until one has a valid header. A
 * missing file with generations beside it is a lost file, not a first run.
 */
export async function findVault(store: VaultStore): Promise<FoundVault> {
  let newest: VaultFileFault | null = null;
  try {
    for await (const { bytes } of candidates(store)) {
      try {
        return { found: 'vault', header: parseLayout(bytes).header };
      } catch (error) {
        if (!(error instanceof VaultFileError)) throw error;
        newest ??= error.code;
        // The file is not broken: going back to an older one would discard what a newer Latchkey wrote.
        if (error.code === 'NEWER_VERSION') break;
      }
    }
  } catch (error) {
    if (isAway(error)) return { found: 'away' };
    // The person sees the file system's error as this state.
    return { found: 'damaged', reason: 'unreadable' };
  }
  return newest === null ? { found: 'absent' } : { found: 'damaged', reason: damageOf(newest) };
}

/**
 * Opens the newest file that `key` opens: the vault's own or an older generation of the same vault.
 * @throws VaultFileError for the fault of the newest file, if none opens; the file system's errors
 */
export async function openNewest(store: VaultStore, vaultId: string, key: Uint8Array): Promise<OpenedVault> {
  let reason: VaultFileError | null = null;
  for await (const { bytes, isOlder } of candidates(store)) {
    try {
      const opened = unsealVault(bytes, key);
      if (opened.header.vaultId !== vaultId) continue;
      return { ...opened, bytes, isOlder, takesWriting: await store.isWritable() };
    } catch (error) {
      if (!(error instanceof VaultFileError)) throw error;
      reason ??= error;
      if (error.code === 'NEWER_VERSION') break;
    }
  }
  throw reason ?? new VaultFileError('NOT_A_VAULT', 'there is no vault any more');
}

/** Whether a store error means that the vault is away (see `VaultStore.read`). */
export function isAway(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EAWAY';
}

/** The contract's name for a fault. */
export function damageOf(fault: VaultFileFault): DamageReason {
  switch (fault) {
    case 'NOT_A_VAULT':
      return 'notAVault';
    case 'TRUNCATED':
      return 'truncated';
    case 'TAMPERED':
    case 'WRONG_KEY':
      return 'tampered';
    case 'NEWER_VERSION':
      return 'newer';
  }
}

async function* candidates(
  store: VaultStore,
): AsyncGenerator<{ bytes: Uint8Array; isOlder: boolean }, void, void> {
  const present = await store.read();
  if (present !== null) yield { bytes: present, isOlder: false };
  for (const generation of await store.generations()) {
    // An older file that cannot be read (or was removed meanwhile) counts as one that does not open; skip it.
    const bytes = await generation.read().catch(() => null);
    if (bytes !== null) yield { bytes, isOlder: true };
  }
}
