import { createContext, use } from 'react';
import { useNavigation } from '../navigation/navigator.ts';
import type { AddPlace } from '../navigation/place.ts';
import type { Add } from './add-controller.ts';

export const AddContext = createContext<Add | null>(null);

/** The add controller, available anywhere inside the open vault. */
export function useAdd(): Add {
  const add = use(AddContext);
  if (add === null) throw new Error('useAdd outside of AddFlow');
  return add;
}

/** The site of the moving list for which a code is being added; undefined: it is for none. */
export function useSite(): AddPlace['site'] {
  const { place } = useNavigation();
  return place.at === 'add' ? place.site : undefined;
}
