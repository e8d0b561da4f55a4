import type { Language } from '../../contract/vocabulary.ts';
import type { Words } from './en/words.ts';

const loaders: Record<Language, () => Promise<Words>> = {
  en: async () => (await import('./en/words.ts')).en,
  nl: async () => (await import('./nl/words.ts')).nl,
  fr: async () => (await import('./fr/words.ts')).fr,
  de: async () => (await import('./de/words.ts')).de,
  es: async () => (await import('./es/words.ts')).es,
};

/** Loads the window's texts in a language: all of them, so that no other language has to stand in. */
export function loadWords(language: Language): Promise<Words> {
  return loaders[language]();
}

/** A language's own name, as it begins a line: "Nederlands", "Español". */
export function languageName(language: Language): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
