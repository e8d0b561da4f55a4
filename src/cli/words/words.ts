import { languageOf, type Language } from '../../contract/vocabulary.ts';
import type { Words } from './en/words.ts';

const loaders: Record<Language, () => Promise<Words>> = {
  en: async () => (await import('./en/words.ts')).en,
  nl: async () => (await import('./nl/words.ts')).nl,
  fr: async () => (await import('./fr/words.ts')).fr,
  de: async () => (await import('./de/words.ts')).de,
  es: async () => (await import('./es/words.ts')).es,
};

/** What the terminal says: there as soon as `speak` has loaded it, which comes before everything that says something. */
export let words: Words;
/** The language that it speaks. */
export let spoken: Language;

/** Loads the words of one language. @param wished as ISO 639-1, the most wanted first */
export async function speak(wished: Iterable<string>): Promise<void> {
  spoken = languageOf(wished);
  words = await loaders[spoken]();
}
