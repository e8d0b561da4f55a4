/**
 * Opens a vault and adds more than there is room for; prints what came of it. Run under a file-size limit, the
 * write breaks off in the middle of the temporary file. Argument: the folder.
 */
import process from 'node:process';
import { Failure } from '../../../src/app/failure.ts';
import { openTestVault } from '../../crash/vault.ts';
import { anEntry } from '../../unit/vault/samples.ts';

const { vault } = await openTestVault(process.argv[2] ?? '');
const failure = await vault
  .change((document) => ({ ...document, entries: Array.from({ length: 2_000 }, () => anEntry()) }))
  .then(() => null)
  .catch((error: unknown) => {
    if (error instanceof Failure) return { code: error.code, data: error.data };
    throw error;
  });
console.log(JSON.stringify({ failure, entries: vault.document()?.entries.length }));
await vault.close();
