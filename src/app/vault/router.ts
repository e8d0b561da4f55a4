import { implement } from '@orpc/server';
import {
  generationsContract,
  restoreContract,
  trashContract,
  undoContract,
} from '../../contract/generations.ts';
import { quarantineContract } from '../../contract/quarantine.ts';
import { recoveryContract } from '../../contract/recovery.ts';
import { Failure } from '../failure.ts';

const notYet = async (): Promise<never> => {
  throw new Failure('VAULT_NOT_OPEN');
};

/** The parts of the window's router that keep the vault safe; nothing is decided here. */
export function safekeepingRouter() {
  const recovery = implement(recoveryContract);
  const generations = implement(generationsContract);
  const restore = implement(restoreContract);
  const undo = implement(undoContract);
  const trash = implement(trashContract);
  const quarantine = implement(quarantineContract);
  return {
    recovery: recovery.router({
      make: recovery.make.handler(notYet),
      check: recovery.check.handler(notYet),
      verify: recovery.verify.handler(notYet),
      open: recovery.open.handler(notYet),
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
