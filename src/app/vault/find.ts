import type { VaultState } from '../../contract/vault.ts';
import { VaultFileError, type VaultFileFault } from '../../core/vault/error.ts';
import type { VaultHeader } from '../../core/vault/header.ts';
import { parseLayout } from '../../core/vault/layout.ts';
import { unsealVault, type UnsealedVault } from '../../core/vault/seal.ts';
import type { VaultStore } from '../ports.ts';

export type DamageReason = Extract<VaultState, { state: 'damaged' }>['reason'];

/** What lies where the vault should be, as far as one can see without a key. */
export type FoundVault =
  | { found: 'absent' }
  /** It leads to something that is not there now. */
  | { found: 'away' }
  | { found: 'damaged'; reason: DamageReason }
  /** `header` is the newest that can be read. */
  | { found: 'vault'; header: VaultHeader };

/** An opened vault, and the bytes it came from. */
export interface OpenedVault extends UnsealedVault {
  readonly bytes: Uint8Array;
  /** It came from an older generation, for the newer ones could not be opened. */
  readonly isOlder: boolean;
  /** Whether the place that it came from takes writing. */
  readonly takesWriting: boolean;
}

/**
 * Looks for the vault: the file, then its generations from the newest, up to the first with a sound header. A
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
        // It is no broken file: going back behind it would throw away what a newer Latchkey wrote.
        if (error.code === 'NEWER_VERSION') break;
      }
    }
  } catch (error) {
    if (isAway(error)) return { found: 'away' };
    // The file system's error is the state that the person sees.
    return { found: 'damaged', reason: 'unreadable' };
  }
  return newest === null ? { found: 'absent' } : { found: 'damaged', reason: damageOf(newest) };
}

/**
 * Opens the newest file that `key` opens, the vault's own or an older generation of the same vault.
 * @throws VaultFileError with what is wrong with the newest, where none opens; the file system's errors
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

/** Whether an error of the store says that the vault is not there now (`VaultStore.read`). */
export function isAway(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EAWAY';
}

/** The contract's word for a fault. */
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
    // An older file that cannot be read (or was let go of meanwhile) is one that does not open: on to the next.
    const bytes = await generation.read().catch(() => null);
    if (bytes !== null) yield { bytes, isOlder: true };
  }
}
