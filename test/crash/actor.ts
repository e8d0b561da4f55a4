/**
 * One of the two processes of the model test: does with a vault what its input says, one JSON line each, and answers
 * each with a line: `{"ok":true}`, or `{"code":"…"}` with the failure that it ended in.
 */
import { createInterface } from 'node:readline';
import { writeSync } from 'node:fs';
import process from 'node:process';
import { systemClock } from '../../src/adapters/clock/system-clock.ts';
import { Failure } from '../../src/app/failure.ts';
import { createEntries } from '../../src/app/entries/entries.ts';
import { newEntry, type Entry } from '../../src/core/entry/entry.ts';
import { createHistory } from '../../src/app/history/history.ts';
import { createRestores } from '../../src/app/history/restores.ts';
import { createUndo } from '../../src/app/history/undo.ts';
import { createMoving } from '../../src/app/moving/moving.ts';
import type { Vault } from '../../src/app/vault/vault.ts';
import { newSite } from '../../src/core/moving/site.ts';
import { orderSchema, type Order } from './orders.ts';
import { openTestVault } from './vault.ts';

let vault: Vault | null = null;

for await (const line of createInterface({ input: process.stdin })) {
  const answer = await obey(orderSchema.parse(JSON.parse(line))).then(
    () => ({ ok: true }),
    (error: unknown) => ({ code: error instanceof Failure ? error.code : String(error) }),
  );
  writeSync(1, `${JSON.stringify(answer)}\n`);
}

async function obey(order: Order): Promise<void> {
  if (order.do === 'open') {
    await vault?.close();
    ({ vault } = await openTestVault(order.folder));
    if (vault.state().state === 'locked') await vault.unlock(order.passphrase);
    return;
  }
  if (order.do === 'close') {
    await vault?.close();
    vault = null;
    return;
  }
  if (vault === null) throw new Error('no vault is open');
  try {
    if (vault.state().state === 'locked') await vault.unlock(order.passphrase);
    await act(vault, order);
  } catch (error) {
    // The other process has changed the key meanwhile: as a person would, once more.
    if (!(error instanceof Failure && error.code === 'VAULT_NOT_OPEN')) throw error;
    if (vault.state().state !== 'locked') throw new Error(JSON.stringify(vault.state()), { cause: error });
    await vault.unlock(order.passphrase);
    await act(vault, order);
  }
}

async function act(open: Vault, order: Exclude<Order, { do: 'open' | 'close' }>): Promise<void> {
  const parts = { vault: open, undo: createUndo(open), clock: systemClock, codeClock: systemClock };
  const entries = createEntries(parts);
  const moving = createMoving(parts);
  const { passphrase } = order;
  switch (order.do) {
    case 'add':
      await open.change((document) => ({
        ...document,
        entries: [...document.entries, entryOf(order.id, order.counter)],
      }));
      return;
    case 'rename':
      await entries.edit(order.id, { issuer: order.name, account: '' });
      return;
    case 'setCounter':
      return entries.setCounter(order.id, order.counter);
    case 'remove':
      return entries.remove(order.id);
    case 'restore':
      return entries.restore(order.id);
    case 'purge':
      await entries.purge([order.id]);
      return;
    case 'addSite':
      await open.change((document) => ({
        ...document,
        moving: [...document.moving, { ...newSite(order.name, 'authy', 1), id: order.id }],
      }));
      return;
    case 'renameSite':
      return moving.rename(order.id, order.name);
    case 'setMoved':
      return moving.setMoved(order.id, order.isMoved);
    case 'removeSite':
      await moving.remove(order.id);
      return;
    case 'rotateKey':
      return open.rotateKey(passphrase);
    case 'setUnlockMethods':
      return open.setUnlockMethods({ mode: order.mode, current: passphrase });
    case 'lookAtGeneration': {
      const restores = createRestores(parts);
      const history = createHistory({ vault: open, restores, clock: systemClock });
      const { states } = await history.list();
      const oldest = states.findLast(({ content }) => content.state === 'opens');
      if (!oldest) return;
      // Merged with what every generation has no more of than the present: the list only grows back.
      const preview = await history.preview(oldest.generation);
      restores.discard(preview.restoreId);
      return;
    }
    case 'lock':
      return open.lock();
  }
}

function entryOf(id: string, counter: number): Entry {
  const secret = Buffer.from(`secret of ${id}`);
  const parameters = { kind: 'hotp', algorithm: 'SHA1', digits: 6, counter, secret } as const;
  return newEntry({ id, issuer: `New ${id.slice(0, 4)}`, account: '', parameters }, 1);
}
