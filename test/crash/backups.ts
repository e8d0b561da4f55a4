import { randomBytes } from 'node:crypto';
import { backupFolder } from '../../src/adapters/backup-folder/backup-folder.ts';
import { systemClock } from '../../src/adapters/clock/system-clock.ts';
import { createBackups, type Backups } from '../../src/app/backup/backups.ts';
import { timeInName } from '../../src/app/backup/names.ts';
import { createRestores } from '../../src/app/history/restores.ts';
import { createUndo } from '../../src/app/history/undo.ts';
import type { Vault } from '../../src/app/vault/vault.ts';
import { VaultFileError } from '../../src/core/vault/error.ts';
import { unsealVault } from '../../src/core/vault/seal.ts';
import { createListLog, quickKeyDerivation } from '../rig/memory-ports.ts';
import { stateOf } from './state.ts';

/** A vault's backups, made only when the test says so. */
export function backupsOf(vault: Vault): Backups {
  const restores = createRestores({ vault, undo: createUndo(vault), clock: systemClock });
  const ports = { backupFolder, keyDerivation: quickKeyDerivation, clock: systemClock, log: createListLog() };
  return createBackups({ vault, restores }, ports);
}

/** Sets backups up with a passphrase that nobody needs again. */
export async function setUpBackups(vault: Vault, folder: string, keep = 3): Promise<void> {
  const passphrase = randomBytes(16).toString('hex');
  await backupsOf(vault).setUp({ folder, keep, protection: { by: 'passphrase', passphrase } });
}

/** The states of the backups in a folder, oldest first; null for one that does not open, or to no whole state. */
export async function backedUpStates(vault: Vault, folder: string): Promise<(number | null)[]> {
  const key = vault.document()?.safekeeping.backup?.key;
  const listed = await backupFolder.list(folder);
  if (key === undefined || listed.outcome === 'failed') return [null];
  const names = listed.value.map(({ name }) => name).filter((name) => timeInName(name) !== null);
  return Promise.all(
    names.toSorted().map(async (name) => {
      const read = await backupFolder.read(folder, name);
      if (read.outcome === 'failed') return null;
      try {
        return stateOf(unsealVault(read.value, key).document);
      } catch (error) {
        if (error instanceof VaultFileError) return null;
        throw error;
      }
    }),
  );
}
