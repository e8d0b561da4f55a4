import { backupContract } from '../../contract/backup.ts';
import { serve } from '../serve.ts';
import type { KitReader } from '../scan/kit-reader.ts';
import type { Backups } from './backups.ts';

/** The backup part of the window's router. */
export function backupRouter({ backups, kitReader }: { backups: Backups; kitReader: KitReader }) {
  return serve(backupContract, {
    watch: (_, signal) => backups.watch(signal),
    setUp: (input) => backups.setUp(input),
    folders: ({ folder }) => backups.folders(folder),
    turnOff: () => backups.turnOff(),
    run: () => backups.run(),
    list: () => backups.list(),
    preview: async ({ source, secret }, signal) =>
      backups.preview(
        source,
        secret.with === 'recovery' ? { ...secret, code: await kitReader.read(secret.code, signal) } : secret,
      ),
  });
}
