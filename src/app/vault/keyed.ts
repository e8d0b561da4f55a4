/** What a vault key opens, seals and derives, besides the vault itself. */
import type { VaultDocument } from '../../core/vault/document.ts';
import { zeroSecrets } from '../../core/vault/document-secrets.ts';
import { VaultFileError } from '../../core/vault/error.ts';
import type { VaultHeader } from '../../core/vault/header.ts';
import { FORMAT_VERSION, parseLayout } from '../../core/vault/layout.ts';
import { sealVault, unsealVault } from '../../core/vault/seal.ts';
import { areSameSlots, isCheckOf, keyCheck } from '../../core/vault/slots.ts';
import { derive } from '../../core/vault/wrap.ts';

/** Derives the key for `label` from a vault key. */
export function deriveFrom(key: Uint8Array, label: string, vaultId: string): Buffer {
  return derive(key, `latchkey/1 ${label} ${vaultId}`);
}

/** Opens bytes of this vault with a key, or returns why they don't open. */
export function openWith(
  bytes: Uint8Array,
  key: Uint8Array,
  vaultId: string,
): VaultDocument | 'otherKey' | 'broken' {
  try {
    const { header } = parseLayout(bytes);
    if (header.vaultId !== vaultId || !isCheckOf(header.keyCheck, key, vaultId)) return 'otherKey';
    return unsealVault(bytes, key).document;
  } catch (error) {
    if (error instanceof VaultFileError) return 'broken';
    throw error;
  }
}

/** Reseals a generation with today's key and slots; null if it already has them or no key opens it. */
export function reseal(
  bytes: Uint8Array,
  keys: readonly Uint8Array[],
  today: { key: Uint8Array; header: VaultHeader; safekeeping: VaultDocument['safekeeping'] },
): Uint8Array | null {
  for (const key of keys) {
    const document = openWith(bytes, key, today.header.vaultId);
    if (typeof document === 'string') continue;
    try {
      const { header, version } = parseLayout(bytes);
      const { slots } = today.header;
      const isToday = key === today.key && areSameSlots(header.slots, slots);
      if (isToday || version.minor > FORMAT_VERSION.minor) return null;
      const check = keyCheck(today.key, header.vaultId);
      const next = { ...header, slots, strayItems: [], keyCheck: check };
      return sealVault(next, { ...document, safekeeping: today.safekeeping }, today.key);
    } finally {
      zeroSecrets(document);
    }
  }
  return null;
}
