import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appContract } from '../../../src/contract/app.ts';
import { vaultStateSchema } from '../../../src/contract/vault.ts';
import { otpauthNoteCodeSchema, otpauthRefusalCodeSchema } from '../../../src/core/otpauth/parsed.ts';
import { fallbackLanguage, languages } from '../../../src/contract/vocabulary.ts';
import { en } from '../../../src/renderer/words/en/words.ts';
import { wordsOf } from '../../../src/renderer/words/languages.ts';

const translations = languages.filter((language) => language !== fallbackLanguage);
const renderer = new URL('../../../src/renderer', import.meta.url).pathname;

describe('the words', () => {
  it.each(Object.entries(wordsOf))(
    'say every error of the contract: what and what to do (%s)',
    (_, words) => {
      const codes = errorCodes(appContract);
      expect(codes.size).toBeGreaterThan(15);
      for (const code of codes) {
        expect(words.errors).toHaveProperty([code, 'title'], expect.stringMatching(/\S/));
        expect(words.errors).toHaveProperty([code, 'text'], expect.stringMatching(/\S/));
      }
    },
  );

  it.each(Object.entries(wordsOf))('say every note and refusal of the otpauth reader (%s)', (_, words) => {
    for (const code of otpauthNoteCodeSchema.options) expect(words.notes).toHaveProperty(code);
    for (const code of otpauthRefusalCodeSchema.options) expect(words.refusals).toHaveProperty(code);
  });

  it.each(translations)('have the same keys and the same {{values}} as English (%s)', (language) => {
    const values = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(String).toSorted();
    const english = flatten(en);
    const translated = flatten(wordsOf[language]);
    expect([...translated.keys()]).toEqual([...english.keys()]);
    for (const [key, text] of english)
      expect({ key, values: values(translated.get(key) ?? '') }).toEqual({ key, values: values(text) });
  });

  it.each(translations)('are translated: no longer line is the same as in English (%s)', (language) => {
    const translated = flatten(wordsOf[language]);
    const same = [...flatten(en)].filter(([key, text]) => text.length > 15 && translated.get(key) === text);
    expect(same).toEqual([]);
  });

  it('are all used, so that nobody translates what nobody reads', () => {
    const source = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
      .filter(
        (path) =>
          /\.tsx?$/.test(path) && !languages.some((language) => path.startsWith(join('words', language, ''))),
      )
      .map((path) => readFileSync(join(renderer, path), 'utf8'))
      .join('\n');
    // Keys that are put together of what stands and a code: `trouble.${vault.outcome}`, `backups.by_${way}_text`.
    const composed = [...source.matchAll(/`(\w+\.[\w.]*)\$\{[^{}]*\}([\w.]*)`/g)].map(
      ([, start = '', end = '']) => ({ start, end }),
    );
    const states = new Set(enumerations(vaultStateSchema));
    const isComposed = (key: string) =>
      composed.some(({ start, end }) => {
        if (!key.startsWith(start) || !key.endsWith(end)) return false;
        const name = key.slice(start.length, key.length - end.length);
        return start === 'trouble.' ? states.has(name) : /^[\w-]+$/.test(name);
      });
    const unused = [...flatten(en).keys()]
      .map((key) => key.replace(/_(zero|one|other)$/, ''))
      .filter((key) => !isComposed(key) && !source.includes(`'${key}'`));
    expect(unused).toEqual([]);
  });
});

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

function flatten(words: object, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(Object(value), `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

/** Every value of every enumeration in a schema. */
function enumerations(schema: { toJSONSchema(): unknown }): string[] {
  return [...JSON.stringify(schema.toJSONSchema()).matchAll(/"enum":\[([^\]]*)\]/g)].flatMap(
    ([, values = '']) => values.split(',').map((value) => value.replaceAll('"', '')),
  );
}
