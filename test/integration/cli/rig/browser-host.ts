/** The browser host in a process of its own (`fork`), on the data folder and the keychain of its environment. */
import { join } from 'node:path';
import process from 'node:process';
import { startBrowserHost } from '../../../../src/web/host.ts';

const root = join(import.meta.dirname, '../../../..');
const host = await startBrowserHost({ root, version: '0.0.0', port: 0 });
await host.started;
process.on('disconnect', () => void host.close().then(() => process.exit()));
process.send?.({ startUrl: host.startUrl() });
