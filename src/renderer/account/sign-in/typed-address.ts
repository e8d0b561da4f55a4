import { createStore } from '../../connection/store.ts';

/** The address typed last, so that the next screen need not ask for it again. In memory only. */
export const typedAddress = createStore('');
