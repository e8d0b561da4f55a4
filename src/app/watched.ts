/** A value that changes and can be watched. */
export interface Watched<T> {
  get(): T;
  set(value: T): void;
  /**
   * Yields the present value, then each newer one. A slow reader may miss values in between, but never the
   * newest. Ends when the signal aborts or the value is closed.
   */
  watch(signal?: AbortSignal): AsyncGenerator<T, void, void>;
  /** Ends all watching. */
  close(): void;
}

/** Holds a value and delivers its changes to any number of readers, each at its own pace. */
export function createWatched<T>(initial: T): Watched<T> {
  let value = initial;
  let version = 0;
  const closing = new AbortController();
  const waiting = new Set<() => void>();

  function wakeAll(): void {
    for (const wake of waiting) wake();
  }

  async function nextChange(signal: AbortSignal | undefined): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const wake = (): void => resolve();
    waiting.add(wake);
    signal?.addEventListener('abort', wake);
    await promise;
    waiting.delete(wake);
    signal?.removeEventListener('abort', wake);
  }

  return {
    get: () => value,
    set(next) {
      value = next;
      version += 1;
      wakeAll();
    },
    async *watch(signal) {
      const isOver = (): boolean => closing.signal.aborted || signal?.aborted === true;
      let seen = -1;
      while (!isOver()) {
        if (seen === version) {
          await nextChange(signal);
        } else {
          seen = version;
          yield value;
        }
      }
    },
    close() {
      closing.abort();
      wakeAll();
    },
  };
}
