import { canary, oathtool, otpauth } from '../e2e/rig/codes.ts';
import { expect, test } from './rig/listener.ts';

/** A code as it is to be said: one digit after the other, in two groups. */
const said = /\d \d \d, \d \d \d/u;

/** The code that was said, in one piece; it is good now, or was a moment ago. */
function expectCode(heard: string): void {
  const code = said.exec(heard)?.[0].replaceAll(/\D/gu, '');
  const good = [-60_000, -30_000, 0].map((earlier) => oathtool(canary, Date.now() + earlier));
  expect(good).toContain(code);
}

test('find and copy a code', async ({ start }) => {
  const person = await start({
    addresses: [otpauth('Bank', 'ada@example.org'), otpauth('Shop', 'ada@example.org', 'JBSWY3DPEHPK3PXP')],
  });
  await person.hear(/Page has \d+ landmarks, 1 heading, 1 table/u);
  await person.tabTo(/Search entry/u);
  await person.type('bank', /1 match/u);
  expectCode(await person.tabTo(/Bank \(ada@example.org\)/u));
  await person.press('Return', /Code for Bank \(ada@example\.org\) copied/u);
  expect(person.clipboard()).toMatch(/^\d{6}$/u);
  expect(person.times('Code for Bank')).toBe(1);
  expect(person.times('1 match')).toBe(1);
});
