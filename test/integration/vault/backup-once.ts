/**
 * Makes one backup of a vault and prints what came of it; see backups.test.ts. Arguments: the vault's folder and the
 * one for backups.
 */
import process from 'node:process';
import { backupFolder } from '../../../src/adapters/backup-folder/backup-folder.ts';
import { systemClock } from '../../../src/adapters/clock/system-clock.ts';
import { createBackups } from '../../../src/app/backup/backups.ts';
import { Failure } from '../../../src/app/failure.ts';
import { createRestores } from '../../../src/app/history/restores.ts';
import { createUndo } from '../../../src/app/history/undo.ts';
import { openTestVault } from '../../crash/vault.ts';
import { createListLog, quickKeyDerivation } from '../../rig/memory-ports.ts';

const [vaultFolder = '', folder = ''] = process.argv.slice(2);
const { vault } = await openTestVault(vaultFolder);
const restores = createRestores({ vault, undo: createUndo(vault), clock: systemClock });
const ports = { backupFolder, keyDerivation: quickKeyDerivation, clock: systemClock, log: createListLog() };
const backups = createBackups({ vault, restores }, ports);
const protection = { by: 'passphrase', passphrase: 'a passphrase for backups' } as const;
const result = await backups.setUp({ folder, keep: 3, protection }).then(
  () => ({ made: true }),
  (error: unknown) => {
    if (error instanceof Failure) return { code: error.code, data: error.data };
    throw error;
  },
);
console.log(JSON.stringify(result));
await vault.close();
