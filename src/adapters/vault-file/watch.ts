import { unwatchFile, watch, watchFile, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';
import { placeOf } from '../place.ts';

const DEBOUNCE_MS = 40;
const POLL_MS = 2_000;

/**
 * Calls back soon after a file is written, replaced or removed, once per burst of events. For a link, watches
 * both the link and its target. Polls the file's time every two seconds if the system cannot watch the folder
 * (no watches left, a network file system that says so, a missing folder). Keeps no process alive. Returns a
 * function that stops it.
 */
export function watchFileAt(path: string, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let watchers: FSWatcher[] = [];
  let watched = '';
  let isPolling = false;

  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // The link may have a new target by now.
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

/** A path's target; empty if it is not there now. */
function targetOf(path: string): string[] {
  try {
    return [placeOf(path)];
  } catch {
    return [];
  }
}
