import type { Language } from '../../contract/vocabulary.ts';
import { en, type Words } from './en/words.ts';
import { nl } from './nl/words.ts';

/** The window's texts in each language. */
export const wordsOf: Record<Language, Words> = { en, nl };

/** A language's own name: "Nederlands". */
export function languageName(language: Language): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
