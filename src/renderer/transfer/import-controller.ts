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
export type Work = { readonly at: 'reading'; readonly done: number | null } | { readonly at: 'keeping' };

export interface ImportState {
  readonly work: Work | null;
  /** The sources that are being opened, each with the passphrase that the person typed. */
  readonly opening: ReadonlySet<number>;
  /** Null before the first source. */
  readonly report: Report | null;
  /** Why the last step failed; `source` if it was the opening of one. */
  readonly failed: { readonly error: unknown; readonly source: number | null } | null;
  /** What was given holds nothing to read; nothing was sent. */
  readonly unusable: Unusable | null;
  readonly result: Applied | null;
}

/**
 * An import from its first source to its result. Sources are opened beside each other and beside a reading; any other
 * new step ends the one before.
 */
export interface Importing {
  readonly state: Store<ImportState>;
  /** Reads more into the import. `give`: finds out what the person gives. */
  readonly read: (give: () => Promise<Given>) => Promise<void>;
  readonly unlock: (source: number, passphrase: string) => Promise<void>;
  /** Ends the reading, or the opening of a source; what was there before it stays. */
  readonly stop: (source?: number) => void;
  readonly keep: (wishes: Omit<Apply, 'importId'>) => Promise<void>;
  /** Ends everything, and makes the application forget it. */
  readonly close: () => void;
}

const nothing: ImportState = {
  work: null,
  opening: new Set(),
  report: null,
  failed: null,
  unusable: null,
  result: null,
};

export function createImporting(client: Client): Importing {
  const state = createStore(nothing);
  /** The steps that are going on: by source the openings, at null any other. */
  const running = new Map<number | null, AbortController>();
  /** Which of the reports that were asked for is shown. */
  const reports = { asked: 0, shown: 0 };

  const change = (part: Partial<ImportState>) => state.set({ ...state.get(), ...part });

  function begin(source: number | null, work: Work | null): AbortSignal {
    running.get(source)?.abort();
    const mine = new AbortController();
    running.set(source, mine);
    const { opening, failed } = state.get();
    change({
      ...(source === null ? { work } : { opening: new Set([...opening, source]) }),
      failed: failed?.source === source ? null : failed,
      unusable: null,
    });
    return mine.signal;
  }

  function end(source: number | null, part: Partial<ImportState> = {}): void {
    running.get(source)?.abort();
    running.delete(source);
    const opening = new Set(state.get().opening);
    if (source !== null) opening.delete(source);
    change({ ...(source === null && { work: null }), opening, ...part });
  }

  async function step(
    source: number | null,
    work: Work | null,
    act: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const signal = begin(source, work);
    try {
      await act(signal);
      if (!signal.aborted) end(source);
    } catch (error) {
      if (signal.aborted) return;
      const isGone = contractCode(error) === 'IMPORT_GONE';
      const isCancelled = errorField(error, 'cause') === 'cancelled';
      end(source, {
        failed: isCancelled ? null : { error, source: isGone ? null : source },
        ...(isGone && { report: null }),
      });
    }
  }

  /** Fetches the dry run as it is now. Its rows come in several events. An older one never takes its place. */
  async function report(importId: string, signal: AbortSignal): Promise<void> {
    const mine = (reports.asked += 1);
    let summary: Omit<Report, 'entries'> | null = null;
    const entries: ImportRow[] = [];
    for await (const event of await client.imports.report({ importId }, { signal })) {
      if (event.type === 'rows') entries.push(...event.rows);
      else summary = { ...event.import, present: event.present };
    }
    if (summary === null || signal.aborted || mine < reports.shown) return;
    reports.shown = mine;
    change({ report: { ...summary, entries } });
  }

  return {
    state,
    read: (give) =>
      step(null, { at: 'reading', done: null }, async (signal) => {
        const given = await give();
        if (signal.aborted) return;
        if ('unusable' in given) return change({ unusable: given.unusable });
        const sources: ImportSource[] = [...given.sources];
        const importId = state.get().report?.importId;
        for await (const event of await client.imports.read({ sources, importId }, { signal })) {
          if (signal.aborted) return;
          if (event.type === 'read') await report(event.import.importId, signal);
          else change({ work: { at: 'reading', done: event.done } });
        }
      }),
    unlock: (source, passphrase) =>
      step(source, null, async (signal) => {
        const importId = state.get().report?.importId;
        if (importId === undefined) return;
        try {
          for await (const event of await client.imports.unlock(
            { importId, source, passphrase },
            { signal },
          )) {
            if (event.type === 'read') await report(importId, signal);
          }
        } catch (error) {
          // The passphrase was right, and something else is wrong with the source: it says so itself.
          if (errorField(error, 'reason') === 'PASSPHRASE_WRONG') throw error;
          if (contractCode(error) !== 'SOURCE_UNREADABLE') throw error;
          await report(importId, signal);
        }
      }),
    stop: (source) => end(source ?? null),
    keep: (wishes) =>
      step(null, { at: 'keeping' }, async (signal) => {
        const importId = state.get().report?.importId;
        if (importId === undefined) return;
        for await (const event of await client.imports.apply({ ...wishes, importId }, { signal })) {
          if (event.type === 'applied') change({ result: event.result, report: null });
        }
      }),
    close() {
      for (const mine of running.values()) mine.abort();
      running.clear();
      const importId = state.get().report?.importId;
      // If this fails, the application forgets it on its own.
      if (importId !== undefined) client.imports.discard({ importId }).catch(() => undefined);
      state.set(nothing);
    },
  };
}
