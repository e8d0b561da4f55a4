import { implement } from '@orpc/server';
import { historyContract } from '../../contract/history.ts';
import { restoreContract } from '../../contract/restore.ts';
import { undoContract } from '../../contract/undo.ts';
import type { History } from './history.ts';
import type { Restores } from './restores.ts';
import type { Undo } from './undo.ts';

const histories = implement(historyContract);
const restoring = implement(restoreContract);
const undoing = implement(undoContract);

/** The older states' part of the window's router, with restoring and undo; nothing is decided here. */
export function historyRouter({
  history,
  restores,
  undo,
}: {
  history: History;
  restores: Restores;
  undo: Undo;
}) {
  return {
    history: histories.router({
      list: histories.list.handler(() => history.list()),
      preview: histories.preview.handler(({ input }) => history.preview(input.generation)),
    }),
    restore: restoring.router({
      take: restoring.take.handler(({ input }) => restores.take(input.restoreId, input.how)),
      discard: restoring.discard.handler(({ input }) => restores.discard(input.restoreId)),
    }),
    undo: undoing.router({ take: undoing.take.handler(({ input }) => undo.take(input.undoId)) }),
  };
}
