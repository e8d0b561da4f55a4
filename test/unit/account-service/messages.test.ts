import { expect, test } from 'vitest';
import { render } from '../../../src/account-service/outbox/messages/render.ts';
import { languages } from '../../../src/contract/vocabulary.ts';

const sender = { service: 'Example', support: 'support@example.test' };

test.each(languages)('a device’s name rearranges nothing in a mail: %s', (language) => {
  const device = 'lap\u202e\u2066top\u2028\r\n\r\nCall +31 900 1234\x1b[2J';
  const { subject, text } = render({ about: 'newDevice', device, network: '192.0.2.0/24' }, language, sender);
  expect(subject + text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
  expect(text).toMatch(/[“„«]\u202F?lap��top Call \+31 900 1234�\[2J\u202F?[”“»]/u);
});

test.each(languages)('a name from right to left keeps to its place: %s', (language) => {
  const about = { about: 'newDevice', device: 'מחשב 7', network: '192.0.2.0/24' } as const;
  expect(render(about, language, sender).text).toMatch(/[“„«]\u202F?\u2068מחשב 7\u2069\u202F?[”“»]/u);
  const hint = { about: 'methodAdded', kind: 'email', hint: 'מ…@דוגמה.test' } as const;
  expect(render(hint, language, sender).text).toContain(`(\u2068${hint.hint}\u2069)`);
  const changed = { about: 'addressChanged', to: 'משה@דוגמה.test' } as const;
  expect(render(changed, language, sender).text).toContain(`\u2068${changed.to}\u2069`);
});
