import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVaultFile } from '../../src/adapters/vault-file/vault-file.ts';
import type { VaultStore } from '../../src/app/ports.ts';
import { createRandom } from './model.ts';
import { stateOf, withState } from './state.ts';
import { openTestVault } from './vault.ts';

export interface FlipFigures {
  flips: number;
  /** Opened, and neither the state that was written nor said to be an older one. */
  silentChanges: number;
  openedOlder: number;
  refused: number;
}

/**
 * Changes every byte of a small vault, one at a time (once by a single bit, once by any value), and opens it: with
 * generations beside it and without. It must come out as "opened from generation N", with that state, or as a clear
 * error.
 *
 * @param seed chooses the values
 */
export async function flipEveryByte(seed: number): Promise<FlipFigures> {
  const random = createRandom(seed);
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-flips-'));
  const { vault } = await openTestVault(folder, { passphrase: 'a passphrase for the test' });
  await vault.change((document) => withState(document, 1));
  await vault.change((document) => withState(document, 2));
  await vault.close();
  const store = createVaultFile(folder);
  const sound = await store.read();
  if (sound === null) throw new Error('there is no vault');
  const generations = await Promise.all(
    (await store.generations()).map(async (older) => {
      const bytes = await older.read();
      return { generation: older.generation, writtenAt: older.writtenAt, read: async () => bytes };
    }),
  );
  const figures: FlipFigures = { flips: 0, silentChanges: 0, openedOlder: 0, refused: 0 };

  async function look(bytes: Uint8Array, older: typeof generations): Promise<void> {
    const fixed: VaultStore = {
      ...store,
      read: async () => bytes,
      generations: async () => older,
      watch: () => () => {},
    };
    const { vault: flipped } = await openTestVault(folder, false, fixed);
    const [state, document] = [flipped.state(), flipped.document()];
    figures.flips += 1;
    if (state.state !== 'open' || document === null) figures.refused += 1;
    else if (state.recoveredFrom !== null && stateOf(document) === 1) figures.openedOlder += 1;
    else {
      figures.silentChanges += 1;
      console.error(`a flip passed: ${JSON.stringify(state)}`);
    }
    await flipped.close();
  }

  for (let at = 0; at < sound.length; at += 1) {
    for (const change of [1 << random(8), 1 + random(255)]) {
      const bytes = Buffer.from(sound);
      bytes[at] = (bytes[at] ?? 0) ^ change;
      await look(bytes, generations);
      await look(bytes, []);
    }
  }
  await rm(folder, { recursive: true, force: true });
  return figures;
}
