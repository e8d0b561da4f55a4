/** The pages behind mailed links, with names that look like markup. */
import { expect, test } from 'vitest';
import { readConfig } from '../../../src/account-service/config.ts';
import { activatePage, resetPage, say } from '../../../src/account-service/http/landing-pages.ts';
import { wordsOf } from '../../../src/account-service/words/languages.ts';
import { languages } from '../../../src/contract/vocabulary.ts';
import { completeEnvironment } from '../../rig/account-service/environment.ts';

const hostile = `"><img src=x onerror=alert(1)>'&amp;`;
const shown = '&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&#39;&amp;amp;';
const config = {
  ...readConfig(completeEnvironment('postgres://127.0.0.1/none', 'smtp://127.0.0.1:25')),
  SERVICE_NAME: hostile,
  SUPPORT_ADDRESS: hostile,
};

test.each(languages)('what a person or an operator wrote stands on a page as text: %s', (language) => {
  const words = wordsOf[language].landing;
  const landing = { service: { config }, words, token: hostile };
  const states = ['open', 'expired', 'used', 'replaced', 'invalid'] as const;
  const pages = [
    ...states.flatMap((state) => [activatePage(landing, state, hostile), resetPage(landing, state, hostile)]),
    say({ config }, words, hostile, hostile),
  ];
  for (const page of pages) {
    expect(page).toContain(shown);
    expect(page).not.toMatch(/<img|onerror=alert\(1\)>|&amp;(?!amp;|token=)/);
  }
  expect(activatePage(landing, 'open')).toContain(`name="token" value="${shown}"`);
});
