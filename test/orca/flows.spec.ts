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

const bank = otpauth('Bank', 'ada@example.org');
const shop = otpauth('Shop', 'ada@example.org', 'JBSWY3DPEHPK3PXP');
const listIsThere = /Page has \d+ landmarks, 1 heading, 1 table/u;

// Where one page takes the place of another, Orca may say nothing (docs/screen-readers.md): a person then presses Tab, and
// goes back to the field with Shift+Tab. So does `tabTo`.

test('make a vault and add the first code', async ({ start }) => {
  const person = await start({});
  await person.hear(/Page has \d+ landmarks, 8 headings/u);
  await person.tabTo(/Continue push button/u);
  await person.press('Return');
  await person.tabTo(/Start push button/u);
  await person.press('Return');
  await person.tabTo(/Scan the screen push button/u);
  person.copy(bank);
  await person.press('ctrl+v');
  expect(await person.tabTo(/Keep push button/u)).not.toContain('unavailable');
  expectCode(await person.press('Return', /Bank \(ada@example\.org\): \d \d \d, \d \d \d/u));
  await person.tabTo(/Done push button/u);
  await person.press('Return');
  expectCode(await person.tabTo(/Bank \(ada@example\.org\)\s+\d \d \d, \d \d \d/u));
  expect(person.times('Bank (ada@example.org): ')).toBe(1);
});

test('find and copy a code', async ({ start }) => {
  const person = await start({ addresses: [bank, shop] });
  await person.hear(listIsThere);
  await person.tabTo(/Search entry/u);
  await person.type('bank', /1 match/u);
  expectCode(await person.tabTo(/Bank \(ada@example.org\)/u));
  await person.press('Return', /Code for Bank \(ada@example\.org\) copied/u);
  expect(person.clipboard()).toMatch(/^\d{6}$/u);
  expect(person.times('Code for Bank')).toBe(1);
  expect(person.times('1 match')).toBe(1);
});

test('lock and unlock', async ({ start }) => {
  const passphrase = 'seven quiet otters paint';
  const person = await start({ addresses: [bank, shop], passphrase });
  await person.hear(listIsThere);
  expectCode(await person.tabTo(/Bank \(ada@example.org\)/u));
  await person.press('ctrl+l', /Locked/u);
  await person.tabTo(/Unlock push button/u);
  await person.tabTo(/Passphrase password text/u, 'shift+Tab');
  await person.type('seven quiet otters point');
  await person.press('Return', /That is not the passphrase/u);
  // What was typed is selected: the next takes its place.
  await person.type(passphrase);
  await person.press('Return', /The vault is open: 2 codes/u);
  expectCode(await person.tabTo(/Bank \(ada@example.org\)/u));
  expect(person.times('That is not the passphrase')).toBe(1);
  expect(person.times('The vault is open')).toBe(1);
  expect(person.times('Locked')).toBe(1);
});

test('rename an entry', async ({ start }) => {
  const person = await start({ addresses: [bank, shop] });
  await person.hear(listIsThere);
  await person.tabTo(/Details of Bank \(ada@example\.org\)/u);
  await person.press('Return');
  await person.tabTo(/Edit push button/u);
  await person.press('Return');
  await person.tabTo(/Account entry/u);
  await person.tabTo(/Site or service entry Bank selected/u, 'shift+Tab');
  person.copy('Savings '.repeat(60));
  await person.press('ctrl+v', /At most \d+ characters; this has \d+/u);
  await person.press('ctrl+a', /selected/u);
  await person.type('Savings Bank');
  await person.press('Return', /Savings Bank \(ada@example\.org\) was changed/u);
  await person.tabTo(/Back to the codes push button/u);
  await person.press('Return');
  expectCode(await person.tabTo(/Savings Bank \(ada@example\.org\)\s+\d \d \d, \d \d \d/u));
  expect(person.times('At most')).toBe(1);
  expect(person.times('was changed')).toBe(1);
});
