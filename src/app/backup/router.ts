import { implement } from '@orpc/server';
import { backupContract } from '../../contract/backup.ts';
import { Failure } from '../failure.ts';

const contract = implement(backupContract);

const notYet = async (): Promise<never> => {
  throw new Failure('VAULT_NOT_OPEN');
};

/** The backups' part of the window's router; nothing is decided here. */
export function backupRouter() {
  return contract.router({
    watch: contract.watch.handler(notYet),
    setUp: contract.setUp.handler(notYet),
    turnOff: contract.turnOff.handler(notYet),
    run: contract.run.handler(notYet),
    list: contract.list.handler(notYet),
    preview: contract.preview.handler(notYet),
  });
}
