import { historyContract } from '../../contract/history.ts';
import { restoreContract } from '../../contract/restore.ts';
import { undoContract } from '../../contract/undo.ts';
import { serve } from '../serve.ts';
import type { History } from './history.ts';
import type { Restores } from './restores.ts';
import type { Undo } from './undo.ts';

/** The history part of the window's router, with restore and undo; no decisions are made here. */
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
    history: serve(historyContract, {
      list: () => history.list(),
      preview: (input) => history.preview(input.generation),
    }),
    restore: serve(restoreContract, {
      take: (input) => restores.take(input.restoreId, input.how),
      discard: (input) => restores.discard(input.restoreId),
    }),
    undo: serve(undoContract, { take: (input) => undo.take(input.undoId) }),
  };
}
