import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/account-service/outbox/messages/message.ts';
import { render } from '../../../src/account-service/outbox/messages/render.ts';
import { challengePurposes } from '../../../src/account-service/vocabulary.ts';
import { wordsOf } from '../../../src/account-service/words/languages.ts';
import { fallbackLanguage, languages, methodKinds } from '../../../src/contract/vocabulary.ts';

const sender = { service: 'Harbour', support: 'help@example.org' };
const link = 'https://account.example.org/activate?token=abc';
const hint = 'a…@example.org';

/** One of each kind at least: a new kind is a type error here. */
const messages: { [About in Message['about']]: readonly Extract<Message, { about: About }>[] } = {
  activation: [{ about: 'activation', link }],
  addressKnown: [{ about: 'addressKnown', portal: 'https://portal.example.org/' }],
  code: challengePurposes.map((purpose) => ({ about: 'code', code: '012345', purpose })),
  passwordReset: [{ about: 'passwordReset', link }],
  confirmSignIn: [{ about: 'confirmSignIn', code: 'ABCD-EFGH' }],
  addressTaken: [{ about: 'addressTaken' }],
  newDevice: [{ about: 'newDevice', device: 'T-800', network: '192.0.2.0/24' }],
  methodAdded: methodKinds.map((kind) => ({ about: 'methodAdded', kind, hint })),
  methodRemoved: methodKinds.map((kind) => ({ about: 'methodRemoved', kind, hint })),
  passwordChanged: [{ about: 'passwordChanged' }],
  recoveryCodeUsed: [{ about: 'recoveryCodeUsed', left: 7 }],
  recoveryCodesMade: [{ about: 'recoveryCodesMade' }],
  addressChanged: [{ about: 'addressChanged', to: hint }],
  supportRequested: [{ about: 'supportRequested', reference: 'LK-AAAA' }],
  supportReceipt: [{ about: 'supportReceipt', reference: 'LK-AAAA' }],
  mfaReset: [{ about: 'mfaReset', reference: 'LK-AAAA' }],
  accountDeleted: [{ about: 'accountDeleted' }],
};

describe.each(languages.filter((language) => language !== fallbackLanguage))(
  'the service in %s',
  (language) => {
    it('says in each mail what the English one names, and nothing in English', () => {
      for (const message of Object.values(messages).flat()) {
        const values = Object.entries({ ...message, ...sender })
          .filter(([name]) => !['about', 'kind', 'purpose'].includes(name))
          .map(([, value]) => String(value));
        const english = render(message, fallbackLanguage, sender);
        const translated = render(message, language, sender);
        for (const part of ['subject', 'text'] as const) {
          const named = (text: string) => values.filter((value) => text.includes(value));
          expect({ message, part, named: named(translated[part]) }).toEqual({
            message,
            part,
            named: named(english[part]),
          });
          const said = (text: string) =>
            text.split(/\n+/u).filter((line) => /\p{L}/u.test(without(values, line)));
          const alike = said(translated[part]).filter((line) => said(english[part]).includes(line));
          expect(alike, message.about).toEqual([]);
        }
      }
    });

    it('says on each page what the English one names, and nothing in English', () => {
      const english = pageTexts(wordsOf[fallbackLanguage].landing);
      const translated = pageTexts(wordsOf[language].landing);
      expect([...translated.keys()].toSorted()).toEqual([...english.keys()].toSorted());
      for (const [key, text] of english) {
        if (key === 'language') continue;
        const other = translated.get(key) ?? '';
        expect(other.includes(given), key).toBe(text.includes(given));
        expect(other.trim(), key).not.toBe('');
        expect(other, key).not.toBe(text);
      }
      expect(translated.get('language')).toBe(language);
    });
  },
);

/** What the texts of pages with a value get for it. */
const given = 'Harbour';

function pageTexts(words: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
      if (typeof value === 'string') return [[prefix + key, value] as const];
      if (typeof value === 'function') {
        return [[prefix + key, String(Reflect.apply(value, undefined, [given]))] as const];
      }
      return [...pageTexts(Object(value), `${prefix}${key}.`)];
    }),
  );
}

function without(values: readonly string[], text: string): string {
  return values.reduce((rest, value) => rest.replaceAll(value, ''), text);
}
