import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { isTemporaryName, LOCK_NAME } from '../../../src/adapters/vault-file/names.ts';
import { parseLayout } from '../../../src/core/vault/layout.ts';
import { nextOf } from '../../rig/application.ts';
import { addresses, hotpBy, secrets } from './rig/addresses.ts';
import { buildCommand, createPerson, type Person } from './rig/command.ts';

let ann: Person;
beforeAll(async () => {
  ann = await createPerson(await buildCommand('beside'));
  await ann.makeVault({ protection: 'keychain' }, ...addresses);
});
afterAll(() => ann.leave());

const generation = async () =>
  parseLayout(await readFile(join(ann.folder, 'vault.latchkey'))).header.generation;

test('200 changes, half of them by the command and half by a running window: none is lost, none is made twice', async () => {
  const { client } = await ann.openWindow();
  const { entries } = await nextOf(await client.entries.watch());
  const bank = entries.find(({ issuer }) => issuer === 'Bank');
  if (bank === undefined) throw new Error('the entry with a counter is missing');
  const before = await generation();
  const codes: string[] = [];

  async function byWindow(): Promise<void> {
    for (let count = 0; count < 100; count += 1) {
      codes.push((await client.codes.advance({ id: bank?.id ?? '' })).code);
    }
  }
  async function byCommand(): Promise<void> {
    for (let count = 0; count < 50; count += 1) {
      const { code, stdout, stderr } = await ann.run(['code', 'bank']);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      codes.push(stdout.trim());
    }
  }
  await Promise.all([byWindow(), byCommand(), byCommand()]);

  // Each counter was used exactly once, whoever asked.
  const wanted = Array.from({ length: 200 }, (_, at) => hotpBy(secrets.bank, 7 + at));
  expect(codes.toSorted()).toEqual(wanted.toSorted());
  expect(await generation()).toBe(before + 200);
  // What the command wrote last is in the window by itself.
  const last = await ann.run(['code', 'bank']);
  expect(last.stdout).toBe(`${hotpBy(secrets.bank, 207)}\n`);
  for await (const event of await client.entries.watch()) {
    if (event.entries.find(({ id }) => id === bank.id)?.counter === 208) break;
  }
}, 600_000);

test('Ctrl-C while a write waits for its turn: it is finished, then the command ends', async () => {
  const before = await counter();
  const holder = await holdLock();
  const child = ann.start(['code', 'bank']);
  await expect.poll(() => openFiles(child.pid)).toContain(join(ann.folder, LOCK_NAME));
  child.kill('SIGINT');
  holder.kill('SIGKILL');
  const [said, [code]] = await Promise.all([child.stderr ? text(child.stderr) : '', once(child, 'exit')]);
  expect({ code, said }).toEqual({ code: 130, said: 'latchkey: INTERRUPTED: Stopped.\n' });
  expect(await counter()).toBe(before + 1);
});

test('Ctrl-C at any moment of a write leaves the vault whole, with no code used twice', async () => {
  const before = await counter();
  const codes: string[] = [];
  for (let count = 0; count < 12; count += 1) {
    const child = ann.start(['code', 'bank']);
    const watcher = watch(ann.folder, (_, name) => {
      // The new file is being written, or about to take the old one's place.
      if (name === null || !isTemporaryName(name)) return;
      child.kill('SIGINT');
      watcher.close();
    });
    const [stdout, [code, signal]] = await Promise.all([
      child.stdout ? text(child.stdout) : '',
      once(child, 'exit'),
    ]);
    watcher.close();
    // As a shell sees it: in its last instant, Node handles signals no more, and the signal itself ends it.
    const exit: unknown = signal === 'SIGINT' ? 130 : code;
    expect([0, 130]).toContain(exit);
    if (exit === 0) codes.push(stdout.trim());
  }
  // Each run had begun its write when Ctrl-C came, and finished it.
  expect(await counter()).toBe(before + 12);
  const made = Array.from({ length: 12 }, (_, at) => hotpBy(secrets.bank, before + at));
  expect(made).toEqual(expect.arrayContaining(codes));
  expect(new Set(codes).size).toBe(codes.length);
  expect((await readdir(ann.folder)).filter(isTemporaryName)).toEqual([]);
});

/** The counter of the entry that has one. */
async function counter(): Promise<number> {
  const { stdout } = await ann.run(['list', 'bank', '--json']);
  const [bank] = z.array(z.looseObject({ counter: z.number() })).parse(JSON.parse(stdout));
  return bank?.counter ?? -1;
}

/** Another process that holds the vault's lock until it is killed. */
async function holdLock(): Promise<ChildProcess> {
  const script = join(import.meta.dirname, '../vault/hold-lock.ts');
  const child = spawn(process.execPath, [script, join(ann.folder, LOCK_NAME)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

async function openFiles(pid: number | undefined): Promise<string[]> {
  const folder = `/proc/${pid}/fd`;
  const files = await readdir(folder).catch(() => []);
  return Promise.all(files.map((file) => readlink(join(folder, file)).catch(() => '')));
}
