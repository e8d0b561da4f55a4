import { implement } from '@orpc/server';
import {
  generationsContract,
  restoreContract,
  trashContract,
  undoContract,
} from '../../contract/generations.ts';
import { quarantineContract } from '../../contract/quarantine.ts';
import { recoveryContract } from '../../contract/recovery.ts';
import type { KitReader } from '../scan/kit-reader.ts';
import type { Kit } from './kit.ts';
import type { Quarantine } from './quarantine.ts';
import type { Restore } from './restore.ts';
import { purgeTrash } from './trash.ts';
import type { Undo } from './undo.ts';
import type { Vault } from './vault.ts';

const recovery = implement(recoveryContract);
const generations = implement(generationsContract);
const restores = implement(restoreContract);
const undos = implement(undoContract);
const trash = implement(trashContract);
const quarantines = implement(quarantineContract);

/** The parts of the window's router that keep the vault safe; nothing is decided here. */
export function safekeepingRouter(parts: {
  vault: Vault;
  kit: Kit;
  kitReader: KitReader;
  restore: Restore;
  undo: Undo;
  quarantine: Quarantine;
}) {
  const { vault, kit, kitReader, restore, undo, quarantine } = parts;
  return {
    recovery: recovery.router({
      make: recovery.make.handler(({ input }) => kit.make(input.passphrase)),
      check: recovery.check.handler(({ input }) => kit.check(input.groups)),
      verify: recovery.verify.handler(async ({ input, signal }) =>
        kit.verify(await kitReader.read(input.code, signal)),
      ),
      open: recovery.open.handler(async ({ input, signal }) =>
        vault.openWithKit(await kitReader.read(input.code, signal)),
      ),
    }),
    generations: generations.router({
      list: generations.list.handler(() => restore.generations()),
      preview: generations.preview.handler(({ input }) => restore.previewGeneration(input.generation)),
    }),
    restore: restores.router({
      take: restores.take.handler(({ input }) => restore.take(input.restoreId, input.how)),
      discard: restores.discard.handler(({ input }) => restore.discard(input.restoreId)),
    }),
    undo: undos.router({ take: undos.take.handler(({ input }) => undo.take(input.undoId)) }),
    trash: trash.router({ purge: trash.purge.handler(({ input }) => purgeTrash(undo, input.ids)) }),
    quarantine: quarantines.router({
      watch: quarantines.watch.handler(({ signal }) => quarantine.watch(signal)),
      fix: quarantines.fix.handler(({ input }) => quarantine.fix(input)),
      export: quarantines.export.handler(({ input }) => quarantine.export(input.id)),
      drop: quarantines.drop.handler(({ input }) => quarantine.drop(input.id)),
    }),
  };
}
