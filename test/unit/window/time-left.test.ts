import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import { timeLeft } from '../../../src/renderer/codes/time-left.ts';
import { en } from '../../../src/renderer/words/en/words.ts';
import { nl } from '../../../src/renderer/words/nl/words.ts';

test.each([
  [0, '0', '0 seconds left', 'nog 0 seconden', '0'],
  [1, '1', '1 second left', 'nog 1 seconde', '1'],
  [99, '99', '99 seconds left', 'nog 99 seconden', '99'],
  [100, '2m', '2 minutes left', 'nog 2 minuten', '2m'],
  [3_219, '54m', '54 minutes left', 'nog 54 minuten', '54m'],
  [99 * 60, '99m', '99 minutes left', 'nog 99 minuten', '99m'],
  [99 * 60 + 1, '2h', '2 hours left', 'nog 2 uur', '2u'],
  [86_400, '24h', '24 hours left', 'nog 24 uur', '24u'],
])('of %i s left it says %s, “%s” and “%s”', async (seconds, short, spoken, inDutch, shortInDutch) => {
  const i18n = createInstance();
  await i18n.init({
    lng: 'en',
    resources: { en: { translation: en }, nl: { translation: nl } },
    interpolation: { escapeValue: false },
  });
  expect(timeLeft(seconds, i18n.t)).toEqual({ short, spoken });
  expect(timeLeft(seconds, i18n.getFixedT('nl'))).toEqual({ short: shortInDutch, spoken: inDutch });
});
