/** The account's commands on the real account service. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountLimits } from '../../../src/contract/account-service/limits.ts';
import { activationLink, codeOfMail, mailsSoFar, newAddress, password } from '../account/person.ts';
import { patience, startService, type RunningService } from '../account/rig.ts';
import { buildCommand, createPerson, type Person, type Terminal } from './rig/command.ts';
import type { RunningWindow } from './rig/window.ts';

let service: RunningService;
let ann: Person;
let window: RunningWindow;
let email: string;
let other: string;
let recoveryCodes: readonly string[];
const number = '+31612345678';
beforeAll(async () => {
  service = await startService();
  // The command reads the real clock.
  service.world.passTime(Date.now() - service.world.now());
  ann = await createPerson(await buildCommand('account'));
  await ann.makeVault({ protection: 'keychain' });
}, patience);
afterAll(async () => {
  await ann.leave();
  await service.stop();
});

/** Signs up and in at the window, with three methods: an authenticator of this vault, e-mail and SMS. */
async function enrolAtWindow(): Promise<void> {
  window = await ann.openWindow();
  const { account } = window.client;
  await account.setServer({ address: `http://127.0.0.1:${service.world.ports[0]}` });
  email = newAddress();
  await account.signUp.start({ name: 'Noor Bakker', email, password, language: 'en' });
  await account.link.open({ text: await activationLink(service, email) });
  await account.link.activate({});
  await account.methods.begin({ kind: 'totp', destination: 'Latchkey' });
  await account.methods.useThisVault({});
  recoveryCodes = (await account.recoveryCodes.show()).codes;
  await account.recoveryCodes.confirmSaved();
  other = newAddress();
  const before = mailsSoFar(service);
  await account.methods.begin({ kind: 'email', destination: other });
  await account.methods.confirm({ code: await codeOfMail(service, other, before) });
  const smsBefore = service.world.inbox.sms.length;
  await account.methods.begin({ kind: 'sms', destination: number });
  await account.methods.confirm({ code: await codeOfSms(smsBefore) });
}

async function codeOfSms(notBefore: number): Promise<string> {
  const [code] = await service.world.inbox.waitForSms(number, /\b\d{6}\b/u, notBefore);
  return code;
}

/** In the order of the question. */
const ways = ['authenticator', 'e-mail', 'SMS', 'recovery code'] as const;

/** Signs out, and in again up to the choice of a way to prove it, which is made. */
async function signInBy(way: (typeof ways)[number]): Promise<Terminal> {
  expect(await ann.run(['account', 'sign-out'])).toMatchObject({ code: 0 });
  const terminal = ann.atTerminal(['account', 'sign-in']);
  await answerPassword(terminal);
  await terminal.shows('Second factor');
  terminal.type(`${'\u001B[B'.repeat(ways.indexOf(way))}\r`);
  return terminal;
}

/** Signed in, by whom it should be, without anything secret on the screen. */
async function expectSignedIn(terminal: Terminal, ...secrets: readonly string[]): Promise<void> {
  const { code, screen } = await terminal.ended;
  expect({ code, screen }).toMatchObject({ code: 0, screen: expect.stringContaining(`Signed in: ${email}`) });
  for (const secret of [password, ...secrets]) expect(screen).not.toContain(secret);
  expect((await ann.run(['account', 'status'])).stdout).toMatch(/^account\tsigned in$/mu);
}

async function answerPassword(terminal: Terminal): Promise<void> {
  await terminal.shows('E-mail address');
  terminal.type(`${email}\r`);
  await terminal.shows('Password of the account');
  terminal.type(`${password}\r`);
}

test('without a server there is nothing to sign in at, and without a terminal nobody to ask', async () => {
  expect(await ann.run(['account', 'status'])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('none is set'),
  });
  expect(await ann.run(['account', 'sign-in'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('NO_SERVER'),
  });
});

test('a window and a command share the account, and a command leaves the window’s session alone', async () => {
  await enrolAtWindow();
  const { code, stdout } = await ann.run(['account', 'status']);
  expect(code).toBe(0);
  expect(stdout).toContain(`address\t${email}`);
  await window.client.account.refresh();
  const events = await window.client.account.watch();
  expect(await events.next()).toMatchObject({ value: { account: { stage: 'signedIn' } } });
  expect(await ann.run(['account', 'sign-in'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('SIGNED_IN'),
  });
  expect(await ann.run(['account', 'sign-out'])).toMatchObject({ code: 0 });
  expect(await ann.run(['account', 'devices'])).toMatchObject({ code: 1 });
  await window.close();
});

test('signing in asks for address, password and a mailed code, shows no password, and lasts', async () => {
  expect(await ann.run(['account', 'sign-in'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('nobody is here'),
  });
  const terminal = ann.atTerminal(['account', 'sign-in']);
  await answerPassword(terminal);
  await terminal.shows('Second factor');
  const before = mailsSoFar(service);
  // The list is in the account's order, with the mail behind the authenticator.
  terminal.type('\u001B[B\r');
  await terminal.shows(`Trust this computer for ${accountLimits.trustDays} days?`);
  terminal.type('y\r');
  await terminal.shows('A code is on its way');
  const right = await codeOfMail(service, other, before);
  // What is typed before the question is there would be lost.
  const asked = /\?[^\n]*Code/u;
  await terminal.shows(asked);
  terminal.type(`${right === '000000' ? '111111' : '000000'}\r`);
  await terminal.shows('That is not the code');
  await terminal.shows(asked);
  terminal.type(`${right}\r`);
  await expectSignedIn(terminal);
});

test('the trusted computers are listed, and one is removed by the start of its id', async () => {
  const { code, stdout } = await ann.run(['account', 'devices']);
  expect(code).toBe(0);
  const [, , , id = '', current] = stdout.trimEnd().split('\t');
  expect(current).toBe('this one');
  expect(await ann.run(['account', 'devices', '--remove', 'nothing'])).toMatchObject({ code: 1 });
  expect(await ann.run(['account', 'devices', '--remove', id.slice(0, 8)])).toMatchObject({ code: 0 });
  expect(await ann.run(['account', 'devices'])).toMatchObject({ code: 0, stdout: '' });
});

test('a code by SMS signs in, and without trust the next time asks again', async () => {
  const terminal = await signInBy('SMS');
  const before = service.world.inbox.sms.length;
  await terminal.shows('Trust this computer');
  terminal.type('\r');
  await terminal.shows(/A code is on its way to [^\n]*78/u);
  const code = await codeOfSms(before);
  await terminal.shows(/\?[^\n]*Code/u);
  terminal.type(`${code}\r`);
  await expectSignedIn(terminal);
  expect((await ann.run(['account', 'devices'])).stdout).toBe('');
});

test('a recovery code signs in once, is not shown, and a wrong one is asked for again', async () => {
  const [code = ''] = recoveryCodes;
  const terminal = await signInBy('recovery code');
  const asked = /\?[^\n]*Recovery code/u;
  await terminal.shows(asked);
  terminal.type('0000-0000-0000-0000\r');
  await terminal.shows('That is not the code');
  await terminal.shows(asked);
  terminal.type(`${code}\r`);
  await expectSignedIn(terminal, code);

  const again = await signInBy('recovery code');
  for (const then of ['That is not the code', 'That is not the code', 'CODE_WRONG']) {
    await again.shows(asked);
    again.type(`${code}\r`);
    await again.shows(then);
  }
  expect(await again.ended).toMatchObject({ code: 1 });
});

// The code of enrolment may still be the present one; then it waits for the next.
test('this vault’s own code signs in by itself', { timeout: patience }, async () => {
  const terminal = await signInBy('authenticator');
  await terminal.shows('Trust this computer');
  terminal.type('y\r');
  await terminal.shows('This vault makes the code');
  await expectSignedIn(terminal);
  expect((await ann.run(['account', 'devices'])).stdout).toContain('this one');
});
