import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAccountToken, createToken } from '../../../../src/account-service/secrets/tokens.ts';
import { mendLink } from '../../../../src/app/links/mend.ts';

const server = 'https://account.example.org';
const token = 'exeCzGnHVWSqSXpW1Fj5fappnerGqzZdiX2vb-ML0_s';
const page = `${server}/activate?token=${token}`;
const inApp = `latchkey://activate?${new URLSearchParams({ server, token }).toString()}`;
const link = { kind: 'activate', server, token };
const enc = encodeURIComponent;
const proofpoint2 = page
  .replaceAll(/[^A-Za-z0-9./]/g, (c) => `-${c.charCodeAt(0).toString(16).toUpperCase()}`)
  .replaceAll('/', '_');

const base64 = (text: string) => Buffer.from(text).toString('base64');
const sophos = (address: string) =>
  `https://eu.protection.sophos.com/?d=example.org&u=${enc(base64(address))}&i=x`;

describe('a link is mended', () => {
  test.each([
    ['whole', page],
    ['for the app', inApp],
    ['with spaces around', ` ${page} \n`],
    ['with a full stop', `${page}.`],
    ['with a comma and words', `${page}, thanks`],
    ['in brackets', `(${page})`],
    ['in angle brackets', `<${page}>`],
    ['in square brackets', `[${page}]`],
    ['in quotes', `"${page}"`],
    ['in curly quotes', `“${page}”`],
    ['in asterisks', `*${page}*`],
    ['in low lines', `_${page}_`],
    ['with words before it', `Open this link to activate it: ${page}`],
    ['with a word directly before it', `link:${page}`],
    ['quoted-printable', page.replace('=', '=3D')],
    ['with 3D left in front', page.replace('=', '=3D')],
    [
      'quoted-printable, wrapped',
      `${page.replace('=', '=3D').slice(0, 60)}=\n${page.replace('=', '=3D').slice(60)}`,
    ],
    ['wrapped, the line ends lost', `${page.slice(0, 60)}=${page.slice(60)}`],
    ['wrapped over two lines', `${page.slice(0, 60)}\n${page.slice(60)}`],
    [
      'wrapped over three lines, quoted',
      `> ${page.slice(0, 40)}\r\n> ${page.slice(40, 60)}\r\n> ${page.slice(60)}\r\n> thanks`,
    ],
    ['with an entity', inApp.replace('&', '&amp;')],
    ['with a number for an entity', inApp.replace('&', '&#38;')],
    ['with an entity before', page.replace('?', '?utm_source=mail&amp;')],
    ['with tracking', `${page}&utm_source=mail&fbclid=abc`],
    ['with tracking before', page.replace('?', '?gclid=1&')],
    ['with a fragment', `${page}#top`],
    ['with an upper-case scheme and host', page.replace(server, server.toUpperCase())],
    ['for the app, in upper case', inApp.replace('latchkey://activate', 'LATCHKEY://ACTIVATE')],
    ['with a slash behind the page', page.replace('?', '/?')],
    ['without its scheme', page.replace('https://', '')],
    ['over plain HTTP', page.replace('https', 'http')],
    ['percent-encoded', enc(page)],
    ['percent-encoded twice', enc(enc(page))],
    ['with its query percent-encoded', `${server}/activate%3Ftoken%3D${token}`],
    ['with its token percent-encoded', page.replace('_', '%5F')],
    ['for the app, quoted-printable', inApp.replaceAll('=', '=3D')],
    ['for the app, quoted-printable throughout', inApp.replaceAll('=', '=3D').replace('&', '=26')],
    ['with an invisible character', page.replace('exe', 'exe\u200b')],
    ['with an invisible character in its page', page.replace('activate', 'acti\u200bvate')],
    [
      'by SafeLinks',
      `https://eur02.safelinks.protection.outlook.com/?url=${enc(page)}&data=05%7C01&reserved=0`,
    ],
    [
      'by SafeLinks, with entities',
      `https://eur02.safelinks.protection.outlook.com/?url=${enc(page)}&amp;data=05`,
    ],
    ['by Google', `https://www.google.com/url?q=${enc(page)}&sa=D&usg=x`],
    ['by Facebook', `https://l.facebook.com/l.php?u=${enc(page)}&h=x`],
    ['by Proofpoint v1', `https://urldefense.proofpoint.com/v1/url?u=${enc(page)}&k=x`],
    ['by Proofpoint v2', `https://urldefense.proofpoint.com/v2/url?u=${proofpoint2}&d=DwMFaQ`],
    ['by Proofpoint v3', `https://urldefense.com/v3/__${page}__;!!abc!def$`],
    [
      'by Proofpoint v3, with characters taken out',
      `https://urldefense.com/v3/__${page.replace('?', '*')}__;Pw!!abc!def$`,
    ],
    [
      'by Proofpoint v3, with a run of characters taken out',
      `https://urldefense.com/v3/__${page.replace('e?t', '**B')}__;${base64('e?t')}!!abc!def$`,
    ],
    ['by Barracuda', `https://linkprotect.cudasvc.com/url?a=${enc(page)}&c=E,1`],
    ['by Cisco', `https://secure-web.cisco.com/1abc/${enc(page)}`],
    ['for the app, by Google', `https://www.google.com/url?q=${enc(inApp)}&sa=D`],
    ['for the app, by Cisco', `https://secure-web.cisco.com/1abc/${enc(inApp)}`],
    ['by Sophos', sophos(page)],
    ['by three filters, of which none shows what is inside', sophos(sophos(sophos(page)))],
    [
      'by two filters',
      `https://www.google.com/url?q=${enc(`https://x.safelinks.protection.outlook.com/?url=${enc(page)}`)}`,
    ],
  ])('%s', (_, text) => {
    expect(mendLink(text, [server])).toEqual(link);
  });
});

test('a link of a reset is one, also under the page of an activation', () => {
  const reset = createAccountToken('0b0e7ad1-4c4f-4f7e-8c0d-2f2f2f2f2f2f');
  const found = { kind: 'reset', server, token: reset };
  expect(mendLink(`${server}/reset?token=${reset}.`, [server])).toEqual(found);
  expect(mendLink(`${server}/activate?token=${reset}`, [server])).toEqual(found);
});

test.each([
  ['cut short', page.slice(0, -5)],
  ['cut down to its page', `${server}/activate`],
  ['cut behind the sign', `${server}/activate?token=`],
  ['cut short, with a full stop', `${page.slice(0, -9)}.`],
  [
    'cut short, before other words',
    `${page.slice(0, -9)}\n\nThe link is valid for 2 days and works once. After that, ask.`,
  ],
  [
    'cut short in a filter’s',
    `https://eur02.safelinks.protection.outlook.com/?url=${enc(page.slice(0, -5))}`,
  ],
  ['for the app, cut short', inApp.slice(0, -5)],
  ['with more in it', `${page}abcdef`],
  ['longer than any link', `${inApp}&utm=${'a'.repeat(4_096)}`],
  ['longer than any link, a page', `${page}&utm=${'a'.repeat(4_096)}`],
])('one that is %s is told as damaged', (_, text) => {
  expect(mendLink(text, [server])).toBe('damaged');
});

test.each([
  ['another server', page.replace('account.', 'evil.')],
  ['another server in a filter’s', `https://www.google.com/url?q=${enc(page.replace('account.', 'evil.'))}`],
  ['a server whose name begins like ours', page.replace('example.org', 'example.org.evil.example')],
  ['a user in front', page.replace('//account', '//account.example.org@evil')],
  ['two tokens', `${page}&token=${'A'.repeat(43)}`],
  ['a long link of another program’s', `latchkey://other?${'a'.repeat(4_097)}`],
  ['words', 'no link at all'],
  ['nothing', ''],
])('%s is no link of ours', (_, text) => {
  expect(mendLink(text, [server])).toBeNull();
});

test('whatever becomes of a link, it is itself, damaged or none: never another', () => {
  const damage = fc.oneof(
    fc.record({
      at: fc.nat(page.length),
      drop: fc.integer({ min: 0, max: 20 }),
      add: fc.string({ maxLength: 4 }),
    }),
  );
  fc.assert(
    fc.property(fc.array(damage, { maxLength: 2 }), (all) => {
      const text = all.reduce(
        (now, { at, drop, add }) => now.slice(0, at) + add + now.slice(at + drop),
        page,
      );
      const found = mendLink(text, [server]);
      if (found === null || found === 'damaged') return;
      expect(found.server).toBe(server);
      expect(found.token).toHaveLength(found.kind === 'activate' ? 43 : 66);
    }),
    { numRuns: 2_000 },
  );
});

test('every token that the service makes is whole', () => {
  for (let round = 0; round < 200; round += 1) {
    const [activate, reset] = [createToken(), createAccountToken(crypto.randomUUID())];
    expect(mendLink(`${server}/activate?token=3D${activate}).`, [server])).toMatchObject({ token: activate });
    expect(mendLink(`${server}/reset?token=3D${reset}).`, [server])).toMatchObject({
      kind: 'reset',
      token: reset,
    });
  }
});
