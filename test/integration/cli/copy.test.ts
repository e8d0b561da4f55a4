import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startScreen, type Screen } from '../../e2e/rig/screen.ts';
import { nextOf } from '../../rig/application.ts';
import { addresses, hotpBy, secrets } from './rig/addresses.ts';
import { buildCommand, createPerson, type Person } from './rig/command.ts';

let screen: Screen;
let ann: Person;
beforeAll(async () => {
  screen = await startScreen(640, 480);
  ann = await createPerson(await buildCommand('copy'));
  ann.env['DISPLAY'] = screen.display;
  await ann.makeVault({ protection: 'keychain' }, ...addresses);
});
afterAll(async () => {
  await ann.leave();
  await screen.stop();
});

/** What another program finds on the clipboard. */
async function clipboard(): Promise<string> {
  const child = spawn('xclip', ['-selection', 'clipboard', '-out'], {
    env: { ...process.env, DISPLAY: screen.display },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let held = '';
  child.stdout.on('data', (chunk: Buffer) => (held += chunk.toString()));
  await once(child, 'close');
  return held;
}

async function clearAfter(seconds: number): Promise<void> {
  const window = await ann.openWindow();
  await window.client.preferences.set({ clearClipboardAfter: seconds });
  await window.close();
}

/** The processes on this person's vault, but for the one that serves the clipboard. */
async function processes(): Promise<string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  const environments = await Promise.all(
    ids.map(async (id) => {
      const [line, text] = await Promise.all(
        ['cmdline', 'environ'].map((file) => readFile(`/proc/${id}/${file}`, 'utf8').catch(() => '')),
      );
      return { line, text };
    }),
  );
  return environments
    .filter(({ line, text }) => text?.includes(ann.folder) === true && line?.startsWith('xclip') === false)
    .map(({ line }) => line ?? '');
}

test('a copied code is on the clipboard, not on the screen, and is cleared though the command has ended', async () => {
  await clearAfter(1);
  expect(await ann.run(['code', 'bank', '--copy'])).toEqual({
    code: 0,
    stdout: '',
    stderr: 'Copied: Bank (ann). It is cleared in 1 s.\n',
  });
  expect(['', hotpBy(secrets.bank, 7)]).toContain(await clipboard());
  await expect.poll(clipboard).toBe('');
});

test('what was copied since then stays', async () => {
  await clearAfter(1);
  await ann.run(['code', 'bank', '--copy']);
  const other = spawn('xclip', ['-selection', 'clipboard', '-in'], {
    env: { ...process.env, DISPLAY: screen.display },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  other.stdin.end('a letter');
  await once(other, 'exit');
  await expect.poll(processes).toEqual([]);
  expect(await clipboard()).toBe('a letter');
});

test('a setting of “never” leaves the code there', async () => {
  await clearAfter(0);
  expect(await ann.run(['code', 'bank', '--copy'])).toMatchObject({ stderr: 'Copied: Bank (ann).\n' });
  await expect.poll(processes).toEqual([]);
  expect(await clipboard()).toBe(hotpBy(secrets.bank, 9));
});

test('the window counts a copied code as used, as one that it copied itself', async () => {
  await ann.run(['code', 'github', '--copy']);
  const { client } = await ann.openWindow();
  const { entries } = await nextOf(await client.entries.watch());
  expect(
    entries
      .filter(({ lastUsedAt }) => lastUsedAt !== null)
      .map(({ issuer }) => issuer)
      .toSorted(),
  ).toEqual(['Bank', 'GitHub']);
});

test('without a clipboard it ends with 1 and uses up no code', async () => {
  delete ann.env['DISPLAY'];
  const before = await ann.run(['list', 'bank', '--json']);
  expect(await ann.run(['code', 'bank', '--copy'])).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^latchkey: CLIPBOARD_UNAVAILABLE: [^\n]*\n$/u),
  });
  expect((await ann.run(['list', 'bank', '--json'])).stdout).toBe(before.stdout);
});
