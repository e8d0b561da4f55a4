import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isolated } from '../../contract/plain-line.ts';
import { keep, keptLanguage, recall } from '../preferences/kept.ts';
import { wishedLocales } from './dates.ts';
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

/** Starts with the language chosen last time, so that the first paint is in it; else the system's. */
export async function startWords(): Promise<void> {
  await words.use(initReactI18next).init({
    resources: { en: { words: en }, nl: { words: nl } },
    ns: ['words'],
    defaultNS: 'words',
    fallbackLng: 'en',
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
  return wished.find((language) => language === 'en' || language === 'nl') ?? 'en';
}

function tellDocument(): void {
  document.documentElement.lang = words.language;
}
