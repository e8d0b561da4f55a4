import { join } from 'node:path';
import { z } from 'zod';
import { createSyncFile } from '../../src/adapters/sealed-file/sealed-file.ts';
import { createVaultFile } from '../../src/adapters/vault-file/vault-file.ts';
import type { SyncRemote } from '../../src/app/sync/remote.ts';
import { createSyncComputer, type SyncComputer } from '../rig/sync.ts';
import { createFileKeychain } from './vault.ts';

/** What the process that syncs is told to do. */
export const syncOrderSchema = z.object({
  folder: z.string(),
  act: z.discriminatedUnion('do', [
    z.object({ do: z.literal(['turnOn', 'joinByKit']), code: z.string() }),
    z.object({ do: z.literal(['join', 'cancel', 'look', 'rotateKey', 'turnOff', 'turnOffEverywhere']) }),
    z.object({ do: z.literal('add'), name: z.string() }),
    z.object({ do: z.literal('replace'), name: z.string(), secret: z.string() }),
    z.object({ do: z.literal('letIn'), words: z.string() }),
    z.object({ do: z.literal('remove'), member: z.string() }),
  ]),
});
export type SyncOrder = z.infer<typeof syncOrderSchema>;

/** A computer that syncs, with its two files in a folder. */
export function openSyncComputer(folder: string, remote: SyncRemote): Promise<SyncComputer> {
  return createSyncComputer({ remote }, 'Lap', {
    vaultStore: createVaultFile(folder),
    file: createSyncFile(folder),
    keychain: createFileKeychain(join(folder, 'keychain-for-the-test')),
  });
}
