import { fallbackLanguage, languages } from '../../../src/contract/vocabulary.ts';
import { sharedWords } from '../../../src/contract/words/languages.ts';
import { brokenWords } from '../../../src/renderer/words/broken-words.ts';
import { loadWords } from '../../../src/renderer/words/languages.ts';

/** Each text by its key: `codes.matches_one`. */
export type Texts = ReadonlyMap<string, string>;

/** Everything that the window, the tray and the desktop say, in each language. */
export const everyTexts = await Promise.all(
  languages.map(async (language) => {
    const words = { ...(await loadWords(language)), broken: brokenWords[language], ...sharedWords[language] };
    return { language, texts: flatten(words) };
  }),
);

const first = everyTexts.find(({ language }) => language === fallbackLanguage);
export const english: Texts = first?.texts ?? new Map<string, string>();
export const translations = everyTexts.filter(({ language }) => language !== fallbackLanguage);

/** The texts of nested words, by keys with dots. */
export function flatten(words: object, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(Object(value), `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

/** The key without the form for a kind of number: `codes.matches`. English says which keys have forms. */
export function withoutForm(key: string): string {
  const base = key.replace(/_(?:zero|one|two|few|many|other)$/, '');
  return english.has(`${base}_one`) && english.has(`${base}_other`) ? base : key;
}

/** What stands in for a value, with its format, or marks up: `{{count, number}}`, `<b>`. In the order of the alphabet. */
export function marksOf(text: string): string[] {
  return [...text.matchAll(/\{\{[^{}]*\}\}|\$t\([^()]*\)|<\/?\w[^<>]*>/gu)].map(String).toSorted();
}

/** Whether a text has a word to translate beside values and markup. */
export function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replaceAll(/\{\{[^{}]*\}\}|\$t\([^()]*\)|<\/?\w[^<>]*>/gu, ''));
}
