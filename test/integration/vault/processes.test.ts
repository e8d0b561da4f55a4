import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVaultFile } from '../../../src/adapters/vault-file/vault-file.ts';
import type { Vault } from '../../../src/app/vault/vault.ts';
import { openTestVault } from '../../crash/vault.ts';
import { anEntry } from '../../unit/vault/samples.ts';
import { codeOf, createRig, failureOf, PASSPHRASE, until, type Rig } from './rig.ts';

let rig: Rig;
const children: ChildProcess[] = [];
beforeEach(async () => {
  rig = await createRig();
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rig.stop();
});

describe('two processes at one vault', () => {
  it('lose nobody’s change, however fast they write', async () => {
    const { vault } = await openTestVault(rig.folder, true);
    await vault.change((document) => ({ ...document, entries: [anEntry()] }));
    await vault.close();
    const times = 60;
    const codes = await Promise.all(['a', 'b'].map((letter) => exitOf(startHammer(letter, times))));
    expect(codes).toEqual([0, 0]);

    const { vault: after } = await openTestVault(rig.folder);
    const [counter, ...added] = after.document()?.entries ?? [];
    expect(counter?.uses).toBe(2 * times);
    const names = ['a', 'b'].flatMap((letter) => Array.from({ length: times }, (_, at) => `${letter}${at}`));
    expect(added.map(({ issuer }) => issuer).toSorted()).toEqual(names.toSorted());
    await after.close();
  });

  it('notice each other’s changes, and what did not change stays the same object', async () => {
    const [one, other] = [await rig.create(), await rig.open()];
    const documents = other.watchDocument();
    await addTo(one);
    await until(documents, (document) => document?.entries.length === 1);
    const before = other.document()?.entries[0];
    await addTo(one);
    await until(documents, (document) => document?.entries.length === 2);
    expect(other.document()?.entries[0]).toBe(before);
  });

  it('change what the other one has just written, noticed or not', async () => {
    const [one, other] = [await rig.create(), await rig.open()];
    await addTo(one);
    await addTo(other);
    await addTo(one);
    expect(one.document()?.entries).toHaveLength(3);
  });

  it('see a vault that the other one makes, and one that it puts aside', async () => {
    const [one, other] = [await rig.open(), await rig.open()];
    const states = other.watchState();
    await one.create({ protection: 'keychain' });
    await until(states, ({ state }) => state === 'open');
    const third = rig.newVault();
    rig.keychain.refusal = { outcome: 'locked' };
    await third.open();
    await third.setAside();
    await until(states, ({ state }) => state === 'absent');
    expect(other.document()).toBeNull();
    expect(await codeOf(addTo(one))).toBe('VAULT_NOT_OPEN');
  });

  it('do not write over a new vault that took the place of theirs', async () => {
    const one = await rig.create({ protection: 'passphrase', passphrase: PASSPHRASE });
    const locked = await rig.open();
    await locked.setAside();
    await locked.create({ protection: 'passphrase', passphrase: PASSPHRASE });
    await addTo(locked);
    const before = await rig.bytes();
    expect(await codeOf(addTo(one))).toBe('VAULT_NOT_OPEN');
    // It looks at what lies there now, by itself.
    await expect.poll(() => one.state().state).toBe('locked');
    expect(await rig.bytes()).toEqual(before);
  });

  it('do not bring a vault back to life that the other one put aside', async () => {
    const one = await rig.create();
    await rm(rig.path);
    expect(await codeOf(addTo(one))).toBe('VAULT_NOT_OPEN');
    expect(await rig.names()).not.toContain('vault.latchkey');
  });
});

describe('the lock file', () => {
  it('of a process that was killed holds nobody up', async () => {
    const vault = await rig.create();
    const holder = await startHolder();
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    // Waiting for it would end in a LockError.
    await expect(addTo(vault)).resolves.not.toThrow();
  });

  it('that another process holds for good fails the write and changes nothing', async () => {
    await rig.create();
    const vault = rig.newVault(createVaultFile(rig.folder, { lockPatienceMs: 200 }));
    await vault.open();
    const before = await rig.bytes();
    const holder = await startHolder();
    const failure = await failureOf(addTo(vault));
    expect(failure).toEqual({ code: 'VAULT_WRITE_FAILED', data: { reason: 'ELOCKED' } });
    expect(await rig.bytes()).toEqual(before);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await addTo(vault);
    expect(vault.document()?.entries).toHaveLength(1);
  });
});

async function addTo(vault: Vault): Promise<void> {
  await vault.change((document) => ({ ...document, entries: [...document.entries, anEntry()] }));
}

function startHammer(letter: string, times: number): ChildProcess {
  const script = join(import.meta.dirname, 'hammer.ts');
  const hammer = spawn(process.execPath, [script, rig.folder, letter, String(times)], { stdio: 'inherit' });
  children.push(hammer);
  return hammer;
}

async function startHolder(): Promise<ChildProcess> {
  const script = join(import.meta.dirname, 'hold-lock.ts');
  const lock = join(rig.folder, 'vault.latchkey.lock');
  const holder = spawn(process.execPath, [script, lock], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(holder);
  await once(holder.stdout, 'data');
  return holder;
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  await once(child, 'exit');
  return child.exitCode;
}
