import type { LockCause } from '../../../src/contract/vault.ts';
import { passphrase, startLatchkey, type Latchkey, type World } from './latchkey.ts';

export { passphrase, type Latchkey, type World } from './latchkey.ts';

/** Only the passphrase opens the vault: it is locked when the window opens. */
export const locked: World = {
  past: ({ client }) => client.vault.setUnlockMethods({ mode: 'passphrase', current: passphrase }),
};

/** No recovery kit was made yet. */
export const noKit: World = { hasKit: false };

/** Where backups go. */
export const folder = '/media/ada/drive/backups';

/** The first backup was made, in a folder that is there. */
export function backsUp(by: 'passphrase' | 'recovery' = 'passphrase') {
  return async ({ client, backupFolder }: Latchkey): Promise<void> => {
    backupFolder.contents.set(folder, new Map());
    const protection = by === 'passphrase' ? { by, passphrase } : { by };
    await client.backup.setUp({ folder, keep: 14, protection });
  };
}

/** A vault that was open and was locked by this. */
export function lockedBy(cause: Exclude<LockCause, 'start'>): World {
  return {
    ...locked,
    async before({ client, clock, power, elsewhere, reaches }) {
      await client.vault.unlock({ passphrase });
      switch (cause) {
        case 'person':
          await client.vault.lock();
          break;
        case 'idle':
          clock.move(60 * 60_000);
          break;
        case 'otherProcess':
          await elsewhere(async (other) => {
            await other.vault.unlock({ passphrase });
            await other.vault.rotateKey({ current: passphrase });
          });
          break;
        default:
          power.happens(cause);
      }
      await reaches('locked');
    },
  };
}

/** A backup of another vault, with what is in that world. */
export async function backupElsewhere(
  by: 'passphrase' | 'recovery',
  world: World = {},
): Promise<{ name: string; bytes: Uint8Array; latchkey: Latchkey }> {
  const latchkey = await startLatchkey({ ...world, past: backsUp(by) });
  await latchkey.close();
  const [file] = latchkey.backupFolder.contents.get(folder) ?? [];
  if (file === undefined) throw new Error('no backup was made');
  const [name, bytes] = file;
  return { name, bytes, latchkey };
}
