/**
 * A vault on the real keychain, told what to do by lines of JSON: `["create", {…}]`, `["setUnlockMethods", {…}]`,
 * `["unlock", "…"]`, `["open"]`, `["add"]`, `["retry"]`. Answers each with the code it ended in, the state, and how
 * many entries there are. Argument: the vault's folder. See vault-with-keyring.test.ts.
 */
import process from 'node:process';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { argon2id } from '../../../src/adapters/key-derivation/argon2id.ts';
import { createOsKeychain } from '../../../src/adapters/keychain/os-keychain.ts';
import { systemClock } from '../../../src/adapters/clock/system-clock.ts';
import { createVaultFile } from '../../../src/adapters/vault-file/vault-file.ts';
import { Failure } from '../../../src/app/failure.ts';
import { createVault } from '../../../src/app/vault/vault.ts';
import { lockModeSchema } from '../../../src/contract/vault.ts';
import { createListLog } from '../../rig/memory-ports.ts';
import { anEntry } from '../../unit/vault/samples.ts';

const passphrase = z.string();
const orderSchema = z.union([
  z.tuple([z.literal('create'), passphrase]),
  z.tuple([z.literal('setUnlockMethods'), z.object({ mode: lockModeSchema, current: passphrase })]),
  z.tuple([z.literal('unlock'), passphrase]),
  z.tuple([z.enum(['open', 'add', 'retry'])]),
]);

const vault = createVault({
  keychain: createOsKeychain('LatchkeyTest'),
  vaultStore: createVaultFile(process.argv[2] ?? ''),
  keyDerivation: argon2id,
  clock: systemClock,
  log: createListLog(),
});

for await (const line of createInterface({ input: process.stdin })) {
  const failure = await obey(orderSchema.parse(JSON.parse(line))).then(
    () => null,
    (error: unknown) => {
      if (error instanceof Failure) return { code: error.code, data: error.data };
      throw error;
    },
  );
  const entries = vault.document()?.entries.length ?? null;
  console.log(JSON.stringify({ failure, state: vault.state(), entries }));
}
process.exit(0);

async function obey(order: z.infer<typeof orderSchema>): Promise<void> {
  switch (order[0]) {
    case 'create':
      await vault.open();
      return vault.create({ protection: 'keychain', passphrase: order[1] });
    case 'setUnlockMethods':
      return vault.setUnlockMethods(order[1]);
    case 'unlock':
      return vault.unlock(order[1]);
    case 'open':
      return vault.open();
    case 'retry':
      return vault.retry();
    case 'add':
      await vault.change((document) => ({ ...document, entries: [...document.entries, anEntry()] }));
  }
}
