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

/** Starts with the last chosen language, so that the first paint uses it; otherwise the system's. */
export async function startWords(): Promise<void> {
  await words.use(initReactI18next).init({
    resources: Object.fromEntries(languages.map((language) => [language, { words: wordsOf[language] }])),
    ns: ['words'],
    defaultNS: 'words',
    fallbackLng: fallbackLanguage,
    lng: resolveLanguage(recall(keptLanguage) ?? 'system'),
    // React escapes markup. Names come from outside: isolation keeps each in its place in our sentence.
    interpolation: { escapeValue: true, escape: isolated },
    initAsync: false,
  });
  tellDocument();
}

/** Applies the preference; `system` is the first language of the browser or system that there are texts for. */
export async function setLanguage(preference: 'system' | Language): Promise<void> {
  keep(keptLanguage, preference);
  const language = resolveLanguage(preference);
  if (words.language === language) return;
  // Set first: dates and times use the document's language while the texts change.
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
