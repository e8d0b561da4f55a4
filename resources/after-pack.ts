import { join } from 'node:path';
import { flipFuses } from '@electron/fuses';
import type { AfterPackContext } from 'electron-builder';
import { fuseConfig } from './fuses.ts';

/** electron-builder's hook between packing and signing: the last moment at which fuses may be flipped. */
export default async function afterPack(context: AfterPackContext): Promise<void> {
  const { appOutDir, electronPlatformName: platform, packager } = context;
  // Our own `@electron/fuses`, not electron-builder's older one: it has to know every fuse there is.
  await flipFuses(
    join(appOutDir, executable(platform, packager.appInfo.productFilename)),
    fuseConfig(platform),
  );
}

/** What Electron's binary is called in the packed folder; on Linux `linux.executableName`. */
function executable(platform: string, product: string): string {
  switch (platform) {
    case 'darwin':
      return `${product}.app`;
    case 'win32':
      return `${product}.exe`;
    case 'linux':
      return 'latchkey';
    default:
      throw new Error(`no fuses are known for ${platform}`);
  }
}
