import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { systemClock } from '../../src/adapters/clock/system-clock.ts';
import { createVaultFile } from '../../src/adapters/vault-file/vault-file.ts';
import type { Keychain, VaultStore } from '../../src/app/ports.ts';
import { createVault, type Vault } from '../../src/app/vault/vault.ts';
import { createListLog, quickKeyDerivation } from '../rig/memory-ports.ts';

/**
 * Opens (or, the first time, makes) a vault in real files. The keychain is files beside them: it is not what is
 * tested here, and each process must get at it.
 */
export async function openTestVault(
  folder: string,
  make: boolean | { passphrase: string } = false,
  vaultStore: VaultStore = createVaultFile(folder),
): Promise<{ vault: Vault; log: ReturnType<typeof createListLog> }> {
  const log = createListLog();
  const vault = createVault({
    keychain: createFileKeychain(join(folder, 'keychain-for-the-test')),
    vaultStore,
    keyDerivation: quickKeyDerivation,
    clock: systemClock,
    log,
  });
  await vault.open();
  if (make !== false) {
    await vault.create({ protection: 'keychain', ...(make === true ? {} : make) });
  }
  return { vault, log };
}

/** A file for each item, replaced atomically, as a keychain is expected to. */
export function createFileKeychain(folder: string): Keychain {
  const place = (item: string) => join(folder, item);
  return {
    backend: 'files',
    async read(item) {
      const secret = await readFile(place(item), 'utf8').catch(() => null);
      return secret === null ? { outcome: 'absent' } : { outcome: 'found', secret };
    },
    async write(item, secret) {
      await mkdir(folder, { recursive: true });
      const temporary = place(`${item}.new-${process.pid}`);
      await writeFile(temporary, secret);
      await rename(temporary, place(item));
      return { outcome: 'kept' };
    },
    async remove(item) {
      try {
        await rm(place(item));
        return { outcome: 'kept' };
      } catch {
        return { outcome: 'absent' };
      }
    },
    async probe() {
      return { outcome: 'kept' };
    },
    async look() {
      return { outcome: 'ready' };
    },
  };
}
