import { describe, expect, test } from 'vitest';
import { addressSchema } from '../../../src/contract/account-service.ts';
import { addressKey, readAddress } from '../../../src/contract/account-service/address.ts';
import { suggestAddress } from '../../../src/renderer/account/shared/suggest-address.ts';

describe('an address is taken', () => {
  test.each([
    'ann&co@example.org',
    'ann=x@example.org',
    'ann/x@example.org',
    'ann#x@example.org',
    "!#$%&'*+-/=?^_`{|}~@example.org",
    'ann+tag@example.org',
    'a@b.c',
    '.ann@example.org',
    'ann..x@example.org',
    'ann.@example.org',
    'ann@localhost',
    'ann@192.example',
    '"ann x"@example.org',
    '"a@b"@example.org',
    '"a\\"b"@example.org',
    'jörg@example.org',
    '用户@例え.jp',
    'δοκιμή@παράδειγμα.ελ',
    'ann@münchen.de',
    `ann@${'a'.repeat(63)}.org`,
  ])('%s', (address) => {
    expect(addressSchema.parse(address)).toBe(address);
    expect(suggestAddress(address)).toBeNull();
  });
});

describe('an address is refused', () => {
  test.each([
    'ann',
    '@example.org',
    'ann@',
    'ann x@example.org',
    'ann@example..org',
    'ann@-example.org',
    'ann@exam_ple.org',
    'a@b@example.org',
    'ann@exa mple.org',
    'ann@[192.0.2.1]',
    '"ann@example.org',
    'ann\r\nBcc: x@example.org',
    '"ann\r\n"@example.org',
    'ann@münchen.de/x',
    `ann@${'a'.repeat(64)}.org`,
    `${'a'.repeat(250)}@example.org`,
    '@'.repeat(1_000),
    '<'.repeat(20_000),
  ])('%s', (address) => {
    expect(addressSchema.safeParse(address).success).toBe(false);
  });
});

test.each([
  [' ann@example.org\n'],
  ['mailto:ann@example.org'],
  ['MAILTO:ann@example.org?subject=hello'],
  ['<ann@example.org>'],
  ['Ann Example <ann@example.org>'],
  ['"Example, Ann" <ann@example.org>;'],
  ['“ann@example.org”'],
  ["'ann@example.org'"],
  ['ann@example.org.'],
  ['ann@example.org,'],
  ['ann@\u200bexample.org'],
  ['\u202aann@example.org\u202c'],
  ['ann＠ｅｘａｍｐｌｅ．ｏｒｇ'],
  ['ann@EXAMPLE.org'],
  ['"ann"@example.org'],
  ['mailto:ann%40example.org'],
])('what stands around an address is left off: %s', (typed) => {
  expect(readAddress(typed)).toBe('ann@example.org');
});

test.each([
  [
    'an international domain',
    [
      'ann@münchen.de',
      'ann@MÜNCHEN.de',
      'ann@mu\u0308nchen.de',
      'ann@xn--mnchen-3ya.de',
      'ann@XN--MNCHEN-3YA.de',
    ],
  ],
  ['another full stop', ['ann@例え.jp', 'ann@例え。jp', 'ann@xn--r8jz45g.jp']],
  ['sharp s', ['ann@faß.de', 'ann@xn--fa-hia.de']],
  ['an international name', ['jörg@example.org', 'jo\u0308rg@example.org', 'JÖRG@example.org']],
  ['quotes', ['ann@example.org', '"ann"@example.org', '"a\\nn"@EXAMPLE.org']],
])('one mailbox has one key, whatever the spelling of %s', (_, spellings) => {
  const read = spellings.map((spelling) => addressSchema.parse(spelling));
  expect(new Set(read.map(addressKey)).size).toBe(1);
});

test('two mailboxes have two keys', () => {
  const others = [
    'ann@example.org',
    'an.n@example.org',
    'ann+x@example.org',
    'ann@example.com',
    'ann@fass.de',
    'ann@faß.de',
  ];
  expect(new Set(others.map(addressKey)).size).toBe(others.length);
});
