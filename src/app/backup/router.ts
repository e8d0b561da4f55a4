import { implement } from '@orpc/server';
import { backupContract } from '../../contract/backup.ts';
import type { KitReader } from '../scan/kit-reader.ts';
import type { Backups } from './backups.ts';

const contract = implement(backupContract);

/** The backups' part of the window's router; nothing is decided here. */
export function backupRouter({ backups, kitReader }: { backups: Backups; kitReader: KitReader }) {
  return contract.router({
    watch: contract.watch.handler(({ signal }) => backups.watch(signal)),
    setUp: contract.setUp.handler(({ input }) => backups.setUp(input)),
    folders: contract.folders.handler(({ input: { folder } }) => backups.folders(folder)),
    turnOff: contract.turnOff.handler(() => backups.turnOff()),
    run: contract.run.handler(() => backups.run()),
    list: contract.list.handler(() => backups.list()),
    preview: contract.preview.handler(async ({ input: { source, secret }, signal }) =>
      backups.preview(
        source,
        secret.with === 'recovery' ? { ...secret, code: await kitReader.read(secret.code, signal) } : secret,
      ),
    ),
  });
}
