import { randomUUID } from 'node:crypto';
import type { RestorePreview } from '../../contract/restore.ts';
import { compareStates, mergeStates, replaceState } from '../../core/history/states.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import { zeroSecrets } from '../../core/vault/document-secrets.ts';
import { Failure } from '../failure.ts';
import type { Clock } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';
import type { Undo } from './undo.ts';

/** How many older states are held open for a decision; the oldest is dropped first. */
const HELD = 4;

export interface Restores {
  /** Holds an older state, takes ownership of its secrets, and returns what restoring it would change. */
  preview(older: VaultDocument, writtenAt: number): RestorePreview;
  /** @throws the failure RESTORE_GONE; also as `Vault.change` */
  take(
    restoreId: string,
    how: 'merge' | 'replace',
  ): Promise<{ undoId: string; added: number; replaced: number; trashed: number }>;
  discard(restoreId: string): void;
}

/** Restores the vault from an older state or a backup: previews it first, then takes or discards it. */
export function createRestores({ vault, undo, clock }: { vault: Vault; undo: Undo; clock: Clock }): Restores {
  const held = new Map<string, VaultDocument>();
  vault.onClose(() => [...held.keys()].forEach(discard));

  function discard(restoreId: string): void {
    const older = held.get(restoreId);
    if (older) zeroSecrets(older);
    held.delete(restoreId);
  }

  function preview(older: VaultDocument, writtenAt: number): RestorePreview {
    const present = vault.document();
    if (present === null) {
      zeroSecrets(older);
      throw new Failure('VAULT_NOT_OPEN');
    }
    const restoreId = randomUUID();
    held.set(restoreId, older);
    [...held.keys()].slice(0, -HELD).forEach(discard);
    const { entries, onlyHere } = compareStates(present, older);
    return {
      restoreId,
      writtenAt,
      entries: entries.map(({ entry, change }) => {
        const { issuer, account, parameters } = entry;
        return { issuer, account, kind: parameters.kind, change };
      }),
      onlyHere: onlyHere.map(({ issuer, account }) => ({ issuer, account })),
      quarantined: older.quarantine.length,
    };
  }

  return {
    preview,
    discard,

    async take(restoreId, how) {
      const older = held.get(restoreId);
      if (older === undefined) throw new Failure('RESTORE_GONE');
      let before: VaultDocument | null = null;
      const { undoId, after } = await undo.perform((present) => {
        before = present;
        return how === 'merge' ? mergeStates(present, older) : replaceState(present, older, clock.now());
      });
      discard(restoreId);
      return { undoId, ...countChanges(before ?? after, after) };
    },
  };
}

function countChanges(
  before: VaultDocument,
  after: VaultDocument,
): { added: number; replaced: number; trashed: number } {
  const [was, wasTrashed] = [byId(before.entries), byId(before.trash)];
  return {
    added: after.entries.filter(({ id }) => !was.has(id)).length,
    replaced: after.entries.filter((entry) => was.has(entry.id) && was.get(entry.id) !== entry).length,
    trashed: after.trash.filter(({ id }) => !wasTrashed.has(id)).length,
  };
}

function byId<E extends { id: string }>(entries: readonly E[]): Map<string, E> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
