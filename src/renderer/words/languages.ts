import type { Language } from '../../contract/vocabulary.ts';
import { en, type Words } from './en/words.ts';
import { nl } from './nl/words.ts';

/** The window's words in each language. */
export const wordsOf: Record<Language, Words> = { en, nl };

/** What a language calls itself: "Nederlands". */
export function languageName(language: Language): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
