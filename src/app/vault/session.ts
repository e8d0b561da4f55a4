import { createHash, hkdfSync } from 'node:crypto';
import type { VaultState } from '../../contract/vault.ts';
import { emptyOldTrash, type VaultDocument } from '../../core/vault/document.ts';
import { allSecrets, ownSecrets, reuseEntries } from '../../core/vault/document-secrets.ts';
import { VaultFileError } from '../../core/vault/error.ts';
import type { VaultHeader } from '../../core/vault/header.ts';
import { parseLayout } from '../../core/vault/layout.ts';
import { sealVault, unsealVault, verifySealed } from '../../core/vault/seal.ts';
import type { Clock, Log, VaultReplacement, VaultStore } from '../ports.ts';
import { VaultError } from './error.ts';
import type { OpenedVault } from './find.ts';

const DERIVED_KEY_BYTES = 32;

/** An open vault: its key, its document, and what is known of the file they came from. */
export interface Session {
  header(): VaultHeader;
  document(): VaultDocument;
  readOnly(): boolean;
  recoveredFrom(): Extract<VaultState, { state: 'open' }>['recoveredFrom'];
  /** As `Vault.change`. VAULT_NOT_OPEN where another vault or none lies in this one's place: it is `gone`. */
  change(edit: (document: VaultDocument) => VaultDocument): Promise<VaultDocument>;
  /** Takes in what another process wrote; `gone` where this vault is not there any more. */
  refresh(): Promise<'here' | 'gone'>;
  /** As `Vault.deriveKey`. */
  deriveKey(label: string): Buffer;
  /** Zeroes the key and every secret that was ever in the document. */
  close(): void;
}

export function createSession(
  opened: OpenedVault,
  key: Buffer,
  { vaultStore, clock, log }: { vaultStore: VaultStore; clock: Clock; log: Log },
): Session {
  let { header, document, readOnly } = opened;
  let knownBytes = fingerprint(opened.bytes);
  /** Secrets that are in no document any more, but were; zeroed with the rest. */
  const retired = new Set<Uint8Array>();

  function adopt(next: VaultDocument): void {
    const kept = new Set(allSecrets(next));
    for (const secret of allSecrets(document)) if (!kept.has(secret)) retired.add(secret);
    document = next;
  }

  /** Takes in the bytes that lie on the disk now. */
  async function takeIn(present: Uint8Array | null): Promise<'here' | 'broken' | 'gone'> {
    if (present === null) return (await vaultStore.generations()).length > 0 ? 'here' : 'gone';
    const bytes = fingerprint(present);
    if (bytes === knownBytes) return 'here';
    try {
      if (parseLayout(present).header.vaultId !== header.vaultId) return 'gone';
      const read = unsealVault(present, key);
      ({ header, readOnly } = read);
      adopt(reuseEntries(read.document, document));
      knownBytes = bytes;
      return 'here';
    } catch (error) {
      if (!(error instanceof VaultFileError)) throw error;
      if (error.code !== 'NEWER_VERSION') return 'broken';
      readOnly = true;
      return 'here';
    }
  }

  async function replace(
    present: Uint8Array | null,
    edit: (document: VaultDocument) => VaultDocument,
  ): Promise<VaultReplacement & { next: VaultDocument; nextHeader: VaultHeader }> {
    const found = await takeIn(present);
    if (found === 'gone') throw new VaultError({ code: 'VAULT_NOT_OPEN', data: undefined });
    if (readOnly) throw new VaultError({ code: 'VAULT_READ_ONLY', data: undefined });
    try {
      const now = clock.now();
      const next = emptyOldTrash(ownSecrets(edit(document), document), now);
      const nextHeader = { ...header, generation: header.generation + 1, writtenAt: now };
      const bytes = sealVault(nextHeader, next, key);
      return { bytes, presentIsBroken: found === 'broken', next, nextHeader };
    } catch (error) {
      throw new EditError(error);
    }
  }

  return {
    header: () => header,
    document: () => document,
    readOnly: () => readOnly,
    recoveredFrom: () =>
      opened.isOlder ? { generation: opened.header.generation, writtenAt: opened.header.writtenAt } : null,
    async change(edit) {
      let made: Awaited<ReturnType<typeof replace>> | null = null;
      try {
        await vaultStore.update(
          async (present) => (made = await replace(present, edit)),
          (written) => {
            if (made) verifySealed(written, made.bytes, key);
          },
        );
      } catch (error) {
        if (error instanceof EditError) throw error.cause;
        throw error instanceof VaultError ? error : writeFailed(error);
      }
      return keep(made);
    },
    async refresh() {
      const found = await takeIn(await vaultStore.read());
      if (found === 'broken') log.error('vault-file-broken', { path: vaultStore.path });
      return found === 'gone' ? 'gone' : 'here';
    },
    deriveKey: (label) =>
      Buffer.from(hkdfSync('sha256', key, '', `latchkey/1 ${label} ${header.vaultId}`, DERIVED_KEY_BYTES)),
    close() {
      key.fill(0);
      for (const secret of [...allSecrets(document), ...retired]) secret.fill(0);
    },
  };

  function keep(made: Awaited<ReturnType<typeof replace>> | null): VaultDocument {
    if (made === null) throw new Error('the store did not ask for the change');
    header = made.nextHeader;
    knownBytes = fingerprint(made.bytes);
    adopt(made.next);
    return document;
  }
}

/** What the contract says of a write that failed: the file system's code, no path and no content. */
export function writeFailed(error: unknown): VaultError {
  const hasCode = error instanceof Error && 'code' in error && typeof error.code === 'string';
  return new VaultError(
    { code: 'VAULT_WRITE_FAILED', data: { reason: hasCode ? String(error.code) : 'failed' } },
    error,
  );
}

/** Carries the error of an edit through the store, so that it is not taken for one of the disk. */
class EditError extends Error {
  constructor(cause: unknown) {
    super('the edit failed', { cause });
  }
}

function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}
