import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appContract } from '../../../src/contract/app.ts';
import { languages } from '../../../src/contract/vocabulary.ts';
import { otpauthNoteCodeSchema, otpauthRefusalCodeSchema } from '../../../src/core/otpauth/parsed.ts';
import { names, same } from './same.ts';
import { english, everyTexts, hasWords, marksOf, translations, withoutForm, type Texts } from './texts.ts';

const src = new URL('../../../src', import.meta.url).pathname;

describe.each(everyTexts)('the words in $language', ({ language, texts }) => {
  it('say every error of the contract: what and what to do', () => {
    const codes = errorCodes(appContract);
    expect(codes.size).toBeGreaterThan(15);
    const needed = [...codes].flatMap((code) => [`errors.${code}.title`, `errors.${code}.text`]);
    expect(needed.filter((key) => !texts.has(key))).toEqual([]);
  });

  it('say every note and refusal of the otpauth reader', () => {
    const needed = [
      ...otpauthNoteCodeSchema.options.map((code) => `notes.${code}`),
      ...otpauthRefusalCodeSchema.options.map((code) => `refusals.${code}`),
    ];
    expect(needed.filter((key) => !texts.has(key))).toEqual([]);
  });

  it('have all keys of English in its order, each text with the forms for the language’s numbers', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const wanted = [...new Set([...english.keys()].map(withoutForm))].flatMap((key) =>
      english.has(key)
        ? [key]
        : // i18next takes `_zero` for nought in every language, where there is one.
          [...(english.has(`${key}_zero`) ? ['zero'] : []), ...pluralCategories].map(
            (form) => `${key}_${form}`,
          ),
    );
    expect([...texts.keys()].toSorted()).toEqual(wanted.toSorted());
    const order = (all: Texts) => [...new Set([...all.keys()].map(withoutForm))];
    expect(order(texts)).toEqual(order(english));
  });

  it('leave no text empty', () => {
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

describe.each(translations)('the words in $language', ({ language, texts }) => {
  it('have the values and the markup of English', () => {
    const wrong = [...texts].flatMap(([key, text]) => {
      const model = english.get(key) ?? english.get(`${withoutForm(key)}_other`) ?? '';
      return String(marksOf(text)) === String(marksOf(model)) ? [] : [{ key, text, model }];
    });
    expect(wrong).toEqual([]);
  });

  it('are translated: what is the same as in English is on a list, and nothing else', () => {
    const alike = [...texts].filter(([key, text]) => english.get(key) === text && hasWords(text));
    const listed = new Set([...names, ...(same[language] ?? [])]);
    expect(alike.filter(([, text]) => !listed.has(text))).toEqual([]);
    const found = new Set(alike.map(([, text]) => text));
    expect((same[language] ?? []).filter((text) => !found.has(text))).toEqual([]);
  });
});

describe('the words', () => {
  it('are all used, so that nobody translates what nobody reads', () => {
    const renderer = sourceOf('renderer');
    const elsewhere = ['contract', 'core', 'app', 'account-service'].map(sourceOf).join('\n');
    // Keys that are put together of what stands and a name: `errors.${code}.title`, `backups.by_${way}_text`.
    const composed = [...renderer.matchAll(/`(\w+\.[\w.]*)\$\{[^{}]*\}([\w.]*)`/g)].map(
      ([, start = '', end = '']) => ({ start, end }),
    );
    // A name is a string, or a key of a table.
    const known = new Set(
      [...`${renderer}\n${elsewhere}`.matchAll(/['"]([\w-]+)['"]|\b(\w+):(?: |$)/gm)].map(
        ([, string, key]) => string ?? key,
      ),
    );
    const isComposed = (key: string) =>
      composed.some(
        ({ start, end }) =>
          key.startsWith(start) &&
          key.endsWith(end) &&
          known.has(key.slice(start.length, key.length - end.length)),
      );
    // Read as members of a table: `words.copy`, `tray.unnamed`.
    const isMember = (key: string) => {
      const [table, ...rest] = key.split('.');
      if (table === 'broken') return renderer.includes(`words.${rest.join('.')}`);
      return (table === 'tray' || table === 'shortcut') && sourceOf('app').includes(`.${key}`);
    };
    const unused = [...new Set([...english.keys()].map(withoutForm))].filter(
      (key) => !isComposed(key) && !isMember(key) && !renderer.includes(`'${key}'`),
    );
    expect(unused).toEqual([]);
  });
});

/** What the program of a folder says, without its words. */
function sourceOf(folder: string): string {
  const isWords = (path: string) =>
    languages.some((language) => path.startsWith(join('words', language, '')));
  return readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !isWords(path))
    .map((path) => readFileSync(join(src, folder, path), 'utf8'))
    .join('\n');
}

/** Every error code that a contract declares, however deep. */
function errorCodes(part: unknown): Set<string> {
  const codes = new Set<string>();
  if (typeof part !== 'object' || part === null) return codes;
  if ('~orpc' in part) {
    const errorMap: unknown = Reflect.get(Object(part['~orpc']), 'errorMap');
    return new Set(Object.keys(Object(errorMap)));
  }
  for (const inner of Object.values(part)) for (const code of errorCodes(inner)) codes.add(code);
  return codes;
}
