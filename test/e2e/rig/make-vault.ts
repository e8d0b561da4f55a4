/**
 * `node make-vault.ts ADDRESS…`: makes a vault that the keychain opens, in the environment's folder, with entries, and
 * chooses Ctrl+Alt+K for the quick find. `PASSPHRASE` in the environment is a second way in.
 */
import process from 'node:process';
import { createHost } from '../../../src/cli/host.ts';

const host = createHost();
const { client } = host;
const passphrase = process.env['PASSPHRASE'];
await client.vault.create({ protection: 'keychain', ...(passphrase && { passphrase }) });
const { previews } = await client.scan.text({ text: process.argv.slice(2).join('\n') });
const acceptances = previews.map(({ previewId, issuer, account }) => ({ previewId, issuer, account }));
await client.previews.acceptMany({ acceptances });
await client.preferences.set({ quickFindShortcut: 'Control+Alt+K' });
await host.close();
