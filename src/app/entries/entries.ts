import type { EntryView, TrashView } from '../../contract/entry.ts';
import type { SettingsInput, SettingsLook } from '../../contract/settings.ts';
import { outOfTrash, toTrash, type Entry } from '../../core/entry/entry.ts';
import { Failure } from '../failure.ts';
import type { Clock } from '../ports.ts';
import type { Undo } from '../history/undo.ts';
import type { Vault } from '../vault/vault.ts';
import { changeEntry, findEntry } from './change.ts';
import { refuseTwin } from './place.ts';
import { undoReplace } from './replace.ts';
import { changeSettings, lookAt } from './settings.ts';
import { viewOfEntry, viewOfTrash } from './view.ts';

export interface Entries {
  /** Yields the entries and the trash, now and after each change; ends when the vault closes. */
  watch(signal?: AbortSignal): AsyncGenerator<{ entries: EntryView[]; trash: TrashView[] }>;
  rename(id: string, names: { issuer: string; account: string }): Promise<void>;
  setPinned(id: string, pinned: boolean): Promise<void>;
  setCounter(id: string, counter: number): Promise<void>;
  /** The code that other settings would make. Throws VAULT_NOT_OPEN, ENTRY_NOT_FOUND, SETTINGS_INVALID. */
  look(settings: SettingsInput): SettingsLook;
  /** Throws ENTRY_NOT_FOUND, SETTINGS_INVALID, ALREADY_HERE; also as `Vault.change`. */
  setSettings(settings: SettingsInput): Promise<{ undoId: string }>;
  remove(id: string): Promise<void>;
  restore(id: string): Promise<void>;
  undoReplace(id: string): Promise<void>;
  /** Permanently deletes entries from the trash; all of them if `ids` is null. */
  purge(ids: readonly string[] | null): Promise<{ undoId: string; purged: number }>;
}

/** Everything a person can do to an existing entry. Each change is one write of the vault. */
export function createEntries({ vault, undo, clock }: { vault: Vault; undo: Undo; clock: Clock }): Entries {
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
        const trashed = new Set(document.trash.map(({ id }) => id));
        yield {
          entries: document.entries.map((entry) => viewOfEntry(entry, trashed)),
          trash: document.trash.map((entry) => viewOfTrash(entry, trashed, now)),
        };
      }
    },

    rename: async (id, { issuer, account }) => {
      if (issuer === '' && account === '') throw new Failure('LABEL_EMPTY');
      await vault.change((document) =>
        changeEntry(document, id, (entry) => {
          const renamed = { ...entry, issuer, account };
          refuseTwin(document, renamed);
          return renamed;
        }),
      );
    },

    setPinned: (id, pinned) => edit(id, (entry) => ({ ...entry, pinned })),

    setCounter: (id, counter) =>
      edit(id, (entry) => {
        if (entry.parameters.kind !== 'hotp') throw new Failure('ENTRY_NOT_HOTP');
        return { ...entry, parameters: { ...entry.parameters, counter } };
      }),

    look: (settings) => {
      const document = vault.document();
      if (document === null) throw new Failure('VAULT_NOT_OPEN');
      return lookAt(document, settings, clock.now());
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

    undoReplace: async (id) => {
      const now = clock.now();
      await vault.change((document) => undoReplace(document, id, now));
    },

    purge: async (ids) => {
      const wanted = ids && new Set(ids);
      let purged = 0;
      const { undoId } = await undo.perform((document) => {
        const trash = document.trash.filter(({ id }) => wanted !== null && !wanted.has(id));
        purged = document.trash.length - trash.length;
        return { ...document, trash };
      });
      return { undoId, purged };
    },
  };
}
