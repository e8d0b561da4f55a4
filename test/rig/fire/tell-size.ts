/** Loaded before a program that is measured (`measured.ts`): answers `size` over the channel to its parent. */
import process from 'node:process';

process.on('message', (message) => {
  if (message !== 'size') return;
  // Twice: what the first one finalises goes with the second.
  globalThis.gc?.();
  setImmediate(() => {
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    const handles = process.getActiveResourcesInfo().length;
    const listeners = process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);
    process.send?.({ size: { bytes: heapUsed + external, handles, listeners } });
  });
});
