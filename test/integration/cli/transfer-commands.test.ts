import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPath } from '../../../src/cli/read-files.ts';
import { andOtpEntry, oldLockedAndOtpFile } from '../../rig/transfer-files/and-otp.ts';
import { addresses, secrets } from './rig/addresses.ts';
import { buildCommand, createPerson, type Person } from './rig/command.ts';

const passphrase = 'four words of old cheese';
const [github = '', , bank = ''] = addresses;

let ann: Person;
beforeAll(async () => {
  ann = await createPerson(await buildCommand('transfer'));
  await ann.makeVault({ protection: 'keychain' }, github);
  await writeFile(path('list.txt'), `${addresses.join('\n')}\n`);
  await writeFile(path('passphrase.txt'), `${passphrase}\n`);
});
afterAll(() => ann.leave());

const path = (name: string) => join(ann.folder, name);
const vault = () => readFile(path('vault.latchkey'));
const issuers = async () =>
  (await ann.run(['list'])).stdout
    .split('\n')
    .flatMap((line) => line.split('\t')[0] || [])
    .toSorted();

test('a dry run says what each would become, and keeps nothing', async () => {
  const before = await vault();
  expect(await ann.run(['import', path('list.txt'), '--dry-run'])).toEqual({
    code: 0,
    stdout: [
      'here\tGitHub\tann@example.com',
      'new\tGitHub Enterprise\tann@work.example',
      'new\tBank\tann',
      'new\tQuick\tann',
      '',
    ].join('\n'),
    stderr: '',
  });
  expect(await vault()).toEqual(before);
});

test('a file that can’t be read ends it, and nothing is kept of the others', async () => {
  const before = await vault();
  await writeFile(path('strange.bin'), 'nothing that is known');
  expect(await ann.run(['import', path('list.txt'), path('strange.bin')])).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^latchkey: INPUT_INVALID: strange\.bin: [^\n]*\n$/u),
  });
  expect(await vault()).toEqual(before);
});

test('an import comes in one write, and a second one finds everything here', async () => {
  expect(await ann.run(['import', '-'], await readFile(path('list.txt'), 'utf8'))).toEqual({
    code: 0,
    stdout: 'added\t3\nhere\t1\n',
    stderr: '',
  });
  expect(await issuers()).toEqual(['Bank', 'GitHub', 'GitHub Enterprise', 'Quick']);
  const { stdout } = await ann.run(['import', path('list.txt'), '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ added: 0, here: 4, leftOut: 0 });
});

test('one whose names are here is left out until the person says what to do', async () => {
  await writeFile(path('other.txt'), github.replace(secrets.github, secrets.typed));
  expect(await ann.run(['import', path('other.txt')])).toEqual({
    code: 0,
    stdout: 'leftOut\t1\n',
    stderr: expect.stringContaining('--same-name'),
  });
  expect(await ann.run(['import', path('other.txt'), '--same-name', 'replace'])).toMatchObject({
    code: 0,
    stdout: 'replaced\t1\n',
  });
  expect((await ann.run(['show', 'github', '--secret'])).stdout).toBe(`${secrets.typed}\n`);
});

test('an export holds what was chosen, for its owner alone, and replaces nothing by itself', async () => {
  const out = path('out.txt');
  expect(await ann.run(['export', 'otpauth', out, '--only', 'bank'])).toEqual({
    code: 0,
    stdout: `${out}\n`,
    stderr: 'Written: 1 of 1 entries.\n',
  });
  const { entries } = await readPath(out, undefined);
  expect(entries).toEqual((await readPath(await textFile(bank), undefined)).entries);
  expect((await stat(out)).mode & 0o777).toBe(0o600);
  const written = await readFile(out);
  expect(await ann.run(['export', 'otpauth', out])).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^latchkey: FILE_NOT_WRITTEN: [^\n]*--force[^\n]*\n$/u),
  });
  expect(await readFile(out)).toEqual(written);
  expect(await ann.run(['export', 'otpauth', out, '--force'])).toMatchObject({ code: 0 });
  expect((await readPath(out, undefined)).entries).toHaveLength(4);
});

test('an encrypted export asks twice for its passphrase at a terminal, and an import asks for it again', async () => {
  const out = path('sealed.latchkey');
  const exporting = ann.atTerminal(['export', 'latchkey', out]);
  await exporting.shows('New passphrase for the file');
  exporting.type(`${passphrase}\r`);
  await exporting.shows('Repeat it');
  exporting.type(`${passphrase}\r`);
  const { code, screen } = await exporting.ended;
  expect(code).toBe(0);
  expect(screen).not.toContain('cheese');
  const importing = ann.atTerminal(['import', out]);
  await importing.shows('Passphrase of sealed.latchkey');
  importing.type(`${passphrase}\r`);
  expect(await importing.ended).toMatchObject({ code: 0, screen: expect.stringMatching(/here\s+4/u) });
  // Through pipes, a file has to hold it.
  expect(await ann.run(['import', out])).toMatchObject({ code: 2, stdout: '' });
  expect(await ann.run(['import', out, '--file-passphrase-file', path('passphrase.txt')])).toMatchObject({
    code: 0,
    stdout: 'here\t4\n',
  });
  expect(await ann.run(['import', out, '--file-passphrase-file', path('list.txt')])).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('SOURCE_UNREADABLE'),
  });
});

test('a file that nothing marks as encrypted opens with the passphrase that is given for it', async () => {
  const bytes = oldLockedAndOtpFile([andOtpEntry({ issuer: 'Unmarked' })], passphrase);
  await writeFile(path('unmarked.aes'), bytes);
  const dryRun = ['import', path('unmarked.aes'), '--dry-run'];
  expect(await ann.run(dryRun)).toMatchObject({ code: 1, stderr: expect.stringContaining('INPUT_INVALID') });
  expect(await ann.run([...dryRun, '--file-passphrase-file', path('list.txt')])).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('SOURCE_UNREADABLE'),
  });
  expect(await ann.run([...dryRun, '--file-passphrase-file', path('passphrase.txt')])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^new\tUnmarked\t/u),
  });
});

test('an export whose passphrase was typed differently the second time is not written', async () => {
  const exporting = ann.atTerminal(['export', 'latchkey', path('differs.latchkey')]);
  await exporting.shows('New passphrase for the file');
  exporting.type(`${passphrase}\r`);
  await exporting.shows('Repeat it');
  exporting.type(`${passphrase}s\r`);
  const { code, screen } = await exporting.ended;
  expect({ code, screen }).toEqual({ code: 1, screen: expect.stringContaining('These two differ') });
  expect(await readdir(ann.folder)).not.toContain('differs.latchkey');
});

test('an export goes to the standard output, and a set of pictures to a folder', async () => {
  const { code, stdout } = await ann.run(['export', 'otpauth', '-', '--only', 'quick']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^otpauth:\/\/totp\/Quick/u) });
  await ann.run(['export', 'google', path('set')]);
  expect(await readdir(path('set'))).toEqual(['google-1-of-1.png']);
  expect(await ann.run(['export', 'word', path('x')])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^latchkey: USAGE: [^\n]*otpauth, google[^\n]*\n$/u),
  });
});

async function textFile(text: string): Promise<string> {
  await writeFile(path('one.txt'), text);
  return path('one.txt');
}
