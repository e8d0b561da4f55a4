import type { Changes, OlderState } from '../../contract/history.ts';
import type { RestorePreview } from '../../contract/restore.ts';
import { namedChanges } from '../../contract/limits.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { changesBetween } from '../../core/history/changes.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import { zeroSecrets } from '../../core/vault/document-secrets.ts';
import { Failure } from '../failure.ts';
import type { Clock } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';
import type { Restores } from './restores.ts';

export interface History {
  /** Newest first, each with its changes. @throws VAULT_NOT_OPEN */
  list(): Promise<{ states: OlderState[]; since: Changes | null }>;
  /** Previews going back to a state. @throws VAULT_NOT_OPEN, OLDER_STATE_UNREADABLE */
  preview(generation: number): Promise<RestorePreview>;
}

/** The older states that are kept beside the vault. */
export function createHistory({
  vault,
  restores,
  clock,
}: {
  vault: Vault;
  restores: Restores;
  clock: Clock;
}): History {
  return {
    async list() {
      const listed: OlderState[] = [];
      /** The newest state before the current one in the loop. */
      let before: VaultDocument | null = null;
      // Oldest first, so that at most two are open at a time.
      for (const older of (await vault.olderStates()).toReversed()) {
        const { generation, writtenAt } = older;
        const document = await older.open();
        const changes = typeof document === 'string' ? null : changesOf(before, document, writtenAt);
        listed.unshift({ generation, writtenAt, content: contentOf(document), changes });
        if (typeof document === 'string') continue;
        if (before !== null) zeroSecrets(before);
        before = document;
      }
      const present = vault.document();
      const since = present === null ? null : changesOf(before, present, clock.now());
      if (before !== null) zeroSecrets(before);
      return { states: listed, since };
    },

    async preview(wanted) {
      const found = (await vault.olderStates()).find(({ generation }) => generation === wanted);
      const document = found ? await found.open() : 'broken';
      if (!found || typeof document === 'string') throw new Failure('OLDER_STATE_UNREADABLE');
      return restores.preview(document, found.writtenAt);
    },
  };
}

function contentOf(document: VaultDocument | 'otherKey' | 'broken'): OlderState['content'] {
  if (typeof document === 'string') return { state: document };
  const { entries, trash, quarantine } = document;
  return {
    state: 'opens',
    entries: entries.length,
    trash: trash.length,
    quarantined: quarantine.length,
  };
}

/** The changes from one state to the next, by kind; null if there is no earlier one. */
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
