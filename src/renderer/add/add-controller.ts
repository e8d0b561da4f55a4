import { textLength, textLimits } from '../../contract/limits.ts';
import type { Preview } from '../../contract/previews.ts';
import type { Refusal, ScanEvent } from '../../contract/scan.ts';
import type { Frame } from '../camera/frames.ts';
import type { Client } from '../connection/connection.ts';
import { createStore } from '../connection/store.ts';
import type { Store } from '../connection/store.ts';
import { contractCode, errorField } from '../words/error-words.ts';
import { bareKey } from './bare-key.ts';
import { captureScreen } from './capture.ts';
import { readImage } from './pixels.ts';
import { hear, hearFrame, scanOf, type Scan, type Way } from './scan-state.ts';
import type { Unusable } from './unusable.ts';

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
  /** As `screen`, with a picture that the person shares through the browser. */
  readonly share: () => Promise<void>;
  /** Looks through a camera, whose frames `frame` takes; goes on with what was found if that is what is shown. */
  readonly camera: () => void;
  /** Reads a camera's frame; ends the scan some time after the last new code. */
  readonly frame: (frame: Frame) => Promise<void>;
  readonly image: (file: Blob) => Promise<void>;
  readonly text: (text: string) => Promise<void>;
  /** Shows what was read already. */
  readonly show: (way: Way, previews: readonly Preview[], refusals?: readonly Refusal[]) => void;
  readonly unreadable: (what: Unusable) => void;
  /** Ends a scan and keeps its results so far on the screen. */
  readonly stop: () => void;
  readonly added: (entryIds: readonly string[]) => void;
  /** Ends everything; the application also forgets previews that were not kept. */
  readonly close: () => void;
}

/** How long a camera looks for more after the last new code, in ms. */
const lookForMore = 2_000;

type ScanCall = (signal: AbortSignal) => Promise<AsyncIterable<ScanEvent>>;

/** Makes the controller. `captures`: what takes the picture of the screen. */
export function createAdd(client: Client, captures: () => Promise<'application' | 'window'>): Add {
  const state = createStore<AddState>({ step: 'choose' });
  let running = new AbortController();
  /** When the camera showed the last new code, by the window's clock; null: none since it began. */
  let lastFound: number | null = null;

  const begin = (now: AddState) => {
    forget();
    running = new AbortController();
    state.set(now);
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
      const signal = begin(scanOf('screen'));
      await attempt('screen', signal, async () =>
        (await captures()) === 'application'
          ? follow((given) => client.scan.screen(undefined, { signal: given }), signal)
          : picture(signal, captureScreen),
      );
    },
    async share() {
      const signal = begin(scanOf('screen'));
      await attempt('screen', signal, async () => picture(signal, captureScreen));
    },
    camera() {
      const former = state.get();
      if (former.step !== 'scan' || former.way !== 'camera') begin(scanOf('camera'));
      else {
        running = new AbortController();
        state.set({ ...former, progress: scanOf('camera').progress, isStopped: false });
      }
      lastFound = null;
    },
    async frame(frame) {
      const { signal } = running;
      await attempt('camera', signal, async () => {
        const scan = state.get();
        if (scan.step !== 'scan' || scan.progress === null) return;
        const known = scan.previews.map(({ previewId }) => previewId);
        for await (const event of await client.scan.picture({ ...frame, known }, { signal })) {
          const now = state.get();
          if (signal.aborted || now.step !== 'scan') return;
          state.set(hearFrame(now, event));
        }
        const seen = state.get();
        if (signal.aborted || seen.step !== 'scan') return;
        const now = performance.now();
        if (seen.previews.length > scan.previews.length) lastFound = now;
        if (lastFound !== null && now - lastFound >= lookForMore) state.set({ ...seen, progress: null });
      });
    },
    async image(file) {
      const signal = begin(scanOf('image'));
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
      // The answer comes at once, so the sheet opens only then, with the right title.
      const signal = begin({ step: 'choose' });
      await attempt('text', signal, async () => {
        const { previews, refused } = await client.scan.text({ text }, { signal });
        if (!signal.aborted) state.set({ ...scanOf('text'), previews, refusals: refused, progress: null });
      });
    },
    show(way, previews, refusals = []) {
      forget();
      state.set({ ...scanOf(way), previews, refusals, progress: null });
    },
    unreadable(what) {
      forget();
      state.set({ step: 'unreadable', what });
    },
    stop() {
      running.abort();
      const scan = state.get();
      if (scan.step !== 'scan') return;
      state.set({ ...scan, progress: null, isStopped: true });
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

function isCancelled(error: unknown): boolean {
  return contractCode(error) === 'SCREEN_UNAVAILABLE' && errorField(error, 'cause') === 'cancelled';
}
