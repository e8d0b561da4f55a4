/** The commands of sync: two computers of one person on the real account service. */
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startScreen } from '../../e2e/rig/screen.ts';
import { zbarRead } from '../../rig/zbar.ts';
import { showCode } from '../desktop/show-code.ts';
import { activationLink, codeOfMail, mailsSoFar, newAddress, password } from '../account/person.ts';
import { patience, startService, type RunningService } from '../account/rig.ts';
import { secrets } from './rig/addresses.ts';
import { buildCommand, createPerson, type Person, type Terminal } from './rig/command.ts';
import { drawnPicture } from './rig/drawn-picture.ts';

let service: RunningService;
let command: string;
let desk: Person;
let lap: Person;
let email: string;
/** Where codes are mailed to. */
let mailbox: string;
/** The code of the recovery kit of the desk's vault. */
let kit: string;
beforeAll(async () => {
  service = await startService();
  // The command reads the real clock.
  service.world.passTime(Date.now() - service.world.now());
  command = await buildCommand('sync');
  desk = await createPerson(command);
  lap = await createPerson(command);
  lap.env['LATCHKEY_SERVER'] = server();
  expect(await lap.run(['init'])).toMatchObject({ code: 0 });
}, patience);
beforeAll(signUpAtDesk, patience);
afterAll(async () => {
  await desk.leave();
  await lap.leave();
  await service.stop();
});

const server = () => `http://127.0.0.1:${service.world.ports[0]}`;

/** Makes the vault with a kit, and the account with codes by mail. Closing the window ends its session. */
async function signUpAtDesk(): Promise<void> {
  const { client, ...window } = await desk.openWindow();
  await client.vault.create({ protection: 'keychain' });
  kit = (await client.recovery.make({})).groups.join('-');
  const { account } = client;
  await account.setServer({ address: server() });
  email = newAddress();
  mailbox = newAddress();
  await account.signUp.start({ name: 'Noor Bakker', email, password, language: 'en' });
  await account.link.open({ text: await activationLink(service, email) });
  await account.link.activate({});
  const before = mailsSoFar(service);
  await account.methods.begin({ kind: 'email', destination: mailbox });
  await account.methods.confirm({ code: await codeOfMail(service, mailbox, before) });
  await account.recoveryCodes.confirmSaved();
  await window.close();
}

/** Signs in by mail. @param trust the answer to whether this computer is trusted */
async function signIn(person: Person, trust: 'y' | 'n' = 'n'): Promise<void> {
  const terminal = person.atTerminal(['account', 'sign-in', '--email', email]);
  await terminal.shows('Password of the account');
  terminal.type(`${password}\r`);
  await chooseMail(terminal, () =>
    terminal.shows('Trust this computer').then(() => terminal.type(`${trust}\r`)),
  );
  expect(await terminal.ended).toMatchObject({ code: 0 });
}

/** Proves that the person is there by a mailed code. @param then what is asked between choosing and sending */
async function chooseMail(terminal: Terminal, then = async () => {}): Promise<void> {
  await terminal.shows('Second factor');
  const before = mailsSoFar(service);
  terminal.type('\r');
  await then();
  await terminal.shows('A code is on its way');
  const code = await codeOfMail(service, mailbox, before);
  await terminal.shows(/\?[^\n]*Code/u);
  terminal.type(`${code}\r`);
}

/** Shows the words without a terminal, and waits to be let in. */
async function startJoining(): Promise<{ words: string[]; process: ReturnType<Person['start']> }> {
  const process = lap.start(['sync', 'join']);
  if (process.stdout === null) throw new Error('no output');
  const [line] = await once(createInterface(process.stdout), 'line');
  return { words: String(line).split(' '), process };
}

async function addAt(person: Person, issuer: string, secret: string): Promise<void> {
  const address = `otpauth://totp/${issuer}:ann?secret=${secret}&issuer=${issuer}`;
  expect(await person.run(['add'], address)).toMatchObject({ code: 0 });
}

/** Who gives out the codes in the list, in the order of their names. */
async function issuersAt(person: Person): Promise<string[]> {
  const { stdout } = await person.run(['list']);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return lines.map((line) => line.split('\t', 1)[0] ?? '').toSorted();
}

const fieldsOf = (stdout: string) =>
  Object.fromEntries(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t')),
  );
const refusal = (code: string) => ({ stdout: '', stderr: expect.stringContaining(`latchkey: ${code}: `) });

test('it is off at first, and needs an account that somebody is signed in to', async () => {
  expect(await lap.run(['sync', 'status'])).toMatchObject({ code: 0, stdout: 'sync\toff\n' });
  expect(JSON.parse((await lap.run(['sync', 'status', '--json'])).stdout)).toEqual({ stage: 'off' });
  for (const args of [['members'], ['now'], ['add'], ['remove', 'desk'], ['renewals'], ['off']])
    expect(await lap.run(['sync', ...args])).toMatchObject({ code: 1, ...refusal('SYNC_NOT_ON') });
  expect(await lap.run(['sync', 'join'])).toMatchObject({ code: 1, ...refusal('NOT_SIGNED_IN') });
  expect(await lap.run(['sync', 'on'])).toMatchObject({ code: 2, ...refusal('USAGE') });
});

test('a vault that is locked is not asked about sync', async () => {
  const cas = await createPerson(command);
  try {
    await cas.makeVault({ protection: 'passphrase', passphrase: 'four words of old cheese' });
    for (const args of [['status'], ['join'], ['members'], ['remove', 'desk']])
      expect(await cas.run(['sync', ...args])).toMatchObject({ code: 5, ...refusal('VAULT_LOCKED') });
  } finally {
    await cas.leave();
  }
});

test('it is turned on with the kit’s code, which is asked for until it is right and never shown', async () => {
  await addAt(desk, 'GitHub', secrets.github);
  await signIn(desk);
  const terminal = desk.atTerminal(['sync', 'on']);
  await terminal.shows('Code of the recovery kit');
  terminal.type(`${kit.slice(0, -1)}${kit.endsWith('0') ? '1' : '0'}\r`);
  await terminal.shows('It is in group 8');
  await terminal.shows('Code of the recovery kit');
  terminal.type(`${kit}\r`);
  await terminal.shows('Sync is on.');
  const { code, screen } = await terminal.ended;
  expect(code).toBe(0);
  for (const group of kit.split('-')) expect(screen).not.toContain(group);
  const status = await desk.run(['sync', 'status']);
  expect(status).toMatchObject({ code: 0, stderr: '' });
  expect(fieldsOf(status.stdout)).toMatchObject({ sync: 'on', computers: '1', kit: 'is in', pending: '0' });
  // The person said no to trust.
  expect(fieldsOf(status.stdout)).toMatchObject({
    byItself: expect.stringContaining('only while you are signed in'),
  });
  expect(await desk.run(['sync', 'on'])).toMatchObject({ code: 1, ...refusal('SYNC_ON') });
});

test('Ctrl-C takes the request of a computer that joins back', async () => {
  await signIn(lap);
  const terminal = lap.atTerminal(['sync', 'join']);
  await terminal.shows('these words');
  const [, first = ''] = await terminal.shows(/\n((?:[a-z]+ ){5}[a-z]+)\r/u);
  await terminal.shows('Waiting to be let in');
  const picture = await drawnPicture(terminal.screen(), join(lap.folder, 'drawn.png'));
  expect(await zbarRead(picture)).toEqual([`LATCHKEY-JOIN:1:${first.replaceAll(' ', '-').toUpperCase()}`]);
  terminal.type('\u0003');
  await terminal.shows('Taken back');
  expect(await terminal.ended).toMatchObject({ code: 130 });
  expect(await lap.run(['sync', 'status'])).toMatchObject({ code: 0, stdout: 'sync\toff\n' });
  await expect(stat(join(lap.folder, 'sync.sealed'))).rejects.toMatchObject({ code: 'ENOENT' });

  const { words, process } = await startJoining();
  expect(words).toHaveLength(6);
  expect(words.join(' ')).not.toBe(first);
  process.kill('SIGTERM');
  expect(await once(process, 'exit')).toEqual([130, null]);
  expect(await lap.run(['sync', 'status'])).toMatchObject({ stdout: 'sync\toff\n' });
});

test('words that are left behind by a kill are shown again', async () => {
  const { words, process } = await startJoining();
  process.kill('SIGKILL');
  await once(process, 'exit');
  const status = JSON.parse((await lap.run(['sync', 'status', '--json'])).stdout);
  expect(status).toEqual({ stage: 'waiting', trouble: null });
  const again = await startJoining();
  expect(again.words).toEqual(words);
  again.process.kill('SIGINT');
  await once(again.process, 'exit');
});

test('another computer joins by its words, after mistakes in them; codes come to both', async () => {
  const { words, process } = await startJoining();
  const joined = once(process, 'exit');
  const terminal = desk.atTerminal(['sync', 'add']);
  const typed = [
    { text: words.slice(1), said: 'There were 5.' },
    { text: words.with(2, `${words[2]}q`), said: new RegExp(`It is word 3\\.[^\n]*${words[2]}`, 'u') },
    { text: words, said: 'Let in: ' },
  ];
  for (const { text, said } of typed) {
    await terminal.shows(/\?[^\n]*The six words/u);
    terminal.type(`${text.join(' ')}\r`);
    await (typeof said === 'string' ? terminal.shows(said) : terminal.shows(said));
  }
  expect(await terminal.ended).toMatchObject({ code: 0 });
  expect(await joined).toEqual([0, null]);
  expect(await issuersAt(lap)).toEqual(['GitHub']);

  await addAt(lap, 'Bank', secrets.bank);
  expect(await lap.run(['sync', 'now'])).toMatchObject({ code: 0 });
  expect(await desk.run(['sync', 'now'])).toMatchObject({ code: 0 });
  expect(await issuersAt(desk)).toEqual(['Bank', 'GitHub']);
});

test('the words of nobody let nobody in', async () => {
  const words = Array.from({ length: 6 }, () => 'zebra').join(' ');
  expect(await desk.run(['sync', 'add'], words)).toMatchObject({ code: 1, ...refusal('JOIN_NOT_ASKED') });
});

test('both list who is in: since when, and by whom', async () => {
  const lists = await Promise.all(
    [desk, lap].map(async (person) => JSON.parse((await person.run(['sync', 'members', '--json'])).stdout)),
  );
  const [atDesk, atLap] = lists;
  const ids = atDesk.map(({ id }: { id: string }) => id);
  expect(atDesk).toMatchObject([
    { kind: 'device', platform: 'linux', addedBy: ids[0], isSelf: true },
    { kind: 'kit', name: '', addedBy: ids[0], isSelf: false },
    { kind: 'device', platform: 'linux', addedBy: ids[0], isSelf: false },
  ]);
  expect(atLap.map((one: { isSelf: boolean }) => one.isSelf)).toEqual([false, false, true]);
  expect(new Date(atDesk[2].addedAt).toISOString()).toBe(atDesk[2].addedAt);
  expect(atDesk.map((one: { lastSeenAt: unknown }) => one.lastSeenAt)).toEqual([
    null,
    null,
    expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
  ]);
  const { stdout } = await lap.run(['sync', 'members']);
  const rows = stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  expect(rows.map(([, , , by, , id, current]) => [by, id, current])).toEqual([
    ['turned it on', ids[0], undefined],
    [atDesk[0].name, ids[1], undefined],
    [atDesk[0].name, ids[2], 'this one'],
  ]);
  expect(rows[1]?.[0]).toBe('recovery kit');
  expect(rows.map(([, , , , seen]) => seen)).toEqual([expect.stringMatching(/\d/), '-', '-']);
});

test('a computer is removed after a yes and a fresh second factor, and the codes that it knew are listed', async () => {
  const [self, , other] = JSON.parse((await desk.run(['sync', 'members', '--json'])).stdout);
  expect(await desk.run(['sync', 'remove', 'nobody'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`\n  ${other.id.slice(0, 8)}  ${other.name}\n`),
  });
  expect(await desk.run(['sync', 'remove', self.id])).toMatchObject({ code: 1, ...refusal('MEMBER_SELF') });
  expect(await desk.run(['sync', 'remove', other.id])).toMatchObject({ code: 2, ...refusal('USAGE') });
  const no = desk.atTerminal(['sync', 'remove', other.name]);
  await no.shows(`Take ${other.name} out?`);
  no.type('\r');
  expect(await no.ended).toMatchObject({ code: 130 });
  expect(JSON.parse((await desk.run(['sync', 'members', '--json'])).stdout)).toHaveLength(3);

  service.world.passTime(6 * 60_000);
  // Both computers have the same name here: the one is meant that is another.
  const yes = desk.atTerminal(['sync', 'remove', other.name]);
  await yes.shows(`Take ${other.name} out?`);
  yes.type('y\r');
  await chooseMail(yes);
  await yes.shows(`Taken out: ${other.name}`);
  await yes.shows('It still knows these codes');
  await yes.shows('GitHub');
  const { code, screen } = await yes.ended;
  expect(code).toBe(0);
  expect(screen).toContain('Bank');
});

test('the codes to renew are listed until they are ticked off', async () => {
  const left = () => desk.run(['sync', 'renewals']);
  expect((await left()).stdout.split('\n').map((line) => line.split('\t')[1])).toEqual([
    'GitHub',
    'Bank',
    undefined,
  ]);
  expect(await desk.run(['sync', 'renewals', '--done', 'github'])).toMatchObject({ code: 0 });
  expect((await left()).stdout).toMatch(/^[^\n]*\tBank\t[^\n]*\n$/u);
  expect(await desk.run(['sync', 'renewals', '--done'])).toMatchObject({ code: 0 });
  expect((await left()).stdout).toBe('');
});

test('a removed computer gets nothing new, keeps what it has, and is told why', async () => {
  await addAt(desk, 'New', secrets.typed);
  expect(await desk.run(['sync', 'now'])).toMatchObject({ code: 0 });
  expect(await lap.run(['sync', 'now'])).toMatchObject({ code: 1, ...refusal('NOT_SIGNED_IN') });
  await signIn(lap, 'y');
  expect(await lap.run(['sync', 'now'])).toMatchObject({ code: 1, ...refusal('SYNC_TROUBLE') });
  expect(fieldsOf((await lap.run(['sync', 'status'])).stdout)).toMatchObject({
    trouble: 'Another computer took this one out.',
    next: expect.stringContaining('latchkey sync off'),
  });
  expect(await issuersAt(lap)).toEqual(['Bank', 'GitHub']);
});

test('the kit’s code brings a computer in without another one', async () => {
  expect(await lap.run(['sync', 'off'])).toMatchObject({ code: 0 });
  const terminal = lap.atTerminal(['sync', 'join', '--kit']);
  await terminal.shows('Code of the recovery kit');
  terminal.type(`${kit}\r`);
  await terminal.shows('This computer is in.');
  const { code, screen } = await terminal.ended;
  expect(code).toBe(0);
  for (const group of kit.split('-')) expect(screen).not.toContain(group);
  expect(await issuersAt(lap)).toEqual(['Bank', 'GitHub', 'New']);
});

test('the list of trusted computers says which of them sync by themselves', async () => {
  const marksAt = async (person: Person) =>
    (await person.run(['account', 'devices'])).stdout.trimEnd().split('\t').slice(4);
  expect(await marksAt(lap)).toEqual(['this one', 'syncs by itself']);
  expect(await marksAt(desk)).toEqual(['syncs by itself']);
});

test('a computer is let in by the QR code on the screen', async () => {
  expect(await lap.run(['sync', 'off'])).toMatchObject({ code: 0 });
  const { words, process } = await startJoining();
  const joined = once(process, 'exit');
  const screen = await startScreen(800, 600);
  Object.assign(desk.env, { DISPLAY: screen.display, WAYLAND_DISPLAY: '', XDG_SESSION_TYPE: 'x11' });
  try {
    expect(await desk.run(['sync', 'add', '--screen'])).toMatchObject({ code: 1, stdout: '' });
    await showCode(`LATCHKEY-JOIN:1:${words.join('-').toUpperCase()}`, screen.display);
    service.world.passTime(6 * 60_000);
    const terminal = desk.atTerminal(['sync', 'add', '--screen']);
    await chooseMail(terminal);
    await terminal.shows('Let in: ');
    expect(await terminal.ended).toMatchObject({ code: 0 });
    expect(await joined).toEqual([0, null]);
  } finally {
    await screen.stop();
    for (const name of ['DISPLAY', 'WAYLAND_DISPLAY', 'XDG_SESSION_TYPE']) delete desk.env[name];
  }
});

test('many deletions are asked about, and what is kept comes back to the other computer', async () => {
  expect(await lap.run(['sync', 'now'])).toMatchObject({ code: 0 });
  expect((await lap.run(['sync', 'answer', 'keep'])).stderr).toContain('Nothing is asked.');
  for (const name of ['Bank', 'New']) expect(await desk.run(['rm', name])).toMatchObject({ code: 0 });
  expect(await desk.run(['sync', 'now'])).toMatchObject({ code: 0 });
  const asked = await lap.run(['sync', 'now']);
  expect(asked.stderr).toContain('latchkey sync answer');
  expect(await issuersAt(lap)).toEqual(['Bank', 'GitHub', 'New']);
  expect(await lap.run(['sync', 'answer', 'perhaps'])).toMatchObject({ code: 2 });
  expect(await lap.run(['sync', 'answer', 'keep'])).toMatchObject({ code: 0 });
  expect((await lap.run(['sync', 'answer', 'keep'])).stderr).toContain('Nothing is asked.');
  expect(await desk.run(['sync', 'now'])).toMatchObject({ code: 0 });
  for (const person of [desk, lap]) expect(await issuersAt(person)).toEqual(['Bank', 'GitHub', 'New']);

  for (const name of ['Bank', 'New']) expect(await desk.run(['rm', name])).toMatchObject({ code: 0 });
  expect(await desk.run(['sync', 'now'])).toMatchObject({ code: 0 });
  expect(await lap.run(['sync', 'answer', 'delete'])).toMatchObject({ code: 0 });
  for (const person of [desk, lap]) expect(await issuersAt(person)).toEqual(['GitHub']);
});

test('what does not hold stops sync, until the person goes on with --again', async () => {
  await addAt(desk, 'Later', secrets.typed);
  expect(await desk.run(['sync', 'now'])).toMatchObject({ code: 0 });
  const newest = 'sequence = (select max(sequence) from sync_manifest)';
  const flip = () =>
    service.world.db.query(
      `update sync_manifest set bytes = set_byte(bytes, length(bytes) - 1, get_byte(bytes, length(bytes) - 1) # 1)
       where ${newest}`,
    );
  await flip();
  expect(await lap.run(['sync', 'now'])).toMatchObject({ code: 1, ...refusal('SYNC_TROUBLE') });
  await flip();
  // The service is as it should be again, but what it showed is not forgotten.
  expect(await lap.run(['sync', 'now'])).toMatchObject({ code: 1, ...refusal('SYNC_TROUBLE') });
  expect(fieldsOf((await lap.run(['sync', 'status'])).stdout)['next']).toContain('latchkey sync now --again');
  expect(await issuersAt(lap)).toEqual(['GitHub']);
  expect(await lap.run(['sync', 'now', '--again'])).toMatchObject({ code: 0 });
  expect(await issuersAt(lap)).toEqual(['GitHub', 'Later']);
});

test('the kit of another vault comes in with its code, and the one before goes', async () => {
  const { client, ...window } = await lap.openWindow();
  const own = (await client.recovery.make({})).groups.join('-');
  await window.close();
  expect(await lap.run(['sync', 'add', '--kit'])).toMatchObject({ code: 2, ...refusal('USAGE') });
  service.world.passTime(6 * 60_000);
  const terminal = lap.atTerminal(['sync', 'add', '--kit']);
  await terminal.shows('Code of the recovery kit');
  terminal.type(`${own}\r`);
  await chooseMail(terminal);
  await terminal.shows('The recovery kit is in.');
  const { code, screen } = await terminal.ended;
  expect(code).toBe(0);
  for (const group of own.split('-')) expect(screen).not.toContain(group);
  const members = JSON.parse((await desk.run(['sync', 'members', '--json'])).stdout);
  const kits = members.filter(({ kind }: { kind: string }) => kind === 'kit');
  expect(kits).toHaveLength(1);
  const its = members.find(({ id }: { id: string }) => id === kits[0].addedBy);
  expect(its).toMatchObject({ kind: 'device', isSelf: false });
});

test('it is turned off everywhere after a yes, and the codes stay', async () => {
  expect(await desk.run(['sync', 'off', '--everywhere'])).toMatchObject({ code: 2, ...refusal('USAGE') });
  service.world.passTime(6 * 60_000);
  const terminal = desk.atTerminal(['sync', 'off', '--everywhere']);
  await terminal.shows('Turn sync off on all your computers');
  terminal.type('y\r');
  await chooseMail(terminal);
  await terminal.shows('Sync is off everywhere');
  expect(await terminal.ended).toMatchObject({ code: 0 });
  expect(await desk.run(['sync', 'status'])).toMatchObject({ stdout: 'sync\toff\n' });
  expect(await lap.run(['sync', 'now'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Sync was turned off everywhere.'),
  });
  expect(await issuersAt(lap)).toEqual(['GitHub', 'Later']);
});
