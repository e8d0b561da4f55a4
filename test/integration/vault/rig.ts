import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVaultFile } from '../../../src/adapters/vault-file/vault-file.ts';
import type { Keychain, KeychainRead, VaultStore } from '../../../src/app/ports.ts';
import { Failure } from '../../../src/app/failure.ts';
import { createVault, type Vault } from '../../../src/app/vault/vault.ts';
import { createManualClock } from '../../rig/manual-clock.ts';
import { createListLog, createMemoryKeychain, quickKeyDerivation } from '../../rig/memory-ports.ts';

export const NOW = Date.UTC(2026, 0, 1);
export const PASSPHRASE = 'four words of old cheese';

/** A vault on a real disk, with a keychain that can be made to refuse and a clock that a test moves. */
export async function createRig() {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-vault-'));
  const data = join(folder, 'data');
  const keychain = createRefusingKeychain();
  const clock = createManualClock(NOW);
  const log = createListLog();
  const running: Vault[] = [];

  /** Another process's view of the same folder; nothing is shared with the others but files and keychain. */
  function newVault(vaultStore: VaultStore = createVaultFile(data)): Vault {
    const vault = createVault({ keychain, vaultStore, keyDerivation: quickKeyDerivation, clock, log });
    running.push(vault);
    return vault;
  }

  return {
    folder: data,
    path: join(data, 'vault.latchkey'),
    keychain,
    clock,
    log,
    newVault,
    /** A vault that was opened; what it found is its state. */
    async open(): Promise<Vault> {
      const vault = newVault();
      await vault.open();
      return vault;
    },
    /** A new vault, opened. */
    async create(input: Parameters<Vault['create']>[0] = { protection: 'keychain' }): Promise<Vault> {
      const vault = newVault();
      await vault.open();
      await vault.create(input);
      return vault;
    },
    async names(): Promise<string[]> {
      return (await readdir(data)).toSorted();
    },
    async bytes(name = 'vault.latchkey'): Promise<Buffer> {
      return readFile(join(data, name));
    },
    async write(bytes: Uint8Array, name = 'vault.latchkey'): Promise<void> {
      await writeFile(join(data, name), bytes);
    },
    async stop(): Promise<void> {
      for (const vault of running) await vault.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type Rig = Awaited<ReturnType<typeof createRig>>;

/** The code of the failure that an action ends in. */
export async function codeOf(action: Promise<unknown>): Promise<Failure['code'] | 'none'> {
  const failure = await failureOf(action);
  return failure?.code ?? 'none';
}

/** The failure that an action ends in, with its data. */
export async function failureOf(action: Promise<unknown>): Promise<Pick<Failure, 'code' | 'data'> | null> {
  try {
    await action;
    return null;
  } catch (error) {
    if (error instanceof Failure) return { code: error.code, data: error.data };
    throw error;
  }
}

/** The first state, or document, for which `isIt` is true; fails where none comes within a minute. */
export async function until<T>(values: AsyncGenerator<T>, isIt: (value: T) => boolean): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('it did not come to that')), 60_000);
  try {
    for (;;) {
      const next = await Promise.race([values.next(), late.promise]);
      if (next.done) throw new Error('the values ended before');
      if (isIt(next.value)) return next.value;
    }
  } finally {
    clearTimeout(timer);
  }
}

/** The memory keychain, of which a test says how it answers from now on. */
function createRefusingKeychain() {
  const memory = createMemoryKeychain();
  const calls: string[] = [];
  const refusing: {
    items: Map<string, string>;
    calls: string[];
    /** Answers every read and write so; null: it works. */
    refusal: Exclude<KeychainRead, { outcome: 'found' | 'absent' }> | null;
    /** Reads give back something else than was written. */
    isForgetful: boolean;
  } & Keychain = {
    ...memory,
    calls,
    refusal: null,
    isForgetful: false,
    async read(item) {
      calls.push('read');
      if (refusing.isForgetful) return { outcome: 'found', secret: 'something else' };
      return refusing.refusal ?? memory.read(item);
    },
    async write(item, secret) {
      calls.push('write');
      return refusing.refusal ?? memory.write(item, secret);
    },
    async remove(item) {
      calls.push('remove');
      return refusing.refusal ?? memory.remove(item);
    },
    async probe() {
      return refusing.refusal ?? { outcome: 'kept' };
    },
  };
  return refusing;
}
