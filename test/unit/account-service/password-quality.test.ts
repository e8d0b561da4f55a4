import { expect, test } from 'vitest';
import { judgePassword } from '../../../src/account-service/passwords/quality.ts';

const judge = (password: string) =>
  judgePassword(password, 'Noor Bakker', 'noor.bakker@example.org', 'Harbour Trust');

test('a long password of any characters is good, up to 128 of them', () => {
  expect(judge('a quiet harbour full of tulips')).toEqual([]);
  expect(judge('ééñ 漢字 🔑🔑 κλειδί zzq')).toEqual([]);
  expect(
    judge(Array.from({ length: 128 }, (_, at) => String.fromCodePoint(0x1f300 + at * 7)).join('')),
  ).toEqual([]);
});

test('one that is too short or too long is refused, counted in characters as people see them', () => {
  expect(judge('tulip harb 7 #')).toContain('tooShort');
  expect(judge('🔑'.repeat(129))).toEqual(['tooLong']);
});

test('one with the person’s name or address in it is refused', () => {
  expect(judge('bakker likes quiet harbours')).toContain('containsName');
  expect(judge('quiet noor.bakker harbour')).toContain('containsAddress');
});

test.each(['1234567890123456', 'qwertyuiopasdfghjkl', 'aaaaaaaaaaaaaaaaaaaaaaa', 'passwordpassword'])(
  '%s is refused: anyone would try it',
  (password) => {
    expect(judge(password)).toContain('tooGuessable');
  },
);

test.each([
  'latchkeylatchkey',
  'Latchkey-authenticator',
  'latchkeyaccount',
  'harbourtrustharbour',
  'MijnWachtwoordLatchkey',
])('%s is refused: it is made of words that are known here', (password) => {
  expect(judge(password)).toContain('tooGuessable');
});
