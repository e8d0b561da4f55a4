import { ada, codeFromMail } from '../e2e/rig/account-person.ts';
import { otpauth } from '../e2e/rig/codes.ts';
import { expect, test } from './rig/listener.ts';
import { makeAccount } from './rig/make-account.ts';

test('sign in to the account', async ({ start, service }) => {
  await makeAccount(service);
  const person = await start({
    addresses: [otpauth('Bank', 'ada@example.org')],
    server: service.address,
  });
  await person.hear(/Page has \d+ landmarks, 1 heading, 1 table/u);
  await person.tabTo(/Account push button/u);
  await person.press('Return');
  await person.tabTo(/Sign in .*push button/u);
  await person.press('Return', /^Sign in$/mu);
  await person.tabTo(/E-mail address entry/u);
  await person.type(ada.email);
  await person.tabTo(/Password password text/u);
  await person.type('seven quiet otters');
  await person.press('Return', /This address and password do not match/u);
  await person.press('ctrl+a');
  await person.type(ada.password);
  await person.press('Return');
  const before = service.inbox.mails.length;
  await person.tabTo(/E-mail a code to .*push button/u);
  await person.press('Return', /We e-mailed it to/u);
  await person.tabTo(/Another way push button/u);
  await person.tabTo(/Six-digit code entry/u, 'shift+Tab');
  const code = await codeFromMail(service, ada.other, before);
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  await person.type(wrong, /That is not the code/u);
  await person.type(code);
  await person.tabTo(/Add a method .*push button|Sign out push button/u);
  expect(person.times('This address and password do not match')).toBe(1);
  expect(person.times('We e-mailed it to')).toBe(1);
  expect(person.times('That is not the code')).toBe(1);
});
