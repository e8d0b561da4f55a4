import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../design/toasts.tsx';

/** Is the list about to take the place of a screen without the codes? */
let isAwaited = false;

/** The vault is shut: when it opens, a person who does not see it has to hear that the codes are there. */
export function awaitCodes(): void {
  isAwaited = true;
}

/** Says that the codes are there, once they come in place of such a screen: nothing of the list takes the focus. */
export function useArrivalSaid(count: number): void {
  const { t } = useTranslation();
  useEffect(() => {
    if (!isAwaited) return;
    isAwaited = false;
    announce(t('codes.arrived', { count }));
  }, [count, t]);
}
