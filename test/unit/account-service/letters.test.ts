import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/account-service/outbox/messages/message.ts';
import { render } from '../../../src/account-service/outbox/messages/render.ts';
import { languages } from '../../../src/contract/vocabulary.ts';

const sender = { service: 'Harbour & <Trust>', support: 'help@example.org' };
const link = 'https://account.example.org/activate?token=abc&x=1';
const hostile = '<img src=x onerror=alert(1)>"&\'';

/** One of each kind: a new kind is a type error here. */
const messages: { [About in Message['about']]: Extract<Message, { about: About }> } = {
  activation: { about: 'activation', link },
  addressKnown: { about: 'addressKnown', portal: 'https://portal.example.org/?a=1&b=2' },
  code: { about: 'code', code: '012345', purpose: 'sign-in' },
  passwordReset: { about: 'passwordReset', link },
  confirmSignIn: { about: 'confirmSignIn', code: 'ABCD-EFGH-JKMN-0123' },
  addressTaken: { about: 'addressTaken' },
  newDevice: { about: 'newDevice', device: hostile, network: '192.0.2.0/24' },
  methodAdded: { about: 'methodAdded', kind: 'totp', hint: hostile },
  methodRemoved: { about: 'methodRemoved', kind: 'email', hint: hostile },
  passwordChanged: { about: 'passwordChanged' },
  recoveryCodeUsed: { about: 'recoveryCodeUsed', left: 3 },
  recoveryCodesMade: { about: 'recoveryCodesMade' },
  addressChanged: { about: 'addressChanged', to: hostile },
  supportRequested: { about: 'supportRequested', reference: 'LK-AAAA' },
  supportReceipt: { about: 'supportReceipt', reference: 'LK-AAAA' },
  mfaReset: { about: 'mfaReset', reference: 'LK-AAAA' },
  accountDeleted: { about: 'accountDeleted' },
};

const all = Object.values(messages).flatMap((message) =>
  languages.map((language) => ({ about: message.about, language, message })),
);

/** What a person reads of a page. */
function read(html: string): string {
  return html
    .replace(/^.*<body[^>]*>/s, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
}

describe.each(all)('the mail $about in $language', ({ message, language }) => {
  const { subject, text, html } = render(message, language, sender);

  test('says in HTML all that it says as text, with a greeting and the service’s name', () => {
    const words = read(html);
    for (const paragraph of [subject, ...text.split('\n\n')]) {
      expect(words).toContain(paragraph.replaceAll(/\s+/g, ' '));
    }
    expect(words.slice(words.indexOf(subject) + subject.length)).toMatch(/^ \p{Lu}\p{L}*[,:] /u);
  });

  test('has no script, nothing from elsewhere, and no tag that a person wrote', () => {
    const tags = html.match(/<[^>]*>/g) ?? [];
    expect(tags.join('')).not.toMatch(/\son\w+=|url\(|\ssrc=/i);
    const names = new Set(tags.map((tag) => /^<\/?!?(\w+)/.exec(tag)?.[1]));
    const known = 'doctype html head meta title style body div h1 p a br'.split(' ');
    expect([...names].filter((name) => !known.includes(name ?? ''))).toEqual([]);
    expect(html).not.toMatch(/url\(|@import/);
    expect(text).not.toContain('&lt;');
  });
});

test.each([messages.activation, messages.passwordReset])('the link of $about has a button', (message) => {
  const { html } = render(message, 'en', sender);
  expect(html).toContain(`class="button" href="${link.replace('&', '&amp;')}"`);
});

test('what a person wrote stands there as text', () => {
  const { html } = render(messages.newDevice, 'en', sender);
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&amp;&#39;');
});
