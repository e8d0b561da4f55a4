import { chown, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildCommand, createPerson, type Person } from './rig/command.ts';

let ann: Person;
let folder: string;
beforeAll(async () => {
  ann = await createPerson(await buildCommand('start'));
  folder = join(ann.env['XDG_CACHE_HOME'] ?? '', 'Latchkey/compiled');
  // The tests' own cache would come before the command's.
  Object.assign(ann.env, { NODE_COMPILE_CACHE: '' });
});
afterAll(() => ann.leave());

describe('what V8 has compiled', () => {
  beforeEach(() => rm(folder, { recursive: true, force: true }));

  test('is kept where only the person can enter, even if everybody could before', async () => {
    await mkdir(folder, { recursive: true, mode: 0o755 });
    expect((await ann.run(['--version'])).code).toBe(0);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect(await readdir(folder, { recursive: true })).not.toEqual([]);
  });

  test.runIf(process.getuid?.() === 0)('is not taken from another person’s folder', async () => {
    await mkdir(folder, { recursive: true });
    await chown(folder, 65_534, 65_534);
    expect((await ann.run(['--version'])).code).toBe(0);
    expect(await readdir(folder)).toEqual([]);
  });
});

test('each command is found where only its own file is loaded', async () => {
  const { stdout } = await ann.run(['complete', 'bash', '']);
  const names = stdout.split('\n').filter((name) => name !== '' && name !== 'help');
  expect(names).toContain('code');
  for (const name of [...names, 'complete']) {
    const help = await ann.run([name, '--help']);
    expect(help).toMatchObject({ code: 0, stdout: expect.stringContaining(`latchkey ${name}`) });
  }
});
