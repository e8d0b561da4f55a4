import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';

const S = 'JBSWY3DPEHPK3PXP';
let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'latchkey-cli-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the command prints what a file holds, and nothing beside it', async () => {
  const uri = `otpauth://totp/A%E2%80%AECME:bob?secret=${S}&algorithm=MD5`;
  await writeFile(join(folder, 'list.txt'), `${uri}\nsteam://${S}${S}\notpauth://hotp/x?secret=1\n`);
  const { code, stdout, stderr } = await run(['read', 'list.txt']);
  // A name can't turn the terminal's text around.
  expect(stdout).toContain('A\\u202eCME');
  expect({ code, stderr, answer: JSON.parse(stdout) }).toEqual({
    code: 0,
    stderr: '',
    answer: {
      format: 'otpauth',
      entries: [
        {
          type: 'totp',
          issuer: 'A\u202eCME',
          account: 'bob',
          secret: S,
          algorithm: 'MD5',
          digits: 6,
          period: 30,
          counter: null,
          tags: [],
          note: '',
        },
        {
          type: 'steam',
          issuer: 'Steam',
          account: '',
          secret: S + S,
          algorithm: 'SHA1',
          digits: 5,
          period: 30,
          counter: null,
          tags: [],
          note: '',
        },
      ],
      problems: [
        {
          entry: 0,
          code: 'ALGORITHM_UNSUPPORTED',
          text: 'Latchkey does not make codes with this hash function',
        },
        { entry: 1, code: 'ISSUER_ASSUMED', text: 'No issuer was named: it is "Steam" now' },
        { entry: null, code: 'SECRET_INVALID', text: 'x: The secret holds a character that no secret has' },
      ],
    },
  });
});

test('what it prints it writes, for its owner alone', async () => {
  const entries = [
    { type: 'hotp', issuer: 'ACME', account: 'bob', secret: S, counter: 3 },
    { type: 'totp', secret: '1' },
  ];
  const { code, stdout } = await run(['write', 'otpauth', 'out.txt'], JSON.stringify({ entries }));
  const path = join(folder, 'out.txt');
  expect({ code, answer: JSON.parse(stdout) }).toEqual({
    code: 0,
    answer: {
      format: 'otpauth',
      files: [path],
      problems: [
        { entry: null, code: 'SECRET_INVALID', text: 'The secret holds a character that no secret has' },
      ],
    },
  });
  expect(await readFile(path, 'utf8')).toBe(
    `otpauth://hotp/ACME:bob?secret=${S}&issuer=ACME&algorithm=SHA1&digits=6&counter=3\n`,
  );
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test.each([
  [[], 'USAGE'],
  [['read'], 'USAGE'],
  [['read', 'x', '--other'], 'USAGE'],
  [['guess', 'x'], 'USAGE'],
  [['read', 'none.txt'], 'FILE_UNREADABLE'],
  [['read', 'strange.bin'], 'UNKNOWN_FORMAT'],
  [['read', 'strange.bin', '--passphrase-file', 'none.txt'], 'FILE_UNREADABLE'],
  [['write', 'word', 'x'], 'FORMAT_NOT_WRITTEN'],
  [['write', 'otpauth', 'none/x'], 'FILE_NOT_WRITTEN'],
])('%j ends with 2 and a code', async (args, wanted) => {
  await writeFile(join(folder, 'strange.bin'), 'nothing that is known');
  const { code, stdout, stderr } = await run(args, JSON.stringify({ entries: [] }));
  expect({ code, stderr, answer: JSON.parse(stdout) }).toEqual({
    code: 2,
    stderr: '',
    answer: { error: { code: wanted, text: expect.any(String) } },
  });
});

test('what is no object with entries is not written', async () => {
  expect(JSON.parse((await run(['write', 'otpauth', 'x'], '[]')).stdout)).toMatchObject({
    error: { code: 'INPUT_INVALID' },
  });
});

async function run(args: string[], input = '') {
  const root = join(import.meta.dirname, '../../..');
  const child = spawn(process.execPath, ['src/bootstrap/run.mjs', 'transfer', ...args], {
    cwd: root,
    env: { ...process.env, INIT_CWD: folder },
  });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, stdout, stderr };
}
