import type { Applied, Apply, ImportRow, ImportSource, ImportView } from '../../contract/imports.ts';
import type { Unusable } from '../add/unusable.ts';
import type { Client } from '../connection/connection.ts';
import { createStore, type Store } from '../connection/store.ts';
import { contractCode, errorField } from '../words/error-words.ts';
import type { Given } from './given.ts';

/** The dry run: what was read and what each row would become. */
export interface Report extends ImportView {
  readonly entries: readonly ImportRow[];
  /** How many entries `replace` would move to Deleted, if none of them is in the import. */
  readonly present: number;
}

/** What Latchkey is at. `done` runs from 0 to 1; null: nobody knows. */
export type Work =
  | { readonly at: 'reading'; readonly done: number | null }
  | { readonly at: 'opening'; readonly source: number }
  | { readonly at: 'keeping' };

export interface ImportState {
  readonly work: Work | null;
  /** Null before the first source. */
  readonly report: Report | null;
  /** Why the last step failed; `source` if it was the opening of one. */
  readonly failed: { readonly error: unknown; readonly source: number | null } | null;
  /** What was given holds nothing to read; nothing was sent. */
  readonly unusable: Unusable | null;
  readonly result: Applied | null;
}

/** An import from its first source to its result. One step at a time; a new one ends the one before. */
export interface Importing {
  readonly state: Store<ImportState>;
  /** Reads more into the import. `give`: finds out what the person gives. */
  readonly read: (give: () => Promise<Given>) => Promise<void>;
  readonly unlock: (source: number, passphrase: string) => Promise<void>;
  /** Ends the step that is going on; what was there before it stays. */
  readonly stop: () => void;
  readonly keep: (wishes: Omit<Apply, 'importId'>) => Promise<void>;
  /** Ends everything, and makes the application forget it. */
  readonly close: () => void;
}

const nothing: ImportState = { work: null, report: null, failed: null, unusable: null, result: null };

export function createImporting(client: Client): Importing {
  const state = createStore(nothing);
  let running = new AbortController();

  const change = (part: Partial<ImportState>) => state.set({ ...state.get(), ...part });

  async function step(work: Work, source: number | null, act: (signal: AbortSignal) => Promise<void>) {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    change({ work, failed: null, unusable: null });
    try {
      await act(signal);
      if (!signal.aborted) change({ work: null });
    } catch (error) {
      if (signal.aborted) return;
      const isGone = contractCode(error) === 'IMPORT_GONE';
      const isCancelled = errorField(error, 'cause') === 'cancelled';
      change({
        work: null,
        failed: isCancelled ? null : { error, source: isGone ? null : source },
        ...(isGone && { report: null }),
      });
    }
  }

  /** Fetches the dry run as it is now. Its rows come in several events. */
  async function report(importId: string, signal: AbortSignal): Promise<void> {
    let summary: Omit<Report, 'entries'> | null = null;
    const entries: ImportRow[] = [];
    for await (const event of await client.imports.report({ importId }, { signal })) {
      if (event.type === 'rows') entries.push(...event.rows);
      else summary = { ...event.import, present: event.present };
    }
    if (summary !== null && !signal.aborted) change({ report: { ...summary, entries } });
  }

  async function follow(events: Awaited<ReturnType<Client['imports']['read']>>, signal: AbortSignal) {
    for await (const event of events) {
      if (signal.aborted) return;
      if (event.type === 'read') await report(event.import.importId, signal);
      else if (state.get().work?.at === 'reading') change({ work: { at: 'reading', done: event.done } });
    }
  }

  return {
    state,
    read: (give) =>
      step({ at: 'reading', done: null }, null, async (signal) => {
        const given = await give();
        if (signal.aborted) return;
        if ('unusable' in given) return change({ unusable: given.unusable });
        const sources: ImportSource[] = [...given.sources];
        const importId = state.get().report?.importId;
        await follow(await client.imports.read({ sources, importId }, { signal }), signal);
      }),
    unlock: (source, passphrase) =>
      step({ at: 'opening', source }, source, async (signal) => {
        const importId = state.get().report?.importId;
        if (importId === undefined) return;
        try {
          await follow(await client.imports.unlock({ importId, source, passphrase }, { signal }), signal);
        } catch (error) {
          // The passphrase was right, and something else is wrong with the source: it says so itself.
          if (errorField(error, 'reason') === 'PASSPHRASE_WRONG') throw error;
          if (contractCode(error) !== 'SOURCE_UNREADABLE') throw error;
          await report(importId, signal);
        }
      }),
    stop() {
      running.abort();
      change({ work: null });
    },
    keep: (wishes) =>
      step({ at: 'keeping' }, null, async (signal) => {
        const importId = state.get().report?.importId;
        if (importId === undefined) return;
        for await (const event of await client.imports.apply({ ...wishes, importId }, { signal })) {
          if (event.type === 'applied') change({ result: event.result, report: null });
        }
      }),
    close() {
      running.abort();
      const importId = state.get().report?.importId;
      // If this fails, the application forgets it on its own.
      if (importId !== undefined) client.imports.discard({ importId }).catch(() => undefined);
      state.set(nothing);
    },
  };
}
