import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addresses } from './rig/addresses.ts';
import { buildCommand, createPerson, type Person } from './rig/command.ts';

const passphrase = 'four words of old cheese';

let command: string;
let ann: Person;
let folder: string;
beforeAll(async () => {
  command = await buildCommand('backup');
  ann = await createPerson(command);
  folder = join(ann.folder, 'backups');
  await ann.makeVault({ protection: 'keychain' }, ...addresses);
});
afterAll(() => ann.leave());

const vault = () => readFile(join(ann.folder, 'vault.latchkey'));
const backups = async () => (await readdir(folder)).toSorted();

test('without a set-up there is no backup, and nothing changes', async () => {
  const before = await vault();
  for (const args of [['backup'], ['backup', '--list']]) {
    expect(await ann.run(args)).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^latchkey: BACKUP_OFF: [^\n]*\n$/u),
    });
  }
  expect(await vault()).toEqual(before);
});

test('a backup is made where the window set it up, and its name is printed alone', async () => {
  await mkdir(folder);
  const window = await ann.openWindow();
  await window.client.backup.setUp({ folder, keep: 10, protection: { by: 'passphrase', passphrase } });
  await window.close();
  const first = await backups();
  await ann.run(['edit', 'bank', '--issuer', 'Old Bank']);
  const { code, stdout, stderr } = await ann.run(['backup']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(await backups()).toEqual([...first, stdout.trim()].toSorted());
  const listed = (await ann.run(['backup', '--list'])).stdout.trimEnd().split('\n');
  expect(listed.map((line) => line.replace(/\t.*/u, '')).toSorted()).toEqual(await backups());
});

test('a backup brings back what is gone, and leaves what is here', async () => {
  const newest = (await ann.run(['backup', '--list'])).stdout.split('\t')[0] ?? '';
  await ann.run(['rm', 'quick']);
  const before = await vault();
  const dry = await ann.run(['restore', newest, '--dry-run']);
  expect(dry).toMatchObject({ code: 0, stderr: '' });
  expect(dry.stdout).toContain('trashed\tQuick\tann\n');
  expect(await vault()).toEqual(before);
  expect(await ann.run(['restore', newest, '--json'])).toMatchObject({ code: 0, stderr: '' });
  expect((await ann.run(['list', 'quick'])).stdout).toMatch(/^Quick\tann\t/u);
});

test('another vault opens it for its passphrase: asked at a terminal, or out of a file', async () => {
  const ben = await createPerson(command);
  await ben.makeVault({ protection: 'keychain' });
  const file = join(folder, (await backups()).at(-1) ?? '');
  expect(await ben.run(['restore', file])).toMatchObject({ code: 2, stdout: '' });
  const terminal = ben.atTerminal(['restore', file]);
  await terminal.shows('Passphrase of the backup');
  terminal.type('four words of new cheese\r');
  expect(await terminal.ended).toMatchObject({
    code: 5,
    screen: expect.stringContaining('latchkey: PASSPHRASE_WRONG'),
  });
  const secret = join(ben.folder, 'passphrase.txt');
  await writeFile(secret, passphrase);
  expect(await ben.run(['restore', file, '--backup-passphrase-file', secret])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^added\t4\n/u),
  });
  await ben.leave();
});

test('a folder that is away, and a file that is no backup, are named; nothing changes', async () => {
  const before = await vault();
  await writeFile(join(ann.folder, 'other.txt'), 'no backup');
  await rename(folder, `${folder}-away`);
  expect(await ann.run(['backup'])).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^latchkey: BACKUP_FAILED: [^\n]*drive plugged in[^\n]*\n$/u),
  });
  await rename(`${folder}-away`, folder);
  expect(await ann.run(['restore', join(ann.folder, 'other.txt')])).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^latchkey: BACKUP_UNREADABLE: [^\n]*\n$/u),
  });
  expect(await vault()).toEqual(before);
});
