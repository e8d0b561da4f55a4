import { randomUUID } from 'node:crypto';
import type { VaultDocument } from '../../core/vault/document.ts';
import { revert } from '../../core/history/revert.ts';
import { Failure } from '../failure.ts';
import type { Vault } from '../vault/vault.ts';

/** How many of the newest changes can be undone. */
const REMEMBERED = 20;

export interface Undo {
  /** Changes the vault; the change can be undone until the vault closes. @throws as `Vault.change` */
  perform(
    edit: (document: VaultDocument) => VaultDocument,
  ): Promise<{ undoId: string; after: VaultDocument }>;
  /** Undoes a change, except for entries changed since. @throws the failure UNDO_GONE; as `Vault.change` */
  take(undoId: string): Promise<void>;
}

/** Makes destructive changes that can be undone. The vault owns the secrets and zeroes them when it closes. */
export function createUndo(vault: Vault): Undo {
  const acts = new Map<string, { before: VaultDocument; after: VaultDocument }>();
  vault.onClose(() => acts.clear());

  return {
    async perform(edit) {
      let before: VaultDocument | null = null;
      const after = await vault.change((document) => {
        before = document;
        return edit(document);
      });
      const undoId = randomUUID();
      if (before !== null) acts.set(undoId, { before, after });
      for (const old of [...acts.keys()].slice(0, -REMEMBERED)) acts.delete(old);
      return { undoId, after };
    },

    async take(undoId) {
      const act = acts.get(undoId);
      if (act === undefined) throw new Failure('UNDO_GONE');
      await vault.change((now) => revert(act.before, act.after, now));
      acts.delete(undoId);
    },
  };
}
