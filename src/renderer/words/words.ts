import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isolated } from '../../contract/plain-line.ts';
import { fallbackLanguage, languageOf, languages, type Language } from '../../contract/vocabulary.ts';
import { keep, keptLanguage, recall } from '../preferences/kept.ts';
import { wishedLocales } from './dates.ts';
import type { en } from './en/words.ts';
import { wordsOf } from './languages.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof en };
  }
}

const words = createInstance();

/** Starts with the language chosen last time, so that the first paint is in it; else the system's. */
export async function startWords(): Promise<void> {
  await words.use(initReactI18next).init({
    resources: Object.fromEntries(languages.map((language) => [language, { words: wordsOf[language] }])),
    ns: ['words'],
    defaultNS: 'words',
    fallbackLng: fallbackLanguage,
    lng: resolveLanguage(recall(keptLanguage) ?? 'system'),
    // React escapes what is markup. Names are strangers': each keeps to its place in our sentence.
    interpolation: { escapeValue: true, escape: isolated },
    initAsync: false,
  });
  tellDocument();
}

/** Follows the preference; `system` is the browser's or system's first language that there are words for. */
export async function setLanguage(preference: 'system' | Language): Promise<void> {
  keep(keptLanguage, preference);
  const language = resolveLanguage(preference);
  if (words.language === language) return;
  // First: days and times are written in the document's language while the words change.
  document.documentElement.lang = language;
  await words.changeLanguage(language);
}

function resolveLanguage(preference: string): Language {
  const wished = preference === 'system' ? wishedLocales().map(({ language }) => language) : [preference];
  return languageOf(wished);
}

function tellDocument(): void {
  document.documentElement.lang = words.language;
}
