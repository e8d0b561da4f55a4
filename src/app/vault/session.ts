import { createHash } from 'node:crypto';
import type { OpenState } from '../../contract/vault.ts';
import { changesBetween, revise } from '../../core/history/changes.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import { markMoved } from '../../core/moving/mark.ts';
import { emptyOldTrash } from '../../core/vault/trash.ts';
import { allSecrets, ownSecrets, reuseEntries } from '../../core/vault/document-secrets.ts';
import { VaultFileError } from '../../core/vault/error.ts';
import type { VaultHeader } from '../../core/vault/header.ts';
import { parseLayout } from '../../core/vault/layout.ts';
import { withRevisions } from '../../core/vault/revisions.ts';
import { sealVault, unsealVault, verifySealed } from '../../core/vault/seal.ts';
import { areSameSlots, isCheckOf, keyCheck } from '../../core/vault/slots.ts';
import type { Clock, Log, VaultReplacement, VaultStore } from '../ports.ts';
import { Failure } from '../failure.ts';
import type { OpenedVault } from './find.ts';
import { deriveFrom, openWith, reseal } from './keyed.ts';

/** What a write changes; omitted parts stay as they are. */
export interface Rewrite {
  document?: VaultDocument;
  header?: Partial<Pick<VaultHeader, 'slots' | 'strayItems'>>;
  /** A new vault key; the session takes ownership of it and zeroes the former one. */
  key?: Buffer;
}

/** What a write starts from: the newest state, whoever wrote it. `key` is the session's own, not a copy. */
export interface Present {
  readonly header: VaultHeader;
  readonly document: VaultDocument;
  readonly key: Uint8Array;
}

/** An open vault: its key, its document, and what is known about the file they came from. */
export interface Session {
  header(): VaultHeader;
  document(): VaultDocument;
  readOnly(): boolean;
  readOnlyBecause(): OpenState['readOnlyBecause'];
  recoveredFrom(): OpenState['recoveredFrom'];
  /**
   * Like `Vault.change`, but for more than the document; holds the lock file while `make` runs. VAULT_NOT_OPEN
   * if this vault is `gone`: its place holds another vault, none, or one with another key. The former state
   * becomes a generation if a person changed something (`changesBetween`), but not if a code was merely used.
   * @param isUpkeep nobody asked for this write, so nobody would go back to the former state
   */
  rewrite(make: (present: Present) => Promise<Rewrite> | Rewrite, isUpkeep?: boolean): Promise<VaultDocument>;
  /** Checks again whether the vault's location is writable. */
  lookAtPlace(): Promise<void>;
  /** Loads what another process wrote; `gone` if this vault or its key is no longer there. */
  refresh(): Promise<'here' | 'gone'>;
  /** Opens bytes with this vault's key, or returns why they don't open. */
  open(bytes: Uint8Array): VaultDocument | 'otherKey' | 'broken';
  /** Reseals each generation with today's key and slots; some may still be sealed with `formerKey`. */
  resealGenerations(formerKey: Uint8Array | null): Promise<void>;
  /** See `Vault.deriveKey`. */
  deriveKey(label: string): Buffer;
  /** See `Vault.keysFor`. */
  keysFor(label: string): Buffer[];
  /** Zeroes the key and every secret that has ever been in the document. */
  close(): void;
}

export function createSession(
  opened: OpenedVault,
  ownKey: Buffer,
  { vaultStore, clock, log }: { vaultStore: VaultStore; clock: Clock; log: Log },
): Session {
  let key = ownKey;
  let { header, document, readOnly, takesWriting } = opened;
  let knownBytes = fingerprint(opened.bytes);
  /** Secrets that are no longer in the document; zeroed with the rest. */
  const retired = new Set<Uint8Array>();

  function adopt(next: VaultDocument): void {
    const kept = new Set(allSecrets(next));
    for (const secret of allSecrets(document)) if (!kept.has(secret)) retired.add(secret);
    document = next;
  }

  /** Loads the bytes that are on disk now. */
  async function takeIn(present: Uint8Array | null): Promise<'here' | 'broken' | 'gone'> {
    if (present === null) return (await vaultStore.generations()).length > 0 ? 'here' : 'gone';
    const bytes = fingerprint(present);
    if (bytes === knownBytes) return 'here';
    try {
      const { vaultId, keyCheck: check } = parseLayout(present).header;
      if (vaultId !== header.vaultId || !isCheckOf(check, key, vaultId)) return 'gone';
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

  type Made = VaultReplacement & { next: VaultDocument; nextHeader: VaultHeader; nextKey: Buffer };

  async function replace(
    present: Uint8Array | null,
    make: (present: Present) => Promise<Rewrite> | Rewrite,
    isUpkeep: boolean,
  ): Promise<Made> {
    const found = await takeIn(present);
    if (found === 'gone') throw new Failure('VAULT_NOT_OPEN');
    if (readOnly) throw new Failure('VAULT_READ_ONLY');
    try {
      const rewrite = await make({ header, document, key });
      const now = clock.now();
      const nextKey = rewrite.key ?? key;
      const marked = markMoved(document, ownSecrets(rewrite.document ?? document, document));
      const edited = emptyOldTrash(marked, now);
      const hasOtherSlots =
        rewrite.header?.slots !== undefined && !areSameSlots(rewrite.header.slots, header.slots);
      const revisions = isUpkeep ? document.revisions : revise(document, edited, hasOtherSlots);
      const next = { ...withRevisions(document, edited, now), revisions };
      const nextHeader = {
        ...header,
        ...rewrite.header,
        keyCheck: keyCheck(nextKey, header.vaultId),
        generation: header.generation + 1,
        writtenAt: now,
      };
      const bytes = sealVault(nextHeader, next, nextKey);
      const withoutGeneration = isUpkeep || changesBetween(document, next, now).length === 0;
      const kept = {
        presentIsBroken: found === 'broken',
        withoutGeneration,
        presentWrittenAt: header.writtenAt,
      };
      return { bytes, ...kept, next, nextHeader, nextKey };
    } catch (error) {
      throw new EditError(error);
    }
  }

  function keep({ nextHeader, nextKey, next, bytes }: Made): VaultDocument {
    header = nextHeader;
    knownBytes = fingerprint(bytes);
    adopt(next);
    if (nextKey !== key) {
      key.fill(0);
      key = nextKey;
    }
    return document;
  }

  return {
    header: () => header,
    document: () => document,
    readOnly: () => readOnly || !takesWriting,
    readOnlyBecause: () => (readOnly ? 'newer' : takesWriting ? null : 'place'),
    recoveredFrom: () =>
      opened.isOlder ? { generation: opened.header.generation, writtenAt: opened.header.writtenAt } : null,
    async rewrite(make, isUpkeep = false) {
      let made: Made | null = null;
      if (!takesWriting) takesWriting = await vaultStore.isWritable();
      if (!takesWriting) throw new Failure('VAULT_READ_ONLY');
      try {
        await vaultStore.update(
          async (present) => (made = await replace(present, make, isUpkeep)),
          (written) => {
            if (made) verifySealed(written, made.bytes, made.nextKey);
          },
        );
      } catch (error) {
        if (error instanceof EditError) throw error.cause;
        takesWriting = await vaultStore.isWritable();
        throw error instanceof Failure ? error : writeFailed(error);
      }
      if (made === null) throw new Error('the store did not ask for the change');
      return keep(made);
    },
    async lookAtPlace() {
      takesWriting = await vaultStore.isWritable();
    },
    async refresh() {
      const found = await takeIn(await vaultStore.read());
      if (found === 'broken') log.error('vault-file-broken', { path: vaultStore.path });
      return found === 'gone' ? 'gone' : 'here';
    },
    open: (bytes) => openWith(bytes, key, header.vaultId),
    async resealGenerations(formerKey) {
      const { formerKey: _, ...safekeeping } = document.safekeeping;
      await vaultStore.rewriteGenerations((bytes) => {
        const today = { key, header, safekeeping: { ...safekeeping, formerKey: null } };
        return reseal(bytes, formerKey === null ? [key] : [key, formerKey], today);
      });
    },
    deriveKey: (label) => deriveFrom(key, label, header.vaultId),
    keysFor(label) {
      const { formerKey } = document.safekeeping;
      const keys = formerKey === null ? [key] : [key, formerKey];
      return keys.map((one) => deriveFrom(one, label, header.vaultId));
    },
    close() {
      key.fill(0);
      for (const secret of [...allSecrets(document), ...retired]) secret.fill(0);
    },
  };
}

/** The contract's error for a failed write: the file system's code, without path or content. */
export function writeFailed(error: unknown): Failure {
  const hasCode = error instanceof Error && 'code' in error && typeof error.code === 'string';
  return new Failure('VAULT_WRITE_FAILED', { reason: hasCode ? String(error.code) : 'failed' }, error);
}

/** Carries an edit's error through the store, so that it is not mistaken for a disk error. */
class EditError extends Error {
  constructor(cause: unknown) {
    super('the edit failed', { cause });
  }
}

function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}
