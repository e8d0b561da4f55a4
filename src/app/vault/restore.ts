import { randomUUID } from 'node:crypto';
import type { Changes, Generation } from '../../contract/generations.ts';
import type { RestorePreview } from '../../contract/restore.ts';
import { namedChanges } from '../../contract/limits.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import type { Entry } from '../../core/vault/entry.ts';
import { allSecrets } from '../../core/vault/document-secrets.ts';
import { changesBetween } from '../../core/vault/changes.ts';
import { compareStates, mergeStates, replaceState } from '../../core/vault/restore.ts';
import { Failure } from '../failure.ts';
import type { Clock } from '../ports.ts';
import { vaultError } from './error.ts';
import type { Undo } from './undo.ts';
import type { Vault } from './vault.ts';

/** So many older states are held open for a decision; the oldest goes first. */
const HELD = 4;

export interface Restore {
  /** Holds an older state, whose secrets are this one's from now on, and says what it would bring. */
  preview(older: VaultDocument, writtenAt: number): RestorePreview;
  /** @throws the failure RESTORE_GONE; as `Vault.change` */
  take(
    restoreId: string,
    how: 'merge' | 'replace',
  ): Promise<{ undoId: string; added: number; replaced: number; trashed: number }>;
  discard(restoreId: string): void;
  generations(): Promise<{ generations: Generation[]; since: Changes | null }>;
  /** @throws the failure GENERATION_UNREADABLE */
  previewGeneration(generation: number): Promise<RestorePreview>;
}

/** The way back to an older state of the vault: a generation, or a backup that somebody opened. */
export function createRestore({ vault, undo, clock }: { vault: Vault; undo: Undo; clock: Clock }): Restore {
  const held = new Map<string, VaultDocument>();
  vault.onClose(() => [...held.keys()].forEach(discard));

  function discard(restoreId: string): void {
    const older = held.get(restoreId);
    if (older) zero(older);
    held.delete(restoreId);
  }

  function preview(older: VaultDocument, writtenAt: number): RestorePreview {
    const present = vault.document();
    if (present === null) {
      zero(older);
      throw vaultError('VAULT_NOT_OPEN');
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

    async generations() {
      const listed: Generation[] = [];
      /** The newest state before the one that is looked at. */
      let before: VaultDocument | null = null;
      // The oldest first, so that no more than two of them are open at a time.
      for (const older of (await vault.generations()).toReversed()) {
        const { generation, writtenAt } = older;
        const document = await older.open();
        const changes = typeof document === 'string' ? null : changesOf(before, document, writtenAt);
        listed.unshift({ generation, writtenAt, content: contentOf(document), changes });
        if (typeof document === 'string') continue;
        if (before !== null) zero(before);
        before = document;
      }
      const present = vault.document();
      const since = present === null ? null : changesOf(before, present, clock.now());
      if (before !== null) zero(before);
      return { generations: listed, since };
    },

    async previewGeneration(wanted) {
      const found = (await vault.generations()).find(({ generation }) => generation === wanted);
      const document = found ? await found.open() : 'broken';
      if (!found || typeof document === 'string') throw new Failure('GENERATION_UNREADABLE');
      return preview(document, found.writtenAt);
    },
  };
}

function contentOf(document: VaultDocument | 'otherKey' | 'broken'): Generation['content'] {
  if (typeof document === 'string') return { state: document };
  const { entries, trash, quarantine } = document;
  return {
    state: 'opens',
    entries: entries.length,
    trash: trash.length,
    quarantined: quarantine.length,
  };
}

/** What was changed from one state to the next, by kind; null where there is none before it. */
function changesOf(before: VaultDocument | null, document: VaultDocument, writtenAt: number): Changes | null {
  if (before === null) return null;
  const changes: Changes = [];
  for (const change of changesBetween(before, document, writtenAt)) {
    let ofKind = changes.find(({ kind }) => kind === change.kind);
    if (ofKind === undefined) changes.push((ofKind = { kind: change.kind, count: 0, entries: [] }));
    ofKind.count += 1;
    if (!('entry' in change) || ofKind.entries.length === namedChanges) continue;
    const names = ({ issuer, account }: Entry) => ({ issuer, account });
    const { kind, entry, was } = change;
    ofKind.entries.push({ ...names(entry), was: kind === 'renamed' && was !== null ? names(was) : null });
  }
  return changes;
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

function zero(document: VaultDocument): void {
  for (const secret of allSecrets(document)) secret.fill(0);
}
