import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textLimits } from '../../../../src/contract/limits.ts';
import { plainLine } from '../../../../src/contract/plain-line.ts';
import { longestLink, readAccountLink, readLink } from '../../../../src/app/links/routes.ts';

const server = 'https://account.example.org';
const token = 'AbC_9-.x';
const activate = `latchkey://activate?${new URLSearchParams({ server, token }).toString()}`;

describe('a link', () => {
  test('of the landing page is read: what for, at which server, with which token', () => {
    expect(readLink(activate, [])).toEqual({ kind: 'activate', server, token });
    const reset = `latchkey://reset?${new URLSearchParams({ server, token }).toString()}`;
    expect(readLink(reset, [])).toEqual({ kind: 'reset', server, token });
  });

  test('may have the slash that some systems put behind the host', () => {
    expect(readLink(activate.replace('activate?', 'activate/?'), [])?.kind).toBe('activate');
  });

  test('comes back from what was written, whatever the token and the server', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('activate' as const, 'reset' as const),
        fc.webAuthority({ withIPv4: false, withUserInfo: false, withPort: true }),
        fc.stringMatching(/^[A-Za-z0-9_.-]{1,200}$/),
        (kind, authority, anyToken) => {
          const { origin } = new URL(`https://${authority}`);
          const query = new URLSearchParams({ server: origin, token: anyToken }).toString();
          expect(readLink(`latchkey://${kind}?${query}`, [])).toEqual({
            kind,
            server: origin,
            token: anyToken,
          });
        },
      ),
    );
  });

  test.each([
    ['another scheme', activate.replace('latchkey:', 'latchkeys:')],
    ['a scheme that only begins like ours', activate.replace('latchkey:', 'latchkey-test:')],
    ['an unknown place', activate.replace('activate', 'delete')],
    ['a path', activate.replace('activate?', 'activate/me?')],
    ['a port', activate.replace('activate?', 'activate:1?')],
    ['a user', activate.replace('//', '//me@')],
    ['a fragment', `${activate}#there`],
    ['a member nobody knows', `${activate}&redirect=https://evil.example`],
    ['a second token', `${activate}&token=other`],
    ['no token', activate.replace(/&token=.*/, '')],
    ['an empty token', activate.replace(token, '')],
    ['a token with other characters', activate.replace(token, 'a%0Ab')],
    ['no server', `latchkey://activate?token=${token}`],
    ['a server with a path', activate.replace('example.org', 'example.org%2Fsub')],
    ['a server with a user', activate.replace('account.', 'me%40account.')],
    ['a server over plain HTTP', activate.replace('https', 'http')],
    ['a server that is no web address', activate.replace('https', 'javascript')],
    ['white space around it', ` ${activate}`],
    ['white space in it', activate.replace('token', 'to\tken')],
  ])('with %s is not ours', (_, text) => {
    expect(readLink(text, [server])).toBeNull();
  });

  test('to a server on this machine may be over plain HTTP', () => {
    for (const host of ['127.0.0.1:8787', 'localhost:8787', '[::1]:8787']) {
      const query = new URLSearchParams({ server: `http://${host}`, token }).toString();
      expect(readAccountLink(`latchkey://activate?${query}`, [])?.server).toBe(`http://${host}`);
    }
  });

  test('that is longer than any of ours is not looked at', () => {
    const long = `${activate}${'a'.repeat(longestLink)}`;
    expect(readLink(long, [])).toBeNull();
  });

  test('of the mail itself counts where its server is known', () => {
    expect(readLink(`${server}/activate?token=${token}`, [server])).toEqual({
      kind: 'activate',
      server,
      token,
    });
    expect(readLink(`${server}/reset?token=${token}`, [server])?.kind).toBe('reset');
    expect(readLink(`${server}/activate?token=${token}`, [])).toBeNull();
    expect(readLink(`https://evil.example/activate?token=${token}`, [server])).toBeNull();
    expect(readLink(`${server}.evil.example/activate?token=${token}`, [server])).toBeNull();
  });

  test('finds, or searches for any text, and is no mailed link then', () => {
    expect(readLink('latchkey://find', [])).toEqual({ kind: 'find' });
    expect(readLink('latchkey://find/', [])).toEqual({ kind: 'find' });
    expect(readAccountLink('latchkey://find', [])).toBeNull();
    const short = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(short, (q) => {
        const link = readLink(`latchkey://search?${new URLSearchParams({ q }).toString()}`, []);
        expect(link).toEqual({ kind: 'search', q: plainLine(new URLSearchParams({ q }).get('q') ?? '') });
      }),
    );
    expect(readLink('latchkey://search?q=a+b%20%C3%A9', [])).toEqual({ kind: 'search', q: 'a b é' });
  });

  test.each([
    ['a member nobody knows', 'latchkey://find?q=x'],
    ['an empty query name', 'latchkey://find?=x'],
    ['no text', 'latchkey://search'],
    ['two texts', 'latchkey://search?q=a&q=b'],
    ['a text and more', 'latchkey://search?q=a&copy=1'],
    ['a longer text than any name', `latchkey://search?q=${'a'.repeat(textLimits.search + 1)}`],
    ['a path', 'latchkey://search/codes?q=a'],
  ])('that finds or searches, with %s, is not ours', (_, text) => {
    expect(readLink(text, [])).toBeNull();
  });

  test('that searches shows no character that could rearrange a line', () => {
    expect(readLink('latchkey://search?q=a%E2%80%AEb%0Ac', [])).toEqual({ kind: 'search', q: 'a\uFFFDb c' });
  });

  test('never throws, and is ours only if it says so, whatever comes', () => {
    const pieces = fc.array(
      fc.constantFrom(
        'latchkey:',
        '//',
        'activate',
        'find',
        'search',
        'q=',
        '?',
        '&',
        'server=',
        'token=',
        server,
        '%',
        '@',
        ':',
        '/',
      ),
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      pieces.map((all) => all.join('')),
    );
    const isOurs = (text: string) => /^(?:latchkey:\/\/|https:\/\/account\.example\.org\/)/i.test(text);
    const holds = fc.property(texts, (text) => readLink(text, [server]) === null || isOurs(text));
    expect(() => fc.assert(holds, { numRuns: 2_000 })).not.toThrow();
  });
});
