/**
 * Opens a vault, does with it what a window does, and waits to be looked into; at the next line it locks the vault,
 * writes a heap snapshot and waits again;
 * see locked.test.ts. Arguments: the vault's folder, where the snapshot goes; the passphrase comes on the input, for
 * arguments stay in memory.
 */
import { once } from 'node:events';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { writeHeapSnapshot } from 'node:v8';
import { argon2id } from '../../../src/adapters/key-derivation/argon2id.ts';
import { systemClock } from '../../../src/adapters/clock/system-clock.ts';
import { createCodes } from '../../../src/app/codes/codes.ts';
import { createEntries } from '../../../src/app/entries/entries.ts';
import { createVaultFile } from '../../../src/adapters/vault-file/vault-file.ts';
import { createUndo } from '../../../src/app/history/undo.ts';
import { createVault } from '../../../src/app/vault/vault.ts';
import { createListLog, createMemoryPreferences } from '../../rig/memory-ports.ts';
import { createFileKeychain } from '../../crash/vault.ts';

const [folder = '', snapshot = ''] = process.argv.slice(2);
const given = await once(process.stdin, 'data');
const vault = createVault({
  keychain: createFileKeychain(`${folder}/keychain-for-the-test`),
  vaultStore: createVaultFile(folder),
  keyDerivation: argon2id,
  clock: systemClock,
  log: createListLog(),
});
await vault.open();
if (vault.state().state === 'locked') await vault.unlock(String(given[0]));
given.length = 0;
if (vault.state().state !== 'open') throw new Error(JSON.stringify(vault.state()));

const clipboard = { kind: 'window' } as const;
const ports = { clock: systemClock, clipboard, preferences: createMemoryPreferences(), log: createListLog() };
const codes = createCodes({ vault, codeClock: systemClock, ...ports });
const entries = createEntries({ vault, undo: createUndo(vault), clock: systemClock, codeClock: systemClock });
const [entry] = vault.document()?.entries ?? [];
if (!entry) throw new Error('the vault has no entry');
const watching = new AbortController();
await codes.watch(watching.signal).next();
await entries.watch(watching.signal).next();
await codes.copy(entry.id, 'current');
await entries.edit(entry.id, { issuer: 'Renamed', account: 'ada' });
await entries.remove(entry.id);
await entries.restore(entry.id);
await pause(200);
console.log('open');
await once(process.stdin, 'data');
watching.abort();
await vault.lock();
await pause(500);
writeHeapSnapshot(snapshot);
console.log('locked');
setInterval(() => {}, 1_000);
