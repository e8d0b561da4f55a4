import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseLayout } from '../../../src/core/vault/layout.ts';
import { addresses, hotpBy, secrets, totpBy } from './rig/addresses.ts';
import { buildCommand, createPerson, type Person } from './rig/command.ts';

const printed = z.object({
  id: z.string(),
  issuer: z.string(),
  account: z.string(),
  type: z.string(),
  counter: z.number().nullable(),
  code: z.string(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
  next: z.string().nullable(),
});
const listed = z.array(z.looseObject({ id: z.string(), issuer: z.string(), account: z.string() }));

let command: string;
let ann: Person;
beforeAll(async () => {
  command = await buildCommand('code');
  ann = await createPerson(command);
  await ann.makeVault({ protection: 'keychain' }, ...addresses);
});
afterAll(() => ann.leave());

/** How often the vault was written. */
async function writes(): Promise<number> {
  return parseLayout(await readFile(join(ann.folder, 'vault.latchkey'))).header.generation;
}

async function codeJson(...args: string[]) {
  const { code, stdout, stderr } = await ann.run(['code', ...args, '--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return printed.parse(JSON.parse(stdout));
}

describe('a code', () => {
  test('is the one that an independent program makes, and reading it changes nothing', async () => {
    const before = await writes();
    const { validFrom, validUntil, code, next, ...entry } = await codeJson('enterprise');
    expect(entry).toMatchObject({ issuer: 'GitHub Enterprise', account: 'ann@work.example', type: 'totp' });
    expect(code).toBe(totpBy(secrets.enterprise, validFrom ?? ''));
    expect(next).toBe(totpBy(secrets.enterprise, validUntil ?? ''));
    expect(await writes()).toBe(before);
  });

  test('is alone on the standard output, for a pipe', async () => {
    const from = new Date().toISOString();
    const { code, stdout, stderr } = await ann.run(['code', 'git', 'work']);
    const until = new Date().toISOString();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect([from, until].map((at) => `${totpBy(secrets.enterprise, at)}\n`)).toContain(stdout);
  });

  test('is that of the time that the person corrects the clock to, which is said beside it', async () => {
    const preferences = join(ann.folder, 'preferences.json');
    await writeFile(preferences, JSON.stringify({ codeCorrectionMs: -3_600_000 }));
    const corrected = () => new Date(Date.now() - 3_600_000).toISOString();
    const from = corrected();
    const { code, stdout, stderr } = await ann.run(['code', 'git', 'work']);
    const until = corrected();
    await rm(preferences);
    expect(code).toBe(0);
    expect([from, until].map((at) => `${totpBy(secrets.enterprise, at)}\n`)).toContain(stdout);
    expect(stderr).toBe('Codes are made for 3600 s before this computer’s time (Settings, Clock).\n');
  });

  test('of a counter is used up by one write of the vault, before it is printed', async () => {
    const before = await writes();
    const first = await ann.run(['code', 'bank']);
    expect(first).toEqual({ code: 0, stdout: `${hotpBy(secrets.bank, 7)}\n`, stderr: '' });
    expect(await writes()).toBe(before + 1);
    expect(await codeJson('bank')).toMatchObject({
      code: hotpBy(secrets.bank, 8),
      counter: 8,
      validFrom: null,
    });
    expect(await writes()).toBe(before + 2);
  });

  test('can be waited for until it is a fresh one', async () => {
    const asked = new Date().toISOString();
    const { validFrom, code } = await codeJson('quick', '--wait');
    expect((validFrom ?? '') > asked).toBe(true);
    expect(code).toBe(totpBy(secrets.quick, validFrom ?? '', 3));
  });
});

describe('a query', () => {
  test('finds what the window’s search finds: words of both names, without accents and capitals', async () => {
    expect(await codeJson('ÉNTERPRISE', 'ann@')).toMatchObject({ issuer: 'GitHub Enterprise' });
  });

  test('means the entry of which it is the whole name, beside one of which it is a part', async () => {
    expect(await codeJson('github')).toMatchObject({ issuer: 'GitHub', account: 'ann@example.com' });
  });

  test('may be the start of an id', async () => {
    const [, second] = listed.parse(JSON.parse((await ann.run(['list', '--json'])).stdout));
    expect(await codeJson((second?.id ?? '').slice(0, 8))).toMatchObject({ id: second?.id });
  });

  test('that matches nothing ends with 3', async () => {
    expect(await ann.run(['code', 'nowhere'])).toEqual({
      code: 3,
      stdout: '',
      stderr: 'latchkey: ENTRY_NOT_FOUND: No entry matches “nowhere”.\n',
    });
  });

  test('that matches several ends with 4, names them, and uses up no code', async () => {
    const before = await writes();
    const { code, stdout, stderr } = await ann.run(['code', 'ann']);
    expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
    const [first, ...named] = stderr.trimEnd().split('\n');
    expect(first).toMatch(/^latchkey: ENTRY_AMBIGUOUS: 4 entries match “ann”/u);
    expect(named.map((line) => line.replace(/^ {2}[0-9a-f]{8} {2}/u, '')).toSorted()).toEqual([
      'Bank (ann)',
      'GitHub (ann@example.com)',
      'GitHub Enterprise (ann@work.example)',
      'Quick (ann)',
    ]);
    expect(await writes()).toBe(before);
  });
});

describe('the list', () => {
  test('has a line an entry, with tabs between issuer, account and id', async () => {
    const { code, stdout, stderr } = await ann.run(['list', 'github']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(lines.map(([issuer, account]) => [issuer, account])).toEqual([
      ['GitHub', 'ann@example.com'],
      ['GitHub Enterprise', 'ann@work.example'],
    ]);
    expect(lines.every(([, , id]) => z.uuid().safeParse(id).success)).toBe(true);
  });

  test('holds no secret', async () => {
    const outputs = [await ann.run(['list', '--json']), await ann.run(['list'])].map(({ stdout }) => stdout);
    for (const secret of Object.values(secrets)) expect(outputs.join()).not.toContain(secret);
  });

  test('ends quietly when its reader goes away', async () => {
    const child = ann.start(['list']);
    child.stdout?.destroy();
    const [said, [code]] = await Promise.all([child.stderr ? text(child.stderr) : '', once(child, 'exit')]);
    expect({ code, said }).toEqual({ code: 0, said: '' });
  });

  test('turns no name into a command of the terminal', async () => {
    const window = await ann.openWindow();
    const { previews } = await window.client.scan.text({
      text: `otpauth://totp/%1B%5D0%3Bevil%07%E2%80%AEemoh?secret=${secrets.quick}&issuer=Two%0ALines%09here&algorithm=SHA512`,
    });
    const [preview] = previews;
    if (preview === undefined) throw new Error('it was not read');
    const { issuer, account, previewId } = preview;
    const { entryId } = await window.client.previews.accept({
      previewId,
      issuer,
      account,
      onSameSecret: 'keepBoth',
    });
    for (const args of [['list'], ['list', '--json'], ['code', 'evil'], ['code', 'lines', '--json']]) {
      const { code, stdout, stderr } = await ann.run(args);
      expect(code).toBe(0);
      expect(`${stdout}${stderr}`.replaceAll(/[\n\t]/gu, '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    }
    await window.client.entries.remove({ id: entryId });
    const { stdout } = await ann.run(['list', '--deleted']);
    expect(stdout).toMatch(/^Two Lines here\t/u);
  });
});

describe('a command line that makes no sense', () => {
  test.each([
    [[], 'say what to do'],
    [['code'], "missing required argument 'query'"],
    [['cod', 'x'], "unknown command 'cod'"],
    [['list', '--all'], "unknown option '--all'"],
    [['code', 'x', '--passphrase-file'], 'argument missing'],
  ])('%j ends with 2 and one line', async (args, words) => {
    const { code, stdout, stderr } = await ann.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^latchkey: USAGE: [^\n]*\n$/u);
    expect(stderr).toContain(words);
  });

  test('is not repeated where it holds a secret', async () => {
    const { code, stderr } = await ann.run([addresses[0] ?? '']);
    expect(code).toBe(2);
    expect(stderr).not.toContain(secrets.github);
  });

  test('beside one that asks for help, which names every way to end', async () => {
    const { code, stdout, stderr } = await ann.run(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.match(/^ {2}\d+ /gmu)?.map(Number)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 130]);
  });
});

test('the manual is a page that man takes without a warning, with every command and every exit code', async () => {
  const { code, stdout, stderr } = await ann.run(['manual']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const page = join(ann.folder, 'latchkey.1');
  await writeFile(page, stdout);
  const shown = await promisify(execFile)('man', ['--warnings', '--local-file', page], {
    env: { ...process.env, MANWIDTH: '80', LC_ALL: 'C.UTF-8', PAGER: 'cat' },
  });
  expect(shown.stderr).toBe('');
  const { stdout: help } = await ann.run(['--help']);
  const commands = [...help.matchAll(/^ {2}([a-z]+) (?:\[|<)/gmu)].map(([, name]) => name);
  expect(commands).toContain('code');
  for (const name of commands) expect(shown.stdout).toMatch(new RegExp(`^ +${name} `, 'mu'));
  expect(shown.stdout).toMatch(/^ +130 +Ctrl.C/mu);
  expect(shown.stdout).toContain('--passphrase-file');
});

describe('a vault that can’t be opened here', () => {
  test.each([
    ['locked', 'KEY_MISSING', () => ann.keyring.lock()],
    ['gone', 'KEY_MISSING', () => ann.keyring.kill()],
  ])('the keychain is %s: it ends with 6 and changes nothing', async (_, coded, trouble) => {
    const before = await readFile(join(ann.folder, 'vault.latchkey'));
    await trouble();
    const { code, stdout, stderr } = await ann.run(['code', 'bank']);
    await ann.keyring.unlock();
    expect({ code, stdout }).toEqual({ code: 6, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^latchkey: ${coded}: .*Secret Service`, 'u'));
    expect(await readFile(join(ann.folder, 'vault.latchkey'))).toEqual(before);
  });

  test('there is none, or it is damaged: it ends with 6 and changes nothing', async () => {
    const stranger = await createPerson(command);
    expect(await stranger.run(['list'])).toEqual({
      code: 6,
      stdout: '',
      stderr: expect.stringMatching(/^latchkey: VAULT_ABSENT: [^\n]*\n$/u),
    });
    const vault = join(stranger.folder, 'vault.latchkey');
    await mkdir(stranger.folder);
    await writeFile(vault, 'no vault');
    expect(await stranger.run(['list'])).toEqual({
      code: 6,
      stdout: '',
      stderr: expect.stringMatching(/^latchkey: VAULT_DAMAGED: [^\n]*\n$/u),
    });
    expect(await readFile(vault, 'utf8')).toBe('no vault');
    await stranger.leave();
  });
});
