import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof en };
  }
}

export type Language = 'en' | 'nl';

const words = createInstance();

const remembered = 'latchkey.language';

/** Starts with the language chosen last time, so that the first paint is in it; else the system's. */
export async function startWords(): Promise<void> {
  await words.use(initReactI18next).init({
    resources: { en: { words: en }, nl: { words: nl } },
    ns: ['words'],
    defaultNS: 'words',
    fallbackLng: 'en',
    lng: resolveLanguage(localStorage.getItem(remembered) ?? 'system'),
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  tellDocument();
}

/** Follows the preference; `system` is the browser's or system's first language that there are words for. */
export async function setLanguage(preference: 'system' | Language): Promise<void> {
  localStorage.setItem(remembered, preference);
  const language = resolveLanguage(preference);
  if (words.language === language) return;
  // First: days and times are written in the document's language while the words change.
  document.documentElement.lang = language;
  await words.changeLanguage(language);
}

function resolveLanguage(preference: string): Language {
  const wished = preference === 'system' ? navigator.languages : [preference];
  for (const tag of wished) {
    const language = tag.slice(0, 2).toLowerCase();
    if (language === 'en' || language === 'nl') return language;
  }
  return 'en';
}

function tellDocument(): void {
  document.documentElement.lang = words.language;
}
