import { useState } from 'react';

/** What is searched and chosen in the list. It stays while the person is in the settings or the account. */
export interface ListState {
  readonly text: string;
  readonly chosenId: string | null;
  readonly set: (part: Partial<Pick<ListState, 'text' | 'chosenId'>>) => void;
}

/** The state of the list for as long as the vault is open. */
export function useListState(): ListState {
  const [state, setState] = useState<Pick<ListState, 'text' | 'chosenId'>>({ text: '', chosenId: null });
  return { ...state, set: (part) => setState((former) => ({ ...former, ...part })) };
}
