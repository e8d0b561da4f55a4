import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { addresses } from './rig/addresses.ts';
import { buildCommand, createPerson, type Person } from './rig/command.ts';

let ann: Person;
let preferences: string;
beforeAll(async () => {
  ann = await createPerson(await buildCommand('language'));
  await ann.makeVault({ protection: 'keychain' }, ...addresses);
  preferences = join(ann.folder, 'preferences.json');
});
afterEach(async () => {
  Object.assign(ann.env, { LC_ALL: 'C.UTF-8', NODE_OPTIONS: '' });
  await rm(preferences, { force: true });
});
afterAll(() => ann.leave());

const dutch = { code: 0, stdout: expect.stringContaining('Opdrachten:'), stderr: '' };
const english = { code: 0, stdout: expect.stringContaining('Commands:'), stderr: '' };

test('it speaks the language of the environment, and English where it has no words', async () => {
  for (const [variables, said] of [
    [{ LC_ALL: 'nl_BE.UTF-8' }, dutch],
    [{ LC_ALL: '', LC_MESSAGES: 'nl_NL', LANG: 'en_GB.UTF-8' }, dutch],
    [{ LC_ALL: '', LC_MESSAGES: '', LANG: 'nl_NL.UTF-8' }, dutch],
    [{ LC_ALL: 'ja_JP.UTF-8' }, english],
    [{ LC_ALL: 'C' }, english],
  ] as const) {
    Object.assign(ann.env, variables);
    expect(await ann.run(['--help']), JSON.stringify(variables)).toEqual(said);
  }
});

test('the settings’ language comes before the environment’s; what can’t be read leaves it to that', async () => {
  await mkdir(ann.folder, { recursive: true });
  await writeFile(preferences, '{"language": "nl"}');
  expect(await ann.run(['--help'])).toEqual(dutch);
  Object.assign(ann.env, { LC_ALL: 'nl_NL.UTF-8' });
  await writeFile(preferences, '{"language": "en"}');
  expect(await ann.run(['--help'])).toEqual(english);
  for (const text of ['{"language": "system"}', '{"language": 7}', '{']) {
    await writeFile(preferences, text);
    expect(await ann.run(['--help']), text).toEqual(dutch);
  }
});

test('failures say in the person’s language what happened and what to do; their codes stay', async () => {
  Object.assign(ann.env, { LC_ALL: 'nl_NL.UTF-8' });
  expect(await ann.run(['code', 'nowhere'])).toEqual({
    code: 3,
    stdout: '',
    stderr: 'latchkey: ENTRY_NOT_FOUND: Geen vermelding past bij “nowhere”.\n',
  });
  // A command line that makes no sense, an error of the contract, and one of a file.
  expect((await ann.run(['code'])).stderr).toBe("latchkey: USAGE: het argument 'query' ontbreekt\n");
  expect((await ann.run(['add', '-'], addresses[0])).stderr).toMatch(
    /^latchkey: ALREADY_HERE: Staat er al\. Het is /u,
  );
  const file = join(ann.folder, 'none.txt');
  await writeFile(file, 'nothing to be read here');
  expect((await ann.run(['import', file])).stderr).toBe(
    `latchkey: INPUT_INVALID: none.txt: Latchkey kent dit soort bestand niet. Er is niets bewaard.\n`,
  );
});

test('a script reads the same in every language', async () => {
  const outputs = async () => [
    await ann.run(['list', '--json']),
    await ann.run(['import', '--dry-run', '--json', '-'], 'otpauth://totp/x?secret=JBSWY3DP\nnot one'),
  ];
  const before = await outputs();
  expect(before.map(({ code }) => code)).toEqual([0, 0]);
  expect(before[1]?.stdout).toContain('is shorter');
  Object.assign(ann.env, { LC_ALL: 'nl_NL.UTF-8' });
  expect(await outputs()).toEqual(before);
});

test('it loads the words of one language, and those of the window only for a failure', async () => {
  const hook = join(ann.folder, 'loaded.cjs');
  const list = join(ann.folder, 'loaded.json');
  await writeFile(
    hook,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(list)}, JSON.stringify(Object.keys(require.cache))));`,
  );
  Object.assign(ann.env, { NODE_OPTIONS: `--require=${hook}` });
  const loaded = async (locale: string, ...args: string[]) => {
    Object.assign(ann.env, { LC_ALL: locale });
    await ann.run(args);
    const files: unknown = JSON.parse(await readFile(list, 'utf8'));
    const texts = await Promise.all(
      (Array.isArray(files) ? files.map(String) : []).map(async (file) => readFile(file, 'utf8')),
    );
    const isThere = (text: string) => texts.some((one) => one.includes(text));
    return {
      english: isThere('Your one-time codes in the terminal'),
      dutch: isThere('Je eenmalige codes in de terminal'),
      window: isThere('Er is niets weggeschreven.'),
    };
  };
  expect(await loaded('C', 'code', 'ann@example.com')).toEqual({
    english: true,
    dutch: false,
    window: false,
  });
  expect(await loaded('nl_NL.UTF-8', 'code', 'ann@example.com')).toEqual({
    english: false,
    dutch: true,
    window: false,
  });
  expect(await loaded('nl_NL.UTF-8', 'edit', 'ann@example.com', '--digits', '99')).toMatchObject({
    window: true,
  });
});
