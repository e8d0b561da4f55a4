import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Gives the window its title while there is something in it that takes keys. */
export function useReadyTitle(): void {
  const { t } = useTranslation();
  const title = t('quickFind.title');
  useEffect(() => {
    document.title = `Latchkey – ${title}`;
    return () => {
      document.title = 'Latchkey';
    };
  }, [title]);
}
