import { implement } from '@orpc/server';
import { backupContract } from '../../contract/backup.ts';
import type { Backups } from './backups.ts';

const contract = implement(backupContract);

/** The backups' part of the window's router; nothing is decided here. */
export function backupRouter(backups: Backups) {
  return contract.router({
    watch: contract.watch.handler(({ signal }) => backups.watch(signal)),
    setUp: contract.setUp.handler(({ input }) => backups.setUp(input)),
    turnOff: contract.turnOff.handler(() => backups.turnOff()),
    run: contract.run.handler(() => backups.run()),
    list: contract.list.handler(() => backups.list()),
    preview: contract.preview.handler(({ input }) => backups.preview(input.source, input.secret)),
  });
}
