import type { QuickFindState } from '../../contract/quick-find.ts';
import type { Clock, GlobalShortcut, Log, Windows } from '../ports.ts';
import type { Preferences } from '../preferences/preferences.ts';
import { failureReport } from '../report-failure.ts';
import { createWatched } from '../watched.ts';

export interface QuickFind {
  /** Registers the shortcut that the preferences name, and follows them until `close`. */
  start(): void;
  /** Where the shortcut stands now. */
  state(): QuickFindState;
  /** Shows the quick find; hides it if it has the focus. */
  toggle(): void;
  /** Has the main window's list filtered. */
  search(text: string): void;
  /** The procedures of the same names: see `contract/quick-find.ts`. */
  watch(signal?: AbortSignal): AsyncGenerator<QuickFindState>;
  shows(signal?: AbortSignal): AsyncGenerator<'show'>;
  searches(signal?: AbortSignal): AsyncGenerator<{ text: string }>;
  hide(): Promise<void>;
  openWindow(): Promise<void>;
  close(): Promise<void>;
}

/** How long a shortcut that was bound again has to hold, in ms, to be bound again once more. */
const leastHoldMs = 60_000;

/** The quick find: its shortcut, and the windows that it shows and hides. */
export function createQuickFind({
  globalShortcut,
  windows,
  preferences,
  clock,
  log,
  command,
}: {
  globalShortcut: GlobalShortcut;
  windows: Windows;
  preferences: Pick<Preferences, 'watch'>;
  clock: Pick<Clock, 'elapsed'>;
  log: Log;
  /** How `latchkey` is called here. */
  command: string;
}): QuickFind {
  const unset: QuickFindState = {
    way: 'none',
    chosen: null,
    as: null,
    trouble: null,
    hasFired: false,
    isRenewed: false,
    command: `${command} toggle`,
  };
  const state = createWatched(unset);
  let looked: Promise<void> | null = null;
  let wanted: string | null = null;
  /** One registration after the other. */
  let binding = Promise.resolve();
  const shown = createWatched(0);
  const waiting = createWatched<string | null>(null);
  const stopping = new AbortController();
  /** One after the other: a second press while the window is still coming hides it. */
  let turn = Promise.resolve();

  const failed = failureReport(log, stopping.signal);

  async function show(): Promise<void> {
    // First, so that nothing of the last time is seen.
    shown.set(shown.get() + 1);
    await windows.quickFind.show();
  }

  function toggle(): void {
    turn = turn
      .then(async () => ((await windows.quickFind.isFocused()) ? windows.quickFind.hide() : show()))
      .catch(failed('quick-find'));
  }

  /** Before the first state is shown: the desktop says what it can do. */
  function look(): Promise<void> {
    looked ??= globalShortcut.way().then((way) => state.set({ ...state.get(), way }));
    return looked;
  }

  async function register(accelerator: string | null, isRenewed: boolean): Promise<void> {
    await globalShortcut.unregister();
    const free = { ...unset, way: await globalShortcut.way(), chosen: accelerator };
    state.set(free);
    if (accelerator === null || free.way === 'none') return;
    const since = clock.elapsed();
    const pressed = () => {
      if (!state.get().hasFired) state.set({ ...state.get(), hasFired: true });
      toggle();
    };
    const ended = () => {
      if (wanted !== accelerator) return;
      // A desktop that takes it away each time would ask the person each time.
      if (!isRenewed || clock.elapsed() - since >= leastHoldMs) bind(accelerator, true);
      else state.set({ ...free, trouble: 'ended' });
    };
    const result = await globalShortcut.register(accelerator, pressed, ended);
    state.set(
      result.outcome === 'registered'
        ? { ...free, as: result.as, hasFired: state.get().hasFired, isRenewed }
        : { ...free, trouble: result.cause },
    );
  }

  function bind(accelerator: string | null, isRenewed: boolean): void {
    binding = binding
      .then(() =>
        wanted === accelerator && !stopping.signal.aborted ? register(accelerator, isRenewed) : undefined,
      )
      .catch((error: unknown) => {
        failed('shortcut')(error);
        state.set({ ...state.get(), chosen: accelerator, as: null, trouble: 'failed' });
      });
  }

  async function follow(): Promise<void> {
    await look();
    for await (const { quickFindShortcut } of preferences.watch(stopping.signal)) {
      if (quickFindShortcut === wanted) continue;
      wanted = quickFindShortcut;
      bind(wanted, false);
    }
  }

  return {
    start: () => void follow().catch(failed('shortcut')),
    state: () => state.get(),
    toggle,
    search: (text) => waiting.set(text),
    async *watch(signal) {
      await look();
      yield* state.watch(signal);
    },

    async *shows(signal) {
      let seen = shown.get();
      for await (const times of shown.watch(signal)) {
        if (times !== seen) yield 'show';
        seen = times;
      }
    },

    async *searches(signal) {
      for await (const text of waiting.watch(signal)) {
        if (text === null) continue;
        waiting.set(null);
        yield { text };
      }
    },

    hide: () => windows.quickFind.hide(),

    async openWindow() {
      await windows.quickFind.hide();
      windows.comeForward();
    },

    async close() {
      stopping.abort();
      state.close();
      shown.close();
      waiting.close();
      await globalShortcut.unregister().catch(failed('shortcut'));
    },
  };
}
