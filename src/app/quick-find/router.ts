import { quickFindContract } from '../../contract/quick-find.ts';
import { serve } from '../serve.ts';
import type { QuickFind } from './quick-find.ts';

/** The quick find's part of the window's router. */
export function quickFindRouter(quickFind: QuickFind) {
  return serve(quickFindContract, {
    watch: (_, signal) => quickFind.watch(signal),
    shows: (_, signal) => quickFind.shows(signal),
    searches: (_, signal) => quickFind.searches(signal),
    hide: () => quickFind.hide(),
    openWindow: () => quickFind.openWindow(),
  });
}
