import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addresses, hotpBy, secrets } from './rig/addresses.ts';
import { buildCommand, createPerson, type Person } from './rig/command.ts';

const passphrase = 'four words of old cheese';
const question = 'Passphrase of the vault';

let ann: Person;
let file: string;
beforeAll(async () => {
  ann = await createPerson(await buildCommand('locked'));
  await ann.makeVault({ protection: 'passphrase', passphrase }, ...addresses);
  file = join(ann.folder, 'passphrase.txt');
  await writeFile(file, `${passphrase}\n`);
});
afterAll(() => ann.leave());

const vault = () => readFile(join(ann.folder, 'vault.latchkey'));

test('where nobody can be asked, it ends with 5, asks for nothing and changes nothing', async () => {
  const before = await vault();
  expect(await ann.run(['code', 'bank'])).toEqual({
    code: 5,
    stdout: '',
    stderr: expect.stringMatching(/^latchkey: VAULT_LOCKED: [^\n]*--passphrase-file[^\n]*\n$/u),
  });
  expect(await vault()).toEqual(before);
});

test('a file may hold the passphrase, and so may the standard input', async () => {
  const answer = { code: 0, stdout: expect.stringContaining('GitHub\tann@example.com\t'), stderr: '' };
  expect(await ann.run(['list', '--passphrase-file', file])).toEqual(answer);
  expect(await ann.run(['--passphrase-file', '-', 'list'], `${passphrase}\n`)).toEqual(answer);
});

test('a wrong passphrase ends with 5, and a file that is not there with 1; nothing changes', async () => {
  const before = await vault();
  await writeFile(`${file}.wrong`, 'four words of new cheese');
  expect(await ann.run(['code', 'bank', '--passphrase-file', `${file}.wrong`])).toEqual({
    code: 5,
    stdout: '',
    stderr: expect.stringMatching(/^latchkey: PASSPHRASE_WRONG: [^\n]*\n$/u),
  });
  expect(await ann.run(['code', 'bank', '--passphrase-file', `${file}.none`])).toEqual({
    code: 1,
    stdout: '',
    stderr: 'latchkey: FILE_UNREADABLE: The file can’t be read (ENOENT).\n',
  });
  expect(await vault()).toEqual(before);
});

test('at a terminal it asks, shows nothing of the answer, and asks again after a mistake', async () => {
  const terminal = ann.atTerminal(['code', 'bank']);
  await terminal.shows(question);
  terminal.type('four words of new cheese\r');
  await terminal.shows('not the passphrase');
  await terminal.shows(question);
  terminal.type(`${passphrase}\r`);
  const { code, screen } = await terminal.ended;
  expect(code).toBe(0);
  expect(screen).toContain(hotpBy(secrets.bank, 7));
  expect(screen).toContain('Bank (ann): code number 7');
  expect(screen).not.toContain('cheese');
});

test('it asks at the terminal though its output is a pipe, which gets the code and no word', async () => {
  const terminal = ann.atTerminal(['code', 'bank'], '| tr 0-9 a-j');
  await terminal.shows(question);
  terminal.type(`${passphrase}\r`);
  const { screen } = await terminal.ended;
  const turned = hotpBy(secrets.bank, 8).replaceAll(/\d/gu, (digit) => 'abcdefghij'.charAt(Number(digit)));
  expect(screen.split(/\r?\n/u)).toContain(turned);
});

test('Ctrl-C at the question ends with 130 and changes nothing', async () => {
  const before = await vault();
  const terminal = ann.atTerminal(['code', 'bank']);
  await terminal.shows(question);
  terminal.type('\u0003');
  expect(await terminal.ended).toMatchObject({ code: 130 });
  expect(await vault()).toEqual(before);
});

test('unlock checks the passphrase, and says that the next command asks again; lock has nothing to close', async () => {
  expect(await ann.run(['unlock', '--passphrase-file', file])).toEqual({
    code: 0,
    stdout: '',
    stderr: 'That is the passphrase. The command keeps no key: the next one asks again.\n',
  });
  expect(await ann.run(['unlock'])).toMatchObject({ code: 5, stdout: '' });
  expect(await ann.run(['unlock', '--passphrase-file', `${file}.wrong`])).toMatchObject({
    code: 5,
    stdout: '',
  });
  expect(await ann.run(['lock'])).toEqual({
    code: 0,
    stdout: '',
    stderr: expect.stringContaining('keeps no key between two runs'),
  });
});
