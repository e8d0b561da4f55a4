import { unwatchFile, watch, watchFile, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';
import { placeOf } from '../place.ts';

const DEBOUNCE_MS = 40;
const POLL_MS = 2_000;

/**
 * Calls back soon after a file was written, replaced or removed, once for a burst of events; where it is a link, the
 * one that it leads to as well, and the link itself. Where the system cannot watch a folder (no watches left, a
 * network file system that says so, a folder that is not there), its time is looked at every two seconds. Keeps no
 * process alive. Returns the way to stop.
 */
export function watchFileAt(path: string, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let watchers: FSWatcher[] = [];
  let watched = '';
  let isPolling = false;

  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // The link may lead elsewhere by now.
      arm();
      changed();
    }, DEBOUNCE_MS).unref();
  };
  const poll = (): void => {
    if (isPolling) return;
    isPolling = true;
    watchFile(path, { interval: POLL_MS, persistent: false }, soon);
  };
  function arm(): void {
    const places = [...new Set([path, ...targetOf(path)])];
    if (watched === places.join('\n')) return;
    watched = places.join('\n');
    for (const watcher of watchers) watcher.close();
    watchers = [];
    for (const place of places) {
      try {
        const watcher = watch(dirname(place), { persistent: false }, (_event, name) => {
          if (name === null || name === basename(place)) soon();
        });
        watcher.on('error', poll);
        watchers.push(watcher);
      } catch {
        poll();
      }
    }
  }

  arm();
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
    if (isPolling) unwatchFile(path, soon);
  };
}

/** What a path leads to; nothing where that is not there now. */
function targetOf(path: string): string[] {
  try {
    return [placeOf(path)];
  } catch {
    return [];
  }
}
