import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isolated } from '../../contract/plain-line.ts';
import { languageOf, type Language } from '../../contract/vocabulary.ts';
import { keep, keptLanguage, recall } from '../preferences/kept.ts';
import { wishedLocales } from './dates.ts';
import type { en } from './en/words.ts';
import { loadWords } from './languages.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof en };
  }
}

const words = createInstance();
/** What was chosen last; its texts may still be loading. */
let wanted: Language | undefined;

/** Starts with the last chosen language, so that the first paint uses it; otherwise the system's. */
export async function startWords(): Promise<void> {
  const language = resolveLanguage(recall(keptLanguage) ?? 'system');
  await words.use(initReactI18next).init({
    resources: { [language]: { words: await loadWords(language) } },
    ns: ['words'],
    defaultNS: 'words',
    // Each language has every text.
    fallbackLng: false,
    lng: language,
    // React escapes markup. Names come from outside: isolation keeps each in its place in our sentence.
    interpolation: { escapeValue: true, escape: isolated },
    initAsync: false,
  });
  tellDocument(language);
}

/** Applies the preference; `system` is the first language of the browser or system that there are texts for. */
export async function setLanguage(preference: 'system' | Language): Promise<void> {
  keep(keptLanguage, preference);
  const language = resolveLanguage(preference);
  wanted = language;
  if (words.language === language) return;
  const texts = await loadWords(language);
  // Another choice came meanwhile.
  if (wanted !== language) return;
  words.addResourceBundle(language, 'words', texts);
  // Told first: dates and times use the document's language while the texts change.
  tellDocument(language);
  await words.changeLanguage(language);
}

function resolveLanguage(preference: string): Language {
  const wished = preference === 'system' ? wishedLocales().map(({ language }) => language) : [preference];
  return languageOf(wished);
}

function tellDocument(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = words.dir(language);
}
