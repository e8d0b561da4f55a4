import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { systemClock } from '../../src/adapters/clock/system-clock.ts';
import { createVaultFile } from '../../src/adapters/vault-file/vault-file.ts';
import { createVault, type Vault } from '../../src/app/vault/vault.ts';
import { createListLog, createMemoryKeychain, quickKeyDerivation } from '../rig/memory-ports.ts';

const itemsSchema = z.array(z.tuple([z.string(), z.string()]));

/**
 * Opens (or, the first time, makes) a vault in real files. The key stands in a file beside them: the keychain is
 * not what is tested here, and each process must get at it.
 */
export async function openTestVault(folder: string, make = false): Promise<{ vault: Vault }> {
  const keyFile = join(folder, 'key-for-the-test.json');
  const keychain = createMemoryKeychain();
  if (!make) {
    for (const [item, secret] of itemsSchema.parse(JSON.parse(await readFile(keyFile, 'utf8')))) {
      keychain.items.set(item, secret);
    }
  }
  const vault = createVault({
    keychain,
    vaultStore: createVaultFile(folder),
    keyDerivation: quickKeyDerivation,
    clock: systemClock,
    log: createListLog(),
  });
  await vault.open();
  if (make) {
    await vault.create({ protection: 'keychain' });
    await writeFile(keyFile, JSON.stringify([...keychain.items]));
  }
  return { vault };
}
