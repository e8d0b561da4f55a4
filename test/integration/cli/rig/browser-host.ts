/** The browser host in a process of its own (`fork`), on the data folder and the keychain of its environment. */
import { join } from 'node:path';
import process from 'node:process';
import packageJson from '../../../../package.json' with { type: 'json' };
import { startBrowserHost } from '../../../../src/web/host.ts';
import { createMemoryWindows } from '../../../rig/memory-ports.ts';

const root = join(import.meta.dirname, '../../../..');
const host = await startBrowserHost({
  root,
  version: packageJson.version,
  port: 0,
  windows: createMemoryWindows(),
  openLinks: ['false'],
});
await host.started;
process.on('disconnect', () => void host.close().then(() => process.exit()));
process.send?.({ startUrl: host.startUrl() });
