import { textLength, textLimits } from '../../contract/limits.ts';
import type { Preview } from '../../contract/previews.ts';
import type { Refusal, ScanEvent } from '../../contract/scan.ts';
import type { Client } from '../connection/connection.ts';
import { createStore } from '../connection/store.ts';
import type { Store } from '../connection/store.ts';
import { contractCode, errorField } from '../words/error-words.ts';
import { bareKey } from './bare-key.ts';
import { captureScreen } from './capture.ts';
import { readImage } from './pixels.ts';
import type { Unusable } from './unusable.ts';

/** Where a set-up code comes from: decides the advice when nothing is found. */
export type Way = 'screen' | 'image' | 'text' | 'typed';

export interface Scan {
  readonly step: 'scan';
  readonly way: Way;
  readonly previews: readonly Preview[];
  readonly refusals: readonly Refusal[];
  /** Set-up codes split over several QR codes, some of which have not been seen yet. */
  readonly parts: readonly Extract<ScanEvent, { type: 'part' }>[];
  /** Null when the scan is over. `done` runs from 0 to 1; null before the first report. */
  readonly progress: { readonly done: number | null; readonly remainingMs: number | null } | null;
  /** The number of QR codes that are not for one-time codes. */
  readonly others: number;
}

export type AddState =
  | { readonly step: 'choose' }
  /** `secret`: the form's initial value. */
  | { readonly step: 'typed'; readonly secret: string }
  | Scan
  | { readonly step: 'failed'; readonly way: Way; readonly error: unknown }
  | { readonly step: 'unreadable'; readonly what: Unusable }
  | { readonly step: 'added'; readonly entryIds: readonly string[] };

/** Adding, from the choice of a way to the added entry. One at a time; a new scan ends the previous one. */
export interface Add {
  readonly state: Store<AddState>;
  readonly choose: () => void;
  readonly type: () => void;
  readonly screen: () => Promise<void>;
  readonly image: (file: Blob) => Promise<void>;
  readonly text: (text: string) => Promise<void>;
  /** Shows previews that already exist. */
  readonly show: (way: Way, previews: readonly Preview[]) => void;
  readonly unreadable: (what: Unusable) => void;
  /** Ends a scan and keeps its results so far on the screen. */
  readonly stop: () => void;
  readonly added: (entryIds: readonly string[]) => void;
  /** Ends everything; the application also forgets previews that were not kept. */
  readonly close: () => void;
}

type ScanCall = (signal: AbortSignal) => Promise<AsyncIterable<ScanEvent>>;

/** Makes the controller. `captures`: what takes the picture of the screen. */
export function createAdd(client: Client, captures: () => Promise<'application' | 'window'>): Add {
  const state = createStore<AddState>({ step: 'choose' });
  let running = new AbortController();

  const begin = (way: Way) => {
    forget();
    running = new AbortController();
    state.set(scanOf(way));
    return running.signal;
  };
  const forget = () => {
    running.abort();
    const former = state.get();
    if (former.step !== 'scan' || former.previews.length === 0) return;
    // If this fails, the application forgets them on its own.
    client.previews
      .discard({ previewIds: former.previews.map(({ previewId }) => previewId) })
      .catch(() => undefined);
  };
  const attempt = async (way: Way, signal: AbortSignal, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      if (signal.aborted) return;
      const found = state.get();
      if (contractCode(error) === 'PREVIEWS_FULL') {
        forget();
        state.set({ step: 'failed', way, error });
      } else if (found.step === 'scan' && found.previews.length > 0) state.set({ ...found, progress: null });
      else if (isCancelled(error)) state.set({ step: 'choose' });
      else state.set({ step: 'failed', way, error });
    }
  };
  const follow = async (call: ScanCall, signal: AbortSignal) => {
    for await (const event of await call(signal)) {
      const scan = state.get();
      if (signal.aborted || scan.step !== 'scan') return;
      state.set(hear(scan, event));
    }
    const scan = state.get();
    if (!signal.aborted && scan.step === 'scan') state.set({ ...scan, progress: null });
  };
  const picture = async (signal: AbortSignal, read: () => ReturnType<typeof readImage>) => {
    const pixels = await read();
    if (!signal.aborted) await follow((given) => client.scan.picture(pixels, { signal: given }), signal);
  };

  return {
    state,
    choose() {
      forget();
      state.set({ step: 'choose' });
    },
    type() {
      forget();
      state.set({ step: 'typed', secret: '' });
    },
    async screen() {
      const signal = begin('screen');
      await attempt('screen', signal, async () =>
        (await captures()) === 'application'
          ? follow((given) => client.scan.screen(undefined, { signal: given }), signal)
          : picture(signal, captureScreen),
      );
    },
    async image(file) {
      const signal = begin('image');
      await attempt('image', signal, async () => picture(signal, async () => readImage(file)));
    },
    async text(text) {
      if (textLength(text) > textLimits.pasted) {
        forget();
        state.set({ step: 'unreadable', what: 'textTooLong' });
        return;
      }
      const key = bareKey(text);
      if (key !== null) {
        forget();
        state.set({ step: 'typed', secret: key });
        return;
      }
      const signal = begin('text');
      await attempt('text', signal, async () => {
        const { previews, refused } = await client.scan.text({ text }, { signal });
        if (!signal.aborted) state.set({ ...scanOf('text'), previews, refusals: refused, progress: null });
      });
    },
    show(way, previews) {
      state.set({ ...scanOf(way), previews, progress: null });
    },
    unreadable(what) {
      forget();
      state.set({ step: 'unreadable', what });
    },
    stop() {
      running.abort();
      const scan = state.get();
      if (scan.step !== 'scan') return;
      state.set(scan.previews.length > 0 ? { ...scan, progress: null } : { step: 'choose' });
    },
    added(entryIds) {
      forget();
      state.set({ step: 'added', entryIds });
    },
    close() {
      forget();
      state.set({ step: 'choose' });
    },
  };
}

function scanOf(way: Way): Scan {
  return {
    step: 'scan',
    way,
    previews: [],
    refusals: [],
    parts: [],
    progress: { done: null, remainingMs: null },
    others: 0,
  };
}

function hear(scan: Scan, event: ScanEvent): Scan {
  switch (event.type) {
    case 'progress':
      return { ...scan, progress: { done: event.done, remainingMs: event.remainingMs } };
    case 'found':
      return { ...scan, previews: [...scan.previews, ...event.previews] };
    case 'part':
      return { ...scan, parts: [...scan.parts, event] };
    case 'refused':
      return { ...scan, refusals: [...scan.refusals, event.refusal] };
    case 'done':
      return { ...scan, progress: null, others: event.others };
  }
}

function isCancelled(error: unknown): boolean {
  return contractCode(error) === 'SCREEN_UNAVAILABLE' && errorField(error, 'cause') === 'cancelled';
}
