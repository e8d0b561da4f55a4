import type { VaultState } from '../../contract/vault.ts';
import { VaultFileError } from '../../core/vault/error.ts';
import { parseLayout, type VaultLayout } from '../../core/vault/layout.ts';
import { unsealLayout, type UnsealedVault } from '../../core/vault/seal.ts';
import type { VaultStore } from '../ports.ts';

type DamageReason = Extract<VaultState, { state: 'damaged' }>['reason'];

/** A copy of the vault that could be taken apart: the present file, or an older generation. */
export interface VaultCopy {
  readonly layout: VaultLayout;
  readonly isPresent: boolean;
}

export type FoundCopies =
  | { found: 'none' }
  | { found: 'damaged'; reason: DamageReason }
  /** Newest first; at least one. */
  | { found: 'copies'; copies: [VaultCopy, ...VaultCopy[]] };

/**
 * Everything on disk that may be the person's vault, without any key. A file by a newer major version is the
 * end of it: to open an older generation beside it would take back what the newer Latchkey wrote.
 */
export async function findCopies(store: VaultStore): Promise<FoundCopies> {
  let present: Uint8Array | null;
  let generations: Awaited<ReturnType<VaultStore['generations']>>;
  try {
    present = await store.read();
    generations = await store.generations();
  } catch {
    return { found: 'damaged', reason: 'unreadable' };
  }
  if (present === null && generations.length === 0) return { found: 'none' };

  const copies: VaultCopy[] = [];
  let reason: DamageReason | null = null;
  const take = (bytes: Uint8Array, isPresent: boolean) => {
    try {
      copies.push({ layout: parseLayout(bytes), isPresent });
    } catch (error) {
      if (!(error instanceof VaultFileError)) throw error;
      reason ??= damageOf(error);
    }
  };
  if (present !== null) take(present, true);
  if (reason === 'newer') return { found: 'damaged', reason };
  for (const generation of generations) take(await generation.read(), false);
  const [first, ...others] = copies;
  if (first) return { found: 'copies', copies: [first, ...others] };
  return { found: 'damaged', reason: reason ?? 'unreadable' };
}

/**
 * The newest copy that this key opens, among those of the first one's vault; null where it opens none: then, as
 * the key is known to be the vault's, all of them were changed.
 */
export function openNewest(
  copies: readonly VaultCopy[],
  key: Uint8Array,
): { vault: UnsealedVault; isPresent: boolean } | null {
  const vaultId = copies[0]?.layout.header.vaultId;
  for (const { layout, isPresent } of copies) {
    if (layout.header.vaultId !== vaultId) continue;
    try {
      return { vault: unsealLayout(layout, key), isPresent };
    } catch (error) {
      if (!(error instanceof VaultFileError)) throw error;
    }
  }
  return null;
}

function damageOf({ code }: VaultFileError): DamageReason {
  switch (code) {
    case 'NOT_A_VAULT':
      return 'notAVault';
    case 'TRUNCATED':
      return 'truncated';
    case 'NEWER_VERSION':
      return 'newer';
    case 'TAMPERED':
    case 'WRONG_KEY':
      return 'tampered';
  }
}
