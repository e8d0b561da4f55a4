import { createContext, use } from 'react';
import type { Add } from './add-controller.ts';

export const AddContext = createContext<Add | null>(null);

/** The add controller, available anywhere inside the open vault. */
export function useAdd(): Add {
  const add = use(AddContext);
  if (add === null) throw new Error('useAdd outside of AddFlow');
  return add;
}
