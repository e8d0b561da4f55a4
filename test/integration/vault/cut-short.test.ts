import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVaultFile } from '../../../src/adapters/vault-file/vault-file.ts';
import type { Keychain, VaultStore } from '../../../src/app/ports.ts';
import { createVault } from '../../../src/app/vault/vault.ts';
import type { NewUnlockMethods } from '../../../src/app/unlock/plan.ts';
import { parseLayout } from '../../../src/core/vault/layout.ts';
import { quickKeyDerivation } from '../../rig/memory-ports.ts';
import { anEntry } from '../../unit/vault/samples.ts';
import { createRig, PASSPHRASE, type Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await createRig();
});
afterEach(() => rig.stop());

const OTHER = 'five more words of new bread';

/** After so many steps nothing works any more: the process has died, before a step or right after it. */
function mortal(steps: number) {
  let left = Infinity;
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    if (left <= 0) throw new Error('the process has died');
    left -= 1;
    const result = await work();
    if (left <= 0) throw new Error('the process has died');
    left -= 1;
    return result;
  };
  const keychain = (real: Keychain): Keychain => ({
    ...real,
    read: (item) => step(() => real.read(item)),
    write: (item, secret) => step(() => real.write(item, secret)),
    remove: (item) => step(() => real.remove(item)),
  });
  const store = (real: VaultStore): VaultStore => ({
    ...real,
    update: (change, verify) => step(() => real.update(change, verify)),
    rewriteGenerations: (change) =>
      step(() =>
        real.rewriteGenerations((bytes) => {
          if (left <= 0) throw new Error('the process has died');
          left -= 1;
          return change(bytes);
        }),
      ),
  });
  return { keychain, store, startCounting: () => void (left = steps), isOver: () => left <= 0 };
}

describe('a change of unlock methods that dies at any step', () => {
  const changes: [string, Parameters<Rig['create']>[0], NewUnlockMethods | 'rotateKey'][] = [
    ['from the session to both', undefined, { mode: 'both', passphrase: PASSPHRASE }],
    ['from the session to a passphrase', undefined, { mode: 'passphrase', passphrase: PASSPHRASE }],
    [
      'from a passphrase to the session',
      { protection: 'passphrase', passphrase: PASSPHRASE },
      { mode: 'session', current: PASSPHRASE },
    ],
    [
      'from a passphrase to both, with another one',
      { protection: 'passphrase', passphrase: PASSPHRASE },
      { mode: 'both', current: PASSPHRASE, passphrase: OTHER },
    ],
    ['to a new key', { protection: 'keychain', passphrase: PASSPHRASE }, 'rotateKey'],
  ];

  it.each(changes)(
    '%s: the old unlock methods open the vault, or the new ones',
    async (_what, made, change) => {
      const outcomes = new Set<string>();
      for (let steps = 0; ; steps += 1) {
        const first = await rig.create(made);
        await first.change((document) => ({ ...document, entries: [anEntry()] }));
        await first.close();
        const dying = mortal(steps);
        const vault = createVault({
          keychain: dying.keychain(rig.keychain),
          vaultStore: dying.store(createVaultFile(rig.folder)),
          keyDerivation: quickKeyDerivation,
          clock: rig.clock,
          log: rig.log,
        });
        await vault.open();
        if (vault.state().state === 'locked') await vault.unlock(PASSPHRASE);
        dying.startCounting();
        const work = change === 'rotateKey' ? vault.rotateKey(PASSPHRASE) : vault.setUnlockMethods(change);
        await work.catch(() => undefined);
        const isOver = dying.isOver();
        await vault.close();

        const after = await rig.open();
        const { state } = after.state();
        if (state === 'locked') await after.unlock(PASSPHRASE).catch(() => after.unlock(OTHER));
        const shown = after.state();
        expect(shown.state).toBe('open');
        if (shown.state === 'open') outcomes.add(shown.mode);
        expect(after.document()?.entries).toHaveLength(1);
        // And the next process has put everything in order.
        expect(after.document()?.safekeeping.formerKey).toBeNull();
        expect(parseLayout(await rig.bytes()).header.strayItems).toEqual([]);
        expect(rig.keychain.items.size).toBeLessThanOrEqual(1);
        for (const name of (await rig.names()).filter((one) => one.includes('generation-'))) {
          expect(parseLayout(await rig.bytes(name)).header.slots.map(({ kind }) => kind)).toEqual(
            parseLayout(await rig.bytes()).header.slots.map(({ kind }) => kind),
          );
        }
        await after.close();
        await rm(rig.folder, { recursive: true });
        rig.keychain.items.clear();
        if (!isOver) break;
        expect(steps).toBeLessThan(60);
      }
      expect(outcomes.size).toBe(change === 'rotateKey' ? 1 : 2);
    },
  );
});
