import type { EntryView, TrashView } from '../../contract/entry.ts';
import { findEntries } from '../../contract/search/find-entries.ts';
import type { SettingsInput, SettingsLook } from '../../contract/settings.ts';
import type { SearchFit } from '../../contract/vocabulary.ts';
import { outOfTrash, toTrash, type Entry } from '../../core/entry/entry.ts';
import { Failure } from '../failure.ts';
import type { Clock } from '../ports.ts';
import type { Undo } from '../history/undo.ts';
import type { Vault } from '../vault/vault.ts';
import { changeEntry, findEntry } from './change.ts';
import { refuseTwin } from './place.ts';
import { editEntry, type Edit } from './edit.ts';
import { purgeTrash } from './former.ts';
import { changeSettings, lookAt } from './settings.ts';
import { viewOfEntry, viewOfTrash } from './view.ts';
import { openDocument } from '../vault/open-document.ts';

export interface Entries {
  /** Yields the entries and the trash, now and after each change; ends when the vault closes. */
  watch(signal?: AbortSignal): AsyncGenerator<{ entries: EntryView[]; trash: TrashView[] }>;
  /** Those that a query names (`findEntries`). Throws VAULT_NOT_OPEN. */
  find(query: string, fit: SearchFit): EntryView[];
  /** Throws ENTRY_NOT_FOUND, LABEL_EMPTY, ALREADY_HERE; also as `Vault.change`. */
  edit(id: string, edit: Edit): Promise<{ undoId: string }>;
  setPinned(id: string, pinned: boolean): Promise<void>;
  setCounter(id: string, counter: number): Promise<void>;
  /** The code that other settings would make. Throws VAULT_NOT_OPEN, ENTRY_NOT_FOUND, SETTINGS_INVALID. */
  look(settings: SettingsInput): SettingsLook;
  /** Throws ENTRY_NOT_FOUND, SETTINGS_INVALID, ALREADY_HERE; also as `Vault.change`. */
  setSettings(settings: SettingsInput): Promise<{ undoId: string }>;
  remove(id: string): Promise<void>;
  restore(id: string): Promise<void>;
  /** Permanently deletes entries from the trash; all of them if `ids` is null. */
  purge(ids: readonly string[] | null): Promise<{ undoId: string; purged: number }>;
}

/** Everything a person can do to an existing entry. Each change is one write of the vault. */
export function createEntries({
  vault,
  undo,
  clock,
  codeClock,
}: {
  vault: Vault;
  undo: Undo;
  clock: Clock;
  codeClock: Pick<Clock, 'now'>;
}): Entries {
  /** Changes one entry; throws ENTRY_NOT_FOUND if it does not exist (any more). */
  const edit = async (id: string, change: (entry: Entry) => Entry): Promise<void> => {
    await vault.change((document) => changeEntry(document, id, change));
  };

  return {
    async *watch(signal) {
      if (vault.document() === null) throw new Failure('VAULT_NOT_OPEN');
      for await (const document of vault.watchDocument(signal)) {
        if (document === null) return;
        const now = clock.now();
        const trashed = new Map(document.trash.map((entry) => [entry.id, entry]));
        yield {
          entries: document.entries.map((entry) => viewOfEntry(entry, trashed)),
          trash: document.trash.map((entry) => viewOfTrash(entry, trashed, now)),
        };
      }
    },

    find(query, fit) {
      const document = openDocument(vault);
      const trashed = new Map(document.trash.map((entry) => [entry.id, entry]));
      return findEntries(document.entries, query, fit).map((entry) => viewOfEntry(entry, trashed));
    },

    edit: async (id, wanted) => {
      const { undoId } = await undo.perform((document) => editEntry(document, id, wanted));
      return { undoId };
    },

    setPinned: (id, pinned) => edit(id, (entry) => ({ ...entry, pinned })),

    setCounter: (id, counter) =>
      edit(id, (entry) => {
        if (entry.parameters.kind !== 'hotp') throw new Failure('ENTRY_NOT_HOTP');
        return { ...entry, parameters: { ...entry.parameters, counter } };
      }),

    look: (settings) => {
      const document = openDocument(vault);
      return lookAt(document, settings, codeClock.now());
    },

    setSettings: async (settings) => {
      const { undoId } = await undo.perform((document) => changeSettings(document, settings));
      return { undoId };
    },

    remove: async (id) => {
      const deletedAt = clock.now();
      await vault.change((document) => {
        const entry = findEntry(document.entries, id);
        return {
          ...document,
          entries: document.entries.filter((other) => other !== entry),
          trash: [...document.trash, toTrash(entry, deletedAt)],
        };
      });
    },

    restore: async (id) => {
      await vault.change((document) => {
        const trashed = findEntry(document.trash, id);
        const entry = outOfTrash(trashed);
        refuseTwin(document, entry);
        return {
          ...document,
          entries: [...document.entries, entry],
          trash: document.trash.filter((other) => other !== trashed),
        };
      });
    },

    purge: async (ids) => {
      const wanted = ids && new Set(ids);
      let purged = 0;
      const { undoId } = await undo.perform((document) => {
        const edited = purgeTrash(document, (id) => wanted === null || wanted.has(id));
        purged = document.trash.length - edited.trash.length;
        return edited;
      });
      return { undoId, purged };
    },
  };
}
