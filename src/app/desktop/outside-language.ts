import { languageOf, type Language } from '../../contract/vocabulary.ts';

/**
 * The language outside of the window, which decides by itself and may not be there.
 * @param system the languages of the person's system, most wanted first, as `en-GB`
 */
export function outsideLanguage(preference: Language | 'system', system: readonly string[]): Language {
  return languageOf(preference === 'system' ? system.map((tag) => tag.slice(0, 2)) : [preference]);
}
