import type { VaultDocument } from '../../core/vault/document.ts';
import { reuseEntries } from '../../core/vault/document-secrets.ts';
import { VaultFileError } from '../../core/vault/error.ts';
import type { VaultHeader } from '../../core/vault/header.ts';
import { sealVault, unsealVault, verifySealed } from '../../core/vault/seal.ts';
import type { VaultStore } from '../ports.ts';
import { VaultError } from './error.ts';

/** What is in memory of an open vault. */
export interface OpenVault {
  readonly key: Buffer;
  readonly header: VaultHeader;
  readonly document: VaultDocument;
  readonly readOnly: boolean;
  /** False where the present file could not be opened and an older generation was. */
  readonly isPresent: boolean;
}

/**
 * Applies an edit to the newest document on disk and writes the result as the next generation; resolves to the
 * vault as it now is. Where the present file cannot be opened, what is in memory counts, and the file is kept apart.
 *
 * @throws VaultError VAULT_WRITE_FAILED, VAULT_READ_ONLY; what `edit` throws. Nothing was changed then.
 */
export async function writeChange(
  opened: OpenVault,
  store: VaultStore,
  now: number,
  edit: (document: VaultDocument) => VaultDocument,
): Promise<OpenVault> {
  if (opened.readOnly) throw new VaultError({ code: 'VAULT_READ_ONLY', data: undefined });
  let next = opened;
  let bytes: Uint8Array = new Uint8Array();
  let editFailed = false;
  try {
    await store.update(
      (present) => {
        const newest = newestOf(present, opened);
        const header = { ...newest.header, generation: newest.header.generation + 1, writtenAt: now };
        editFailed = true;
        const document = edit(newest.document);
        editFailed = false;
        bytes = sealVault(header, document, opened.key);
        next = { ...opened, header, document, isPresent: true };
        return { bytes, presentIsBroken: newest.isBroken };
      },
      (written) => verifySealed(written, bytes, opened.key),
    );
  } catch (error) {
    throw editFailed || error instanceof VaultError ? error : asWriteError(error);
  }
  return next;
}

/** What the file system, or the reading back, said when the vault could not be written. Nothing secret is in it. */
export function asWriteError(error: unknown): VaultError {
  const hasCode = error instanceof Error && 'code' in error && typeof error.code === 'string';
  const reason = hasCode ? String(error.code) : error instanceof Error ? error.message : 'unknown';
  return new VaultError({ code: 'VAULT_WRITE_FAILED', data: { reason } }, error);
}

function newestOf(
  present: Uint8Array | null,
  opened: OpenVault,
): { header: VaultHeader; document: VaultDocument; isBroken: boolean } {
  // Gone while it was open: set aside in another window, say. Writing would bring it back to life in two places.
  if (present === null && opened.isPresent) {
    throw new VaultError({ code: 'VAULT_WRITE_FAILED', data: { reason: 'the vault is no longer there' } });
  }
  if (present === null) return { ...opened, isBroken: false };
  try {
    const { header, document, readOnly } = unsealVault(present, opened.key);
    if (readOnly) throw new VaultError({ code: 'VAULT_READ_ONLY', data: undefined });
    const isSame =
      header.generation === opened.header.generation && header.writtenAt === opened.header.writtenAt;
    if (isSame) return { ...opened, isBroken: false };
    return { header, document: reuseEntries(document, opened.document), isBroken: false };
  } catch (error) {
    if (!(error instanceof VaultFileError)) throw error;
    if (error.code === 'NEWER_VERSION') throw new VaultError({ code: 'VAULT_READ_ONLY', data: undefined });
    return { ...opened, isBroken: true };
  }
}
