import { useCallback, useState } from 'react';
import type { TagFilter } from './tags.ts';

interface Parts {
  readonly text: string;
  readonly chosenId: string | null;
  readonly filter: TagFilter;
  /** The ids of the selected entries; null while the person is not selecting. */
  readonly selected: ReadonlySet<string> | null;
}

/** What is searched, chosen and selected in the list. It stays while the person is in the settings or the account. */
export interface ListState extends Parts {
  readonly set: (part: Partial<Parts>) => void;
}

const atFirst: Parts = { text: '', chosenId: null, filter: 'all', selected: null };

/** The state of the list for as long as the vault is open. */
export function useListState(): ListState {
  const [state, setState] = useState(atFirst);
  const set = useCallback((part: Partial<Parts>) => setState((former) => ({ ...former, ...part })), []);
  return { ...state, set };
}
