// What opening and writing a vault of 10,000 entries costs, key derivation aside, beside plain JSON in a file.
import { randomBytes } from 'node:crypto';
import { mkdtemp, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/adapters/clock/system-clock.ts';
import { createVaultFile } from '../../src/adapters/vault-file/vault-file.ts';
import { createVault, type Vault } from '../../src/app/vault/vault.ts';
import { newEntry, type Entry } from '../../src/core/entry/entry.ts';
import { createListLog, createMemoryKeychain, quickKeyDerivation } from '../rig/memory-ports.ts';
import { inTurns, report } from './parts/harness.ts';

const count = 10_000;
const rounds = 7;
const folder = await mkdtemp(join(tmpdir(), 'latchkey-bench-'));
const keychain = createMemoryKeychain();
const entries = Array.from({ length: count }, (_, index) => entryOf(index));

const writer = newVault();
await writer.open();
await writer.create({ protection: 'keychain' });
await writer.change((document) => ({ ...document, entries }));

// The peer: the same entries as JSON, unencrypted, written and flushed as carefully.
const plainPath = join(folder, 'plain.json');
const plainEntries = entries.map((entry) => ({
  ...entry,
  parameters: { ...entry.parameters, secret: Buffer.from(entry.parameters.secret).toString('base64') },
}));
await writePlain();

const times = await inTurns(
  {
    open: openOnce,
    write: () =>
      writer.change((document) => ({
        ...document,
        entries: document.entries.map((entry, index) =>
          index === 0 ? { ...entry, uses: entry.uses + 1 } : entry,
        ),
      })),
    plainOpen: async () => JSON.parse(await readFile(plainPath, 'utf8')),
    plainWrite: writePlain,
  },
  rounds,
);
const { size } = await stat(join(folder, 'vault.latchkey'));
await writer.close();
await rm(folder, { recursive: true });

report('vault', {
  vault_open_10k_ms: times['open'] ?? null,
  vault_write_10k_ms: times['write'] ?? null,
  vault_file_mb: size / 1e6,
  json_plain_open_10k_ms: times['plainOpen'] ?? null,
  json_plain_write_10k_ms: times['plainWrite'] ?? null,
});

function newVault(): Vault {
  return createVault({
    keychain,
    vaultStore: createVaultFile(folder),
    keyDerivation: quickKeyDerivation,
    clock: systemClock,
    log: createListLog(),
  });
}

/** From the file to the entries, as the app does when it starts; the keychain's answer costs nothing here. */
async function openOnce(): Promise<void> {
  const vault = newVault();
  await vault.open();
  if (vault.document()?.entries.length !== count) throw new Error('the vault did not open');
  await vault.close();
}

async function writePlain(): Promise<void> {
  const file = await open(`${plainPath}.new`, 'w');
  await file.writeFile(JSON.stringify(plainEntries));
  await file.sync();
  await file.close();
  await rename(`${plainPath}.new`, plainPath);
}

function entryOf(index: number): Entry {
  const names = { issuer: `Site number ${index}`, account: `person.${index}@example.org` };
  const settings = { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30 } as const;
  return newEntry({ ...names, parameters: { ...settings, secret: randomBytes(20) } }, Date.now());
}
