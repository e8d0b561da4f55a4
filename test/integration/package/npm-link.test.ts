/** The command as `npm link` installs it, in a prefix that is thrown away. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { createPerson, type Person } from '../cli/rig/command.ts';

const root = join(import.meta.dirname, '../../..');
const run = promisify(execFile);
const passphrase = 'seven quiet otters paint';

let folder: string;
let person: Person;
let linked: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-link-'));
  await run('npm', ['link', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: root,
    env: { ...process.env, npm_config_prefix: folder },
  });
  linked = join(folder, 'bin/latchkey');
  person = await createPerson(join(root, 'src/cli/latchkey.ts'));
  await person.makeVault(
    { protection: 'passphrase', passphrase },
    'otpauth://totp/Example:ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example',
  );
}, 240_000);

afterAll(async () => {
  await person.leave();
  await rm(folder, { recursive: true, force: true });
});

it('is the one command that is linked, and makes a code from wherever it is called', async () => {
  expect(await readdir(join(folder, 'bin'))).toEqual(['latchkey']);
  const file = join(folder, 'passphrase');
  await writeFile(file, `${passphrase}\n`);
  const { stdout } = await run(linked, ['--passphrase-file', file, 'code', 'example'], {
    cwd: tmpdir(),
    env: { ...process.env, LATCHKEY_DATA_DIR: person.folder },
  });
  expect(stdout).toMatch(/^\d{6}\n$/u);
});

it('is found by its name, also through one more link', async () => {
  const place = join(folder, 'elsewhere');
  await symlink(join(folder, 'bin'), place);
  const path = [place, process.env['PATH']].join(delimiter);
  const { stdout } = await run('latchkey', ['--version'], { env: { ...process.env, PATH: path } });
  expect(stdout).toBe(`${packageJson.version}\n`);
});
