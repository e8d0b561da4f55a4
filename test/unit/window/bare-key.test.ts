import { expect, test } from 'vitest';
import { bareKey } from '../../../src/renderer/add/bare-key.ts';

test.each([
  ['JBSWY3DPEHPK3PXP', 'JBSWY3DPEHPK3PXP'],
  [' jbsw y3dp ehpk 3pxp\n', 'jbsw y3dp ehpk 3pxp'],
  ['JBSW-Y3DP-EHPK-3PXP-AB==', 'JBSW-Y3DP-EHPK-3PXP-AB=='],
  ['Your key: jbsw y3dp ehpk 3px0', 'jbsw y3dp ehpk 3px0'],
])('%j is a key', (text, key) => {
  expect(bareKey(text)).toBe(key);
});

test.each([
  '',
  'hello',
  'the quick brown fox jumps over it',
  'JBSWY3DP',
  '4111 1111 1111 1111',
  'Grossbuchstabenwort',
  'otpauth://totp/a?secret=JBSWY3DPEHPK3PXP',
])('%j is none', (text) => {
  expect(bareKey(text)).toBeNull();
});
