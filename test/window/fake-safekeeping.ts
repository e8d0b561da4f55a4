import { implement, ORPCError } from '@orpc/server';
import { backupContract } from '../../src/contract/backup.ts';
import {
  generationsContract,
  restoreContract,
  trashContract,
  undoContract,
} from '../../src/contract/generations.ts';
import { quarantineContract } from '../../src/contract/quarantine.ts';
import { recoveryContract } from '../../src/contract/recovery.ts';

/** Nothing of it is scripted yet: each call fails. */
export function fakeSafekeeping() {
  const recovery = implement(recoveryContract);
  const backup = implement(backupContract);
  const generations = implement(generationsContract);
  const restore = implement(restoreContract);
  const undo = implement(undoContract);
  const trash = implement(trashContract);
  const quarantine = implement(quarantineContract);
  const notYet = async (): Promise<never> => {
    throw new ORPCError('VAULT_NOT_OPEN', { defined: true });
  };
  return {
    recovery: recovery.router({
      make: recovery.make.handler(notYet),
      check: recovery.check.handler(notYet),
      verify: recovery.verify.handler(notYet),
      open: recovery.open.handler(notYet),
    }),
    backup: backup.router({
      watch: backup.watch.handler(notYet),
      setUp: backup.setUp.handler(notYet),
      turnOff: backup.turnOff.handler(notYet),
      run: backup.run.handler(notYet),
      list: backup.list.handler(notYet),
      preview: backup.preview.handler(notYet),
    }),
    generations: generations.router({
      list: generations.list.handler(notYet),
      preview: generations.preview.handler(notYet),
    }),
    restore: restore.router({
      take: restore.take.handler(notYet),
      discard: restore.discard.handler(notYet),
    }),
    undo: undo.router({ take: undo.take.handler(notYet) }),
    trash: trash.router({ purge: trash.purge.handler(notYet) }),
    quarantine: quarantine.router({
      watch: quarantine.watch.handler(notYet),
      fix: quarantine.fix.handler(notYet),
      export: quarantine.export.handler(notYet),
      drop: quarantine.drop.handler(notYet),
    }),
  };
}
