import { useEffect } from 'react';
import { useApplication, useLive } from '../connection/application.ts';
import { setLanguage } from '../words/words.ts';
import { applyTheme } from './theme.ts';

/** Follows the preferences for the life of the page, and applies their colours and language. */
export function useAppearance(): void {
  const application = useApplication();
  const preferences = useLive(application.preferences);
  useEffect(() => application.preferences.start(), [application]);
  useEffect(() => {
    if (preferences === null) return;
    applyTheme(preferences.theme);
    void setLanguage(preferences.language);
  }, [preferences]);
}
