import { mkdirSync, unwatchFile, watch, watchFile, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

const DEBOUNCE_MS = 40;
const POLL_MS = 2_000;

/**
 * Calls back soon after a file in a folder was written, replaced or removed, once for a burst of events. Where
 * the system cannot watch the folder (no watches left, a network file system that says so), its time is looked
 * at every two seconds. Keeps no process alive. Returns the way to stop.
 */
export function watchName(folder: string, name: string, changed: () => void): () => void {
  const path = join(folder, name);
  let timer: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;
  let isPolling = false;

  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, DEBOUNCE_MS).unref();
  };
  const poll = (): void => {
    watcher?.close();
    watcher = undefined;
    if (isPolling) return;
    isPolling = true;
    watchFile(path, { interval: POLL_MS, persistent: false }, soon);
  };

  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    watcher = watch(folder, { persistent: false }, (_event, changedName) => {
      if (changedName === null || changedName === name) soon();
    });
    watcher.on('error', poll);
  } catch {
    poll();
  }
  return () => {
    clearTimeout(timer);
    watcher?.close();
    if (isPolling) unwatchFile(path, soon);
  };
}
