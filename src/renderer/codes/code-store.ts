import { useSyncExternalStore } from 'react';
import type { Code, EntryView } from '../../contract/entry.ts';
import { follow } from '../connection/live.ts';
import type { Open } from '../connection/live.ts';
import { windowClock } from '../connection/window-clock.ts';
import type { WindowClock } from '../connection/window-clock.ts';

/** A HOTP code requested in this window; it stays until the window is hidden or the vault locks. */
export interface Advanced {
  readonly code: string;
  /** The counter that produced it. */
  readonly counter: number;
}

/** A code; `validFrom` and `validUntil` use the window's clock (`windowClock.elapsed`), which nobody sets. */
export type ShownCode = Code;

/** All codes by entry, so that a row is notified only of its own. */
export interface Codes {
  readonly get: (id: string) => ShownCode | undefined;
  readonly advanced: (id: string) => Advanced | undefined;
  readonly setAdvanced: (id: string, code: Advanced | undefined) => void;
  readonly subscribe: (id: string, changed: () => void) => () => void;
  /** Follows `codes.watch`. Returns a function that stops it. */
  readonly start: () => () => void;
  /** Drops everything when the vault locks. */
  readonly clear: () => void;
}

/** How long an expired code may stay while the next event is on its way, in milliseconds. */
const grace = 1_500;

/** Makes the store. An expired code that is not renewed (connection lost) gives way to its `next`. */
export function createCodes(
  open: Open<{ at: number; codes: Code[] }>,
  clock: WindowClock = windowClock,
): Codes {
  let codes = new Map<string, ShownCode>();
  const advanced = new Map<string, Advanced>();
  const listeners = new Map<string, Set<() => void>>();
  let stopExpiry = () => {};

  const tell = (id: string) => {
    for (const listener of listeners.get(id) ?? []) listener();
  };
  const replace = (next: Map<string, ShownCode>) => {
    const former = codes;
    codes = next;
    for (const id of listeners.keys()) if (former.get(id) !== next.get(id)) tell(id);
    stopExpiry();
    const end = Math.min(...next.values().map((code) => code.validUntil));
    if (Number.isFinite(end)) stopExpiry = clock.after(end + grace - clock.elapsed(), expire);
  };
  const expire = () => {
    const now = clock.elapsed();
    replace(new Map(codes.entries().flatMap(([id, code]) => stillGood(id, code, now))));
  };

  return {
    get: (id) => codes.get(id),
    advanced: (id) => advanced.get(id),
    setAdvanced(id, code) {
      if (code === undefined) advanced.delete(id);
      else advanced.set(id, code);
      tell(id);
    },
    subscribe(id, changed) {
      const mine = listeners.get(id) ?? new Set();
      listeners.set(id, mine.add(changed));
      return () => {
        mine.delete(changed);
        if (mine.size === 0) listeners.delete(id);
      };
    },
    start() {
      let stop = new AbortController();
      const listen = () => {
        stop.abort();
        stop = new AbortController();
        void follow(open, stop.signal, ({ at, codes: heard }) =>
          replace(merge(codes, onOurClock(heard, at - clock.elapsed()))),
        );
      };
      listen();
      // After a sleep or a clock change, only the application knows the time.
      const stopJumps = clock.onJump(listen);
      return () => {
        stopJumps();
        stop.abort();
      };
    },
    clear() {
      advanced.clear();
      replace(new Map());
      for (const id of listeners.keys()) tell(id);
    },
  };
}

/** The code of an entry; undefined until it is known. */
export function useCode(codes: Codes, id: string): ShownCode | undefined {
  return useSyncExternalStore(
    (changed) => codes.subscribe(id, changed),
    () => codes.get(id),
  );
}

/** The HOTP code requested last, if it is still shown. */
export function useAdvanced(codes: Codes, id: string): Advanced | undefined {
  return useSyncExternalStore(
    (changed) => codes.subscribe(id, changed),
    () => codes.advanced(id),
  );
}

/** What an entry shows now, by time or by counter: `now` is undefined until there is a code. */
export function useCodeNow(
  codes: Codes,
  { id, kind }: Pick<EntryView, 'id' | 'kind'>,
): { code: ShownCode | undefined; advanced: Advanced | undefined; now: string | undefined } {
  const code = useCode(codes, id);
  const advanced = useAdvanced(codes, id);
  return { code, advanced, now: kind === 'hotp' ? advanced?.code : code?.code };
}

/**
 * Converts times to the window's own clock. The application's may belong to another computer (the browser host,
 * reached through a tunnel), and may be set while a code is shown. The time in transit does not count.
 */
function onOurClock(codes: readonly Code[], ahead: number): readonly ShownCode[] {
  return codes.map((code) => ({
    ...code,
    validFrom: code.validFrom - ahead,
    validUntil: code.validUntil - ahead,
  }));
}

/** The most that events' delays differ, in milliseconds; a code's time that differs by more has changed. */
const lateness = 250;

/** Keeps the objects of unchanged codes, so that their rows do not render again. */
function merge(former: Map<string, ShownCode>, heard: readonly ShownCode[]): Map<string, ShownCode> {
  return new Map(
    heard.map((code) => {
      const old = former.get(code.id);
      const same =
        old?.code === code.code &&
        old.next === code.next &&
        Math.abs(old.validUntil - code.validUntil) < lateness;
      return [code.id, same ? old : code];
    }),
  );
}

function stillGood(id: string, code: ShownCode, now: number): [string, ShownCode][] {
  if (code.validUntil + grace > now) return [[id, code]];
  const period = code.validUntil - code.validFrom;
  if (code.next === '' || code.validUntil + period <= now) return [];
  const { validUntil } = code;
  const following = { code: code.next, next: '', validFrom: validUntil, validUntil: validUntil + period };
  return [[id, { ...code, ...following }]];
}
