import { expect, it } from 'vitest';
import { environmentLanguages } from '../../../src/adapters/environment-languages.ts';
import { en, type Words } from '../../../src/cli/words/en/words.ts';
import { speak, spoken, words as present } from '../../../src/cli/words/words.ts';
import { fallbackLanguage, languages, type Language } from '../../../src/contract/vocabulary.ts';
import { names, same, sameInTerminal } from './same.ts';

const translations: { language: Language; words: Words }[] = [];
for (const language of languages) {
  await speak([language]);
  if (spoken !== fallbackLanguage) translations.push({ language: spoken, words: present });
}

it.each(translations)(
  'the terminal’s words in $language are translated, and none is empty',
  ({ language, words }) => {
    const english = texts(en);
    const translated = texts(words);
    // Commander says its titles in English by itself.
    const own = [...translated.keys()].filter((key) => !key.startsWith('titles.'));
    expect(own.toSorted()).toEqual([...english.keys()].toSorted());
    expect([...translated].filter(([, text]) => text === '').map(([key]) => key)).toEqual(
      [...english].filter(([, text]) => text === '').map(([key]) => key),
    );
    const listed = new Set([...names, ...(same[language] ?? []), ...(sameInTerminal[language] ?? [])]);
    const alike = [...english].filter(([key, text]) => translated.get(key) === text && /\p{L}/u.test(text));
    expect(alike.filter(([, text]) => !listed.has(text))).toEqual([]);
  },
);

it('the environment’s languages are those of POSIX, after the list of GNU', () => {
  expect(environmentLanguages({})).toEqual([]);
  expect(environmentLanguages({ LANG: 'C.UTF-8', LANGUAGE: 'nl' })).toEqual([]);
  expect(environmentLanguages({ LANG: 'en_GB.UTF-8', LC_MESSAGES: 'nl_NL.UTF-8@euro' })).toEqual(['nl']);
  expect(environmentLanguages({ LANG: 'en_GB', LC_MESSAGES: 'nl_NL', LC_ALL: 'de_DE' })).toEqual(['de']);
  expect(environmentLanguages({ LANG: 'de_DE.UTF-8', LANGUAGE: 'fy:nl_NL' })).toEqual(['fy', 'nl', 'de']);
});

/** Each text by its key; of a text with values, what stands in its quotes, without the values. */
function texts(words: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
      if (typeof value === 'object') return [...texts(Object(value), `${prefix}${key}.`)];
      if (typeof value === 'function') return [[`${prefix}${key}`, literals(value.toString())] as const];
      return typeof value === 'string' ? [[`${prefix}${key}`, value.trim()] as const] : [];
    }),
  );
}

function literals(source: string): string {
  return [...source.matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`/gu)]
    .map(([, one, two, three]) => one ?? two ?? three ?? '')
    .join(' ')
    .replaceAll(/\$\{[^{}]*\}/gu, '')
    .trim();
}
