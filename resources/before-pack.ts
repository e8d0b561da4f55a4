import type { BeforePackContext } from 'electron-builder';
import electron from 'electron/package.json' with { type: 'json' };
import { refuseOldElectron } from './electron-age.ts';

/** electron-builder's hook before packing: a package is made only of an Electron that still gets fixes. */
export default async function beforePack(_context: BeforePackContext): Promise<void> {
  refuseOldElectron(electron.version, new Date());
}
