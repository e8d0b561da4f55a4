import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { addresses } from './rig/addresses.ts';
import { openWindow } from './rig/window.ts';
import { buildCommand, createPerson, type Person } from './rig/command.ts';

const found = z.array(z.looseObject({ check: z.string(), level: z.string(), text: z.string() }));

let command: string;
let ann: Person;
beforeAll(async () => {
  command = await buildCommand('doctor');
  ann = await createPerson(command);
  await ann.makeVault({ protection: 'keychain' }, ...addresses);
});
afterAll(() => ann.leave());

async function levels(person = ann) {
  const { code, stdout } = await person.run(['doctor', '--json']);
  const checks = found.parse(JSON.parse(stdout));
  return { code, levels: Object.fromEntries(checks.map(({ check, level }) => [check, level])) };
}

test('says of each part in a line how it is, and ends with 0 where nothing is in trouble', async () => {
  const { code, stdout, stderr } = await ann.run(['doctor']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  expect(lines).toEqual([
    ['good', 'keychain', 'Secret Service is unlocked.'],
    ['good', 'vault', expect.stringContaining(join(ann.folder, 'vault.latchkey'))],
    ['good', 'clock', expect.any(String)],
    ['attention', 'backups', expect.stringContaining('Settings')],
    ['good', 'server', expect.any(String)],
    [expect.any(String), 'screen', expect.any(String)],
    ['good', 'shortcut', expect.stringContaining('No Latchkey with a window is running')],
  ]);
});

test('says where the shortcut of the window that is running stands, and what to do about it', async () => {
  // Neither a portal nor an X server is there.
  const window = await openWindow({ ...ann.env, DISPLAY: '' });
  const said = async () => {
    const { stdout } = await ann.run(['doctor']);
    return stdout.split('\n').find((line) => line.includes('\tshortcut\t'));
  };
  await expect.poll(said).toMatch(/^good\tshortcut\tBind this command .*latchkey toggle/u);
  // Chosen on another desktop, they are in force nowhere here.
  await window.client.preferences.set({ quickFindShortcut: 'Control+Alt+K' });
  await expect.poll(said).toMatch(/^attention\tshortcut\tThis desktop registers no keys .*latchkey toggle/u);
  await window.client.preferences.set({ quickFindShortcut: null });
  await window.close();
});

test('says what to do about a locked keychain, ends with 1, and asks for nothing', async () => {
  await ann.keyring.lock();
  const { code, stdout, stderr } = await ann.run(['doctor']);
  const asJson = await levels();
  await ann.keyring.unlock();
  expect(code).toBe(1);
  expect(stdout).toMatch(/^trouble\tkeychain\tThe keychain \(Secret Service\) is locked\. Unlock it/mu);
  expect(stderr).toBe('latchkey: TROUBLE_FOUND: 2 things are in trouble.\n');
  expect(asJson).toMatchObject({ code: 1, levels: { keychain: 'trouble', vault: 'trouble' } });
});

test('of a vault with a passphrase it says that, and needs none', async () => {
  const bob = await createPerson(command);
  await bob.makeVault({ protection: 'passphrase', passphrase: 'four words of old cheese' });
  await bob.keyring.kill();
  expect(await levels(bob)).toMatchObject({ code: 0, levels: { keychain: 'good', vault: 'good' } });
  await bob.leave();
});

test('a vault that is none is trouble, and one that is not there yet is not', async () => {
  const newcomer = await createPerson(command);
  expect(await levels(newcomer)).toMatchObject({ code: 0, levels: { vault: 'attention' } });
  await newcomer.makeVault({ protection: 'keychain' });
  await writeFile(join(newcomer.folder, 'vault.latchkey'), 'no vault');
  expect(await levels(newcomer)).toMatchObject({ code: 1, levels: { vault: 'trouble' } });
  await newcomer.leave();
});

test('at a terminal no line is wider than it, however narrow', async () => {
  for (const columns of [80, 36]) {
    const { code, screen } = await ann.atTerminal(['doctor'], '', columns).ended;
    expect(code).toBe(0);
    const path = join(ann.folder, 'vault.latchkey');
    // A path is not broken.
    const lines = stripVTControlCharacters(screen)
      .split(/\r?\n/u)
      .filter((line) => !line.includes(path));
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(columns);
    expect(screen).toContain('attention');
  }
});
