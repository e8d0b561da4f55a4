import { syncContract } from '../../contract/sync.ts';
import type { KitReader } from '../scan/kit-reader.ts';
import { serve } from '../serve.ts';
import type { Sync } from './sync.ts';

/** Sync's part of the window's router. */
export function syncRouter({ sync, kitReader }: { sync: Sync; kitReader: KitReader }) {
  return serve(syncContract, {
    ...sync,
    watch: (_, signal) => sync.watch(signal),
    turnOn: async ({ code }, signal) => sync.turnOn(await kitReader.read(code, signal)),
    add: async ({ words }, signal) => sync.add(await kitReader.readWords(words, signal)),
    joinByKit: async ({ code }, signal) => sync.joinByKit(await kitReader.read(code, signal)),
    addKit: async ({ code }, signal) => sync.addKit(await kitReader.read(code, signal)),
  });
}
