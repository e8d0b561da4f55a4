import { historyContract } from '../../contract/history.ts';
import { restoreContract } from '../../contract/restore.ts';
import { undoContract } from '../../contract/undo.ts';
import { serve } from '../serve.ts';
import type { History } from './history.ts';
import type { Restores } from './restores.ts';
import type { Undo } from './undo.ts';

/** The part of the window's router for the vault's older states. */
export function historyRouter(history: History) {
  return serve(historyContract, {
    list: () => history.list(),
    preview: (input) => history.preview(input.generation),
  });
}

/** The part of what is taken from an older state or a backup. */
export function restoreRouter(restores: Restores) {
  return serve(restoreContract, {
    take: (input) => restores.take(input.restoreId, input.how),
    discard: (input) => restores.discard(input.restoreId),
  });
}

/** The part of changes that are taken back. */
export function undoRouter(undo: Undo) {
  return serve(undoContract, { take: (input) => undo.take(input.undoId) });
}
