import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildCommand, createPerson, type Person } from './rig/command.ts';

const passphrase = 'four words of old cheese';

let command: string;
let ann: Person;
beforeAll(async () => {
  command = await buildCommand('init');
});
beforeEach(async () => {
  ann = await createPerson(command);
});
afterEach(() => ann.leave());

const vault = () => readFile(join(ann.folder, 'vault.latchkey'));

test('makes a vault that the keychain opens, and makes no second one', async () => {
  const first = await ann.run(['code', 'bank']);
  expect(first.code).toBe(6);
  expect(first.stderr).toContain('latchkey init');
  const { code, stdout, stderr } = await ann.run(['init']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toContain('Secret Service');
  expect(await ann.run(['list'])).toEqual({ code: 0, stdout: '', stderr: '' });
  const before = await vault();
  expect(await ann.run(['init'])).toEqual({
    code: 1,
    stdout: '',
    stderr: 'latchkey: VAULT_EXISTS: There is a vault already.\n',
  });
  expect(await vault()).toEqual(before);
});

test('where there is no keychain, a passphrase protects it: out of a file, or it says so', async () => {
  await ann.keyring.kill();
  const nobody = await ann.run(['init']);
  expect({ code: nobody.code, stdout: nobody.stdout }).toEqual({ code: 2, stdout: '' });
  expect(nobody.stderr).toContain('--new-passphrase-file');
  const file = join(ann.env['HOME'] ?? '', 'passphrase.txt');
  await writeFile(file, 'short\n');
  expect(await ann.run(['init', '--new-passphrase-file', file])).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/PASSPHRASE_TOO_SHORT: .* at least 12 characters/u),
  });
  await writeFile(file, `${passphrase}\n`);
  expect((await ann.run(['init', '--new-passphrase-file', file])).code).toBe(0);
  expect((await ann.run(['list', '--passphrase-file', file])).code).toBe(0);
  expect((await ann.run(['list'])).code).toBe(5);
});

test('at a terminal a passphrase is typed twice, and two that differ make nothing', async () => {
  const differing = ann.atTerminal(['init', '--protection', 'passphrase']);
  await differing.shows('New passphrase');
  differing.type(`${passphrase}\r`);
  await differing.shows('Repeat it');
  differing.type('something else\r');
  const { code, screen } = await differing.ended;
  expect(code).toBe(1);
  expect(screen).not.toContain(passphrase);
  expect((await ann.run(['list'])).code).toBe(6);
});

test('the recovery kit that it offers is checked off the paper, and opens the vault', async () => {
  const terminal = ann.atTerminal(['init']);
  await terminal.shows('Make one now?');
  terminal.type('y\r');
  await terminal.shows('Latchkey recovery kit, vault');
  /** Answers the next question: it is drawn again with each key, and with another sign once it is answered. */
  const answerGroup = async (answer: (group: number) => string) => {
    const [, group] = await terminal.shows(/\?[^\n]*Group (\d), from/u);
    terminal.type(`${answer(Number(group))}\r`);
    await terminal.shows(/✔[^\n]*Group/u);
  };
  await answerGroup(() => 'AAAAA');
  await answerGroup(() => 'AAAAA');
  await terminal.shows('That is not the group');
  const groups =
    terminal
      .screen()
      .match(/\b[0-9A-Z]{5}\b/gu)
      ?.slice(0, 8) ?? [];
  expect(groups).toHaveLength(8);
  await answerGroup((group) => groups[group - 1] ?? '');
  await answerGroup((group) => groups[group - 1] ?? '');
  const { code } = await terminal.ended;
  expect(code).toBe(0);
  await ann.keyring.empty();
  expect((await ann.run(['list'])).code).toBe(6);
  const window = await ann.openWindow();
  await window.client.recovery.open({ code: { from: 'text', text: groups.join('-') } });
  expect(await window.client.vault.watch().then((events) => events.next())).toMatchObject({
    value: { state: 'open', openedBy: 'recovery', kit: { checkedAt: expect.any(Number) } },
  });
});

test('Ctrl-C at the offer of a kit leaves the vault, which is made', async () => {
  const terminal = ann.atTerminal(['init']);
  await terminal.shows('Make one now?');
  terminal.type('\u0003');
  expect((await terminal.ended).code).toBe(130);
  expect((await ann.run(['list'])).code).toBe(0);
});
