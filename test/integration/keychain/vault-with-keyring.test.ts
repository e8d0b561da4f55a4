import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startKeyring, type Keyring } from './session.ts';

const PASSPHRASE = 'four words of old cheese';
const answerSchema = z.object({
  failure: z.object({ code: z.string(), data: z.unknown() }).nullable(),
  state: z.looseObject({ state: z.string() }),
  entries: z.number().nullable(),
});
type Answer = z.infer<typeof answerSchema>;

let keyring: Keyring;
let folder: string;
const started: { stop(): void }[] = [];

beforeEach(async () => {
  keyring = await startKeyring();
  folder = await mkdtemp(join(tmpdir(), 'latchkey-keyring-vault-'));
});
afterEach(async () => {
  for (const one of started.splice(0)) one.stop();
  await keyring.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Latchkey in a process of its own, for the library reads the bus's address once. */
function start(env = keyring.env) {
  const script = join(import.meta.dirname, 'vault-with-keyring.ts');
  const child = spawn(process.execPath, [script, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const waiting: ((answer: Answer) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    waiting.shift()?.(answerSchema.parse(JSON.parse(line)));
  });
  const latchkey = {
    ask(...order: unknown[]): Promise<Answer> {
      const { promise, resolve } = Promise.withResolvers<Answer>();
      waiting.push(resolve);
      child.stdin.write(`${JSON.stringify(order)}\n`);
      return promise;
    },
    stop: () => void child.kill('SIGKILL'),
  };
  started.push(latchkey);
  return latchkey;
}

async function withOneEntry() {
  const latchkey = start();
  await latchkey.ask('create', PASSPHRASE);
  expect(await latchkey.ask('add')).toMatchObject({ failure: null, entries: 1 });
  return latchkey;
}

const both = { mode: 'both', current: PASSPHRASE };

// Several processes in each, and a real Argon2id in each of those.
describe('a keyring that goes away in the middle', { timeout: 120_000 }, () => {
  it('locked: a change of unlock methods fails whole, is done when it is unlocked, and nothing is lost meanwhile', async () => {
    const latchkey = await withOneEntry();
    await keyring.lock();
    expect(await latchkey.ask('setUnlockMethods', both)).toMatchObject({
      failure: { code: 'KEYCHAIN_FAILED', data: { outcome: 'locked' } },
      state: { state: 'open', mode: 'session' },
    });
    expect(await latchkey.ask('add')).toMatchObject({ failure: null, entries: 2 });
    const second = start();
    expect(await second.ask('open')).toMatchObject({ state: { state: 'keyMissing', outcome: 'locked' } });
    await keyring.unlock();
    expect(await second.ask('retry')).toMatchObject({ state: { state: 'open' }, entries: 2 });
    expect(await latchkey.ask('setUnlockMethods', both)).toMatchObject({
      failure: null,
      state: { mode: 'both' },
    });
    const third = start();
    expect(await third.ask('open')).toMatchObject({ state: { state: 'locked', mode: 'both' } });
    expect(await third.ask('unlock', PASSPHRASE)).toMatchObject({ failure: null, entries: 2 });
  });

  it('emptied: the open vault goes on, the passphrase opens it, and the keyring gets its key again', async () => {
    const latchkey = await withOneEntry();
    await keyring.empty();
    expect(await latchkey.ask('add')).toMatchObject({ failure: null, entries: 2 });
    const second = start();
    expect(await second.ask('open')).toMatchObject({
      state: { state: 'keyMissing', outcome: 'absent', keptBy: 'Secret Service' },
    });
    expect(await second.ask('unlock', PASSPHRASE)).toMatchObject({ failure: null, entries: 2 });
    expect(await start().ask('open')).toMatchObject({ state: { state: 'open', openedBy: 'keychain' } });
  });

  it('emptied in the mode "both": the half is gone, which the state says, and the file is untouched', async () => {
    const latchkey = await withOneEntry();
    await latchkey.ask('setUnlockMethods', both);
    await keyring.empty();
    const before = await readFile(join(folder, 'vault.latchkey'));
    const second = start();
    expect(await second.ask('open')).toMatchObject({
      state: { state: 'keyMissing', outcome: 'absent', mode: 'both', unlockMethods: { passphrase: false } },
    });
    expect(await second.ask('unlock', PASSPHRASE)).toMatchObject({ failure: { code: 'KEYCHAIN_FAILED' } });
    expect(await readFile(join(folder, 'vault.latchkey'))).toEqual(before);
  });

  it.each([0, 60])(
    'killed %i ms into a change of unlock methods: the old unlock methods open the vault, or the new ones',
    async (after) => {
      const latchkey = await withOneEntry();
      const changed = latchkey.ask('setUnlockMethods', both);
      await pause(after);
      await keyring.kill();
      const { failure } = await changed;
      if (failure !== null) expect(failure.code).toBe('KEYCHAIN_FAILED');
      await keyring.unlock();
      const second = start();
      const opened = await second.ask('open');
      expect(['open', 'locked']).toContain(opened.state.state);
      const isLocked = opened.state.state === 'locked';
      const there = isLocked ? await second.ask('unlock', PASSPHRASE) : opened;
      expect(there).toMatchObject({ failure: null, state: { state: 'open' }, entries: 1 });
    },
  );

  it('switched for another: the vault says that its key was kept elsewhere, and makes no new one', async () => {
    await withOneEntry();
    const other = await startKeyring();
    try {
      const before = await readFile(join(folder, 'vault.latchkey'));
      const second = start(other.env);
      expect(await second.ask('open')).toMatchObject({
        state: {
          state: 'keyMissing',
          outcome: 'absent',
          keptBy: 'Secret Service',
          unlockMethods: { passphrase: true },
        },
      });
      expect(await readFile(join(folder, 'vault.latchkey'))).toEqual(before);
      expect(await second.ask('unlock', PASSPHRASE)).toMatchObject({ failure: null, entries: 1 });
    } finally {
      await other.stop();
    }
  });
});
